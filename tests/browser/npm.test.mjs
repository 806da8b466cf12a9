// The package for bundlers: packed as npm does it, judged by those who judge packages, bundled, and drawn.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { faults, launch, open } from './support.mjs';

const run = promisify(execFile);
const tools = resolve(process.env.AC_NPM ?? 'target/tools/npm');
const from = createRequire(join(tools, 'package.json'));
const source = resolve(process.env.AC_DIST ?? 'dist', 'npm');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json' };

const browser = await launch({ after });
const work = await mkdtemp(join(tmpdir(), 'article-charts-npm-'));
after(() => rm(work, { recursive: true }));

// A project that has installed what npm would publish.
const [{ filename }] = JSON.parse((await run('npm', ['pack', source, '--json', '--pack-destination', work])).stdout);
const tarball = join(work, filename);
const installed = join(work, 'node_modules/article-charts');
await mkdir(installed, { recursive: true });
await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
await writeFile(join(work, 'package.json'), '{ "type": "module" }');

/** Serves a folder, opens its page, and says what is drawn there. */
async function shown(t, folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const data = await readFile(join(folder, path === '/' ? 'index.html' : path)).catch(() => null);
    response.writeHead(data ? 200 : 404, { 'content-type': TYPES[extname(path) || '.html'] ?? 'text/plain' }).end(data);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  const { page, seen } = await open(browser, { url: `http://127.0.0.1:${server.address().port}/` });
  await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  // What is loaded later has to be found too.
  await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] summary').click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-style]'), { timeout: 10_000 });
  const cells = await page.$eval('article-chart', (chart) => chart.figure.table.rows.map((row) => row.cells[1]));
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  await page.close();
  return cells;
}

const PAGE = '<!doctype html><html lang="en"><title>app</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script><article-chart view="pipelines"></article-chart></html>';
const FIGURES = ['>300 pipelines', '>90 pipelines∂', '>30%', '≥2 items', '48 drugs'];

test('the package has what its exports name, and no more than it needs', async () => {
  const { exports, sideEffects } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const files = await readdir(installed, { recursive: true });
  for (const target of Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))) {
    assert.ok(target.includes('*') || files.includes(target.slice(2)), target);
  }
  for (const file of sideEffects) assert.ok(files.includes(file.slice(2)), file);
  assert.ok(files.includes('data/philanthropy-times-2026/datapackage.json'));
  assert.ok(files.every((file) => !/\.(br|gz|map)$/.test(file)), String(files));
});

test('publint and “are the types wrong” find nothing', async () => {
  const bin = (name) => join(tools, 'node_modules/.bin', name);
  await run(bin('publint'), [source, '--strict']);
  await run(bin('attw'), [tarball, '--profile', 'esm-only', '--exclude-entrypoints', './wasm', './custom-elements.json']);
});

test('Vite takes the modules along', async (t) => {
  const root = join(work, 'vite');
  await mkdir(root);
  await writeFile(join(root, 'index.html'), PAGE.replace('src="main.js"', 'src="/main.js"'));
  await writeFile(join(root, 'main.js'), "import 'article-charts/define';\n");
  const vite = await import(pathToFileURL(join(tools, 'node_modules/vite/dist/node/index.js')).href);
  await vite.build({ root, logLevel: 'error', configFile: false, build: { target: 'es2022', assetsInlineLimit: 0 } });
  assert.deepEqual(await shown(t, join(root, 'dist')), FIGURES);
});

test('webpack 5 takes the modules along', async (t) => {
  const root = join(work, 'webpack');
  await mkdir(root);
  await writeFile(join(root, 'app.js'), "import 'article-charts/define';\n");
  const compiler = from('webpack')({ mode: 'production', context: root, entry: './app.js', output: { path: root, filename: 'main.js' }, performance: false });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([errors, warnings], [[], []]);
  await writeFile(join(root, 'index.html'), PAGE.replace('type="module"', 'defer'));
  assert.deepEqual(await shown(t, root), FIGURES);
});

test('Rollup takes the modules along, with its plugin for addresses', async (t) => {
  const root = join(work, 'rollup');
  await mkdir(root);
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'app.js'), "import 'article-charts/define';\n");
  const { nodeResolve } = from('@rollup/plugin-node-resolve');
  const { importMetaAssets } = from('@web/rollup-plugin-import-meta-assets');
  const warnings = [];
  const made = await from('rollup').rollup({ input: { main: join(root, 'app.js') }, plugins: [nodeResolve(), importMetaAssets()], onwarn: (warning) => warnings.push(warning.message) });
  await made.write({ dir: root, format: 'es', entryFileNames: '[name].js' });
  await made.close();
  assert.deepEqual(warnings, []);
  assert.deepEqual(await shown(t, root), FIGURES);
});

/** What the element loads for the page, without a bundler that takes it along. */
const LOADED = ['article_charts_bg.wasm', 'take_away_bg.wasm', 'marks/units.wasm', 'words/en.wasm'];

/** Puts files of the package into a folder. */
async function put(folder, files) {
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), await readFile(join(installed, file)));
  }
}

for (const [name, entry, copies] of [
  ['the modules inside', 'article-charts/inline', []],
  ['the modules copied beside the bundle', 'article-charts/define', LOADED],
]) {
  test(`esbuild, with ${name}`, async (t) => {
    const root = join(work, entry.replace('/', '-'));
    await mkdir(root);
    await writeFile(join(root, 'index.html'), PAGE);
    await writeFile(join(root, 'app.js'), `import '${entry}';\n`);
    await from('esbuild').build({
      entryPoints: { main: join(root, 'app.js') }, outdir: root, bundle: true, splitting: true, format: 'esm', absWorkingDir: work, nodePaths: [join(work, 'node_modules')], logLevel: 'error',
    });
    await put(root, copies);
    assert.deepEqual(await shown(t, root), FIGURES);
  });
}

test('without a bundler an import map is enough', async (t) => {
  const root = join(work, 'plain');
  await put(join(root, 'charts'), ['index.js', 'define.js', 'take-away.js', ...LOADED]);
  const map = '<script type="importmap">{"imports":{"article-charts/":"./charts/"}}</script>';
  await writeFile(join(root, 'index.html'), PAGE.replace('<script', `${map}<script`));
  await writeFile(join(root, 'main.js'), "import 'article-charts/define.js';\n");
  assert.deepEqual(await shown(t, root), FIGURES);
});
