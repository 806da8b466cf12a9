// What a reader takes away: files with the datums of the screen, citations, the link, a report. And what it costs who takes nothing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { URL_PAGE, catchTaken, drawn, faults, launch, open, parseCsv } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };
const LATER = /take-away\.js|take_away/;

const browser = await launch({ after });

/** A page without a policy: the charts' own lets nobody parse markup. */
const { page: blank } = await open(browser);

/** Opens a picture; whatever is saved is caught in `caught`, whatever is copied in `copied`, or refused. */
async function picture(query, { refuse = false, ...options } = {}) {
  const opened = await open(browser, options);
  await catchTaken(opened.page, refuse);
  await opened.page.goto(`${URL_PAGE}?${query}`, { waitUntil: 'load' });
  await drawn(opened.page);
  return opened;
}

const inMenu = (selector) => `article-chart >>> [part=take] ${selector}`;

/** Waits for the words of the menu. */
const worded = (page) => page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-file]'), { timeout: 10_000 });

/** Opens the menu and waits for its words. */
async function unfold(page) {
  await page.$eval(inMenu('summary'), (summary) => summary.click());
  await worded(page);
}

const status = (page) => page.$eval(inMenu('> [role=status]'), (node) => node.textContent);

/** Presses a button of the menu and waits until something is said. */
async function press(page, selector) {
  await page.$eval(inMenu('> [role=status]'), (node) => { node.textContent = ''; });
  await page.$eval(inMenu(selector), (button) => button.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] > [role=status]').textContent, { timeout: 5000 });
  return status(page);
}

/** Saves a file and reads it: its name, type and text, or for an image its size and colours. */
async function save(page, kind) {
  const said = await press(page, `[data-file=${kind}]`);
  const file = await page.evaluate(async () => {
    const { name, blob } = globalThis.caught.at(-1);
    if (blob.type !== 'image/png') {
      // Not text(): it would eat the byte order mark.
      return { name, type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
    }
    const image = await createImageBitmap(blob);
    const copy = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(image, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, image.width, image.height).data.buffer);
    const rows = [];
    for (let y = 0; y < image.height; y += 1) {
      const row = pixels.subarray(y * image.width, (y + 1) * image.width);
      rows.push(row.some((pixel) => pixel !== pixels[0]));
    }
    return { name, type: blob.type, width: image.width, height: image.height, colors: new Set(pixels).size, first: rows.indexOf(true), last: rows.lastIndexOf(true) };
  });
  if (file.bytes) file.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(file.bytes));
  assert.ok(said.includes(file.name), `${said} names ${file.name}`);
  return file;
}

/** What is on the screen. */
const screen = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((node) => node.textContent);
  return {
    ids: figure.datums.map(({ id }) => id),
    figures: texts('[part=data] td:nth-child(2)'),
    prose: figure.prose.map(({ text }) => text),
    notes: texts('[part=notes] li'),
    title: figure.title,
    width: figure.width,
    height: figure.height,
  };
});

test('who takes nothing loads nothing of it; the menu loads its files, from here, under the strict policy', async () => {
  const { page, seen } = await picture('view=pipelines&lang=en');
  assert.deepEqual(seen.requests.filter((url) => LATER.test(url)), []);
  assert.equal(await page.$eval(inMenu('summary'), (summary) => summary.textContent), 'Download and cite');
  await unfold(page);
  const loaded = seen.requests.filter((url) => LATER.test(url));
  assert.ok(loaded.some((url) => url.endsWith('take_away_bg.wasm')), loaded.join());
  for (const kind of ['png', 'svg', 'csv', 'json']) await save(page, kind);
  await press(page, '[data-style=plain]');
  await press(page, '[data-report]');
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

for (const [query, width] of [
  ['view=pipelines&lang=zh', 1280],
  ['view=pipelines&lang=en', 360],
  ['view=cooperation-series&years=printed&lang=zh', 1280],
  ['view=evidence&part=errata&lang=en', 1280],
  ['view=page-in-numbers&status=bound&lang=zh&theme=dark', 360],
]) {
  test(`${query}, ${width} px: CSV, JSON, SVG and PNG are what the screen shows`, async () => {
    const { page, seen } = await picture(query, { width });
    await unfold(page);
    const { ids, figures, prose, notes, title, width: wide, height } = await screen(page);

    const csv = await save(page, 'csv');
    assert.match(csv.name, /^[a-z0-9-]+-(zh|en)\.csv$/);
    const rows = parseCsv(csv.text);
    assert.deepEqual(rows.map(({ id }) => id), ids);
    assert.deepEqual(rows.map(({ figure }) => figure), figures);

    const document = JSON.parse((await save(page, 'json')).text);
    assert.deepEqual(document.records.map(({ id }) => id), ids);
    assert.equal(document.title, title);
    for (const [i, record] of document.records.entries()) {
      assert.equal(record.comparator ?? '', rows[i].comparator);
      assert.equal(record.unit, rows[i].unit);
      assert.equal(record.value, rows[i].value === '' ? null : Number(rows[i].value));
    }
    const link = new URL(document.link);
    assert.equal(link.origin, new URL(URL_PAGE).origin);
    assert.equal(link.searchParams.get('view'), new URLSearchParams(query).get('view'));

    const svg = await save(page, 'svg');
    const found = await blank.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        broken: parsed.querySelector('parsererror')?.textContent ?? null,
        datums: [...new Set([...parsed.querySelectorAll('[data-datum]')].map((group) => group.dataset.datum))],
        text: [...parsed.querySelectorAll('text')].map((node) => node.textContent).join(''),
        fonts: parsed.documentElement.getAttribute('font-family'),
      };
    }, svg.text);
    assert.equal(found.broken, null);
    assert.deepEqual(found.datums.sort(), [...ids].sort());
    const squeezed = (text) => text.replaceAll(' ', '');
    for (const text of [title, ...prose, ...notes]) assert.ok(squeezed(found.text).includes(squeezed(text)), text);
    assert.match(found.fonts, /Noto Sans SC/);

    const png = await save(page, 'png');
    assert.equal(png.width, 2 * (wide + 48));
    assert.ok(png.height > 2 * height, `${png.height} holds the picture, ${height} high, and its words`);
    assert.ok(png.colors >= 8, `${png.colors} colours`);
    assert.ok(png.first > 40 && png.last < png.height - 30, `ink from ${png.first} to ${png.last} of ${png.height}`);
    assert.deepEqual(faults(seen), NONE);
    await page.close();
  });
}

test('a file reaches the disk', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'article-charts-saved-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { page } = await open(browser, { url: `${URL_PAGE}?view=scitech-share&lang=zh` });
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await drawn(page);
  await unfold(page);
  await press(page, '[data-file=csv]');
  let names = [];
  for (let i = 0; i < 50 && !names.includes('scitech-share-zh.csv'); i += 1) {
    await new Promise((done) => { setTimeout(done, 100); });
    names = await readdir(folder);
  }
  const bytes = await readFile(join(folder, 'scitech-share-zh.csv'));
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  await page.close();
});

test('by keyboard alone: open the menu, save the CSV, copy a citation of the selected datum', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh&datum=A1-26');
  const focused = () => page.evaluate(() => {
    const node = document.querySelector('article-chart').shadowRoot.activeElement;
    return node?.dataset.file ?? node?.dataset.style ?? (node?.matches('[part=take] > summary') ? 'menu' : null);
  });
  const tab = async (to) => {
    for (let i = 0; i < 80; i += 1) {
      if (await focused() === to) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reaches ${to}`);
  };
  await tab('menu');
  await page.keyboard.press('Enter');
  await worded(page);
  await tab('csv');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.caught.length === 1);
  await tab('plain');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => globalThis.copied.length === 1);
  const [citation] = await page.evaluate(() => globalThis.copied);
  const today = await page.evaluate(() => { const now = new Date(); return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日访问`; });
  for (const part of ['5218人†', 'A1-26', '数据1.0.0版', '2026年…5218人', today, 'datum=A1-26', '发表日期原文未载']) {
    assert.ok(citation.includes(part), `${citation} has ${part}`);
  }
  assert.equal(await status(page), '已复制：普通文字');
  await page.close();
});

test('every style of citation, the link and the datum that was chosen', async () => {
  const { page } = await picture('view=pipelines&lang=en');
  await unfold(page);
  await page.$eval(inMenu('select'), (select) => { select.value = 'D-08'; });
  for (const style of ['plain', 'gbt7714', 'bibtex', 'csl']) await press(page, `[data-style=${style}]`);
  assert.equal(await press(page, '[data-link]'), 'The link is copied.');
  const [plain, gbt, bibtex, csl, link] = await page.evaluate(() => globalThis.copied);
  assert.match(plain, /^The article-charts authors\. .*>90 pipelines∂.*D-08/);
  assert.match(gbt, /\[DS\/OL\]\/\/More than 300/);
  assert.match(bibtex, /^@misc\{[\w.-]+-D-08,/);
  assert.equal(JSON.parse(csl)[0].version, '1.0.0');
  assert.equal(new URL(link).searchParams.get('datum'), 'D-08');
  await page.goto(link);
  await page.waitForFunction(() => document.querySelector('article-chart').figure?.selected === 'D-08', { timeout: 5000 });
  await page.close();
});

for (const [lang, said] of [['zh', /剪贴板.*手动复制/], ['en', /clipboard.*by hand/]]) {
  test(`a closed clipboard, in ${lang}: the text is there, selected, and it is said`, async () => {
    const { page, seen } = await picture(`view=pipelines&lang=${lang}`, { refuse: true });
    await unfold(page);
    assert.match(await press(page, '[data-link]'), said);
    const field = await page.$eval(inMenu('textarea'), (text) => ({
      hidden: text.hidden, readonly: text.readOnly, value: text.value, selected: text.value.slice(text.selectionStart, text.selectionEnd), name: text.getAttribute('aria-label'),
    }));
    assert.match(field.value, /view=pipelines/);
    assert.deepEqual([field.hidden, field.readonly, field.selected], [false, true, field.value]);
    assert.ok(field.name);
    assert.deepEqual(faults(seen), NONE);
    await page.close();
  });
}

test('a report names chart, datum, link and version, and the page around is told', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh&datum=A1-26');
  await unfold(page);
  await page.evaluate(() => addEventListener('ac-report', ({ detail }) => { globalThis.reported = detail; }));
  await press(page, '[data-report]');
  const { datum, link, text } = await page.evaluate(() => globalThis.reported);
  assert.equal(datum, 'A1-26');
  assert.equal(new URL(link).searchParams.get('datum'), 'A1-26');
  for (const part of ['philanthropy-times-2026/cooperation-series', 'A1-26', '5218人†', link, '1.0.0']) assert.ok(text.includes(part), `${text} has ${part}`);
  assert.equal(await page.$eval(inMenu('textarea'), ({ value }) => value), text);
  await page.close();
});

test('the menu follows the picture and its language', async () => {
  const { page } = await picture('view=pipelines&lang=zh');
  await unfold(page);
  await press(page, '[data-report]');
  await page.$eval('article-chart', (chart) => chart.send('language', 'en'));
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-report]').textContent === 'Report a problem', { timeout: 5000 });
  assert.equal(await status(page), '', 'what was said of another picture is gone');
  await page.$eval('article-chart', (chart) => { chart.send('view', 'cooperation-series'); chart.send('select', 'A1-26'); });
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('select').value === 'A1-26', { timeout: 5000 });
  const { ids } = await screen(page);
  assert.deepEqual(await page.$eval(inMenu('select'), (select) => [...select.options].map(({ value }) => value)), ['', ...ids]);
  await page.close();
});

test('a choice that no figure fits has no data to save, and says so; its picture can be saved', async () => {
  const { page } = await picture('view=page-in-numbers&article=A3&status=rounded&lang=en');
  const { ids } = await screen(page);
  assert.deepEqual(ids, []);
  await unfold(page);
  for (const kind of ['csv', 'json']) assert.match(await press(page, `[data-file=${kind}]`), /no data to download/);
  assert.equal(await page.evaluate(() => globalThis.caught.length), 0);
  assert.match((await save(page, 'svg')).text, /No figure fits this choice/);
  await page.close();
});

test('the data package is there, each file of it', async () => {
  const { page } = await picture('view=pipelines&lang=zh');
  await unfold(page);
  const links = await page.$$eval(inMenu('ul a'), (all) => all.map(({ href, download }) => [href, download]));
  const descriptor = await (await fetch(links.find(([, name]) => name === 'datapackage.json')[0])).json();
  assert.deepEqual(links.map(([, name]) => name).sort(), ['datapackage.json', ...descriptor.resources.map(({ path }) => path)].sort());
  for (const [href] of links) assert.equal((await fetch(href)).status, 200, href);
  await page.close();
});

for (const lost of ['take-away.js', 'take_away_bg.wasm']) {
  test(`${lost} cannot be had: it is said, and the chart is as it was`, async () => {
    const { page } = await picture('view=pipelines&lang=en');
    const before = await screen(page);
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().endsWith(lost) ? request.abort() : request.continue()));
    await page.$eval(inMenu('summary'), (summary) => summary.click());
    await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] > [role=status]').textContent, { timeout: 5000 });
    assert.match(await status(page), /did not load/);
    assert.deepEqual(await screen(page), before);
    await page.close();
  });
}

test('a module that traps is replaced: the next try succeeds', async () => {
  const { page } = await picture('view=pipelines&lang=en');
  await unfold(page);
  await page.evaluate(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'textAlign');
    globalThis.fuse = 1;
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'textAlign', {
      get,
      set(value) {
        // The canvas of an image is on no page; the one of the chart is.
        if (globalThis.fuse > 0 && !this.canvas.isConnected) {
          globalThis.fuse -= 1;
          throw new WebAssembly.RuntimeError('unreachable');
        }
        set.call(this, value);
      },
      configurable: true,
    });
  });
  assert.match(await press(page, '[data-file=png]'), /nothing has changed/);
  assert.equal(await page.evaluate(() => globalThis.caught.length), 0);
  const { width } = await screen(page);
  assert.equal((await save(page, 'png')).width, 2 * (width + 48));
  await page.close();
});

test('in a sandbox that allows scripts alone: the text is there, and it is said that downloads may be forbidden', async (t) => {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><title>embedding</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="900" height="1200" src="${URL_PAGE}?view=pipelines&amp;lang=en"></iframe></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  const { page, seen } = await open(browser, { url: `http://127.0.0.1:${server.address().port}/` });
  const frame = await page.waitForFrame((one) => one.url().startsWith(URL_PAGE));
  await frame.waitForFunction(() => document.querySelector('article-chart')?.figure, { timeout: 10_000 });
  await unfold(frame);
  assert.match(await press(frame, '[data-file=csv]'), /may forbid downloads/);
  const rows = parseCsv(`\ufeff${(await frame.$eval(inMenu('textarea'), ({ value }) => value)).replace(/^\ufeff/, '').replaceAll(/\r?\n/g, '\r\n')}`);
  assert.deepEqual(rows.map(({ id }) => id), await frame.evaluate(() => document.querySelector('article-chart').figure.datums.map(({ id }) => id)));
  assert.match(await press(frame, '[data-link]'), /by hand|Copied/);
  assert.deepEqual(seen.violations, []);
  await page.close();
});
