// A chart in a frame: the height that it tells, who believes it, and what holds where nobody does.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { html, site } from './host.mjs';
import { faults, launch, open, origins, URL_OTHER, URL_PAGE } from './support.mjs';

const browser = await launch({ after });

const PARENT = `<script src="${URL_PAGE}embed.js"></script>`;
const frame = (query, more = '') => `<iframe src="${URL_PAGE}embed.html?${query}" title="chart" ${more}></iframe>`;
const STYLE = '<style>iframe { width: 100%; border: 0; aspect-ratio: 4 / 3 }</style>';

/** Opens a page that frames something. */
async function visit(t, body, { head = PARENT, pages = {}, ...options } = {}) {
  const origin = await site(t, { '/': html(body, { head: STYLE + head }), ...pages });
  const { page, seen } = await open(browser, { ...options, url: `${origin}/` });
  t.after(() => page.close());
  return { page, seen, origin };
}

/** The document in the frame, drawn. */
async function inside(page) {
  const inner = await page.waitForFrame((one) => one.url().includes('/embed.html'), { timeout: 10_000 });
  await inner.waitForFunction(() => document.querySelector('article-chart')?.figure, { timeout: 10_000 });
  return inner;
}

const outer = (page) => page.$eval('iframe', (node) => node.getBoundingClientRect().height);
const inner = (frameOf) => frameOf.evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().height));

/** Waits until the frame is as high as what is in it, but for some pixels. */
async function fits(page, frameOf, slack = 0) {
  let heights;
  for (let i = 0; i < 100; i += 1) {
    heights = [await outer(page), await inner(frameOf)];
    if (Math.abs(heights[0] - heights[1]) <= slack) return heights[0];
    await new Promise((done) => { setTimeout(done, 50); });
  }
  return assert.fail(`the frame is ${heights[0]} high, its content ${heights[1]}`);
}

for (const [kind, attributes] of [
  ['in a frame', ''],
  ['in a sandbox, which has no origin', 'sandbox="allow-scripts allow-popups allow-downloads"'],
  ['in a sandbox that keeps its origin', 'sandbox="allow-scripts allow-same-origin"'],
]) {
  test(`${kind}: the state of the address, at the height of the content, also after a reader's move and at another width`, async (t) => {
    const { page, seen, origin } = await visit(t, frame('view=cooperation-series&years=printed&datum=A1-26&lang=en&theme=dark', attributes), { width: 900 });
    const chart = await inside(page);
    assert.deepEqual(await chart.evaluate(() => {
      const { figure: { view, language, theme, selected, controls } } = document.querySelector('article-chart');
      return [view, language, theme, selected, controls.find(({ id }) => id === 'years').options.find(({ current }) => current).id, document.documentElement.lang];
    }), ['cooperation-series', 'en', 'dark', 'A1-26', 'printed', 'en']);
    const first = await fits(page, chart);
    assert.ok(first > 800);
    assert.equal(await chart.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true, 'nothing to scroll');

    await chart.evaluate(() => { document.querySelector('article-chart').shadowRoot.querySelector('[part=data]').open = false; });
    await chart.waitForFunction((before) => document.querySelector('main').offsetHeight < before - 100, {}, first);
    const second = await fits(page, chart);
    await page.setViewport({ width: 380, height: 800 });
    await chart.waitForFunction(() => document.querySelector('article-chart').figure.width < 380, { timeout: 5000 });
    assert.notEqual(await fits(page, chart), second);
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    assert.deepEqual(origins(seen).sort(), [origin, new URL(URL_PAGE).origin].sort());
  });
}

test('the longest of all, on a phone, fits too', async (t) => {
  const { page } = await visit(t, frame('view=evidence&lang=en'), { width: 340 });
  assert.ok(await fits(page, await inside(page)) > 10_000);
});

test('the frame names its picture and leads to the page, in the language and the state that it has', async (t) => {
  const { page } = await visit(t, frame('view=pipelines&lang=zh'));
  const chart = await inside(page);
  const credit = () => chart.$eval('#credit', (link) => [document.title === document.querySelector('article-chart').figure.title, link.textContent, link.href, link.checkVisibility()]);
  assert.deepEqual(await credit(), [true, '报上数字', `${URL_PAGE}?v=1&view=pipelines&lang=zh`, true]);
  await chart.evaluate(() => document.querySelector('article-chart').send('language', 'en'));
  assert.deepEqual(await credit(), [true, 'Figures in print', `${URL_PAGE}?v=1&view=pipelines&lang=en`, true]);
  const [ground, around] = await chart.evaluate(() => [document.querySelector('article-chart').figure.palette.background, getComputedStyle(document.documentElement).backgroundColor]);
  const channels = around.match(/\d+/g).map((channel) => Number(channel).toString(16).padStart(2, '0')).join('');
  assert.equal(`#${channels}`, ground);
});

test('controls=none in the address: the picture, its notes, source and table, and the way to the page', async (t) => {
  const { page } = await visit(t, frame('view=cooperation-series&lang=en&controls=none'));
  const chart = await inside(page);
  assert.deepEqual(await chart.evaluate(() => {
    const { shadowRoot, figure } = document.querySelector('article-chart');
    return [...['controls', 'take', 'help', 'canvas', 'table'].map((part) => shadowRoot.querySelector(`[part=${part}]`).checkVisibility()),
      document.getElementById('credit').checkVisibility(), figure.problems];
  }), [false, false, false, true, true, true, []]);
  await fits(page, chart);
});

test('a page without our script: the frame keeps the room that it has, and scrolls', async (t) => {
  const { page, seen } = await visit(t, frame('view=pipelines&lang=en'), { head: '', width: 800 });
  const chart = await inside(page);
  await new Promise((done) => { setTimeout(done, 300); });
  const width = await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().width);
  assert.ok(Math.abs(await outer(page) - width * 3 / 4) < 1);
  assert.ok(await chart.evaluate(() => document.documentElement.scrollHeight > innerHeight));
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
});

test('a browser that sizes frames by itself needs our script only when the width changes', async (t) => {
  const { page, seen } = await visit(t, frame('view=cooperation-series&lang=en', 'sandbox="allow-scripts"'),
    { head: '<style>iframe { aspect-ratio: auto; frame-sizing: content-height }</style>', width: 800 });
  const chart = await inside(page);
  if (!await page.evaluate(() => CSS.supports('frame-sizing', 'content-height'))) return t.skip('this one does not');
  // It rounds by itself.
  const first = await fits(page, chart, 1);
  await chart.evaluate(() => { document.querySelector('article-chart').shadowRoot.querySelector('[part=data]').open = false; });
  await chart.waitForFunction((before) => document.querySelector('main').offsetHeight < before - 100, {}, first);
  await fits(page, chart, 1);
  // At another width Chromium goes on measuring at the first one: there the frame scrolls.
  await page.setViewport({ width: 380, height: 800 });
  await chart.waitForFunction(() => document.querySelector('article-chart').figure.width < 380, { timeout: 5000 });
  await page.addScriptTag({ url: `${URL_PAGE}embed.js` });
  await fits(page, chart);
  return assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
});

test('a script that comes after the frame asks', async (t) => {
  const { page } = await visit(t, frame('view=pipelines&lang=en'), { head: '', width: 800 });
  const chart = await inside(page);
  const before = await outer(page);
  await page.addScriptTag({ url: `${URL_PAGE}embed.js` });
  assert.notEqual(await fits(page, chart), before);
});

test('the words of others, on request', async (t) => {
  const head = '<script>globalThis.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>';
  for (const [query, told] of [
    ['', []],
    ['&resize=amp', [(height) => ({ sentinel: 'amp', type: 'embed-size', height })]],
    ['&resize=pym&childId=chart-1', [(height) => `pymxPYMxchart-1xPYMxheightxPYMx${height}`]],
    ['&resize=toString', []],
    ['&resize=__proto__', []],
  ]) {
    const { page } = await visit(t, frame(`view=pipelines&lang=en${query}`), { head });
    const chart = await inside(page);
    await page.waitForFunction(() => heard.length > 0);
    const height = await inner(chart);
    await page.waitForFunction((wanted) => heard.some((data) => data.height === wanted), {}, height);
    const heard = await page.evaluate(() => globalThis.heard);
    const last = heard.slice(-1 - told.length);
    assert.deepEqual(last, [{ type: 'article-chart:size', v: 1, height }, ...told.map((say) => say(height))], query);
    assert.equal(heard.length % (1 + told.length), 0);
  }
});

/** A frame that says 10,000 things: what a chart would say, nearly what it would say, and anything else. */
const HOSTILE = `<script>
  let state = 7;
  const random = (below) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * below); };
  const pick = (...from) => from[random(from.length)];
  const number = () => pick(random(6000), -random(6000), random(6000) + .5, NaN, Infinity, -Infinity, 0, -0, 1e308, 49, 50, 30000, 30001, 2 ** 53);
  const thing = () => pick(number(), String(number()), [number()], { valueOf: number() }, null, undefined, true, new Date(), 10n, '', '100vh', new Map([['height', 300]]));
  const message = () => pick(
    { type: 'article-chart:size', v: 1, height: number() }, { type: 'article-chart:size', height: thing() }, { type: thing(), height: number() },
    { type: 'article-chart:ask' }, { sentinel: 'amp', type: 'embed-size', height: number() }, 'pymxPYMxxPYMxheightxPYMx' + number(), JSON.stringify({ type: 'article-chart:size', height: number() }),
    Object.assign([], { type: 'article-chart:size', height: 300 }), thing(), new Uint8Array(3), { 'datawrapper-height': { x: number() } });
  const to = location.hash === '#frames' ? () => parent.frames[random(2)] : () => parent;
  for (let i = 0; i < 10000; i += 1) to().postMessage(message(), '*');
  parent.postMessage('done', '*');
</script>`;

for (const [who, sandbox, hash] of [
  ['another frame', '', ''],
  ['another frame, without an origin', 'sandbox="allow-scripts"', ''],
  ['another frame, to the frames beside it', '', '#frames'],
]) {
  test(`10,000 hostile messages from ${who}: no frame changes its height`, async (t) => {
    const { page, seen } = await visit(t, frame('view=pipelines&lang=en'), { pages: { '/hostile': html(HOSTILE) }, width: 800 });
    const chart = await inside(page);
    const height = await fits(page, chart);
    const changes = await page.evaluate(async (attributes, anchor) => {
      const styles = [];
      const observer = new MutationObserver((all) => styles.push(...all.map(({ target }) => target.style.height)));
      observer.observe(document.body, { subtree: true, attributeFilter: ['style'], childList: false });
      const done = new Promise((heard) => { addEventListener('message', ({ data }) => data === 'done' && heard()); });
      const place = document.createElement('div');
      place.innerHTML = `<iframe src="/hostile${anchor}" ${attributes}></iframe>`;
      document.body.append(place);
      await done;
      await new Promise((later) => { setTimeout(later, 400); });
      return styles;
    }, sandbox, hash);
    assert.deepEqual(changes, []);
    assert.deepEqual(await page.$$eval('iframe', (all) => all.map(({ style }) => style.height)), [`${height}px`, '']);
    assert.equal(await inner(chart), height);
    assert.deepEqual(seen.errors, []);
  });
}

test('the window itself and a frame that has gone elsewhere are not believed either', async (t) => {
  const { page } = await visit(t, frame('view=pipelines&lang=en'), { pages: { '/hostile': html(HOSTILE) }, width: 800 });
  const height = await fits(page, await inside(page));
  await page.evaluate(() => {
    for (let i = 100; i < 1000; i += 1) postMessage({ type: 'article-chart:size', v: 1, height: i }, '*');
  });
  // The address in the attribute is ours still; the origin is not.
  await page.evaluate(async () => {
    const done = new Promise((heard) => { addEventListener('message', ({ data }) => data === 'done' && heard()); });
    frames[0].location = '/hostile';
    await done;
    await new Promise((later) => { setTimeout(later, 300); });
  });
  assert.equal(await outer(page), height);
});

test('a chart that tells nonsense is not believed, and one that tells too much changes little', async (t) => {
  const { page } = await visit(t, frame('view=pipelines&lang=en'), { width: 800 });
  const chart = await inside(page);
  const height = await fits(page, chart);
  await chart.evaluate(async () => {
    for (const wrong of [1e9, 30001, 49, 0, -300, NaN, Infinity, '300', null, [300], { valueOf: 300 }]) parent.postMessage({ type: 'article-chart:size', v: 1, height: wrong }, '*');
    await new Promise((later) => { setTimeout(later, 300); });
  });
  assert.equal(await outer(page), height);
  await page.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver((all) => { changes += all.length; }).observe(document.querySelector('iframe'), { attributeFilter: ['style'] });
  });
  const time = await chart.evaluate(async () => {
    const start = performance.now();
    for (let i = 0; i < 500; i += 1) {
      parent.postMessage({ type: 'article-chart:size', v: 1, height: 300 + i }, '*');
      await new Promise((later) => { setTimeout(later); });
    }
    return performance.now() - start;
  });
  await new Promise((done) => { setTimeout(done, 300); });
  const changes = await page.evaluate(() => globalThis.changes);
  assert.ok(changes >= 2 && changes <= time / 100 + 2, `${changes} changes in ${time} ms`);
  assert.equal(await outer(page), 799, 'the last one counts');
});

for (const [query, picture] of [
  ['view=pipelines&lang=en&theme=dark', `${URL_PAGE}static/pipelines.en.dark.720.svg`],
  ['view=../index&lang=zh', null],
]) {
  test(`the module is missing, ${query}: the frame has ${picture ? 'the picture that was drawn ahead and ' : ''}links, tells their height, and throws nothing`, async (t) => {
    const { page, seen } = await visit(t, '', { width: 800 });
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().endsWith('.wasm') ? request.respond({ status: 404, body: '' }) : request.continue()));
    await page.evaluate((text) => { document.body.innerHTML = text; }, frame(query));
    const chart = await page.waitForFrame((one) => one.url().includes('/embed.html'));
    await chart.waitForFunction(() => document.querySelector('article-chart:state(error)'), { timeout: 10_000 });
    await chart.waitForFunction((wanted) => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth) && document.images.length === Number(wanted), { timeout: 5000 }, Boolean(picture));
    assert.deepEqual(await chart.$$eval('img', (all) => all.map(({ src }) => src)), picture ? [picture] : []);
    const links = await chart.$$eval('a', (all) => all.filter((link) => link.checkVisibility()).map(({ textContent, href }) => [textContent, href]));
    assert.deepEqual(links, [['报上数字', `${URL_PAGE}index.html?${query}`], ['Figures in print', `${URL_PAGE}index.en.html?${query}`]]);
    const height = await fits(page, chart);
    assert.equal(height > 300, Boolean(picture), `${height} px`);
    assert.deepEqual([seen.errors, seen.violations], [[], []]);
  });
}

test('without scripts the frame has links', async (t) => {
  const { page } = await open(browser);
  t.after(() => page.close());
  await page.setJavaScriptEnabled(false);
  await page.goto(`${URL_OTHER}embed.html?view=pipelines`);
  const links = await page.$$eval('a', (all) => all.filter((link) => link.checkVisibility()).map(({ textContent, href }) => [textContent, href]));
  assert.deepEqual(links, [['报上数字', `${URL_OTHER}index.html`], ['Figures in print', `${URL_OTHER}index.en.html`]]);
});
