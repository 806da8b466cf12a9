// Without scripts the page is an article: what was found, the list of charts, and the default picture as a table.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, URL_PAGE, views } from './support.mjs';

const browser = await launch({ after });

for (const { file, lang, title, headlines, note, cells } of [
  {
    file: 'index.html',
    lang: 'zh-Hans',
    title: '报上数字',
    headlines: [/^整个版面$/, /培育国际科技组织在华提速/, /罕见病行业发展新风向/, /从“站稳脚跟”到“树立标杆”/],
    note: '脚本已停用，以下为数据表。',
    cells: ['62家', '33家', '29家∂', '53%'],
  },
  {
    file: 'index.en.html',
    lang: 'en',
    title: 'Figures in print',
    headlines: [/^The whole page$/, /sci-tech organisations/, /rare-disease sector/, /social organisations in Xuhui/],
    note: 'Scripts are switched off; here is the data as a table.',
    cells: ['62 organisations', '33 organisations', '29 organisations∂', '53%'],
  },
]) {
  test(`${file} without scripts`, async () => {
    const { page, seen } = await open(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(URL_PAGE + file);
    // What is looked for has to be seen, not only to stand in the file.
    const visible = (selector) => page.$$eval(selector, (all) => all.filter((node) => node.checkVisibility()).map((node) => node.textContent));
    assert.equal(await page.title(), title);
    assert.deepEqual(await visible('h1'), [title]);
    assert.equal(await page.$eval('html', (node) => node.lang), lang);
    for (const groups of ['nav h2', '.group > h2']) {
      const found = await visible(groups);
      assert.equal(found.length, headlines.length);
      for (const [i, headline] of headlines.entries()) assert.match(found[i], headline);
    }
    const links = await page.$$eval('nav a', (all) => all.map(({ href }) => href));
    assert.deepEqual(links, (await views()).map((view) => `${URL_PAGE}${file}?view=${view}`));
    assert.equal(links.length, 16);
    assert.equal((await visible('.wrong dt')).length, 4);
    // Nothing is offered that needs scripts.
    assert.deepEqual(await visible('.path, #map, #front canvas, [data-theme-choice]'), []);
    assert.deepEqual((await visible('article-chart tbody td:nth-child(2)')).slice(0, cells.length), cells);
    assert.deepEqual(await visible('noscript .notice'), [note]);
    assert.deepEqual(await visible('#notice'), [], 'no second note');
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    await page.close();
  });
}

for (const file of ['index.html', 'index.en.html']) {
  test(`${file} with scripts shows the same words as without`, async () => {
    const { page } = await open(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(URL_PAGE + file);
    const words = () => page.evaluate(() => {
      // Where there are scripts the table is in the shadow; where there are none it is in the element.
      const chart = document.querySelector('article-chart');
      const table = (chart.shadowRoot ?? chart).querySelector('table');
      const texts = [...document.querySelectorAll('[data-text]')].map((node) => node.textContent);
      return [document.title, document.documentElement.lang, ...texts, ...[...table.querySelectorAll('caption, th, td')].map((cell) => cell.textContent)];
    });
    const before = await words();
    await page.setJavaScriptEnabled(true);
    await page.reload();
    await drawn(page);
    assert.deepEqual(await words(), before);
    await page.close();
  });
}
