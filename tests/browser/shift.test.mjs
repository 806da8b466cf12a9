// A page with the figure drawn ahead as the content of the element, and the style that goes with it: nothing moves when the live chart takes
// over, whatever stands below it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { html, site } from './host.mjs';
import { URL_PAGE, faults, launch, open } from './support.mjs';

const browser = await launch({ after });

/** Opens a page with a figure, loads the script when it stands there, and says what has moved and how high it was and is. */
async function takeover(t, view, lang, width) {
  const figure = (await (await fetch(`${URL_PAGE}static/${view}.${lang}.html`)).text()).replaceAll(/(src|srcset)="/g, '$1="/charts/static/');
  const head = '<link rel="stylesheet" href="/charts/article-chart.css"><style>body { margin: 0 }</style>';
  const body = `<article-chart view="${view}" lang="${lang}" loading="eager">${figure}</article-chart><p id="below">below</p>`;
  // As high as it takes to see what is below.
  const { page, seen } = await open(browser, { width, height: 20_000 });
  await page.evaluateOnNewDocument(() => {
    const moved = globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) moved.push([value, ...sources.map(({ node, previousRect, currentRect }) => `${node?.id || node?.nodeName} ${previousRect.y} → ${currentRect.y}`)]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${await site(t, { '/': html(body, { lang, head }) })}/`, { waitUntil: 'load' });
  const frames = () => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))); }));
  await frames();
  const measure = () => page.$eval('article-chart', (chart) => {
    const top = (node) => node.getBoundingClientRect().top;
    const { shadowRoot } = chart;
    return { height: chart.getBoundingClientRect().height, below: top(document.getElementById('below')), title: top(shadowRoot?.querySelector('h2') ?? chart.querySelector('h2')),
      picture: top(shadowRoot?.querySelector('canvas') ?? chart.querySelector('img')) };
  });
  const before = await measure();
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/charts/article-chart.js' })));
  await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  await frames();
  return { page, seen, before, after: await measure(), moved: await page.evaluate(() => globalThis.moved) };
}

for (const view of ['cooperation-series', 'evidence', 'pipelines', 'timeline']) {
  for (const lang of ['zh', 'en']) {
    for (const width of [360, 720]) {
      test(`${view}, ${lang}, ${width} px`, async (t) => {
        const { page, seen, before, after: then, moved } = await takeover(t, view, lang, width);
        const { picture, ...rest } = then;
        assert.deepEqual(moved, [], JSON.stringify([before, then]));
        assert.deepEqual({ picture: before.picture, ...rest }, before);
        // Toggles in a narrow column take as many lines as their words want.
        assert.ok(Math.abs(picture - before.picture) < (width === 720 ? 1 : 40), `${before.picture} → ${picture}`);
        assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
        await page.close();
      });
    }
  }
}

test('what moves is seen: the room is given back with another picture', async (t) => {
  const { page, before } = await takeover(t, 'cooperation-series', 'en', 720);
  await page.$eval('article-chart', (chart) => chart.send('view', 'success-rate'));
  await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'success-rate', { timeout: 10_000 });
  await page.waitForFunction(() => globalThis.moved.length > 0, { timeout: 10_000 });
  const [height, least] = await page.$eval('article-chart', (chart) => [chart.offsetHeight, getComputedStyle(chart).minHeight]);
  assert.ok(height < before.height, `${height} < ${before.height}`);
  assert.equal(least, '0px');
  await page.close();
});
