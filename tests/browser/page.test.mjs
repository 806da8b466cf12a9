// The page as a whole: it keeps its own security policy, asks nobody else, and the canvas is painted at the screen's sharpness.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, origins, URL_PAGE, views } from './support.mjs';

const VIEWS = await views();
const NONE = { console: [], errors: [], violations: [] };

const browser = await launch({ after });

/** Opens a picture of the page and waits until it is drawn. */
async function picture(query, options) {
  const opened = await open(browser, { url: `${URL_PAGE}?${query}`, ...options });
  await drawn(opened.page);
  return opened;
}

/** Shows another picture on the page. */
const show = (page, query) => page.$eval('article-chart', (chart, asked) => chart.go(asked), query);

/** What is on the canvas: its sizes, its colours, and the share of its pixels that are not background. */
const canvas = (page) => page.$eval('article-chart >>> canvas', (node) => {
  const { width, height } = node;
  // Read from a copy: the browser remarks on a canvas that is read again and again.
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  copy.drawImage(node, 0, 0);
  const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
  // The upper left corner of a picture may be ink; the commonest colour is its background.
  const counts = new Map();
  // A seventh of them tells enough.
  const met = pixels.filter((_, i) => i % 7 === 0);
  for (const pixel of met) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const box = node.getBoundingClientRect();
  const ground = Math.max(...counts.values());
  return { backing: [width, height], css: [box.width, box.height], colors: counts.size, ink: 1 - ground / met.length };
});

function assertPainted({ colors, ink }) {
  assert.ok(colors >= 4, `${colors} colours`);
  assert.ok(ink > 0.01 && ink < 0.9, `${(100 * ink).toFixed(2)} % ink`);
}

for (const view of VIEWS) {
  test(`${view}: painted, nothing forbidden, nothing said, nobody else asked`, async () => {
    const { page, seen } = await picture(`v=1&view=${view}`);
    for (const lang of ['zh', 'en']) {
      for (const theme of ['light', 'dark']) {
        await show(page, `v=1&view=${view}&lang=${lang}&theme=${theme}`);
        const shown = await page.evaluate(() => [document.querySelector('article-chart').figure.view, document.documentElement.dataset.theme]);
        assert.deepEqual(shown, [view, theme]);
        assertPainted(await canvas(page));
        // A tooltip is built last, when the pointer is on a mark: it has to keep the policy too.
        await (await page.$('article-chart >>> canvas')).hover();
      }
    }
    assert.deepEqual(faults(seen), NONE);
    assert.deepEqual(origins(seen), [new URL(URL_PAGE).origin]);
    await page.close();
  });
}

for (const width of [360, 1280]) {
  for (const scale of [1, 1.5, 2]) {
    test(`${width} px wide at ${scale} device pixels each: the canvas has a pixel for each of the screen's`, async () => {
      const { page } = await picture('view=pipelines', { width, scale });
      for (const view of VIEWS) {
        await show(page, `view=${view}`);
        const painted = await canvas(page);
        assert.deepEqual(painted.backing, painted.css.map((length) => Math.round(length * scale)), view);
        assert.ok(painted.css[0] > width / 2 && painted.css[0] <= width, `${view}: ${painted.css[0]} px wide`);
        assertPainted(painted);
      }
      await page.close();
    });
  }
}

for (const [change, steps] of [
  ['another width', [[500, 1], [1200, 1]]],
  ['another zoom', [[800, 1.25], [500, 2]]],
  // As when a window is moved to another screen: the page keeps its size, so that no resize event comes.
  ['another sharpness at the same width', [[1000, 2]]],
]) {
  test(`${change}: the canvas follows`, async () => {
    const { page } = await picture('view=pipelines', { width: 1000 });
    for (const [width, scale] of steps) {
      await page.setViewport({ width, height: 800, deviceScaleFactor: scale });
      // A whole frame, as on a screen: without one the browser does not look at its media queries again.
      await page.screenshot();
      await page.waitForFunction(
        (ratio) => {
          const { shadowRoot, figure } = document.querySelector('article-chart');
          const stage = shadowRoot.querySelector('[part=stage]');
          return figure.width === stage.clientWidth && shadowRoot.querySelector('canvas').width === Math.round(figure.width * ratio);
        },
        { timeout: 5000 },
        scale,
      );
      assertPainted(await canvas(page));
    }
    await page.close();
  });
}
