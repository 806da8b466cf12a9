// The one instance of the module on a page: starts it, and replaces it when it has trapped.
// A trap leaves the instance torn (borrowed for ever, half-written), so it is never called again: all charts are drawn anew
// by a fresh one, each from its own state.
import { Chart, core, miniature as miniatureOf, words as wordsOf, __wbg_finalize_init, __wbg_get_imports, __wbg_reset_state } from './article_charts.js';
import { chartModule, chartPart, parts as partOf } from './files.js';
import { scheme } from './scheme.js';

/** Failures that are survived before the charts of a page stay with their tables. */
const LIVES = 5;

const charts = new Set();
let started;
/** Whether the module has started, so that a chart need not wait. */
export let isRunning = false;
let lives = LIVES;

/** The parts of the module, by name: on their way, and those that the instance has. */
const coming = new Map();
const parts = new Map();

/** The part that draws every kind of mark. */
const ALL = 'marks/all';

/**
 * Starts the module, once for all charts, with the parts for some views and languages; what it does not know is the module's to judge.
 * Rejects where WebAssembly cannot run or a file cannot be had; who asks again tries again.
 */
export const start = (...uses) => startParts(uses.filter((use) => Object.hasOwn(partOf, use)).map((use) => partOf[use]));

/** Has every view ready in every language: for a page that goes from chart to chart. */
export const startAll = () => {
  const names = Object.values(partOf);
  return startParts(names.length ? [ALL, ...names.filter((name) => !draws(name))] : []);
};

const draws = (name) => name.startsWith('marks/');

async function startParts(names) {
  // Who has what draws everything, or waits for it, needs nothing else that draws.
  const wanted = coming.has(ALL) ? names.map((name) => (draws(name) ? ALL : name)) : names;
  wanted.forEach(load);
  await (started ??= run().catch((error) => {
    started = undefined;
    throw error;
  }));
  for (const name of wanted) {
    const part = await load(name);
    // Not at once: some browsers instantiate on the main thread only what is small. Once more where a fresh instance has taken over meanwhile.
    for (let of; !parts.has(name) && of?.m !== core();) {
      of = exported();
      await WebAssembly.instantiate(part, of);
    }
    parts.set(name, part);
  }
}

async function run() {
  const module = await compile(chartModule());
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
  isRunning = true;
}

/** What has failed is tried anew when it is asked for again. */
function load(name) {
  if (!coming.has(name)) {
    const part = compile(chartPart(name));
    part.catch(() => coming.delete(name));
    coming.set(name, part);
  }
  return coming.get(name);
}

/** Compiles a file, which is an address, an answer or bytes, while it comes in where the server says what it is. */
async function compile(file) {
  let bytes = await file;
  if (bytes instanceof URL) bytes = await fetch(bytes);
  if (!(bytes instanceof Response)) return WebAssembly.compile(bytes);
  if (!bytes.ok) throw new Error(`${bytes.status} ${bytes.url}`);
  if (bytes.headers.get('Content-Type') === 'application/wasm') return WebAssembly.compileStreaming(bytes);
  return WebAssembly.compile(await bytes.arrayBuffer());
}

/** What parts import: an instance of one puts its functions into the table of the module's, in the place of stubs. */
const exported = () => ({ m: core() });

/** Makes a chart on a canvas. `redraw` is called when a fresh instance has taken over, `fail` when none will. */
export function attach(canvas, { redraw, fail }) {
  const handle = { canvas, redraw, fail, chart: null };
  charts.add(handle);
  return handle;
}

/** Lets go of a chart. */
export function detach(handle) {
  charts.delete(handle);
  try {
    handle.chart?.free();
  } catch {
    // It belonged to an instance that has trapped, and went with it.
  }
  handle.chart = null;
}

/**
 * Runs `work` on the chart behind a handle. The module reports what is wrong as a value and never throws, so whatever is
 * thrown here means that the instance is lost: it is replaced, every chart is drawn again, and the answer is undefined.
 */
export function call(handle, work) {
  try {
    handle.chart ??= new Chart(handle.canvas);
    return work(handle.chart);
  } catch (error) {
    recover(error);
    return undefined;
  }
}

/** The words of the page around the charts, by key. */
export const words = (language) => wordsOf(language);

/** Paints the picture of a query string on a canvas, as small as the canvas is on the page. */
export function miniature(canvas, query) {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!width || !height) return;
  try {
    miniatureOf(canvas, query, width, height, devicePixelRatio, scheme());
  } catch (error) {
    recover(error);
  }
}

let recovering = false;

function recover(error) {
  if (recovering) throw error;
  recovering = true;
  try {
    while (lives > 0) {
      lives -= 1;
      for (const handle of charts) handle.chart = null;
      try {
        __wbg_reset_state();
        parts.forEach((part) => new WebAssembly.Instance(part, exported()));
        for (const handle of [...charts]) handle.redraw();
        return;
      } catch {
        // The fresh instance failed on the same picture. Once more, as long as there are lives.
      }
    }
    for (const handle of [...charts]) handle.fail(error);
  } finally {
    recovering = false;
  }
}
