// The two ways to load a chart from elsewhere: the living build under a stable name, and a pinned one of which nothing runs that has another
// hash. And what a reader can verify.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { faults, launch, open, URL_PAGE } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };
const browser = await launch({ after });
const manifest = await (await fetch(`${URL_PAGE}manifest.json`)).json();
const bytes = async (path) => Buffer.from(await (await fetch(URL_PAGE + path)).arrayBuffer());
const sri = (data) => `sha384-${createHash('sha384').update(data).digest('base64')}`;

/** Serves a page that embeds a chart, and the files of the build, of which `bend` may change some. */
async function site(t, html, bend = (path, data) => data) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    if (path === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
      }).end(`<!doctype html><html lang="en"><title>host</title><link rel="icon" href="data:,">${html}</html>`);
      return;
    }
    const answer = await fetch(URL_PAGE + path.slice(1));
    const ours = Buffer.from(await answer.arrayBuffer());
    const data = bend(path, ours);
    const status = data === ours ? answer.status : 200;
    response.writeHead(data ? status : 404, { 'content-type': path.endsWith('.wasm') ? 'application/wasm' : answer.headers.get('content-type') }).end(data);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}/`;
}

const LIVING = `<script type="module" src="${manifest.living}"></script><article-chart view="pipelines"><p>fallback</p></article-chart>`;
const PINNED = `<script type="module" src="${manifest.pinned}" integrity="${manifest.files[manifest.pinned].integrity}" crossorigin="anonymous"></script>
  <article-chart view="pipelines"><p>fallback</p></article-chart>`;

const inMenu = (page, selector) => page.evaluateHandle((wanted) => document.querySelector('article-chart').shadowRoot.querySelector(`[part=take] ${wanted}`), selector);

/** Opens the menu, verifies, and returns what is said. */
async function verified(page) {
  await (await inMenu(page, 'summary')).evaluate((summary) => summary.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-verify]')?.textContent, { timeout: 10_000 });
  await (await inMenu(page, '[data-verify]')).evaluate((button) => button.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] > [role=status]').textContent, { timeout: 10_000 });
  return (await inMenu(page, '> [role=status]')).evaluate((status) => status.textContent);
}

test('the manifest has the hash and the size of what is there', async () => {
  assert.match(manifest.build, /^[0-9a-f]{32}$/);
  assert.equal(manifest.pinned, `r/${manifest.build}/article-chart.js`);
  const names = Object.keys(manifest.files);
  for (const name of ['article_charts_bg.wasm', 'index.html', 'article-charts.html', `r/${manifest.build}/take_away_bg.wasm`, manifest.pinned, manifest.living]) {
    assert.ok(names.includes(name), name);
    const data = await bytes(name);
    assert.deepEqual(manifest.files[name], { size: data.length, integrity: sri(data) }, name);
  }
  assert.deepEqual(names.filter((name) => name.startsWith('v1/')), [manifest.living], 'what lives is one script');
});

test('what is pinned is kept for ever, what lives is not, and both are sent compressed', async () => {
  for (const [path, cache] of [[manifest.pinned, 'public, max-age=31536000, immutable'], [manifest.living, 'public, max-age=300'], ['article-chart.js', 'no-cache']]) {
    const { headers } = await fetch(URL_PAGE + path, { headers: { 'accept-encoding': 'br' } });
    assert.deepEqual([headers.get('cache-control'), headers.get('content-encoding')], [cache, 'br'], path);
  }
  const settings = String(await bytes('deploy/nginx.conf'));
  assert.match(settings, /location \/r\/ \{[^}]*immutable/);
  assert.match(String(await bytes('_headers')), /\/r\/\*\n {2}cache-control: public, max-age=31536000, immutable/);
});

for (const name of ['chrome', 'firefox']) {
  for (const [kind, html] of [['living', LIVING], ['pinned', PINNED]]) {
    test(`${name}: the ${kind} snippet draws under a strict policy, and a reader can verify it`, async (t) => {
      const home = await site(t, html);
      const { page, seen } = await open(name === 'chrome' ? browser : await launch(t, { browser: name }), { url: home });
      await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
      const before = seen.requests.length;
      const [script, ...others] = seen.requests.slice(1).filter((url) => !url.startsWith('data:'));
      assert.equal(script, home + manifest[kind]);
      // What never changes: caches may keep it, and nothing in it is of another build.
      assert.ok(others.length >= 2 && others.every((url) => url.startsWith(`${home}r/${manifest.build}/`)), String(others));
      assert.equal(await verified(page), `The files, fetched again, are those of build ${manifest.build}`);
      const version = await (await inMenu(page, '[data-verify]')).evaluate((button) => button.previousSibling.textContent);
      assert.equal(version, `data version ${manifest.data.version} · build ${manifest.build}`);
      assert.ok(seen.requests.length > before);
      assert.deepEqual(faults(seen), NONE);
      await page.close();
    });
  }
}

/** A module with one byte flipped, in a word of its data where it has any: it would still run. */
const flipped = (wanted) => (path, data) => {
  const word = data.indexOf('organisations');
  if (path.endsWith(wanted)) data[word < 0 ? data.length - 2 : word] ^= 0x20;
  return data;
};

for (const [kind, html] of [['living', LIVING], ['pinned', PINNED]]) {
  for (const wanted of ['/article_charts_bg.wasm', '/words/en.wasm', '/marks/units.wasm']) {
    test(`${kind}: ${wanted} with one byte flipped is not run, and the fallback stays`, async (t) => {
      const { page, seen } = await open(browser);
      await page.evaluateOnNewDocument(() => addEventListener('ac-error', () => { globalThis.failed = true; }));
      await page.goto(await site(t, html, flipped(wanted)));
      await page.waitForFunction(() => globalThis.failed, { timeout: 10_000 });
      const found = await page.$eval('article-chart', (chart) => [chart.figure, chart.querySelector('p').checkVisibility(), chart.shadowRoot.querySelector('canvas, table')]);
      assert.deepEqual(found, [null, true, null]);
      assert.deepEqual(seen.violations, []);
      await page.close();
    });
  }

  test(`${kind}: where the part for another picture has one byte flipped, the one that stands there stays, and it is said`, async (t) => {
    const { page } = await open(browser, { url: await site(t, html, flipped('/marks/points.wasm')) });
    await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
    const cells = () => page.$eval('article-chart', ({ shadowRoot, figure }) => [figure.view, ...[...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].map((cell) => cell.textContent)]);
    const before = await cells();
    assert.deepEqual(before, ['pipelines', '>300 pipelines', '>90 pipelines∂', '>30%', '≥2 items', '48 drugs']);
    await page.$eval('article-chart', (chart) => chart.send('view', 'cooperation-series'));
    await page.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('[part=message]').hidden, { timeout: 10_000 });
    assert.deepEqual(await cells(), before);
    assert.match(await page.$eval('article-chart', ({ shadowRoot }) => shadowRoot.querySelector('[part=message]').textContent), /did not load/);
    await page.close();
  });

  test(`${kind}: a script that is loaded later is not run with other bytes`, async (t) => {
    const bend = (path, data) => (path.endsWith('/take-away.js') ? Buffer.concat([data, Buffer.from(';globalThis.evil=1')]) : data);
    const { page } = await open(browser, { url: await site(t, html, bend) });
    await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
    await (await inMenu(page, 'summary')).evaluate((summary) => summary.click());
    await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] > [role=status]').textContent, { timeout: 10_000 });
    assert.equal(await page.evaluate(() => globalThis.evil), undefined);
    await page.close();
  });
}

test('pinned: the script itself is not run with other bytes', async (t) => {
  const bend = (path, data) => (path.endsWith('/article-chart.js') ? Buffer.concat([data, Buffer.from(';globalThis.evil=1')]) : data);
  const { page } = await open(browser, { url: await site(t, PINNED, bend) });
  await new Promise((done) => { setTimeout(done, 300); });
  assert.deepEqual(await page.evaluate(() => [globalThis.evil ?? null, document.querySelector('article-chart p').checkVisibility()]), [null, true]);
  await page.close();
});

test('living: a script that a cache has kept draws with the modules of its own build', async (t) => {
  const old = manifest.build.replaceAll(/./g, (digit) => (15 - parseInt(digit, 16)).toString(16));
  // The build before: another folder, with modules of which a word is another one, and a script with the hashes of those.
  const before = new Map();
  let script = String(await bytes(manifest.living));
  const hash = (data) => `sha256-${createHash('sha256').update(data).digest('base64')}`;
  for (const name of Object.keys(manifest.files).filter((path) => path.startsWith(`r/${manifest.build}/`) && path.endsWith('.wasm'))) {
    const data = await bytes(name);
    const changed = flipped('/words/en.wasm')(name, Buffer.from(data));
    script = script.replace(hash(data), hash(changed));
    before.set(`/${name.replace(manifest.build, old)}`, changed);
  }
  script = script.replaceAll(manifest.build, old);
  const requested = [];
  const home = await site(t, LIVING, (path, data) => {
    requested.push(path);
    return path === `/${manifest.living}` ? Buffer.from(script) : before.get(path) ?? data;
  });
  const { page } = await open(browser, { url: home });
  await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  assert.deepEqual(requested.filter((path) => path.endsWith('.wasm')).sort(), ['article_charts_bg.wasm', 'marks/units.wasm', 'words/en.wasm'].map((name) => `/r/${old}/${name}`));
  await page.close();
});

test('living: what was changed after it was published is found, and a file that is gone is not taken for a changed one', async (t) => {
  for (const [file, bend] of [
    ['r/<build>/article_charts_bg.wasm', (path, data) => flipped('/article_charts_bg.wasm')(path, data)],
    ['v1/article-chart.js', (path, data) => (path === `/${manifest.living}` ? Buffer.concat([data, Buffer.from('\n')]) : data)],
  ]) {
    let bent = file.startsWith('v1');
    const { page } = await open(browser, { url: await site(t, LIVING, (path, data) => (bent ? bend(path, data) : data)) });
    await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
    bent = true;
    assert.match(await verified(page), new RegExp(`not those that were published.*: ${file.replace('r/<build>/', '').replaceAll('.', '\\.')}$`));
    await page.close();
  }
  let drawnOnce = false;
  const gone = await open(browser, { url: await site(t, LIVING, (path, data) => (drawnOnce && path.endsWith('article_charts_bg.wasm') ? null : data)) });
  await gone.page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  drawnOnce = true;
  assert.match(await verified(gone.page), /^Could not verify/);
  await gone.page.close();
});
