// The address is the state: every picture has one, every address has a picture, and a wrong one has a message.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, URL_PAGE } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };

const browser = await launch({ after });

/** Opens a picture of the page and waits until it is drawn. */
async function picture(query, options) {
  const opened = await open(browser, { url: `${URL_PAGE}?${query}`, ...options });
  await drawn(opened.page);
  return opened;
}

/** What the reader sees of the state, and a sum of the picture's pixels to tell one picture from another. */
const shown = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const part = (name) => shadowRoot.querySelector(`[part=${name}]`);
  const { width, height } = part('canvas');
  // Read from a copy: the browser remarks on a canvas that is read again and again.
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  copy.drawImage(part('canvas'), 0, 0);
  const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
  return {
    view: figure.view,
    selected: figure.selected ?? null,
    options: Object.fromEntries([...part('controls').querySelectorAll('[aria-pressed=true]')].map((one) => [one.closest('fieldset').dataset.toggle, one.dataset.option])),
    title: part('title').textContent,
    language: [document.documentElement.lang, shadowRoot.firstElementChild.lang, figure.language],
    legend: part('controls').querySelector('legend')?.textContent ?? null,
    head: part('data').querySelector('thead th').textContent,
    document: document.title,
    nav: document.querySelector('nav').getAttribute('aria-label'),
    link: document.querySelector('nav a[aria-current=page]')?.textContent ?? null,
    theme: document.documentElement.dataset.theme ?? null,
    pressed: [...document.querySelectorAll('[data-theme-choice][aria-pressed=true]')].map((one) => one.dataset.themeChoice),
    // No picture has ink in the upper right corner.
    corner: [...copy.getImageData(width - 1, 0, 1, 1).data],
    paper: getComputedStyle(document.body).backgroundColor,
    message: part('message').checkVisibility() ? part('message').textContent : null,
    squares: figure.datums.map(({ id }) => id).join(),
    colors: new Set(pixels).size,
    sum: pixels.reduce((sum, pixel, i) => (Math.imul(sum, 31) + (pixel ^ i)) | 0, 7),
  };
});

/** Presses a button of the controls above the picture. */
const choose = (page, toggle, option) => (
  page.$eval(`article-chart >>> [data-toggle="${toggle}"] [data-option="${option}"]`, (button) => button.click()));

const query = (page) => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));

/** Goes through the history, and waits for the address and for the picture of a view. */
async function travel(page, step, { view, options }) {
  await page.evaluate((by) => history.go(by), step);
  await page.waitForFunction(
    (wanted, pressed) => {
      const { figure } = document.querySelector('article-chart');
      const current = Object.fromEntries(figure.controls.map(({ id, options: all }) => [id, all.find((one) => one.current).id]));
      return figure.view === wanted && Object.entries(pressed).every(([id, option]) => current[id] === option);
    },
    { timeout: 5000 },
    view,
    options,
  );
}

test('a view and a toggle are steps of the history, a selection is none; back and forward restore the picture', async () => {
  const { page, seen } = await picture('view=scitech-share&lang=zh');
  const length = () => page.evaluate(() => history.length);
  const start = await length();
  const pictures = [await shown(page)];

  await page.click('nav a[href*="cooperation-series"]');
  assert.equal((await query(page)).view, 'cooperation-series');
  pictures.push(await shown(page));
  await choose(page, 'scale', 'peak');
  pictures.push(await shown(page));
  await choose(page, 'years', 'printed');
  pictures.push(await shown(page));
  assert.equal(await length(), start + 3);
  assert.equal(new Set(pictures.map(({ sum }) => sum)).size, 4, 'four pictures');

  await page.evaluate(() => document.querySelector('article-chart').send('select', 'A1-28'));
  assert.equal((await query(page)).datum, 'A1-28');
  assert.equal(await length(), start + 3, 'no step for a selection');

  for (const i of [2, 1, 0]) {
    await travel(page, -1, pictures[i]);
    assert.deepEqual(await shown(page), pictures[i], `back to ${i}`);
  }
  for (const i of [1, 2]) {
    await travel(page, 1, pictures[i]);
    assert.deepEqual(await shown(page), pictures[i], `forward to ${i}`);
  }
  await travel(page, 1, pictures[3]);
  assert.equal((await shown(page)).selected, 'A1-28', 'the selection is remembered with its step');
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('a toggle that draws other datums takes the selection with it, and does not blame the reader', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh&datum=A1-23');
  assert.equal((await shown(page)).selected, 'A1-23');
  await choose(page, 'scale', 'peak');
  const { selected, message } = await shown(page);
  assert.deepEqual([selected, message], [null, null]);
  assert.equal((await query(page)).datum, undefined);
  await page.close();
});

test('a copied address restores view, toggles, datum, language and theme', async () => {
  const { page } = await picture('view=scitech-share&lang=zh');
  await page.click('nav a[href*="cooperation-series"]');
  await choose(page, 'scale', 'first');
  await choose(page, 'connectors', 'off');
  await page.click('[data-language=en]');
  await page.click('[data-theme-choice=dark]');
  await page.evaluate(() => document.querySelector('article-chart').send('select', 'A1-28'));
  assert.deepEqual(await query(page), { v: '1', view: 'cooperation-series', connectors: 'off', scale: 'first', datum: 'A1-28', lang: 'en', theme: 'dark' });
  const before = await shown(page);
  assert.deepEqual([before.view, before.selected, before.theme, before.language[2]], ['cooperation-series', 'A1-28', 'dark', 'en']);

  const copy = await open(browser, { url: page.url() });
  await drawn(copy.page);
  assert.deepEqual(await shown(copy.page), before);
  assert.deepEqual(faults(copy.seen), NONE);
  await copy.page.close();
  await page.close();
});

test('an address from elsewhere with a campaign in it opens without a word', async () => {
  const { page } = await picture('utm_source=x&view=pipelines&fbclid=%20');
  const { view, message } = await shown(page);
  assert.deepEqual([view, message], ['pipelines', null]);
  await page.close();
});

test('another language changes every word, without loading the page again', async () => {
  const { page, seen } = await picture('view=cooperation-series&lang=zh');
  const zh = await shown(page);
  await page.evaluate(() => { globalThis.same = true; });
  await page.click('[data-language=en]');
  const en = await shown(page);
  assert.equal(await page.evaluate(() => globalThis.same), true, 'the same document');
  assert.deepEqual(zh.language, ['zh-Hans', 'zh-Hans', 'zh-Hans']);
  assert.deepEqual(en.language, ['en', 'en', 'en']);
  for (const what of ['title', 'legend', 'head', 'document', 'nav', 'link', 'sum']) assert.notEqual(zh[what], en[what], what);
  // Names that stand in both languages as they are (中文, the ids) and what is quoted from the paper apart, English has no Han character.
  const text = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('article-chart');
    const parts = ['title', 'subtitle', 'controls', 'notes', 'source'].map((name) => shadowRoot.querySelector(`[part=${name}]`).textContent);
    return [...parts, ...[...document.querySelectorAll('[data-text]')].map((node) => node.textContent)].join('\n');
  });
  assert.doesNotMatch(text.replace(/“[^”]*”/g, ''), /[\u4e00-\u9fff]/);
  await page.click('[data-language="zh-Hans"]');
  assert.deepEqual(await shown(page), zh);
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('another theme changes the picture\'s ground and the page\'s, and the system decides where none is chosen', async () => {
  const scheme = (value) => [{ name: 'prefers-color-scheme', value }];
  const { page } = await picture('view=cooperation-series&lang=zh', { features: scheme('light') });
  const light = await shown(page);
  await page.click('[data-theme-choice=dark]');
  const dark = await shown(page);
  assert.ok(light.corner.slice(0, 3).every((part) => part > 200), `light: ${light.corner}`);
  assert.ok(dark.corner.slice(0, 3).every((part) => part < 60), `dark: ${dark.corner}`);
  assert.deepEqual([light.pressed, dark.pressed], [['auto'], ['dark']]);
  assert.notEqual(light.paper, dark.paper);

  await page.click('[data-theme-choice=auto]');
  assert.deepEqual(await shown(page), light);
  const background = await page.$eval('article-chart', ({ figure }) => figure.palette.background);
  await page.emulateMediaFeatures(scheme('dark'));
  await page.waitForFunction((before) => document.querySelector('article-chart').figure.palette.background !== before, { timeout: 5000 }, background);
  assert.equal((await shown(page)).sum, dark.sum, 'the same dark picture');
  await page.close();
});

const LONG = 'x'.repeat(3000);

for (const [what, asked, named] of [
  ['an unknown view', 'view=no-such-view', 'no-such-view'],
  ['an unknown package', 'view=elsewhere/scitech-share', 'elsewhere'],
  ['an unknown language', 'view=scitech-share&lang=xx', 'xx'],
  ['an unknown theme', 'view=scitech-share&theme=sepia', 'sepia'],
  ['an unknown option', 'view=scitech-share&form=pie', 'pie'],
  ['an unknown datum', 'datum=Z9-99', 'Z9-99'],
  ['a datum of another view', 'view=scitech-share&datum=A2-18', 'A2-18'],
  ['an unknown version', 'v=999', '999'],
  ['broken percent encoding', 'view=%E4%BD', '%E4%BD'],
  ['a lonely percent sign', 'view=%', '%'],
]) {
  for (const lang of ['zh', 'en']) {
    test(`${what}: a message in ${lang} names it, and the default picture is drawn`, async () => {
      // With a wrong language the reader's own counts: that of the page.
      const url = asked.includes('lang=') ? `${URL_PAGE}${lang === 'en' ? 'index.en.html' : ''}?${asked}` : `${URL_PAGE}?${asked}&lang=${lang}`;
      const { page, seen } = await open(browser, { url });
      await drawn(page);
      const { view, message, colors, squares, language } = await shown(page);
      assert.equal(view, 'scitech-share');
      assert.equal(squares, 'A1-06,A1-07,D-01,A1-08,A1-09', 'the 62 squares');
      assert.ok(colors >= 4, `${colors} colours`);
      assert.ok(message?.includes(named), `${message} names ${named}`);
      assert.equal(/[\u4e00-\u9fff]/.test(message), lang === 'zh', message);
      assert.equal(language[2], lang === 'zh' ? 'zh-Hans' : 'en');
      assert.deepEqual(faults(seen), NONE);
      await page.close();
    });
  }
}

for (const [what, asked] of [
  ['markup', `view=${encodeURIComponent('<img src=x onerror=globalThis.hurt=1>')}`],
  ['markup in a datum', `datum=${encodeURIComponent('"><script>globalThis.hurt=1</script>')}`],
  ['3,000 characters', `view=${LONG}`],
  ['5,000 characters', `view=${LONG}${LONG.slice(1000)}`],
  ['turned writing', `v=1&theme=${encodeURIComponent('a\u202eb\u2066c\u200f')}`],
  ['control characters', `v=1&lang=${encodeURIComponent('a\u0000\u0007\u001bb')}`],
]) {
  test(`a hostile address, ${what}: shown as short, tame text`, async () => {
    const { page, seen } = await picture(asked);
    const { message, colors, view } = await shown(page);
    assert.equal(view, 'scitech-share');
    assert.ok(colors >= 4, `${colors} colours`);
    assert.ok(message, 'a message');
    assert.ok(message.length < 200, `${message.length} characters`);
    assert.doesNotMatch(message, /[\u0000-\u0009\u000b-\u001f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/);
    const made = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('article-chart');
      const foreign = 'img, script, iframe, object, embed';
      return [shadowRoot.querySelectorAll(foreign).length, document.body.querySelectorAll(foreign).length, shadowRoot.querySelector('[part=message]').childElementCount, 'hurt' in globalThis];
    });
    assert.deepEqual(made, [0, 0, 0, false]);
    assert.deepEqual(faults(seen), NONE);
    await page.close();
  });
}
