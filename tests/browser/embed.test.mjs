// The element on somebody else's page: one import of a file from here, and no other preparation.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { faults, launch, open, origins, URL_OTHER, URL_PAGE } from './support.mjs';

const browser = await launch({ after });

/** Opens a page of another origin that has nothing but what it embeds. */
async function stranger(html) {
  const { page, seen } = await open(browser);
  // The policy is the embedding page's own: this one has none.
  await page.setRequestInterception(true);
  const url = `${URL_OTHER}embed-test.html`;
  page.on('request', (request) => (
    request.url() === url ? request.respond({ contentType: 'text/html; charset=utf-8', body: html }) : request.continue()));
  await page.goto(url);
  return { page, seen };
}

test('a page of another origin shows pipelines in English, after one import', async () => {
  const { page, seen } = await stranger(`<!doctype html><html lang="fr"><title>embedded</title><link rel="icon" href="data:,">
    <script type="module" src="${URL_PAGE}article-chart.js"></script>
    <article-chart view="pipelines" lang="en"><p>fallback</p></article-chart></html>`);
  await page.waitForFunction(() => document.querySelector('article-chart').figure);
  const found = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const canvas = shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return {
      view: figure.view,
      language: figure.language,
      cells: [...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].map((cell) => cell.textContent),
      colors: new Set(new Uint32Array(data.buffer)).size,
      fallback: document.querySelector('article-chart p').checkVisibility(),
      outside: [document.title, document.documentElement.lang, location.search],
    };
  });
  assert.deepEqual([found.view, found.language], ['pipelines', 'en']);
  assert.deepEqual(found.cells, ['>300 pipelines', '>90 pipelines∂', '>30%', '48 drugs', '≥2 items']);
  assert.ok(found.colors >= 4, `${found.colors} colours`);
  assert.equal(found.fallback, false, 'the fallback gives way to the picture');
  assert.deepEqual(found.outside, ['embedded', 'fr', ''], 'nothing of the page is touched');
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  assert.deepEqual(origins(seen).sort(), [new URL(URL_PAGE).origin, new URL(URL_OTHER).origin].sort());
  await page.close();
});

test('attributes are live, and what a reader does is told to the page', async () => {
  const { page } = await stranger(`<!doctype html><html lang="en"><title>embedded</title>
    <script type="module" src="${URL_PAGE}article-chart.js"></script>
    <article-chart view="pipelines"></article-chart></html>`);
  await page.waitForFunction(() => document.querySelector('article-chart').figure);
  assert.equal(await page.$eval('article-chart', ({ figure }) => figure.language), 'en', 'the page\'s own language');
  await page.$eval('article-chart', (chart) => {
    chart.setAttribute('lang', 'zh');
    chart.setAttribute('theme', 'dark');
    chart.setAttribute('view', 'cooperation-series');
  });
  await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'cooperation-series', { timeout: 5000 });
  assert.deepEqual(await page.$eval('article-chart', ({ figure }) => [figure.language, figure.theme]), ['zh-Hans', 'dark']);

  const told = await page.$eval('article-chart', (chart) => {
    const heard = [];
    for (const name of ['ac-viewchange', 'ac-datum']) document.addEventListener(name, ({ detail }) => heard.push([name, detail]));
    chart.shadowRoot.querySelector('[data-option=peak]').click();
    chart.shadowRoot.querySelector('button[data-datum="A1-28"]').click();
    return heard;
  });
  assert.deepEqual(told.map(([name]) => name), ['ac-viewchange', 'ac-viewchange', 'ac-datum']);
  assert.deepEqual([told[0][1].what, told[0][1].value], ['scale', 'peak']);
  assert.match(told[0][1].state, /scale=peak/);
  assert.match(told[1][1].state, /datum=A1-28/);
  assert.equal(told[2][1].datum, 'A1-28');
  await page.close();
});

test('a page that is written from right to left: the picture and its marks are where they are', async () => {
  const { page } = await stranger(`<!doctype html><html lang="ar" dir="rtl"><title>embedded</title>
    <script type="module" src="${URL_PAGE}article-chart.js"></script>
    <article-chart view="cooperation-series" lang="zh"></article-chart></html>`);
  await page.waitForFunction(() => document.querySelector('article-chart').figure);
  const off = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const canvas = shadowRoot.querySelector('canvas').getBoundingClientRect();
    return figure.datums.filter(({ id, area: [x, y] }) => {
      const mark = shadowRoot.querySelector(`button[data-datum="${id}"]`).getBoundingClientRect();
      return Math.abs(mark.left - canvas.left - x) > 1 || Math.abs(mark.top - canvas.top - y) > 1;
    }).map(({ id }) => id);
  });
  assert.deepEqual(off, []);
  await page.close();
});
