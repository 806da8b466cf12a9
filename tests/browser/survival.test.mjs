// What goes wrong is survived: a module that traps is replaced, and one that cannot run leaves the table.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { URL_PAGE, drawn, launch, open } from './support.mjs';

const browser = await launch({ after });

/**
 * Opens the page, adds charts to it, and puts a fuse in the canvas: `fuse.left` times, a redraw throws what an instance throws that
 * has trapped. The throw goes up through the module's own frames and leaves it as torn as a trap does. It sits in a property,
 * because the methods of a canvas may fail as far as the module is concerned: it catches what they throw.
 * `fuse.instances` counts the instances made after the first.
 */
async function charts(query, views = []) {
  const { page, seen } = await open(browser);
  await page.evaluateOnNewDocument(() => {
    const fuse = globalThis.fuse = { left: 0, blown: 0, instances: 0 };
    globalThis.failed = [];
    addEventListener('ac-error', ({ target }) => globalThis.failed.push(target));
    const prototype = CanvasRenderingContext2D.prototype;
    const align = Object.getOwnPropertyDescriptor(prototype, 'textAlign');
    Object.defineProperty(prototype, 'textAlign', {
      ...align,
      set(value) {
        if (fuse.left > 0) {
          fuse.left -= 1;
          fuse.blown += 1;
          throw new WebAssembly.RuntimeError('unreachable');
        }
        align.set.call(this, value);
      },
    });
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(target, given) {
        // Not the parts that draw, which every instance has of its own.
        if (!given[1].m) fuse.instances += 1;
        return Reflect.construct(target, given);
      },
    });
  });
  await page.goto(`${URL_PAGE}?${query}`);
  await page.evaluate((more) => {
    for (const view of more) {
      const chart = document.createElement('article-chart');
      chart.setAttribute('view', view);
      chart.append('fallback');
      document.getElementById('reading').append(chart);
    }
  }, views);
  await drawn(page);
  return { page, seen };
}

/** Every chart of the page: its view, the colours on its canvas, and whether its fallback is seen. */
const look = (page) => page.$$eval('article-chart', (all) => all.map((chart) => {
  const canvas = chart.shadowRoot.querySelector('canvas');
  let colors = null;
  if (canvas) {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    colors = new Set(new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
  }
  const slot = chart.shadowRoot.querySelector('slot');
  return {
    view: chart.figure?.view ?? null,
    colors,
    fallback: Boolean(slot && slot.assignedNodes().length),
    height: chart.getBoundingClientRect().height,
  };
}));

function assertDrawn(seen, views) {
  assert.deepEqual(seen.map(({ view }) => view), views);
  for (const { view, colors } of seen) assert.ok(colors >= 4, `${view}: ${colors} colours`);
}

/** The fallback of the page's own chart is seen, with the figures of the default picture, and the notice above it. */
async function assertTable(page) {
  const [cells, notice, height] = await page.evaluate(() => [
    [...document.querySelectorAll('article-chart table tbody td')].filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent),
    document.getElementById('notice').checkVisibility(),
    document.querySelector('article-chart').getBoundingClientRect().height,
  ]);
  for (const figure of ['62家', '33家', '29家∂', '53%']) assert.ok(cells.includes(figure), `${figure} in ${cells}`);
  assert.equal(notice, true, 'the notice is shown');
  assert.ok(height > 100, 'no blank box');
}

const THREE = ['scitech-share', 'cooperation-series', 'pipelines'];

for (const [when, step] of [
  ['a view is chosen', () => document.querySelector('nav a[href*="cooperation-series"]').click()],
  ['a theme is chosen', () => document.querySelector('[data-theme-choice=dark]').click()],
  ['another chart of the page is redrawn', () => document.querySelectorAll('article-chart')[2].setAttribute('theme', 'dark')],
]) {
  test(`the module traps when ${when}: all three charts are drawn anew and go on`, async () => {
    const { page } = await charts('view=scitech-share&lang=zh', THREE.slice(1));
    await page.evaluate(() => { globalThis.fuse.left = 1; });
    await page.evaluate(`(${step})()`);
    await page.waitForFunction(() => globalThis.fuse.blown === 1, { timeout: 5000 });
    // A frame later what was put off is drawn too.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    const first = when === 'a view is chosen' ? 'cooperation-series' : 'scitech-share';
    assertDrawn(await look(page), [first, ...THREE.slice(1)]);
    assert.equal(await page.evaluate(() => globalThis.failed.length), 0, 'no chart gave up');
    assert.equal(await page.evaluate(() => globalThis.fuse.instances), 1, 'one instance took over');

    // Every chart still answers: to what is sent, and to the pointer.
    for (const i of [0, 1, 2]) {
      const told = await page.evaluate((at) => {
        const chart = document.querySelectorAll('article-chart')[at];
        const { id, area: [x, y, width, height] } = chart.figure.datums[1];
        chart.send('select', id);
        const canvas = chart.shadowRoot.querySelector('canvas');
        canvas.scrollIntoView({ block: 'center' });
        const { left, top } = canvas.getBoundingClientRect();
        return { id, selected: chart.figure.selected, spot: [left + x + width / 2, top + y + height / 2] };
      }, i);
      assert.equal(told.selected, told.id, `chart ${i} selects`);
      await page.evaluate((at) => document.querySelectorAll('article-chart')[at].send('select', ''), i);
      await page.mouse.move(2, 2);
      await page.mouse.move(...told.spot);
      const row = await page.evaluate((at) => document.querySelectorAll('article-chart')[at].shadowRoot.querySelector('tr[data-current]')?.dataset.datum, i);
      assert.equal(row, told.id, `chart ${i} hears the pointer`);
    }
    await page.close();
  });
}

test('the picture after a trap is the one that was asked for, in the address too', async () => {
  const { page } = await charts('view=scitech-share&lang=zh');
  await page.evaluate(() => { globalThis.fuse.left = 1; });
  await page.click('nav a[href*="cooperation-series"]');
  assert.deepEqual(await page.evaluate(() => [globalThis.fuse.blown, globalThis.fuse.instances]), [1, 1]);
  const now = await page.evaluate(() => {
    const chart = document.querySelector('article-chart');
    return [chart.figure.view, chart.shadowRoot.querySelector('[part=title]').textContent === chart.figure.title, location.search.includes('view=cooperation-series'),
      document.querySelector('nav a[aria-current=page]')?.dataset.view];
  });
  assert.deepEqual(now, ['cooperation-series', true, true, 'cooperation-series']);
  await page.close();
});

test('a chart that is not drawn yet is sent something: nothing happens, and no life is lost', async () => {
  const { page, seen } = await charts('view=scitech-share&lang=zh');
  await page.evaluate(() => {
    const chart = document.createElement('article-chart');
    document.body.append(chart);
    chart.send('view', 'pipelines');
  });
  await drawn(page);
  assertDrawn(await look(page), ['scitech-share', 'scitech-share']);
  assert.equal(await page.evaluate(() => globalThis.fuse.instances), 0);
  assert.deepEqual(seen.errors, []);
  await page.close();
});

test('a canvas that sets no text is no trap: the rest of the picture, the table and the marks are there', async () => {
  const { page } = await charts('view=scitech-share&lang=zh');
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.fillText = () => { throw new DOMException('no font', 'InvalidStateError'); };
    document.querySelector('article-chart').send('view', 'pipelines');
  });
  assertDrawn(await look(page), ['pipelines']);
  assert.deepEqual(await page.evaluate(() => [globalThis.failed.length, globalThis.fuse.instances]), [0, 0]);
  await page.close();
});

test('the module traps every time: each chart gives its fallback back, says so once, and the page has its notice', async () => {
  const { page, seen } = await charts('view=scitech-share&lang=zh', THREE.slice(1));
  await page.evaluate(() => { globalThis.fuse.left = Infinity; });
  await page.evaluate(() => document.querySelector('article-chart').send('theme', 'dark'));
  await page.waitForFunction(() => document.querySelector('article-chart').figure === null, { timeout: 5000 });
  // Nothing that was put off wakes up after the end.
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  for (const { view, colors, fallback, height } of await look(page)) {
    assert.deepEqual([view, colors, fallback], [null, null, true]);
    assert.ok(height > 0, 'no blank box');
  }
  await assertTable(page);
  assert.equal(await page.evaluate(() => new Set(globalThis.failed).size), 3, 'every chart says that it failed');
  assert.equal(await page.evaluate(() => globalThis.failed.length), 3, 'and says it once');
  assert.deepEqual(seen.errors, [], 'the failure is told by an event and not thrown about');
  await page.close();
});

test('after the charts have given up, switches and links still bring the reader to a page', async () => {
  const { page } = await charts('view=scitech-share&lang=zh');
  await page.evaluate(() => { globalThis.fuse.left = Infinity; });
  await page.evaluate(() => document.querySelector('article-chart').send('theme', 'dark'));
  await page.waitForFunction(() => document.querySelector('article-chart').figure === null, { timeout: 5000 });
  await Promise.all([page.waitForNavigation({ timeout: 5000 }), page.click('nav a[href*="pipelines"]')]);
  await page.waitForFunction(() => document.querySelector('article-chart').figure?.view === 'pipelines', { timeout: 5000 });
  await page.close();
});

const WASM = /article_charts_bg\.wasm$/;

for (const [what, spoil] of [
  ['missing', async (request) => request.respond({ status: 404, contentType: 'text/plain', body: 'not found' })],
  ['out of reach', async (request) => request.abort('connectionrefused')],
  ['broken in its first byte', async (request, bytes) => {
    bytes[0] ^= 1;
    await request.respond({ contentType: 'application/wasm', body: bytes });
  }],
  ['broken in its middle', async (request, bytes) => {
    // A run of ones is invalid wherever it falls in the code, and a third of the way is code.
    bytes.fill(0xff, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 8);
    await request.respond({ contentType: 'application/wasm', body: bytes });
  }],
  ['cut off', async (request, bytes) => request.respond({ contentType: 'application/wasm', body: bytes.subarray(0, bytes.length >> 1) })],
  ['something else', async (request) => request.respond({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' })],
]) {
  test(`the module is ${what}: the table and the notice are there`, async () => {
    const bytes = Buffer.from(await (await fetch(`${URL_PAGE}article_charts_bg.wasm`)).arrayBuffer());
    const { page, seen } = await open(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => (WASM.test(request.url()) ? spoil(request, bytes) : request.continue()));
    await page.goto(URL_PAGE);
    await page.waitForFunction(() => !document.getElementById('notice').hidden, { timeout: 10_000 });
    await assertTable(page);
    assert.deepEqual(seen.errors, [], 'nothing is left uncaught');
    await page.close();
  });
}

test('the scripts of the page are missing: the table is there', async () => {
  const { page } = await open(browser);
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.resourceType() === 'script' ? request.respond({ status: 404, body: '' }) : request.continue()));
  await page.goto(URL_PAGE);
  const cells = await page.$$eval('article-chart tbody td', (all) => all.filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent));
  assert.ok(cells.includes('62家'), String(cells));
  await page.close();
});

for (const file of ['page.js', 'article-chart.js']) {
  test(`${file} is missing: the table and the notice are there`, async () => {
    const { page } = await open(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().endsWith(`/${file}`) ? request.respond({ status: 404, body: '' }) : request.continue()));
    await page.goto(URL_PAGE);
    await assertTable(page);
    await page.close();
  });
}

test('200 charts come and go: canvases, nodes and listeners do not pile up', async () => {
  const { page } = await charts('view=scitech-share&lang=zh');
  const round = async (times) => {
    await page.evaluate(async (count) => {
      for (let i = 0; i < count; i += 1) {
        const chart = document.createElement('article-chart');
        chart.setAttribute('view', 'cooperation-series');
        const ready = new Promise((done) => { chart.addEventListener('ac-ready', done, { once: true }); });
        document.body.append(chart);
        await ready;
        chart.remove();
      }
    }, times);
    // Twice: what is let go of in the first round may hold on to something else.
    const client = await page.createCDPSession();
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    await client.detach();
    const { Nodes, JSEventListeners, JSHeapUsedSize } = await page.metrics();
    return { Nodes, JSEventListeners, JSHeapUsedSize };
  };
  // The first ones fill what is filled once: fonts, measured texts, compiled code.
  const before = await round(20);
  const then = await round(200);
  assert.equal(await page.evaluate(() => document.querySelectorAll('article-chart').length), 1);
  // One chart has some 400 nodes: a single one in ten that stays would show.
  assert.ok(then.Nodes - before.Nodes < 1000, `nodes: ${before.Nodes} → ${then.Nodes}`);
  assert.ok(then.JSEventListeners - before.JSEventListeners < 100, `listeners: ${before.JSEventListeners} → ${then.JSEventListeners}`);
  assert.ok(then.JSHeapUsedSize - before.JSHeapUsedSize < 4e6, `heap: ${before.JSHeapUsedSize} → ${then.JSHeapUsedSize}`);
  assertDrawn(await look(page), ['scitech-share']);
  await page.close();
});

test('a chart that is moved, or leaves before the module has come, draws where it is in the end', async () => {
  const { page, seen } = await charts('view=scitech-share&lang=zh');
  await page.evaluate(() => {
    const chart = document.createElement('article-chart');
    chart.setAttribute('view', 'pipelines');
    chart.id = 'moved';
    document.body.append(chart);
    document.querySelector('main').append(chart);
    const gone = document.createElement('article-chart');
    document.body.append(gone);
    gone.remove();
  });
  await page.waitForFunction(() => document.getElementById('moved').figure, { timeout: 5000 });
  await page.evaluate(() => document.querySelector('footer').append(document.getElementById('moved')));
  await page.waitForFunction(() => document.getElementById('moved').figure, { timeout: 5000 });
  assertDrawn(await look(page), ['scitech-share', 'pipelines']);
  assert.equal(await page.$eval('#moved', (chart) => chart.shadowRoot.querySelectorAll('canvas').length), 1);
  // Moved with a redraw put off: it still listens afterwards.
  await page.$eval('#moved', (chart) => {
    chart.setAttribute('theme', 'dark');
    document.querySelector('main').append(chart);
  });
  await page.waitForFunction(() => document.getElementById('moved').figure?.theme === 'dark', { timeout: 5000 });
  await page.$eval('#moved', (chart) => chart.setAttribute('theme', 'light'));
  await page.waitForFunction(() => document.getElementById('moved').figure.theme === 'light', { timeout: 5000 });
  assert.deepEqual(seen.errors, []);
  await page.close();
});
