// The pages of tests/hosts/ that are written for a framework, made into a script each, with the compilers that the frameworks bring.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const npm = resolve(process.env.AC_NPM ?? 'target/tools/npm');
const require = createRequire(join(npm, 'package.json'));

/** What makes JavaScript of a file, by how its name ends. */
const COMPILERS = {
  async vue(source, filename) {
    const { compileScript, parse } = require('vue/compiler-sfc');
    const { descriptor } = parse(source, { filename });
    const compilerOptions = { isCustomElement: (tag) => tag.includes('-') };
    return compileScript(descriptor, { id: 'host', inlineTemplate: true, templateOptions: { compilerOptions } }).content;
  },
  async svelte(source, filename) {
    const { compile } = require('svelte/compiler');
    return compile(source, { filename, generate: 'client', dev: false }).js.code;
  },
};

const components = {
  name: 'components',
  setup(build) {
    build.onLoad({ filter: /\.(vue|svelte)$/ }, async ({ path }) => ({
      contents: await COMPILERS[path.slice(path.lastIndexOf('.') + 1)](await readFile(path, 'utf8'), path),
      loader: 'js',
    }));
  },
};

/** The script of a page: its entry and all that it imports. */
export async function bundle(entry) {
  const { outputFiles: [{ text }] } = await require('esbuild').build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    nodePaths: [join(npm, 'node_modules')],
    plugins: [components],
    logLevel: 'warning',
  });
  return text;
}
