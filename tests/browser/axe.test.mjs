// axe-core as a floor: a scanner finds nothing in any view, in both languages, light, dark and in the system's colours.
// It is blind to a canvas; hearing.test.mjs looks at what a reader gets instead of one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { drawn, launch, npmFile, open, URL_PAGE, views } from './support.mjs';

const AXE = await readFile(npmFile('axe-core/axe.min.js'), 'utf8');
const VIEWS = await views();

const browser = await launch({ after });

/** Opens a page with the scanner in it; `media` sets features that puppeteer has no name for. */
async function scanned(query) {
  const { page } = await open(browser, { url: URL_PAGE + query });
  await drawn(page);
  await page.evaluate(AXE);
  await page.evaluate(() => {
    /** What is wrong, a line each; and whether the scanner looked into the shadow root. */
    globalThis.scan = async (context) => {
      const { violations, passes } = await globalThis.axe.run(context, { resultTypes: ['violations', 'passes'] });
      return {
        wrong: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`)),
        inside: passes.some(({ nodes }) => nodes.some(({ target }) => target.flat().join(' ').includes('[part='))),
      };
    };
  });
  const client = await page.createCDPSession();
  const media = (features) => client.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([name, value]) => ({ name, value })) });
  return { page, media };
}

const SCHEMES = [
  ['light', { 'prefers-color-scheme': 'light' }],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['forced colours', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
];

for (const [name, features] of SCHEMES) {
  test(`${name}: nothing is found in any picture, in either language`, { timeout: 300_000 }, async () => {
    const { page, media } = await scanned(`?view=${VIEWS[0]}`);
    await media(features);
    for (const view of VIEWS) {
      for (const lang of ['zh', 'en']) {
        const { wrong, inside } = await page.evaluate((query) => {
          const chart = document.querySelector('article-chart');
          chart.go(query);
          // With a selection: its links and its tooltip are there.
          chart.send('select', chart.figure.datums[0].id);
          return globalThis.scan('article-chart');
        }, `view=${view}&lang=${lang}`);
        assert.deepEqual(wrong, [], `${view}, ${lang}`);
        assert.ok(inside, 'the shadow root is looked into');
      }
    }
    await page.close();
  });

  test(`${name}: nothing is found on the page, front and reading, in either language`, { timeout: 120_000 }, async () => {
    for (const query of ['?lang=zh', '?lang=en', '?view=cooperation-series&lang=zh&datum=A1-26', '?view=evidence&part=errata&lang=en']) {
      const { page, media } = await scanned(query);
      await media(features);
      await page.evaluate(() => {
        for (const details of document.querySelector('article-chart').shadowRoot.querySelectorAll('details')) details.open = true;
      });
      await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-file]'), { timeout: 10_000 });
      assert.deepEqual((await page.evaluate(() => globalThis.scan(document))).wrong, [], query);
      await page.close();
    }
  });
}

test('the scanner sees what is wrong inside a chart', async () => {
  const { page } = await scanned('?view=pipelines&lang=en');
  await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=marks] button').removeAttribute('aria-label'));
  assert.match(String((await page.evaluate(() => globalThis.scan('article-chart'))).wrong), /button-name/);
  await page.close();
});
