// Takes the pictures of the docs: every view in both languages, narrow and wide, light and dark, on one sheet a language;
// the front page and one chart for the README; and the picture that is shown when a link is shared.
// `cargo xtask shots` builds, serves and sets the variables.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, open, URL_PAGE } from '../../tests/browser/support.mjs';

const docs = process.argv[2];
const ends = [];
const browser = await launch({ after: (end) => ends.push(end) });

/** Opens an address of the page and waits until it has settled. */
async function show(query, options) {
  const { page } = await open(browser, { url: `${URL_PAGE}${query}`, ...options });
  await page.waitForFunction(() => document.querySelector('article-chart').figure);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  return page;
}

/** The head and the picture of a view as an image. */
async function view(id, lang, theme, width) {
  const page = await show(`?view=${id}&lang=${lang}&theme=${theme}`, { width, scale: 1 });
  const clip = await page.$eval('article-chart', ({ shadowRoot }) => {
    const { left, top } = shadowRoot.querySelector('figure').getBoundingClientRect();
    const stage = shadowRoot.querySelector('[part=stage]').getBoundingClientRect();
    return { x: left - 12, y: top - 12 + scrollY, width: stage.width + 24, height: stage.bottom - top + 24 };
  });
  const image = await page.screenshot({ clip, captureBeyondViewport: true, encoding: 'base64' });
  await page.close();
  return image;
}

/** A page of images, as one image. */
async function sheet(lang, views) {
  const cells = [];
  for (const id of views) {
    console.log(`${lang} ${id}`);
    const [wide, narrow, dark] = [await view(id, lang, 'light', 1280), await view(id, lang, 'light', 360), await view(id, lang, 'dark', 360)];
    const image = (data, width) => `<img width="${width}" src="data:image/png;base64,${data}">`;
    cells.push(`<section><h2>${id}</h2><div>${image(wide, 440)}${image(narrow, 150)}${image(dark, 150)}</div></section>`);
  }
  const { page } = await open(browser, { width: 2400 });
  await page.setContent(`<style>body { margin: 20px; display: grid; grid-template-columns: repeat(3, max-content); gap: 20px; align-items: start; background: #eee; font: 13px sans-serif }
    h2 { margin: 0 0 6px; font-size: 13px } div { display: flex; gap: 10px; align-items: start }</style>${cells.join('')}`);
  // Not WebP, which is at most 16,383 pixels high.
  const image = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 80 });
  await page.close();
  await writeFile(join(docs, `sheet-${lang}.jpeg`), image);
}

await mkdir(docs, { recursive: true });
const index = await show('?lang=zh', { width: 1280 });
const views = await index.$$eval('nav a', (all) => all.map((link) => new URL(link.href).searchParams.get('view')));
await index.close();

for (const lang of ['zh', 'en']) await sheet(lang, views);

for (const [name, query, options, box] of [
  ['front-zh', '?lang=zh', { width: 1280, height: 1500 }],
  ['front-en', '?lang=en', { width: 1280, height: 1500 }],
  ['chart-zh', '?view=cooperation-series&lang=zh&datum=A1-26', { width: 1280, height: 900 }],
  ['chart-en-dark', '?view=pipelines&lang=en&theme=dark', { width: 1280, height: 900 }],
  ['phone-zh', '?view=cooperation-series&lang=zh', { width: 360, height: 780, scale: 2 }],
]) {
  console.log(name);
  const page = await show(query, options);
  // The pictures in small come one after the other. A canvas that nobody has drawn on is 300 by 150.
  await page.waitForFunction(() => [...document.querySelectorAll('#front canvas')].every((canvas) => (
    !canvas.checkVisibility() || canvas.getBoundingClientRect().top > innerHeight || canvas.width !== 300 || canvas.height !== 150)));
  await writeFile(join(docs, `${name}.webp`), await page.screenshot({ type: 'webp', quality: 85, ...box }));
  await page.close();
}
for (const end of ends) await end();
