// What the browser tests share: a browser with a fresh profile, a page that reports everything it should not do.
// `cargo xtask test --only browser` sets the variables; by hand, start `cargo xtask serve` and set AC_URL.
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const npm = resolve(process.env.AC_NPM ?? 'target/tools/npm');
const puppeteer = createRequire(join(npm, 'package.json'))('puppeteer-core');

/** The path of a file of one of the npm packages. */
export const npmFile = (name) => join(npm, 'node_modules', name);

/** The page under test, and the same files on another origin. Both end with a slash. */
export const URL_PAGE = process.env.AC_URL ?? 'http://127.0.0.1:8080/';
export const URL_OTHER = process.env.AC_URL_OTHER ?? URL_PAGE.replace('127.0.0.1', 'localhost');

// No traffic of the browser's own, and the same pixels each time.
const CHROMIUM_FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text',
  '--force-color-profile=srgb', '--hide-scrollbars',
];

/**
 * Starts a browser and stops it after the tests of a file: `const browser = await launch(t)` or `launch({ after })`.
 * @param context what has `after` (a test context, or the `after` of node:test in an object)
 * @param options `browser`: 'chrome' (default) or 'firefox'; `flags`: more command-line flags for Chromium;
 *   anything else goes to puppeteer
 */
export async function launch(context, { browser = 'chrome', flags = [], ...more } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'article-charts-browser-'));
  const firefox = browser === 'firefox';
  const running = await puppeteer.launch({
    browser,
    headless: true,
    executablePath: firefox ? process.env.FIREFOX ?? '/usr/bin/firefox-esr' : process.env.CHROMIUM ?? '/usr/bin/chromium',
    userDataDir: profile,
    args: firefox ? [] : [...CHROMIUM_FLAGS, ...flags],
    // Firefox asks its maker's servers for settings, lists and a portal unless told not to.
    extraPrefsFirefox: {
      'app.normandy.enabled': false,
      'browser.safebrowsing.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'services.settings.server': 'data:,',
    },
    ...more,
  });
  context.after(async () => {
    await running.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return running;
}

/**
 * Opens a page. What it says and does is in `seen`: `console` (errors and warnings), `errors` (uncaught), `violations`
 * (of the Content-Security-Policy, frames included) and `requests` (every URL, in order).
 * @param options `url` (none: the page stays blank), `width`, `height`, `scale` (device pixels per pixel), `features`
 *   (as puppeteer's emulateMediaFeatures, Chromium only)
 */
export async function open(browser, { url, width = 1280, height = 800, scale = 1, features } = {}) {
  const page = await browser.newPage();
  const seen = { console: [], errors: [], violations: [], requests: [] };
  // The prefix tells the record of a violation from what the page itself says.
  const prefix = 'csp-violation ';
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(prefix)) seen.violations.push(JSON.parse(text.slice(prefix.length)));
    else if (['error', 'warn', 'warning', 'assert'].includes(message.type())) seen.console.push(text);
  });
  page.on('pageerror', (error) => seen.errors.push(error instanceof Error ? error.message : String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.evaluateOnNewDocument((mark) => {
    const log = console.debug.bind(console);
    globalThis.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      log(mark + JSON.stringify({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }));
    }, { capture: true });
  }, prefix);
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  if (features) await page.emulateMediaFeatures(features);
  if (url) await page.goto(url, { waitUntil: 'load' });
  return { page, seen };
}

/** The views of the page, in the order of its list. */
export async function views() {
  const html = await (await fetch(URL_PAGE)).text();
  return [...html.slice(html.indexOf('<nav')).matchAll(/data-view="([^"]+)"/g)].map(([, view]) => view);
}

/** Waits until the charts of a document are drawn, and on the page itself until every other one could be at once. */
export const drawn = (page) => page.waitForFunction(() => {
  const { dataset } = document.documentElement;
  return [...document.querySelectorAll('article-chart')].every(({ figure }) => figure) && (!dataset.mode || 'whole' in dataset);
}, { timeout: 10_000 });

/** The middle of a datum's place, in the window; the picture is scrolled into it. */
export const place = (page, datum) => page.evaluate((wanted) => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const canvas = shadowRoot.querySelector('canvas');
  canvas.scrollIntoView({ block: 'center' });
  const { left, top } = canvas.getBoundingClientRect();
  const [x, y, width, height] = figure.datums.find(({ id }) => id === wanted).area;
  return [left + x + width / 2, top + y + height / 2];
}, datum);

/** Everything that a well-behaved page has none of; compare it with `{ console: [], errors: [], violations: [] }`. */
export const faults = ({ console, errors, violations }) => ({ console, errors, violations });

/** The origins that a page asked, each once. */
export const origins = (seen) => [...new Set(seen.requests.filter((url) => /^https?:/.test(url)).map((url) => new URL(url).origin))];

/** From its next document on, what a page saves is in `caught` (a name and a blob), what it copies in `copied`; `refuse` closes the clipboard. */
export async function catchTaken(page, refuse = false) {
  await page.evaluateOnNewDocument((closed) => {
    const caught = globalThis.caught = [];
    const copied = globalThis.copied = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const href = make.call(URL, blob);
      blobs.set(href, blob);
      return href;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function caughtClick() {
      if (this.href.startsWith('blob:')) caught.push({ name: this.download, blob: blobs.get(this.href) });
      else click.call(this);
    };
    const writeText = async (text) => {
      if (closed) throw new DOMException('no', 'NotAllowedError');
      copied.push(text);
    };
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({ writeText }), configurable: true });
  }, refuse);
}

/** The rows of a CSV file with a header, as objects. */
export function parseCsv(csv) {
  if (!csv.startsWith('\ufeff')) throw new Error('no byte order mark');
  const cells = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    cells.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') cells.push([]);
  }
  const [header, ...rows] = cells.filter((row) => row.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}
