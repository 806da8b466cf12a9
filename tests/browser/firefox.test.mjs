// The same page in Firefox: loads, draws, listens.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, origins, URL_PAGE, views } from './support.mjs';

const browser = await launch({ after }, { browser: 'firefox' });

const canvas = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const node = shadowRoot.querySelector('canvas');
  const pixels = new Uint32Array(node.getContext('2d').getImageData(0, 0, node.width, node.height).data.buffer);
  return {
    view: figure.view,
    colors: new Set(pixels).size,
    sizes: [node.width, node.height],
    wanted: [Math.round(figure.width * devicePixelRatio), Math.round(figure.height * devicePixelRatio)],
    sum: pixels.reduce((sum, pixel, i) => (Math.imul(sum, 31) + (pixel ^ i)) | 0, 7),
  };
});

test('firefox: every view is drawn, a toggle and a selection work, and nothing is said or forbidden', async () => {
  const { page, seen } = await open(browser, { url: `${URL_PAGE}?view=scitech-share&lang=zh`, scale: 2 });
  await drawn(page);
  for (const view of [...await views(), 'cooperation-series']) {
    await page.$eval(`nav a[data-view="${view}"]`, (link) => link.click());
    const painted = await canvas(page);
    assert.equal(painted.view, view);
    assert.ok(painted.colors >= 4, `${view}: ${painted.colors} colours`);
    assert.deepEqual(painted.sizes, painted.wanted, view);
  }
  const before = await canvas(page);
  await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-option=printed]').click());
  assert.notEqual((await canvas(page)).sum, before.sum, 'another picture');
  assert.match(page.url(), /years=printed/);

  const spot = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const node = shadowRoot.querySelector('canvas');
    node.scrollIntoView({ block: 'center' });
    const { left, top } = node.getBoundingClientRect();
    const [x, y, width, height] = figure.datums.find(({ id }) => id === 'A1-26').area;
    return [left + x + width / 2, top + y + height / 2];
  });
  await page.mouse.move(...spot);
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=tooltip] b')?.textContent === '5218人‡', { timeout: 5000 });
  await page.mouse.click(...spot);
  await page.waitForFunction(() => location.search.includes('datum=A1-26'), { timeout: 5000 });
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  assert.deepEqual(origins(seen), [new URL(URL_PAGE).origin]);
});
