// The dialog in which a reader picks what to paste elsewhere: what it offers, that each snippet works where it is pasted, and that it is a dialog.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { html, site } from './host.mjs';
import { URL_PAGE, catchTaken, drawn, faults, launch, npmFile, open, views } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };
const STATE = 'view=cooperation-series&lang=en&years=printed&theme=dark';
const browser = await launch({ after });
const manifest = await (await fetch(`${URL_PAGE}manifest.json`)).json();

const within = (selector) => `article-chart >>> [part=share] ${selector}`;
const isOpen = (page) => page.evaluate(() => Boolean(document.querySelector('article-chart').shadowRoot.querySelector('dialog')?.open));
const opened = (page) => page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('dialog')?.open, { timeout: 10_000 });
const said = (page) => page.$eval(within('[role=status]'), ({ textContent }) => textContent);

/** Opens a picture and, by the control of the page, its dialog. */
async function dialog(query, { refuse = false, ...options } = {}) {
  const found = await open(browser, options);
  await catchTaken(found.page, refuse);
  await found.page.goto(`${URL_PAGE}?${query}`, { waitUntil: 'load' });
  await drawn(found.page);
  await found.page.click('[data-share]');
  await opened(found.page);
  return found;
}

/** Sets a choice, as a reader does. */
const choose = (page, id, value) => page.select(within(`[data-choice=${id}] select`), value);

/** Picks a way and copies it. */
async function copy(page, way) {
  await page.click(within(`[value=${way}]`));
  const before = await page.evaluate(() => globalThis.copied.length);
  await page.click(within('.copy'));
  await page.waitForFunction((count) => globalThis.copied.length > count, { timeout: 5000 }, before);
  return page.evaluate(() => globalThis.copied.at(-1));
}

test('it offers what the build has, and nothing that it has not; who opens no dialog loads nothing of it', async () => {
  const { page, seen } = await open(browser, { url: `${URL_PAGE}?${STATE}` });
  await drawn(page);
  assert.ok(!seen.requests.some((url) => /take|manifest/.test(url)), String(seen.requests));
  await page.click('[data-share]');
  await opened(page);
  const ways = await page.$$eval(within('[data-way]'), (all) => all.map(({ dataset, textContent }) => [dataset.way, textContent]));
  const card = 'share/cooperation-series.en.html' in manifest.files ? [['card', 'Link with a preview']] : [];
  assert.deepEqual(ways, [['link', 'Link'], ...card, ['living', 'Element'], ['pinned', 'Element, pinned'], ['frame', 'Frame'], ['picture', 'Picture'], ['file', 'Single file']]);
  assert.deepEqual(faults(seen), NONE);
  await page.close();

  // A server without the list of files, as one that serves a build to try something.
  const bare = await open(browser, { url: `${URL_PAGE}?${STATE}` });
  await drawn(bare.page);
  await bare.page.setRequestInterception(true);
  bare.page.on('request', (request) => (request.url().endsWith('manifest.json') ? request.respond({ status: 404 }) : request.continue()));
  await bare.page.click('[data-share]');
  await opened(bare.page);
  assert.deepEqual(await bare.page.$$eval(within('[data-way]'), (all) => all.map(({ dataset }) => dataset.way)), ['link', 'frame', 'picture']);
  await bare.page.close();
});

test('each snippet works where it is pasted, in the state, the language and the colours that were chosen', async (t) => {
  const { page, seen } = await dialog('view=cooperation-series&lang=zh&years=printed');
  await choose(page, 'lang', 'en');
  await choose(page, 'theme', 'dark');
  await choose(page, 'controls', 'none');
  const texts = {};
  for (const way of ['link', 'living', 'pinned', 'frame', 'picture', 'file']) texts[way] = await copy(page, way);
  assert.equal(await said(page), '已复制：单个文件', 'the dialog stays in the reader\'s language');
  assert.match(texts.pinned, /integrity="sha384-/);
  assert.deepEqual(faults(seen), NONE);
  await page.close();

  for (const way of ['living', 'pinned', 'frame']) {
    // Another origin than the charts', without a policy of its own.
    const host = await open(browser, { url: `${await site(t, { '/': html(texts[way], { lang: 'zh' }) })}/` });
    const inside = way === 'frame' ? await (await host.page.waitForSelector('iframe')).contentFrame() : host.page;
    await inside.waitForFunction(() => document.querySelector('article-chart')?.figure, { timeout: 10_000 });
    const found = await inside.$eval('article-chart', ({ figure, shadowRoot, controls }) => ({
      view: figure.view, language: figure.language, theme: figure.theme, controls, menu: shadowRoot.querySelector('[part=take]').checkVisibility(),
      figures: [...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].map(({ textContent }) => textContent), problems: figure.problems, state: figure.state,
    }));
    assert.match(found.state, /years=printed/, way);
    assert.ok(found.figures.includes('8,509 persons') || found.figures.length > 5, String(found.figures));
    assert.deepEqual([found.view, found.language, found.theme, found.controls, found.menu, found.problems], ['cooperation-series', 'en', 'dark', 'none', false, []], way);
    if (way === 'frame') await host.page.waitForFunction(() => document.querySelector('iframe').style.height, { timeout: 10_000 });
    assert.deepEqual(faults(host.seen), NONE, way);
    await host.page.close();
  }

  const still = await open(browser, { url: `${await site(t, { '/': html(texts.picture, { lang: 'zh' }) })}/`, width: 1000 });
  const [width, height, src, link, cells] = await still.page.evaluate(() => {
    const image = document.querySelector('figure img');
    return [image.naturalWidth, image.naturalHeight - image.height, image.currentSrc, document.querySelector('figure a').href, [...document.querySelectorAll('tbody td:nth-child(2)')].map(({ textContent }) => textContent)];
  });
  assert.deepEqual([width, height, src, link], [720, 0, `${URL_PAGE}static/cooperation-series.en.dark.720.svg`, texts.link]);
  assert.ok(cells.length > 5, String(cells));
  assert.deepEqual(faults(still.seen), NONE);
  await still.page.close();

  for (const way of ['link', 'file']) {
    const there = await open(browser, { url: texts[way] });
    await there.page.waitForFunction(() => document.querySelector('article-chart').figure?.state.includes('years=printed'), { timeout: 10_000 });
    assert.deepEqual(await there.page.$eval('article-chart', ({ figure: { language, theme } }) => [language, theme]), ['en', 'dark'], way);
    await there.page.close();
  }
});

test('a frame whose height nobody sets is as high as what is in it, within a twentieth, for every picture in both languages', { timeout: 120_000 }, async () => {
  const { page } = await dialog('view=pipelines&lang=en');
  await page.click(within('[value=frame]'));
  const frame = await open(browser, { width: 720 });
  for (const view of await views()) {
    for (const lang of ['zh', 'en']) {
      const text = await page.$eval('article-chart', async (chart, query) => {
        const dialog = chart.shadowRoot.querySelector('dialog');
        dialog.close();
        chart.go(query);
        chart.share();
        while (!dialog.open) await new Promise((done) => { setTimeout(done, 10); });
        return dialog.querySelector('textarea').value;
      }, `view=${view}&lang=${lang}`);
      const [, src, height] = text.match(/src="([^"]+)".* height="(\d+)"/);
      await frame.page.goto(src.replaceAll('&amp;', '&'));
      await drawn(frame.page);
      const real = await frame.page.$eval('main', (main) => main.getBoundingClientRect().height);
      assert.ok(Math.abs(height / real - 1) < 0.05, `${view}, ${lang}: ${height} for ${real}`);
    }
  }
  await Promise.all([page.close(), frame.page.close()]);
});

test('a picture is for the reader\'s colours, or for those that were chosen; the preview is in them too', async () => {
  const { page } = await dialog('view=pipelines&lang=en', { features: [{ name: 'prefers-color-scheme', value: 'light' }] });
  const ground = () => page.$eval(within('canvas'), (canvas) => [...canvas.getContext('2d').getImageData(4, 4, 1, 1).data]);
  assert.deepEqual(await ground(), [0xfb, 0xf8, 0xf2, 255]);
  assert.match(await copy(page, 'picture'), /prefers-color-scheme/);
  assert.match(await page.$eval(within('.note'), ({ textContent }) => textContent), /720×\d+, 360×\d+/);
  await choose(page, 'theme', 'dark');
  assert.deepEqual(await ground(), [0x16, 0x18, 0x1b, 255]);
  const text = await copy(page, 'picture');
  assert.ok(text.includes('dark.720.svg') && !/prefers|light/.test(text), text);
  await page.close();
});

test('it opens from the menu and from the page, by key and pointer, and closes by Esc, button and backdrop; the focus goes back', async () => {
  const { page } = await open(browser, { url: `${URL_PAGE}?view=pipelines&lang=en` });
  await drawn(page);
  const focused = () => page.evaluate(() => (document.activeElement.shadowRoot?.activeElement ?? document.activeElement).getAttribute('data-share') !== null);
  const closed = () => page.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('dialog').open, { timeout: 5000 });
  await page.focus('[data-share]');
  await page.keyboard.press('Enter');
  await opened(page);
  assert.equal(await page.$eval(within('[value=link]'), (input) => input === input.getRootNode().activeElement), true);
  // What is behind is out of reach.
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement === body || Boolean(activeElement.shadowRoot?.activeElement?.closest('dialog'));
    }));
  }
  await page.keyboard.press('Escape');
  await closed();
  assert.ok(await focused());

  await page.$eval('article-chart >>> [part=take] summary', (summary) => summary.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] [data-share]')?.textContent === 'Share and embed', { timeout: 10_000 });
  for (const close of [() => page.click(within('.close')), () => page.mouse.click(5, 5)]) {
    await page.click('article-chart >>> [part=take] [data-share]');
    await opened(page);
    // Not by a click on what it says.
    await page.click(within('.note'));
    assert.ok(await isOpen(page));
    await close();
    await closed();
    assert.ok(await focused());
  }
  await page.close();
});

test('the arrows go from way to way; a closed clipboard leaves the text selected, and it is said', async () => {
  const { page } = await dialog('view=pipelines&lang=en', { refuse: true });
  const shown = () => page.$eval(within('textarea'), ({ value }) => value);
  const first = await shown();
  assert.equal(first, `${URL_PAGE}?v=1&view=pipelines&lang=en`);
  await page.keyboard.press('ArrowDown');
  assert.match(await shown(), /^<script type="module" src="[^"]+\/v1\/article-chart\.js">/);
  await page.click(within('.copy'));
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=share] [role=status]').textContent, { timeout: 5000 });
  assert.match(await said(page), /copy it by hand/);
  const [selected, value] = await page.$eval(within('textarea'), (text) => [text.value.slice(text.selectionStart, text.selectionEnd), text === text.getRootNode().activeElement]);
  assert.deepEqual([selected, value], [await shown(), true]);
  await page.close();
});

test('it follows the picture: another state, another language', async () => {
  const { page } = await dialog('view=pipelines&lang=en');
  await page.keyboard.press('Escape');
  await page.$eval('article-chart', (chart) => { chart.send('language', 'zh'); chart.send('view', 'cooperation-series'); chart.share(); });
  await opened(page);
  assert.match(await page.$eval(within('textarea'), ({ value }) => value), /view=cooperation-series&lang=zh/);
  assert.match(await page.$eval(within('h2'), ({ textContent }) => textContent), /^分享与嵌入/);
  assert.equal(await page.$eval('[data-share]', ({ innerText }) => innerText), '分享');
  await page.close();
});

const AXE = await readFile(npmFile('axe-core/axe.min.js'), 'utf8');
for (const [name, features] of [
  ['light', { 'prefers-color-scheme': 'light' }],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['forced colours', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
]) {
  test(`${name}: a scanner finds nothing, and at 360 px nothing is cut`, async () => {
    for (const lang of ['zh', 'en']) {
      const { page } = await open(browser, { width: 360, height: 640 });
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([key, value]) => ({ name: key, value })) });
      await page.goto(`${URL_PAGE}?view=pipelines&lang=${lang}`, { waitUntil: 'load' });
      await drawn(page);
      await page.click('[data-share]');
      await opened(page);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.flat().join(' '))]), [], lang);
      const wide = await page.$eval('article-chart >>> dialog', (node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        const within = [...node.querySelectorAll('button, select, textarea, label, canvas, p, h2')].every((child) => child.getBoundingClientRect().right <= right && child.getBoundingClientRect().left >= left);
        return [left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight, node.scrollWidth <= node.clientWidth, within];
      });
      assert.deepEqual(wide, [true, true, true, true, true, true], lang);
      await page.close();
    }
  });
}
