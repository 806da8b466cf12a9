// Pages that are one file, opened from a disk: they draw, they say what the served page says, and they ask nobody for anything.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { drawn, faults, launch, open, URL_PAGE, views } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };
const VIEWS = await views();

// Not where the build left them: a file that is sent to somebody has nothing around it, and any name.
const folder = await mkdtemp(join(tmpdir(), 'article-charts-single-'));
after(() => rm(folder, { recursive: true }));

/** Fetches a page and puts it on the disk. */
async function saved(path) {
  const file = join(folder, `${path.replaceAll('/', ' ')} 一.html`);
  await writeFile(file, Buffer.from(await (await fetch(URL_PAGE + path)).arrayBuffer()));
  return pathToFileURL(file).href;
}

const all = await saved('article-charts.html');

const table = (page) => page.$eval('article-chart', ({ figure: { view, title, table: { rows } } }) => [view, title, rows.map(({ cells }) => cells)]);

for (const name of ['chrome', 'firefox']) {
  test(`${name}: the file with all charts draws each of them, as the served page does, without a network`, async (t) => {
    const browser = await launch(t, { browser: name });
    const { page, seen } = await open(browser, { url: `${all}?view=scitech-share&lang=en` });
    const served = await open(browser, { url: `${URL_PAGE}?view=scitech-share&lang=en` });
    for (const shown of [page, served.page]) await drawn(shown);
    for (const view of VIEWS) {
      for (const shown of [page, served.page]) await shown.$eval(`nav a[data-view="${view}"]`, (link) => link.click());
      assert.deepEqual(await table(page), await table(served.page));
      assert.equal((await table(page))[0], view);
    }
    assert.match(page.url(), new RegExp(`^file:.*view=${VIEWS.at(-1)}`), 'the address follows');
    await page.goto(all);
    await drawn(page);
    assert.equal(await page.$eval('html', ({ dataset }) => dataset.mode), 'front');
    await page.$eval('[data-language=en]', (link) => link.click());
    await page.waitForFunction(() => document.querySelector('article-chart').figure.language === 'en');
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Figures in print');
    assert.deepEqual(faults(seen), NONE);
    assert.deepEqual(seen.requests.filter((url) => !/^(file|data|blob):/.test(url)), [], 'no network');
    // Firefox does not tell of what it reads from a disk.
    const files = new Set(seen.requests.filter((url) => url.startsWith('file:')).map((url) => url.split('?')[0]));
    assert.deepEqual([...files], name === 'chrome' ? [all] : [], 'no other file');
  });

  test(`${name}: a file with one chart draws it, its menu opens, and a link to a state holds`, async (t) => {
    const url = await saved('single/pipelines.html');
    const { page, seen } = await open(await launch(t, { browser: name }), { url });
    await drawn(page);
    assert.deepEqual((await table(page))[2].map((cells) => cells[1]), ['>300条', '>90条∂', '>30%', '≥2项', '48款']);
    await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take] summary').click());
    await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-style]'), { timeout: 10_000 });
    assert.equal(await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-verify]')), null, 'nothing to compare with');
    await page.evaluate(() => document.querySelector('article-chart').send('language', 'en'));
    await page.waitForFunction(() => location.search.includes('lang=en'));
    await page.reload();
    await drawn(page);
    assert.equal(await page.$eval('article-chart', ({ figure }) => figure.language), 'en');
    assert.deepEqual(faults(seen), NONE);
    assert.deepEqual(seen.requests.filter((asked) => !/^(data|blob):/.test(asked) && !asked.startsWith(url)), []);
  });
}

test('every view has its file, with its picture and table for who has no scripts', async (t) => {
  const { page } = await open(await launch(t));
  await page.setJavaScriptEnabled(false);
  for (const view of VIEWS) {
    await page.goto(await saved(`single/${view}.html`));
    const found = await page.evaluate(() => {
      const chart = document.querySelector('article-chart');
      const { width, height } = chart.querySelector('svg').getBoundingClientRect();
      return [chart.getAttribute('view'), width > 300 && height > 100, chart.querySelectorAll('svg text').length > 3, chart.querySelectorAll('tbody tr').length > 0];
    });
    assert.deepEqual(found, [view, true, true, true]);
  }
});

test('one byte less in the scripts and the policy of the file refuses them; the picture stays', async (t) => {
  const url = await saved('single/pipelines.html');
  const file = new URL(url);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('customElements', 'customElement5'));
  const { page, seen } = await open(await launch(t), { url });
  // What is refused is told when it is, which the end of loading does not wait for.
  for (let i = 0; i < 100 && !seen.violations.length; i += 1) await new Promise((done) => { setTimeout(done, 50); });
  assert.equal(seen.violations.length, 1);
  assert.equal(await page.$eval('article-chart svg', (svg) => svg.checkVisibility()), true);
});
