// What the pictures say: in paint, in the table, in the marks, and the same in all three.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, launch, open, URL_PAGE, views } from './support.mjs';

const browser = await launch({ after });

/** Opens a picture of the page, in Chinese, whose canvas texts are kept in the page's `painted`. */
async function picture(query, options) {
  const { page } = await open(browser, options);
  await page.evaluateOnNewDocument(() => {
    globalThis.painted = [];
    const prototype = CanvasRenderingContext2D.prototype;
    const paint = prototype.fillText;
    prototype.fillText = function fillText(text, ...rest) {
      globalThis.painted.push(text);
      return paint.call(this, text, ...rest);
    };
  });
  await page.goto(`${URL_PAGE}?${query}`);
  await drawn(page);
  return page;
}

/** The texts painted since the last call. */
const painted = (page) => page.evaluate(() => globalThis.painted.splice(0));

/** The cells of the table, by datum. */
const rows = (page) => page.$$eval('article-chart >>> tbody tr', (all) => (
  Object.fromEntries(all.map((row) => [row.dataset.datum, [...row.cells].map((cell) => cell.textContent)]))));

/** Presses a button of the controls above the picture. */
const choose = (page, toggle, option) => (
  page.$eval(`article-chart >>> [data-toggle="${toggle}"] [data-option="${option}"]`, (button) => button.click()));

function assertHas(texts, wanted) {
  assert.deepEqual(wanted.filter((text) => !texts.includes(text)), [], `missing among ${texts.join(' | ')}`);
}

test('cooperation-series: the table has figures and years as drawn, and beside them as printed', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  const head = await page.$$eval('article-chart >>> thead th', (all) => all.map((cell) => cell.textContent));
  const [figure, when, printed] = ['作图数值', '作图时期', '报载'].map((name) => head.indexOf(name));
  const table = await rows(page);
  for (const [datum, ...wanted] of [
    ['A1-22', '694家', '2013年', '2013年…694家'],
    ['A1-23', '1423家', '2016年', '2016年…1423家'],
    ['A1-24', '872家', '2024年', '2024年…872家'],
    ['A1-25', '995人†', '2013年', '2023年…995人'],
    ['A1-26', '5218人†', '2016年', '2026年…5218人'],
    ['A1-27', '1987人', '2024年', '2024年…1987人'],
  ]) {
    assert.deepEqual([table[datum][figure], table[datum][when], table[datum][printed]], wanted);
  }
  await page.close();
});

test('cooperation-series: our reading is painted with what is printed under it; as printed, the years are the paper\'s', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  assertHas(await painted(page), ['694', '1423', '872', '995†', '5218†', '1987', '报载2023', '报载2026', '2013†', '2016†']);

  await choose(page, 'years', 'printed');
  const texts = await painted(page);
  assertHas(texts, ['694', '1423', '872', '995‡', '5218‡', '1987', '2023', '2026', '尚无数据 ↓']);
  assert.ok(!texts.some((text) => text.includes('†')), 'no reading of ours is left');
  assert.match(await page.$eval('article-chart', (chart) => chart.state), /(^|&)years=printed(&|$)/);
  const table = await rows(page);
  assert.deepEqual([table['A1-25'][1], table['A1-25'][2]], ['995人‡', '2023年']);
  assert.deepEqual([table['A1-26'][1], table['A1-26'][2]], ['5218人‡', '2026年']);
  await page.close();
});

test('scitech-share paints the paper\'s 33, 62 and 53%, and our 29', async () => {
  const page = await picture('view=scitech-share&lang=zh');
  const texts = await painted(page);
  assertHas(texts, ['33', '29', '62', '53%', '家∂']);
  await page.close();
});

test('pipelines paints no bound as a value', async () => {
  for (const lang of ['zh', 'en']) {
    const page = await picture(`view=pipelines&lang=${lang}`);
    const texts = await painted(page);
    assertHas(texts, ['>300', '>90', '48', '>30%']);
    assert.deepEqual(texts.filter((text) => ['300', '90', '30%'].includes(text)), []);
    await page.close();
  }
});

test('62 squares are painted, 33 of them in one colour', async () => {
  const page = await picture('view=scitech-share&lang=zh&theme=light');
  // Squares of one colour, found as blots in the picture: the paint and not the scene is what a reader counts.
  const found = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const node = shadowRoot.querySelector('canvas');
    const [left, top, width, height] = figure.datums.find(({ id }) => id === 'A1-07').area;
    const { data } = node.getContext('2d').getImageData(left, top, width, height);
    const accent = figure.palette.accent.match(/\w\w/g).map((hex) => parseInt(hex, 16));
    const inked = (x, y) => x >= 0 && y >= 0 && x < width && y < height
      && accent.every((part, i) => Math.abs(data[4 * (y * Math.floor(width) + x) + i] - part) < 24);
    const met = new Set();
    let squares = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!inked(x, y) || met.has(`${x},${y}`)) continue;
        const blot = [[x, y]];
        met.add(`${x},${y}`);
        for (const [a, b] of blot) {
          for (const [c, d] of [[a + 1, b], [a - 1, b], [a, b + 1], [a, b - 1]]) {
            if (!inked(c, d) || met.has(`${c},${d}`)) continue;
            met.add(`${c},${d}`);
            blot.push([c, d]);
          }
        }
        // Letters are blots too, of fewer pixels and not square.
        const [xs, ys] = [blot.map(([a]) => a), blot.map(([, b]) => b)];
        const [wide, high] = [Math.max(...xs) - Math.min(...xs) + 1, Math.max(...ys) - Math.min(...ys) + 1];
        if (Math.abs(wide - high) <= 1 && blot.length > 0.9 * wide * high && wide > 8) squares += 1;
      }
    }
    return squares;
  });
  assert.equal(found, 33);
  await page.close();
});

for (const view of await views()) {
  test(`${view}: marks, table and figure have the same datums in the same order, with every option`, async () => {
    const page = await picture(`view=${view}&lang=zh`);
    const met = await page.evaluate(() => {
      const chart = document.querySelector('article-chart');
      const found = [];
      const look = () => {
        const ids = (selector) => [...chart.shadowRoot.querySelectorAll(selector)].map((node) => node.dataset.datum);
        found.push({ state: chart.state, figure: chart.figure.datums.map(({ id }) => id), marks: ids('[part=marks] button[data-datum]'), table: ids('tr[data-datum]') });
      };
      // Every combination, not only every option: two options together may draw other datums than each alone.
      const combine = ([first, ...others]) => {
        if (!first) return look();
        for (const { id } of first.options) {
          chart.shadowRoot.querySelector(`[data-toggle="${first.id}"] [data-option="${id}"]`).click();
          combine(others);
        }
        return undefined;
      };
      for (const language of ['zh', 'en']) {
        chart.send('language', language);
        combine(chart.figure.controls);
      }
      return found;
    });
    for (const { state, figure, marks, table } of met) {
      // Two filters may leave nothing; none alone does.
      if (!/article=.*status=/.test(state)) assert.ok(figure.length > 0, state);
      assert.equal(new Set(figure).size, figure.length, state);
      assert.deepEqual(marks, figure, state);
      assert.deepEqual(table, figure, state);
    }
    const half = met.length / 2;
    for (const [i, { figure, state }] of met.slice(half).entries()) assert.deepEqual(figure, met[i].figure, `${state}: as in Chinese`);
    await page.close();
  });
}
