// How every picture looks: at every width, in both languages, light, dark, in the system's own colours, and on paper.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, origins, URL_PAGE, views } from './support.mjs';

const VIEWS = await views();
const NONE = { console: [], errors: [], violations: [] };
const WIDTHS = [320, 360, 768, 1280, 1600];

const browser = await launch({ after });

/** Opens a picture of the page; `media` sets features that puppeteer has no name for. */
async function picture(query) {
  const { page, seen } = await open(browser, { url: `${URL_PAGE}?${query}` });
  await drawn(page);
  const client = await page.createCDPSession();
  const media = (features) => client.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
  return { page, seen, media };
}

/** The background of the picture in paint and in words, and what the system calls Canvas. */
const ground = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const canvas = shadowRoot.querySelector('canvas');
  const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  // No picture has ink in the upper right corner.
  copy.drawImage(canvas, canvas.width - 1, 0, 1, 1, 0, 0, 1, 1);
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const system = getComputedStyle(probe).backgroundColor.match(/\d+/g).slice(0, 3).map(Number);
  probe.remove();
  return {
    paint: [...copy.getImageData(0, 0, 1, 1).data].slice(0, 3),
    palette: figure.palette.background.match(/\w\w/g).map((hex) => parseInt(hex, 16)),
    system,
    width: figure.width,
  };
});

const css = (channels) => `#${channels.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

for (const [name, features, theme] of [
  ['light', { 'prefers-color-scheme': 'light' }, ''],
  ['dark', { 'prefers-color-scheme': 'light' }, '&theme=dark'],
  ['forced colours', { 'forced-colors': 'active' }, ''],
]) {
  for (const width of WIDTHS) {
    test(`${name}, ${width} px wide: every picture fits, its canvas is as high as it is, its sentences are where it has them`, async () => {
      const { page, seen, media } = await opened;
      await media(features);
      await page.setViewport({ width, height: 800 });
      const wrong = await page.evaluate((all, more) => {
        const chart = document.querySelector('article-chart');
        const { shadowRoot } = chart;
        const found = [];
        for (const view of all) {
          for (const lang of ['zh', 'en']) {
            chart.go(`view=${view}&lang=${lang}${more}`);
            const { figure } = chart;
            const say = (what) => found.push(`${view}, ${lang}: ${what}`);
            if (figure.view !== view || figure.problems.length) say(`shows ${figure.view} ${figure.problems}`);
            const { scrollWidth } = document.documentElement;
            if (scrollWidth > innerWidth || document.body.scrollWidth > innerWidth) say(`the page is ${scrollWidth} px wide`);
            const stage = shadowRoot.querySelector('[part=stage]').getBoundingClientRect();
            const canvas = shadowRoot.querySelector('canvas').getBoundingClientRect();
            if (Math.abs(canvas.height - figure.height) > 0.5 || Math.abs(stage.height - figure.height) > 0.5) say(`${canvas.height} px high, not ${figure.height}`);
            if (Math.abs(canvas.width - stage.width) > 1) say(`the canvas is ${canvas.width} px wide, the stage ${stage.width}`);
            const lines = [...shadowRoot.querySelectorAll('[part=prose] span')];
            if (lines.length !== figure.prose.length) say(`${lines.length} lines, not ${figure.prose.length}`);
            for (const [i, line] of lines.entries()) {
              const { text, x, y } = figure.prose[i];
              const range = document.createRange();
              range.selectNodeContents(line);
              const box = range.getBoundingClientRect();
              // What has no height and no descent stands on the baseline.
              const foot = line.appendChild(document.createElement('i'));
              foot.style.display = 'inline-block';
              const at = [line.getBoundingClientRect().left - stage.left, foot.getBoundingClientRect().bottom - stage.top];
              foot.remove();
              if (Math.abs(at[0] - x) > 1.5 || Math.abs(at[1] - y) > 1.5) say(`“${text}” is at ${at}, not at ${[x, y]}`);
              if (box.left < stage.left - 0.5 || box.right > stage.right + 0.5) say(`“${text}” sticks out: ${box.right - stage.right}`);
              if (at[1] < 0 || at[1] > stage.height) say(`“${text}” is not in the picture`);
              if (line.textContent !== text) say(`“${line.textContent}” is not “${text}”`);
            }
          }
        }
        return found;
      }, VIEWS, theme);
      assert.deepEqual(wrong, []);
      assert.deepEqual(faults(seen), NONE);
      assert.deepEqual(origins(seen), [new URL(URL_PAGE).origin]);
    });
  }
}

/** One page for all of them. */
const opened = picture(`view=${VIEWS[0]}`);

test('forced colours: the picture takes the system\'s, and follows at run time, both ways', async () => {
  const { page, seen, media } = await picture('view=cooperation-series&lang=zh&theme=dark');
  await media({ 'forced-colors': 'none', 'prefers-color-scheme': 'light' });
  const own = await ground(page);
  let last = own.palette;
  // The picture hears of it a frame later.
  const changed = async () => {
    await page.waitForFunction((before) => document.querySelector('article-chart').figure.palette.background !== before, { timeout: 5000 }, css(last));
    last = (await ground(page)).palette;
  };
  for (const scheme of ['light', 'dark']) {
    await media({ 'forced-colors': 'active', 'prefers-color-scheme': scheme });
    await changed();
    const forced = await ground(page);
    assert.deepEqual([forced.paint, forced.palette], [forced.system, forced.system], scheme);
    await media({ 'forced-colors': 'none', 'prefers-color-scheme': 'light' });
    await changed();
    assert.deepEqual((await ground(page)).paint, own.paint, `and back from ${scheme}`);
  }
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('more contrast: nothing but ink on the ground of the theme, and it follows at run time', async () => {
  const { page, seen, media } = await picture('view=cooperation-series&lang=zh');
  for (const [scheme, ink] of [['light', 0], ['dark', 255]]) {
    await media({ 'prefers-contrast': 'no-preference', 'prefers-color-scheme': scheme });
    const palette = () => page.$eval('article-chart', ({ figure }) => figure.palette);
    await page.waitForFunction((dark) => document.querySelector('article-chart').figure.palette.background === (dark ? '#16181b' : '#fbf8f2'), {}, scheme === 'dark');
    const usual = await palette();
    assert.notEqual(usual.muted, usual.ink);
    await media({ 'prefers-contrast': 'more', 'prefers-color-scheme': scheme });
    await page.waitForFunction(() => {
      const { muted, ink: text } = document.querySelector('article-chart').figure.palette;
      return muted === text;
    }, { timeout: 5000 });
    const { background, ink: text } = await palette();
    assert.equal(background, usual.background);
    assert.equal(text, ink ? '#ffffff' : '#000000');
  }
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('on paper everything is light, whatever the theme, and the screen is as it was afterwards', async () => {
  const { page, seen } = await picture('view=cooperation-series&lang=zh&theme=dark&datum=A1-26');
  const dark = await ground(page);
  assert.ok(dark.paint.every((part) => part < 60), String(dark.paint));
  await page.evaluate(() => {
    const chart = document.querySelector('article-chart');
    // After the chart's own listener.
    addEventListener('beforeprint', () => {
      const canvas = chart.shadowRoot.querySelector('canvas');
      globalThis.printed = [...canvas.getContext('2d').getImageData(canvas.width - 1, 0, 1, 1).data];
    });
  });
  await page.pdf();
  const printed = await page.evaluate(() => globalThis.printed);
  assert.ok(printed?.slice(0, 3).every((part) => part > 200), `printed on ${printed}`);
  assert.deepEqual(await ground(page), dark, 'the screen again');
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('on paper: dark ink, the table open, nothing to press', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh&theme=dark&datum=A1-26');
  await page.$eval('article-chart >>> [part=data]', (details) => { details.open = false; });
  const look = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector('article-chart');
    const seen = (node) => node.checkVisibility();
    return {
      table: seen(shadowRoot.querySelector('tbody tr')),
      pressed: [...document.querySelectorAll('button, nav a, #steps a'), ...shadowRoot.querySelectorAll('fieldset button, [part=more] button, [part=take] :is(summary, button)')].filter(seen).length,
      tooltip: seen(shadowRoot.querySelector('[part=tooltip]')),
      ink: getComputedStyle(document.querySelector('h1')).color.match(/\d+/g).map(Number),
    };
  });
  const screen = await look();
  assert.deepEqual([screen.table, screen.pressed > 0, screen.tooltip], [false, true, true]);
  await page.emulateMediaType('print');
  const { table, pressed, tooltip, ink } = await look();
  assert.deepEqual([table, pressed, tooltip], [true, 0, false]);
  assert.ok(ink.every((part) => part < 60), `the page's ink is ${ink}`);
  await page.close();
});

test('a front page that is printed from its top has every miniature', async () => {
  const { page } = await open(browser, { url: URL_PAGE });
  await drawn(page);
  const blank = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('[data-miniature]')].filter(({ width, height }) => width === 300 && height === 150).length;
  });
  assert.equal(blank, 0);
  await page.close();
});

test('the colours of the page are those of its pictures', async () => {
  const { page } = await picture(`view=${VIEWS[0]}`);
  for (const theme of ['light', 'dark']) {
    const different = await page.evaluate((all, chosen) => {
      const chart = document.querySelector('article-chart');
      const style = getComputedStyle(document.documentElement);
      const found = [];
      for (const view of all) {
        chart.go(`view=${view}&theme=${chosen}`);
        const { palette } = chart.figure;
        const source = document.querySelector(`.group:has([data-view="${view}"])`).dataset.source.toLowerCase();
        const pairs = [['paper', 'background'], ['ink', 'ink'], ['muted', 'muted'], ['rule', 'grid'], ['remark', 'remark']];
        if (source !== 'whole') pairs.push([source, 'accent']);
        for (const [name, part] of pairs) {
          const own = style.getPropertyValue(`--${name}`).trim();
          if (own !== palette[part]) found.push(`${view}: --${name} is ${own}, ${part} ${palette[part]}`);
        }
      }
      return found;
    }, VIEWS, theme);
    assert.deepEqual(different, [], theme);
  }
  await page.close();
});
