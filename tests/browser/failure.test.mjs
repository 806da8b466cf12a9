// Files that cannot be had for a while: what is shown then, and how the reader gets on when they are back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { html, site } from './host.mjs';
import { URL_PAGE, drawn, launch, open } from './support.mjs';

const browser = await launch({ after });

/** A page on which some files are not found until they are let through, and the addresses of all that were asked for. */
async function shaky(wanted) {
  const { page } = await open(browser);
  const gate = { shut: true, asked: [] };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    gate.asked.push(new URL(request.url()).pathname.split('/').pop());
    if (gate.shut && wanted.test(request.url())) request.respond({ status: 404, body: '' });
    else request.continue();
  });
  return { page, gate };
}

const modules = ({ asked }) => asked.filter((path) => path.endsWith('.wasm'));

test('a link in another language than the page loads the texts of that language alone before its picture', async () => {
  const { page, gate } = await shaky(/words\/zh-Hans/);
  await page.goto(`${URL_PAGE}?v=1&view=pipelines&lang=en`);
  await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  assert.equal(await page.$eval('article-chart', ({ figure }) => figure.language), 'en');
  assert.deepEqual(modules(gate).slice(0, 3).sort(), ['article_charts_bg.wasm', 'en.wasm', 'units.wasm']);
  await page.close();
});

test('an element that could not be drawn is drawn when it is asked for something again', async (t) => {
  const { page, gate } = await shaky(/words\/en/);
  const body = '<article-chart view="timeline" lang="en" loading="eager"><p>fallback</p></article-chart>';
  const home = await site(t, { '/': html(body, { head: '<script type="module" src="/charts/article-chart.js"></script>' }) });
  await page.evaluateOnNewDocument(() => addEventListener('ac-error', () => { globalThis.failed = true; }));
  await page.goto(`${home}/`);
  await page.waitForFunction(() => globalThis.failed, { timeout: 10_000 });
  assert.equal(await page.$eval('article-chart p', (fallback) => fallback.checkVisibility()), true);
  gate.shut = false;
  await page.$eval('article-chart', (chart) => { chart.view = 'pipelines'; });
  await page.waitForFunction(() => document.querySelector('article-chart').figure?.view === 'pipelines', { timeout: 10_000 });
  await page.close();
});

test('where the chart of a link cannot be drawn, its figure stands there, and the language keeps the view', async () => {
  const { page, gate } = await shaky(/words\/|marks\//);
  await page.goto(`${URL_PAGE}?view=timeline`);
  await page.waitForFunction(() => document.querySelector('article-chart figure h2')?.textContent.includes('三篇文章'), { timeout: 10_000 });
  const [seen, notice, picture] = await page.$eval('article-chart figure', (figure) => [
    figure.querySelector('table').checkVisibility(), document.getElementById('notice').checkVisibility(), figure.querySelector('img').currentSrc,
  ]);
  assert.ok(seen && notice);
  assert.match(picture, /\/static\/timeline\.zh\./);
  assert.match(await page.$eval('a[data-language=en]', (link) => link.href), /view=timeline.*lang=en/);
  // When the files are back, the next picture that is asked for is drawn, and nothing is said to be missing.
  gate.shut = false;
  await page.$eval('article-chart', (chart) => { chart.state = 'view=pipelines'; });
  await page.waitForFunction(() => document.querySelector('article-chart').figure?.view === 'pipelines', { timeout: 10_000 });
  const found = await page.$eval('#notice', (told) => [told.checkVisibility(), document.documentElement.dataset.mode]);
  assert.deepEqual(found, [false, 'reading']);
  await page.close();
});

test('small pictures that could not be drawn come when their part is there again', async () => {
  const { page, gate } = await shaky(/marks\/all/);
  await page.goto(URL_PAGE);
  await page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  assert.equal(await page.$eval('html', ({ dataset }) => 'whole' in dataset), false);
  gate.shut = false;
  await drawn(page);
  await page.close();
});
