// Linked reading: from a mark to its place in the article, its row, its remarks and every other picture of it, and back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, place, URL_PAGE, views } from './support.mjs';

const VIEWS = await views();
const NONE = { console: [], errors: [], violations: [] };

const browser = await launch({ after });

/** Opens a picture of the page and waits until it is drawn. */
async function picture(query) {
  const opened = await open(browser, { url: `${URL_PAGE}?${query}` });
  await drawn(opened.page);
  return opened;
}

/** Clicks on a datum in the picture, and leaves it with the pointer. */
async function pick(page, datum) {
  await page.mouse.click(...await place(page, datum));
  await page.mouse.move(2, 2);
}

/** Everything that tells which datum is selected. */
const shown = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const query = new URLSearchParams(location.search);
  const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((node) => node.textContent);
  const cells = (what) => [...document.querySelectorAll(`#map [${what}]`)].filter((cell) => cell.checkVisibility()).map((cell) => cell.dataset.place);
  return {
    view: figure.view,
    selected: figure.selected ?? null,
    address: [query.get('view'), query.get('datum')],
    problems: figure.problems,
    used: cells('data-used'),
    current: cells('data-current'),
    rows: [...shadowRoot.querySelectorAll('tr[data-current]')].map((row) => row.dataset.datum),
    pressed: [...shadowRoot.querySelectorAll('[part=marks] [aria-pressed=true]')].map((mark) => mark.dataset.datum),
    notes: texts('[part=notes] [data-current]'),
    more: shadowRoot.querySelector('[part=more]').hidden ? [] : texts('[part=more] li button'),
    ring: !shadowRoot.querySelector('[part=ring]').hidden,
    focus: shadowRoot.activeElement?.getAttribute('part') ?? shadowRoot.activeElement?.textContent ?? null,
    top: Math.round(document.getElementById('reading').getBoundingClientRect().top),
  };
});

const follow = (page, at) => page.$$eval('article-chart >>> [part=more] li button', (all, i) => all[i].click(), at);

test('a mark that is selected shows its place, its row, its remark and where else it is', async () => {
  const { page, seen } = await picture('view=cooperation-series&lang=zh');
  assert.deepEqual((await shown(page)).current, []);
  await pick(page, 'A1-26');
  const there = await shown(page);
  assert.deepEqual([there.selected, there.address], ['A1-26', ['cooperation-series', 'A1-26']]);
  assert.deepEqual(there.current, ['A1.2.2'], 'section 2, paragraph 2');
  assert.ok(there.used.includes('A1.2.2'));
  assert.deepEqual([there.rows, there.pressed, there.ring], [['A1-26'], ['A1-26'], true]);
  assert.equal(there.notes.length, 1);
  assert.match(there.notes[0], /5218/);
  assert.ok(there.more.length >= 2, String(there.more));
  assert.ok(there.more.some((text) => text.startsWith('E-02')), String(there.more));

  await page.keyboard.press('Escape');
  const { selected, current, pressed, more, address } = await shown(page);
  assert.deepEqual({ selected, current, pressed, more, address }, { selected: null, current: [], pressed: [], more: [], address: ['cooperation-series', null] });
  // Row and remark stay with the focus, and go with it.
  await page.$eval('article-chart >>> [part=marks] :focus', (mark) => mark.blur());
  const { rows, notes, ring } = await shown(page);
  assert.deepEqual({ rows, notes, ring }, { rows: [], notes: [], ring: false });
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('every datum of every picture leads to every other picture that draws it, and to no other', async () => {
  const { page, seen } = await picture('view=pipelines&lang=zh');
  const wrong = await page.evaluate((all) => {
    const chart = document.querySelector('article-chart');
    const drawnBy = new Map();
    const titles = {};
    for (const view of all) {
      const combine = ([first, ...others], said) => {
        if (first) {
          for (const { id } of first.options) combine(others, `${said}&${first.id}=${id}`);
          return;
        }
        chart.state = said;
        titles[view] = chart.figure.title;
        for (const { id } of chart.figure.datums) drawnBy.set(id, (drawnBy.get(id) ?? new Set()).add(view));
      };
      chart.state = `view=${view}`;
      combine(chart.figure.controls, `view=${view}`);
    }
    const found = [];
    let checked = 0;
    for (const [id, where] of drawnBy) {
      // An erratum or a check leads to the first picture of each statement that it is about.
      if (/^[EC]-|^K-/.test(id)) continue;
      for (const view of where) {
        chart.state = `view=${view}&datum=${id}`;
        const more = chart.shadowRoot.querySelector('[part=more]');
        const links = more.hidden ? [] : [...more.querySelectorAll('li button')].map((button) => button.textContent);
        const expected = [...where].filter((other) => other !== view).map((other) => titles[other]);
        if (String(links.filter((text) => !/^E-\d+ /.test(text)).sort()) !== String(expected.sort())) found.push({ id, view, links, expected });
        if (chart.figure.selected !== id) found.push({ id, view, problems: chart.figure.problems });
        checked += 1;
      }
    }
    return { found, checked };
  }, VIEWS);
  assert.deepEqual(wrong.found, []);
  assert.ok(wrong.checked > 300, `${wrong.checked} datums`);
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('a link goes there: the same datum selected, at the beginning of the picture, as a step of the history', async () => {
  const { page } = await picture('view=cooperation-series&lang=en&datum=A1-26');
  const { more } = await shown(page);
  const length = await page.evaluate(() => history.length);
  for (const [i, title] of more.entries()) {
    await follow(page, i);
    const there = await shown(page);
    const datum = title.match(/^E-\d+/)?.[0] ?? 'A1-26';
    assert.notEqual(there.view, 'cooperation-series', title);
    assert.deepEqual([there.selected, there.address, there.problems], [datum, [there.view, datum], []], title);
    assert.deepEqual([there.rows, there.pressed], [[datum], [datum]]);
    assert.deepEqual([there.focus, there.top], ['title', 0], title);
    assert.match(page.url(), /lang=en/);
    assert.equal(await page.evaluate(() => history.length), length + 1);
    await page.evaluate(() => new Promise((done) => {
      addEventListener('popstate', () => done(), { once: true });
      history.back();
    }));
    assert.deepEqual((await shown(page)).address, ['cooperation-series', 'A1-26']);
  }
  await page.close();
});

test('an erratum leads back to its mark', async () => {
  const { page } = await picture('datum=E-02&lang=zh');
  const erratum = await shown(page);
  assert.deepEqual([erratum.view, erratum.selected], ['evidence', 'E-02']);
  assert.deepEqual(erratum.current, ['A1.2.2'], 'where the paper has it');
  await follow(page, 0);
  const mark = await shown(page);
  assert.deepEqual([mark.view, mark.selected], ['cooperation-series', 'A1-26']);
  await follow(page, mark.more.findIndex((text) => text.startsWith('E-02')));
  assert.deepEqual((await shown(page)).address, ['evidence', 'E-02']);
  await page.close();
});

test('a remark selects what it is about, by pointer and by key, and keeps the focus', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh');
  const notes = await page.$$('article-chart >>> [part=notes] button');
  assert.equal(notes.length, 2);
  await notes[0].hover();
  assert.deepEqual((await shown(page)).rows, ['A1-26'], 'pointed at');
  await notes[0].click();
  assert.equal((await shown(page)).selected, 'A1-26');
  await page.mouse.move(2, 2);
  await notes[1].focus();
  assert.deepEqual((await shown(page)).rows, ['A1-22'], 'with the focus');
  await page.keyboard.press('Enter');
  const { selected, focus, notes: marked } = await shown(page);
  assert.equal(selected, 'A1-22');
  assert.deepEqual(marked, [focus], 'the focus is on the remark that is marked');
  await page.close();
});

test('a row selects its datum, a second click lets it go; who marks text selects nothing', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh');
  const row = 'article-chart >>> tr[data-datum="A1-24"] td';
  await page.click(row);
  const there = await shown(page);
  assert.deepEqual([there.selected, there.address[1], there.pressed], ['A1-24', 'A1-24', ['A1-24']]);
  await page.click(row);
  assert.equal((await shown(page)).selected, null);
  const [left, top] = await page.$eval(row, (cell) => {
    const box = cell.getBoundingClientRect();
    return [box.left, box.top];
  });
  await page.mouse.move(left + 2, top + 15);
  await page.mouse.down();
  await page.mouse.move(left + 40, top + 15, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual([(await shown(page)).selected, await page.evaluate(() => String(getSelection()).length > 0)], [null, true]);
  await page.close();
});

test('who clicks beside the marks with nothing selected tells nobody', async () => {
  const { page } = await picture('view=pipelines&lang=zh&theme=sepia');
  const heard = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('article-chart');
    const told = [];
    for (const name of ['ac-datum', 'ac-viewchange']) document.addEventListener(name, () => told.push(name));
    const stage = shadowRoot.querySelector('[part=stage]');
    const { right, bottom } = stage.getBoundingClientRect();
    stage.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1, clientX: right - 1, clientY: bottom - 1 }));
    return [told, shadowRoot.querySelector('[part=message]').hidden];
  });
  assert.deepEqual(heard, [[], false], 'and a message stays until the reader does something');
  await page.close();
});

test('the map has a cell for every place of every picture, and shows the articles that the picture uses', async () => {
  const { page } = await picture('view=pipelines&lang=zh');
  for (const view of VIEWS) {
    await page.$eval(`nav a[data-view="${view}"]`, (link) => link.click());
    const [places, lit, articles, sections] = await page.evaluate(() => [
      [...new Set(document.querySelector('article-chart').figure.datums.flatMap((datum) => datum.places))].sort(),
      [...document.querySelectorAll('#map [data-used]')].map((cell) => cell.dataset.place).sort(),
      [...new Set(document.querySelector('article-chart').figure.datums.flatMap((datum) => datum.places.map((place) => place.split('.')[0])))].sort(),
      [...document.querySelectorAll('#map section')].filter((section) => section.checkVisibility()).map((section) => section.dataset.source),
    ]);
    assert.ok(places.length > 0, view);
    assert.deepEqual(lit, places, view);
    assert.deepEqual(sections, articles, view);
  }
  await page.close();
});
