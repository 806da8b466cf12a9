// What is drawn ahead: every view as a picture and as a figure in HTML, with the numbers, the words and the height of the live chart.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { faults, launch, open, URL_PAGE, views } from './support.mjs';

const browser = await launch({ after });
const VIEWS = await views();
const STATIC = `${URL_PAGE}static/`;
const TAGS = { zh: 'zh-Hans', en: 'en' };

/** Every live chart in a column of a width: its size, datums, words and table. */
async function live(width) {
  const { page, seen } = await open(browser, { url: `${URL_PAGE}no-such-file` });
  const charts = await page.evaluate(async (views, width) => {
    await import('./article-chart.js');
    const found = {};
    for (const lang of ['zh', 'en']) {
      for (const view of views) {
        const chart = document.createElement('article-chart');
        chart.setAttribute('view', view);
        chart.setAttribute('lang', lang);
        chart.style.width = `${width}px`;
        document.body.replaceChildren(chart);
        await new Promise((done) => { chart.addEventListener('ac-ready', done, { once: true }); });
        const { height, title, subtitle, source, table, datums, language } = chart.figure;
        found[`${view}.${lang}`] = { height, title, subtitle, source, table, language, datums: datums.map(({ id }) => id) };
      }
    }
    return found;
  }, VIEWS, width);
  assert.deepEqual(seen.errors, []);
  await page.close();
  return charts;
}

const narrow = await live(360);
const wide = await live(720);

test('every figure has the title, the words, the rows and the cells of the live chart', async () => {
  const { page, seen } = await open(browser);
  await page.setJavaScriptEnabled(false);
  for (const [name, chart] of Object.entries(wide)) {
    await page.goto(`${STATIC}${name}.html`);
    const found = await page.evaluate(() => {
      const text = (selector) => document.querySelector(selector).textContent;
      const [columns, ...rows] = [...document.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
      const { alt, naturalWidth } = document.querySelector('img');
      return {
        title: text('h2'), subtitle: text('figcaption p'), source: text('figure > p'), caption: text('caption'), columns, rows, alt, naturalWidth,
        datums: [...document.querySelectorAll('tbody tr')].map((row) => row.dataset.datum),
        lang: document.querySelector('figure').lang,
        link: document.querySelector('figure > p a').href,
      };
    });
    assert.deepEqual(found, {
      title: chart.title, subtitle: chart.subtitle, source: chart.source, caption: chart.table.caption, columns: chart.table.columns,
      rows: chart.table.rows.map(({ cells }) => cells), alt: chart.table.caption, naturalWidth: 720,
      datums: chart.datums, lang: TAGS[name.split('.')[1]],
      link: `${URL_PAGE}${name.endsWith('.en') ? 'index.en' : 'index'}.html?view=${name.split('.')[0]}`,
    }, name);
  }
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  await page.close();
});

test('every picture has the datums and the height of the live chart, in both themes, as SVG and as PNG', async () => {
  for (const [charts, width] of [[narrow, 360], [wide, 720]]) {
    for (const [name, { datums, height }] of Object.entries(charts)) {
      for (const theme of ['light', 'dark']) {
        const file = `${STATIC}${name}.${theme}.${width}`;
        const svg = await (await fetch(`${file}.svg`)).text();
        assert.deepEqual(new Set([...svg.matchAll(/data-datum="([^"]+)"/g)].map(([, id]) => id)), new Set(datums), file);
        const size = svg.match(/width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number);
        assert.deepEqual(size, [width, height], file);
        const png = new DataView(await (await fetch(`${file}.png`)).arrayBuffer());
        assert.equal(png.getUint32(0), 0x89504e47, file);
        assert.deepEqual([png.getUint32(16), png.getUint32(20)], size.map((side) => Math.round(2 * side)), file);
        assert.ok(png.byteLength < 300_000, `${file}: ${png.byteLength} bytes`);
      }
    }
  }
});

test('the picture is that of the theme and of the window', async () => {
  for (const [theme, width, file] of [['light', 1000, 'light.720'], ['dark', 1000, 'dark.720'], ['light', 400, 'light.360'], ['dark', 400, 'dark.360']]) {
    const { page } = await open(browser, { url: `${STATIC}pipelines.zh.html`, width, features: [{ name: 'prefers-color-scheme', value: theme }] });
    const [src, shown, real] = await page.$eval('img', (image) => [image.currentSrc, [image.width, image.height], [image.naturalWidth, image.naturalHeight]]);
    assert.equal(src, `${STATIC}pipelines.zh.${file}.svg`);
    assert.deepEqual(shown, real, 'what is reserved is what comes');
    await page.close();
  }
});

test('PNG and SVG are one picture: what a browser makes of the SVG differs by no more than the edges of letters', async () => {
  const { page } = await open(browser, { url: `${STATIC}pipelines.zh.html` });
  for (const name of ['pipelines.zh.light.720', 'success-rate.en.dark.360', 'two-years.zh.light.360']) {
    const share = await page.evaluate(async (file) => {
      const pixels = async (ending) => {
        const image = new Image();
        image.src = `${file}.${ending}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const scale = ending === 'png' ? 0.5 : 1;
        [canvas.width, canvas.height] = [canvas.width * scale, canvas.height * scale];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const [a, b] = [await pixels('svg'), await pixels('png')];
      const different = a.filter((value, i) => Math.abs(value - b[i]) > 96).length;
      return a.length === b.length ? different / a.length : 1;
    }, `${STATIC}${name}`);
    assert.ok(share < 0.02, `${name}: ${share}`);
  }
  await page.close();
});

test('without scripts the page shows the default picture', async () => {
  const { page } = await open(browser);
  await page.setJavaScriptEnabled(false);
  await page.goto(`${URL_PAGE}index.en.html`);
  const [width, height, src] = await page.$eval('article-chart img', (image) => [image.naturalWidth, image.height, image.currentSrc]);
  assert.deepEqual([width, src], [720, `${STATIC}scitech-share.en.light.720.svg`]);
  assert.ok(height > 150);
  await page.close();
});
