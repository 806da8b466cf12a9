// The element as a page meets it: attributes, properties, events, states, life cycle.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { html, SCRIPT, site } from './host.mjs';
import { faults, launch, open } from './support.mjs';

const browser = await launch({ after });

/** Opens a page of somebody else's with this in it. */
async function visit(t, body, { head = SCRIPT, ...options } = {}) {
  const opened = await open(browser, { ...options, url: `${await site(t, { '/': html(body, { head }) })}/` });
  t.after(() => opened.page.close());
  return opened;
}

const ready = (page, count = 1) => page.waitForFunction(
  (wanted) => [...document.querySelectorAll('article-chart')].filter(({ figure }) => figure).length === wanted, { timeout: 10_000 }, count);
const settled = (page) => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
const wasm = ({ requests }) => requests.filter((url) => url.endsWith('_bg.wasm'));
/** The parts of the module that draw one kind of mark. */
const parts = ({ requests }) => requests.filter((url) => url.includes('/marks/')).map((url) => url.split('/').at(-1));

test('properties that were set before the class was there count, and none stays in the way of the class', async (t) => {
  const { page, seen } = await visit(t, '<article-chart></article-chart>', { head: '' });
  const found = await page.evaluate(async () => {
    const chart = document.querySelector('article-chart');
    Object.assign(chart, { view: 'pipelines', theme: 'dark', controls: 'none', loading: 'eager', state: 'lang=en' });
    const drawn = new Promise((done) => { chart.addEventListener('ac-ready', done, { once: true }); });
    await import('/charts/article-chart.js');
    await drawn;
    const own = Object.keys(chart);
    return { own, names: chart.getAttributeNames().sort(), figure: [chart.figure.view, chart.figure.theme, chart.figure.language], controls: chart.controls };
  });
  assert.deepEqual(found, {
    own: [], names: ['controls', 'loading', 'state', 'theme', 'view'], figure: ['pipelines', 'dark', 'en'], controls: 'none',
  });
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
});

test('properties reflect attributes both ways, and null takes the attribute away', async (t) => {
  const { page } = await visit(t, '<article-chart view="pipelines" lang="en"></article-chart>');
  await ready(page);
  const found = await page.$eval('article-chart', (chart) => {
    const told = [['view', 'theme', 'controls', 'loading', 'lang'].map((name) => chart[name])];
    chart.theme = 'dark';
    chart.controls = 'none';
    chart.loading = 'eager';
    told.push(['theme', 'controls', 'loading'].map((name) => chart.getAttribute(name)));
    for (const name of ['theme', 'controls', 'loading', 'state']) chart[name] = name === 'theme' ? undefined : null;
    told.push(chart.getAttributeNames().sort());
    chart.setAttribute('view', 'scitech-share');
    told.push(chart.view);
    return told;
  });
  assert.deepEqual(found, [['pipelines', '', 'full', 'lazy', 'en'], ['dark', 'none', 'eager'], ['lang', 'view'], 'scitech-share']);
  await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'scitech-share', { timeout: 5000 });
});

test('every event bubbles out of the shadow that the chart is in, with its detail', async (t) => {
  const { page } = await visit(t, '<div id="around" style="width: 700px"></div>', { width: 900 });
  await page.evaluate(() => {
    globalThis.heard = [];
    const names = ['ac-ready', 'ac-viewchange', 'ac-datum', 'ac-resize', 'ac-report', 'ac-error'];
    for (const name of names) document.addEventListener(name, ({ detail, target }) => heard.push([name, detail, target.id]));
    const inner = document.createElement('article-chart');
    inner.setAttribute('state', 'view=cooperation-series&lang=en');
    document.getElementById('around').attachShadow({ mode: 'open' }).append(inner);
    globalThis.chart = inner;
  });
  await page.waitForFunction(() => chart.figure && heard.some(([name]) => name === 'ac-resize'), { timeout: 10_000 });
  const first = await page.evaluate(() => heard.splice(0));
  assert.deepEqual(first.map(([name, , target]) => [name, target]), [['ac-ready', 'around'], ['ac-resize', 'around']]);
  assert.deepEqual(first[0][1], { state: 'v=1&view=cooperation-series&lang=en' });
  assert.deepEqual(first[1][1], { height: await page.evaluate(() => chart.offsetHeight) });

  await page.evaluate(() => { document.getElementById('around').style.width = '320px'; });
  await page.waitForFunction(() => heard.length && heard.at(-1)[1].height === chart.offsetHeight && chart.figure.width < 400, { timeout: 5000 });
  const resized = await page.evaluate(() => heard.splice(0));
  assert.deepEqual([...new Set(resized.map(([name]) => name))], ['ac-resize']);
  assert.ok(resized.at(-1)[1].height > first[1][1].height, 'narrower is higher');

  const told = await page.evaluate(() => {
    chart.shadowRoot.querySelector('[data-option=peak]').click();
    chart.shadowRoot.querySelector('button[data-datum="A1-28"]').click();
    chart.shadowRoot.querySelector('button[data-datum="A1-28"]').click();
    return heard.splice(0).filter(([name]) => name !== 'ac-resize').map(([name, detail]) => [name, detail]);
  });
  assert.deepEqual(told, [
    ['ac-viewchange', { state: 'v=1&view=cooperation-series&scale=peak&lang=en', what: 'scale', value: 'peak' }],
    ['ac-viewchange', { state: 'v=1&view=cooperation-series&scale=peak&datum=A1-28&lang=en', what: 'select', value: 'A1-28' }],
    ['ac-datum', { datum: 'A1-28' }],
    ['ac-viewchange', { state: 'v=1&view=cooperation-series&scale=peak&lang=en', what: 'select', value: '' }],
    ['ac-datum', { datum: null }],
  ]);
});

test('a chart far below waits: not even the module is asked for until the reader comes near', async (t) => {
  const { page, seen } = await visit(t, '<p style="height: 6000px">text</p><article-chart view="pipelines"><p>fallback</p></article-chart>');
  await settled(page);
  assert.deepEqual(wasm(seen), []);
  assert.equal(await page.$eval('article-chart p', (node) => node.checkVisibility()), true);
  await page.evaluate(() => scrollTo(0, 4600));
  await ready(page);
  assert.equal(wasm(seen).length, 1);
  assert.deepEqual(parts(seen), ['units.wasm'], 'and no part of it that draws other charts');
});

test('a chart that goes on to another view loads what draws it, and shows what it has until then', async (t) => {
  const { page, seen } = await visit(t, '<article-chart view="pipelines" lang="en"></article-chart>');
  await ready(page);
  const went = await page.$eval('article-chart', (chart) => new Promise((done) => {
    chart.addEventListener('ac-viewchange', ({ detail }) => done([until, detail.value, chart.figure.view]), { once: true });
    chart.go('view=isc-2020');
    const until = chart.figure.view;
  }));
  assert.deepEqual(went, ['pipelines', 'isc-2020', 'isc-2020']);
  assert.deepEqual(parts(seen), ['units.wasm', 'bar.wasm']);
  // What is there already is drawn at once.
  const now = await page.$eval('article-chart', (chart) => {
    chart.go('view=success-rate');
    return chart.figure.view;
  });
  assert.equal(now, 'success-rate');
  assert.equal(parts(seen).length, 2);
  assert.deepEqual(seen.errors, []);
});

test('a part that cannot be had: the chart says so and stays as it is; the next try succeeds', async (t) => {
  const { page } = await visit(t, '<article-chart view="pipelines" lang="en"></article-chart>');
  await ready(page);
  let lost = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => (lost && request.url().includes('/marks/') ? request.abort() : request.continue()));
  await page.$eval('article-chart', (chart) => chart.go('view=isc-2020'));
  await page.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('[part=message]').hidden);
  const told = await page.$eval('article-chart', ({ figure, state, shadowRoot }) => [figure.view, state, shadowRoot.querySelector('[part=message]').textContent]);
  assert.deepEqual(told, ['pipelines', 'v=1&view=pipelines&lang=en', 'It did not load. Please try again.']);
  lost = false;
  await page.$eval('article-chart', (chart) => chart.go('view=isc-2020&lang=en'));
  await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'isc-2020');
  assert.equal(await page.$eval('article-chart', ({ shadowRoot }) => shadowRoot.querySelector('[part=message]').hidden), true);
});

test('eager, on paper and out of hiding a chart does not wait', async (t) => {
  const { page, seen } = await visit(t, `<article-chart hidden view="pipelines"></article-chart><p style="height: 6000px">text</p>
    <article-chart view="scitech-share"></article-chart><article-chart view="isc-2020"></article-chart>`);
  await settled(page);
  assert.deepEqual(wasm(seen), [], 'hidden is far away');
  const drawn = () => page.$$eval('article-chart', (all) => all.map(({ figure }) => figure?.view ?? null));
  await page.$$eval('article-chart', ([, far]) => { far.loading = 'eager'; });
  await ready(page);
  assert.deepEqual(await drawn(), [null, 'scitech-share', null]);
  await page.$eval('article-chart', (chart) => { chart.hidden = false; });
  await ready(page, 2);
  assert.deepEqual(await drawn(), ['pipelines', 'scitech-share', null]);
  await page.waitForNetworkIdle({ idleTime: 100 });
  // Paper waits for no frame: what is there when this event ends is printed, and light.
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const { figure } = document.querySelectorAll('article-chart')[2];
    return [figure.view, figure.width];
  });
  assert.deepEqual(printed, ['isc-2020', 660]);
  assert.equal(wasm(seen).length, 1, 'one module for all');
});

test('a chart that is hidden for a while has the size of its container when it is back', async (t) => {
  const { page } = await visit(t, '<div style="width: 700px"><article-chart view="pipelines"></article-chart></div>', { width: 900 });
  await ready(page);
  await page.$eval('article-chart', (chart) => {
    chart.hidden = true;
    chart.theme = 'dark';
    chart.parentNode.style.width = '400px';
  });
  await settled(page);
  assert.equal(await page.$eval('article-chart', (chart) => chart.offsetHeight), 0);
  await page.$eval('article-chart', (chart) => { chart.hidden = false; });
  await settled(page);
  const found = await page.$eval('article-chart', ({ figure, shadowRoot }) => {
    const canvas = shadowRoot.querySelector('canvas');
    return [figure.width, figure.theme, canvas.width, canvas.getBoundingClientRect().width];
  });
  assert.deepEqual(found, [400, 'dark', 400, 400]);
});

test('an unknown view, language or theme: a picture all the same, and a message of what is wrong, as text', async (t) => {
  const hostile = '&lt;img src=x onerror=alert(1)&gt;';
  const { page, seen } = await visit(t, `<article-chart view="${hostile}" lang="xx" theme="sepia"></article-chart>`);
  await ready(page);
  const [problems, shown, visible, images] = await page.$eval('article-chart', ({ figure, shadowRoot }) => {
    const message = shadowRoot.querySelector('[part=message]');
    return [figure.problems.length, message.textContent, message.checkVisibility(), shadowRoot.querySelectorAll('img').length];
  });
  assert.deepEqual([problems, visible, images], [3, true, 0]);
  for (const wrong of ['<img src=x', 'xx', 'sepia']) assert.ok(shown.includes(wrong), shown);
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
});

test('a page can style by the state of the chart', async (t) => {
  const { page } = await visit(t, '<p style="height: 6000px">text</p><article-chart view="pipelines"></article-chart>');
  const state = () => page.$eval('article-chart', (chart) => ['loading', 'ready', 'error'].filter((name) => chart.matches(`:state(${name})`)));
  assert.deepEqual(await state(), []);
  const loading = await page.$eval('article-chart', (chart) => {
    chart.loading = 'eager';
    return chart.matches(':state(loading)');
  });
  assert.equal(loading, true);
  await ready(page);
  assert.deepEqual(await state(), ['ready']);
  await page.$eval('article-chart', (chart) => chart.remove());
});

test('browsers without custom states, or with the older ones alone, draw all the same', async (t) => {
  for (const states of ['undefined', '{ clear() {}, add(name) { if (!name.startsWith("--")) throw new DOMException("no", "SyntaxError"); } }']) {
    const head = `<script>Object.defineProperty(ElementInternals.prototype, 'states', { get: () => (${states}) })</script>${SCRIPT}`;
    const { page, seen } = await visit(t, '<article-chart view="pipelines"></article-chart>', { head });
    await ready(page);
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  }
});

test('controls="none" is the picture, its notes, source and table', async (t) => {
  const { page } = await visit(t, '<article-chart view="cooperation-series" controls="none"></article-chart>');
  await ready(page);
  const shown = () => page.$eval('article-chart', ({ shadowRoot }) =>
    ['controls', 'stage', 'notes', 'source', 'take', 'data', 'help'].filter((part) => shadowRoot.querySelector(`[part=${part}]`).checkVisibility()));
  assert.deepEqual(await shown(), ['stage', 'notes', 'source', 'data']);
  await page.$eval('article-chart', (chart) => { chart.controls = null; });
  assert.deepEqual(await shown(), ['controls', 'stage', 'notes', 'source', 'take', 'data', 'help']);
});

/** The tables that assistive technology meets, by the text of their cells. */
async function tables(page) {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const cells = (node) => [
    ...(['cell', 'gridcell', 'rowheader'].includes(node.role?.value) ? [node.name.value] : []),
    ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? cells(byId.get(id)) : [])),
  ];
  return nodes.filter(({ role, ignored }) => role?.value === 'table' && !ignored).map(cells);
}

const TABLE = '<table><tr><th scope="row">Pipelines<td>&gt;300</table>';

test('there is one table: the fallback\'s until the chart takes over, then the chart\'s, and the fallback\'s again when it is lost', async (t) => {
  const { page } = await visit(t, `<p style="height: 6000px">text</p><article-chart view="pipelines" lang="en">${TABLE}</article-chart>`);
  assert.deepEqual(await tables(page), [['Pipelines', '>300']]);
  await page.$eval('article-chart', (chart) => { chart.loading = 'eager'; });
  await ready(page);
  const live = await tables(page);
  assert.equal(live.length, 1);
  assert.ok(live[0].includes('>300 pipelines') && live[0].length > 20, String(live));
  // Every instance is lost.
  await page.evaluate(() => {
    const align = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'textAlign');
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'textAlign', { ...align, set() { throw new WebAssembly.RuntimeError('unreachable'); } });
    document.querySelector('article-chart').send('theme', 'dark');
  });
  assert.deepEqual(await tables(page), [['Pipelines', '>300']]);
  assert.equal(await page.$eval('article-chart', (chart) => chart.matches(':state(error)')), true);
});

test('no module and no fallback: a link to where the picture may be had, and never a blank box', async (t) => {
  const { page, seen } = await visit(t, `<article-chart view="pipelines" lang="en">
  </article-chart>`, { head: '' });
  await page.setRequestInterception(true);
  let broken = true;
  page.on('request', (request) => (broken && request.url().endsWith('.wasm') ? request.abort() : request.continue()));
  const error = await page.evaluate(async () => {
    const failed = new Promise((done) => { addEventListener('ac-error', ({ detail: { error: { name } } }) => done(name), { once: true }); });
    await import('/charts/article-chart.js');
    return failed;
  });
  assert.equal(error, 'TypeError');
  const link = await page.$eval('article-chart', (chart) => {
    const node = chart.shadowRoot.querySelector('[part=missing]');
    return [node.checkVisibility(), node.textContent, new URL(node.href).search, new URL(node.href).pathname, chart.offsetHeight > 10];
  });
  assert.deepEqual(link, [true, '⚠ pipelines', '?view=pipelines&lang=en', '/charts/', true]);
  // A network that comes back is enough: the next chart asks again.
  broken = false;
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('article-chart'), { view: 'isc-2020' })));
  await ready(page);
  assert.deepEqual(seen.errors, []);
});

for (const [how, move] of [
  ['appended elsewhere', (chart, to) => to.append(chart)],
  ['moved as it is', (chart, to) => (to.moveBefore ? to.moveBefore(chart, null) : to.append(chart))],
]) {
  test(`a chart that is ${how} keeps its canvas and what the reader has done`, async (t) => {
    const { page } = await visit(t, '<article-chart view="cooperation-series"></article-chart><div id="to" style="width: 400px"></div>');
    await ready(page);
    const same = await page.evaluate(`(${async (act) => {
      const chart = document.querySelector('article-chart');
      chart.send('scale', 'peak');
      const { shadowRoot, state, figure: { width } } = chart;
      const canvas = shadowRoot.querySelector('canvas');
      act(chart, document.getElementById('to'));
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))); });
      return [shadowRoot.querySelector('canvas') === canvas, chart.state === state, width > 400, chart.figure.width];
    }})(${move})`);
    assert.deepEqual(same, [true, true, true, 400]);
  });
}

test('a chart that has left lets go of everything, and draws again where it comes back', async (t) => {
  const { page } = await visit(t, '<article-chart view="pipelines"></article-chart>');
  await ready(page);
  const gone = await page.evaluate(async () => {
    const chart = globalThis.chart = document.querySelector('article-chart');
    chart.remove();
    await null;
    return [chart.figure, chart.shadowRoot.innerHTML, chart.matches(':state(ready)')];
  });
  assert.deepEqual(gone, [null, '<slot></slot>', false]);
  await page.evaluate(() => document.body.append(chart));
  await ready(page);
});

test('1,000 mounts and unmounts: no growth in memory of the module, nodes, listeners, canvases', async (t) => {
  const head = `<script>
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      globalThis.exported ??= made.exports;
      return made;
    };
    globalThis.canvases = [];
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (...given) {
      const made = createElement.apply(this, given);
      if (given[0] === 'canvas') canvases.push(new WeakRef(made));
      return made;
    };
  </script>${SCRIPT}`;
  const { page, seen } = await visit(t, '', { head });
  const round = async (times, stay = false) => {
    await page.evaluate(async (count, last) => {
      for (let i = 0; i < count; i += 1) {
        const chart = Object.assign(document.createElement('article-chart'), { view: ['cooperation-series', 'pipelines', 'evidence'][i % 3], loading: 'eager' });
        const drawn = new Promise((done) => { chart.addEventListener('ac-ready', done, { once: true }); });
        document.body.append(chart);
        await drawn;
        if (i % 4 === 0) chart.send('theme', 'dark');
        if (!last) chart.remove();
      }
      // The last one goes in a microtask, and what was put off wakes up for nobody.
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    }, times, stay);
    const client = await page.createCDPSession();
    for (let i = 0; i < 3; i += 1) await client.send('HeapProfiler.collectGarbage');
    await client.detach();
    const { Nodes, JSEventListeners } = await page.metrics();
    const [canvases, bytes, handles] = await page.evaluate(() => [
      globalThis.canvases.filter((one) => one.deref()).length,
      exported.memory.buffer.byteLength,
      Object.values(exported).filter((one) => one instanceof WebAssembly.Table).reduce((sum, { length }) => sum + length, 0),
    ]);
    return { canvases, bytes, handles, Nodes, JSEventListeners };
  };
  // The first ones fill what is filled once: fonts, measured texts, compiled code.
  const before = await round(30);
  const then = await round(1000);
  t.diagnostic(JSON.stringify({ before, then }));
  assert.equal(wasm(seen).length, 1);
  assert.ok(then.bytes <= before.bytes, `memory of the module: ${before.bytes} → ${then.bytes}`);
  assert.ok(then.handles <= before.handles, `handles: ${before.handles} → ${then.handles}`);
  // What the last one of a round leaves to the collector is not the round's: a chart has some 400 nodes and 100 listeners.
  assert.ok(then.canvases <= before.canvases + 2, `canvases: ${before.canvases} → ${then.canvases}`);
  assert.ok(then.Nodes < before.Nodes + 1000, `nodes: ${before.Nodes} → ${then.Nodes}`);
  assert.ok(then.JSEventListeners < before.JSEventListeners + 200, `listeners: ${before.JSEventListeners} → ${then.JSEventListeners}`);
  const { canvases, Nodes } = await round(1, true);
  assert.ok(canvases === then.canvases + 1 && Nodes > then.Nodes + 200, `one that stays is seen: ${canvases} canvases, ${Nodes} nodes`);
  assert.deepEqual(seen.errors, []);
});

test('the root of a page may have any text size: text in the chart has the reader\'s, or what the page gives the chart', async (t) => {
  const sizes = [];
  for (const style of ['', 'html { font-size: 62.5% }', 'html { font-size: 40px } body { letter-spacing: 0 }', 'article-chart { --ac-font-size: 20px }']) {
    const { page } = await visit(t, '<article-chart view="pipelines" lang="en"></article-chart>', { head: `${SCRIPT}<style>${style}</style>`, width: 800 });
    await ready(page);
    sizes.push(await page.$eval('article-chart', ({ shadowRoot, figure }) => [
      ...['title', 'source', 'table'].map((part) => parseFloat(getComputedStyle(shadowRoot.querySelector(`[part=${part}]`)).fontSize)), figure.height,
    ]));
  }
  const [plain, small, large, asked] = sizes;
  assert.deepEqual(plain.slice(0, 3), [24, 14, 14]);
  assert.deepEqual(small, plain);
  assert.deepEqual(large, plain);
  assert.deepEqual(asked.slice(0, 3), [30, 17.5, 17.5]);
  assert.ok(asked[3] > plain[3], 'the picture follows');
});

test('the host keeps its attributes; colours can be read from it, and a page goes before them', async (t) => {
  const { page } = await visit(t, '<article-chart view="pipelines" theme="dark"></article-chart>', { head: `${SCRIPT}<style>.mine { --ac-accent: rgb(1, 2, 3) }</style>` });
  await ready(page);
  const found = await page.$eval('article-chart', (chart) => {
    const read = (name) => getComputedStyle(chart).getPropertyValue(name);
    const told = [chart.getAttributeNames(), read('--ac-background') === chart.figure.palette.background, read('--ac-accent') === chart.figure.palette.accent];
    chart.className = 'mine';
    return [...told, read('--ac-accent')];
  });
  assert.deepEqual(found, [['view', 'theme'], true, true, 'rgb(1, 2, 3)']);
});
