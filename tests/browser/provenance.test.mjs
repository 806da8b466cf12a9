// The panel that says where a figure comes from: every way to it, what is in it, where it leads, and back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { drawn, faults, launch, npmFile, open, URL_PAGE, views } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };
const AXE = await readFile(npmFile('axe-core/axe.min.js'), 'utf8');

const browser = await launch({ after });

async function picture(query, options) {
  const opened = await open(browser, { url: `${URL_PAGE}?${query}`, ...options });
  await drawn(opened.page);
  return opened;
}

/** What the panel says: its heading, its facts by name, its links; null where there is none. */
const panel = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('article-chart');
  const section = shadowRoot.querySelector('[part=provenance]');
  if (!section) return null;
  return {
    title: section.querySelector('h3').innerText,
    facts: Object.fromEntries([...section.querySelectorAll('dt')].map((name) => [name.textContent, name.parentNode.innerText.split('\n').slice(1).join('\n')])),
    text: section.innerText,
    links: [...section.querySelectorAll('[data-way]')].map((button) => button.textContent),
    focused: section.contains(shadowRoot.activeElement),
  };
});

const shown = async (page, title) => {
  await page.waitForFunction((wanted) => (
    document.querySelector('article-chart').shadowRoot.querySelector('[part=provenance] h3')?.textContent.includes(wanted)
  ), { timeout: 10_000 }, title);
  return panel(page);
};

const press = (page, text) => page.evaluate((wanted) => {
  const buttons = [...document.querySelector('article-chart').shadowRoot.querySelectorAll('[part=provenance] button')];
  buttons.find((button) => button.textContent.includes(wanted)).click();
}, text);

const state = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const { activeElement } = shadowRoot;
  return { view: figure.view, selected: figure.selected ?? null, focus: activeElement?.dataset.datum ?? activeElement?.getAttribute('part') ?? null };
});

test('by its key: the panel of the focused figure, with both readings, place, speaker, and the errata; Escape goes back', async () => {
  const { page, seen } = await picture('view=cooperation-series&lang=zh');
  await page.$eval('article-chart >>> [part=marks] button[data-datum="A1-26"]', (mark) => mark.focus());
  await page.keyboard.press('i');
  const { title, facts, text, focused } = await shown(page, '5218人†');
  assert.match(title, /任职人数，高点/);
  assert.equal(facts['报载原样'], '“2026年…5218人”');
  assert.match(facts['作图所用'], /5218人†，2016年\n本站改读/);
  assert.match(facts['出处'], /培育国际科技组织.*第2节.*第2段/);
  assert.match(facts['谁说的'], /海南亚洲公益研究院/);
  assert.equal(facts['可能的值'], '恰为5218人');
  assert.match(facts['数据'], /philanthropy-times-2026.*1\.0\.0.*A1-26/);
  assert.match(text, /E-02 “2026年”→2016年[^]*很可能/);
  assert.ok(focused, 'the reader is in it');
  assert.equal(await page.$eval('article-chart >>> [part=tooltip]', (tooltip) => tooltip.hidden), true, 'the tooltip is not in the way');
  await page.keyboard.press('Escape');
  assert.equal(await panel(page), null);
  assert.deepEqual(await state(page), { view: 'cooperation-series', selected: 'A1-26', focus: 'A1-26' });
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('from the selected figure, and from its row in the table; the key is in the list of keys', async () => {
  const { page } = await picture('view=pipelines&lang=en&datum=A2-18');
  await page.$eval('article-chart >>> [data-why]', (button) => button.click());
  assert.equal((await shown(page, '>300 pipelines')).facts['Possible values'], '(300, ∞) pipelines');
  const button = await page.$('article-chart >>> tr[data-datum="A2-17"] button');
  assert.equal(await button.evaluate((node) => node.getAttribute('aria-label')), 'Where it comes from Rare-disease drugs approved');
  await button.evaluate((node) => node.click());
  assert.equal((await shown(page, '48 drugs')).facts['How exact'], 'exact, as printed');
  assert.equal((await state(page)).selected, 'A2-17');
  assert.match(await page.$eval('article-chart >>> [part=help]', (help) => help.textContent), /iWhere it comes from/);
  await page.close();
});

test('inputs of a formula select them, here or in another picture; other charts are links', async () => {
  const { page } = await picture('view=pipelines&lang=zh&datum=D-08');
  await page.$eval('article-chart >>> [data-why]', (button) => button.click());
  const { facts, links } = await shown(page, '>90条∂');
  assert.equal(facts['可能的值'], '(90, ∞) 条');
  assert.deepEqual(links.slice(0, 2), ['>300条', '>30%']);
  await press(page, '>30%');
  assert.equal((await shown(page, '>30%')).focused, true);
  assert.deepEqual(await state(page).then(({ view, selected }) => [view, selected]), ['pipelines', 'A2-19']);

  await page.$eval('article-chart', (chart) => chart.go('view=rise-fall-net&datum=D-04.4&lang=zh'));
  await page.evaluate(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-why]').click());
  const elsewhere = await shown(page, '∂');
  const input = elsewhere.links.find((text) => /人/.test(text));
  await press(page, input);
  const there = await state(page);
  assert.match(there.selected, /^A1-2[567]$/);
  assert.ok((await panel(page)).title.includes(input.replace(/†$/, '')), 'the panel has gone along');
  await page.close();
});

test('every figure of every picture has a panel without a gap, in both languages', { timeout: 120_000 }, async () => {
  const { page, seen } = await picture('view=pipelines&lang=zh');
  const wrong = await page.evaluate(async (all) => {
    const chart = document.querySelector('article-chart');
    const { shadowRoot } = chart;
    const section = () => shadowRoot.querySelector('[part=provenance]');
    const found = [];
    for (const view of all) {
      for (const lang of ['zh', 'en']) {
        chart.state = `view=${view}&lang=${lang}`;
        chart.send('select', chart.figure.datums[0].id);
        shadowRoot.querySelector('[data-why]').click();
        while (!section()) await new Promise((done) => { setTimeout(done, 10); });
        // Some of each; the tests of the module see all.
        for (const { datum: id, cells: [label, figure] } of chart.figure.table.rows.filter((_, i) => i % 5 === 1)) {
          chart.send('select', id);
          const say = (what) => found.push(`${view}, ${lang}, ${id}: ${what}`);
          const said = section()?.textContent ?? '';
          if (!said.includes(label) || !said.includes(figure)) say(`${label} ${figure} is not in “${said}”`);
          if (/undefined|null|\[object/.test(said)) say(said);
          if ([...section()?.querySelectorAll('dd, p, h4') ?? []].some((node) => !node.textContent.trim())) say('an empty line');
        }
      }
    }
    return found;
  }, await views());
  assert.deepEqual(wrong.slice(0, 5), []);
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

for (const width of [360, 1280]) {
  test(`the panel, ${width} px: nothing is cut off, nothing is found by the scanner, light and dark`, async () => {
    for (const query of ['view=cooperation-series&lang=zh&datum=D-03.5', 'view=pipelines&lang=en&datum=A2-18&theme=dark', 'view=evidence&part=errata&lang=en&datum=E-02']) {
      const { page } = await picture(query, { width });
      await page.$eval('article-chart >>> [data-why]', (button) => button.click());
      await shown(page, '');
      await page.evaluate(AXE);
      const { wrong, wide } = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run('article-chart', { resultTypes: ['violations'] });
        const section = document.querySelector('article-chart').shadowRoot.querySelector('[part=provenance]');
        const { right } = section.getBoundingClientRect();
        const out = [...section.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > right + 0.5);
        return { wrong: violations.map(({ id }) => id), wide: out.length + Number(document.documentElement.scrollWidth > innerWidth) };
      });
      assert.deepEqual({ wrong, wide }, { wrong: [], wide: 0 }, query);
      await page.close();
    }
  });
}

test('the panel follows the language, goes with the selection, and what cannot be loaded is said', async () => {
  const { page } = await picture('view=pipelines&lang=zh&datum=A2-18');
  await page.$eval('article-chart >>> [data-why]', (button) => button.click());
  await shown(page, '>300条');
  await page.$eval('article-chart', (chart) => chart.send('language', 'en'));
  assert.match((await panel(page)).title, /Where it comes from[^]*>300 pipelines/);
  await page.$eval('article-chart', (chart) => chart.send('select', ''));
  assert.equal(await panel(page), null);
  await page.close();

  const { page: lost } = await picture('view=pipelines&lang=en&datum=A2-18');
  await lost.setRequestInterception(true);
  lost.on('request', (request) => (request.url().endsWith('take_away_bg.wasm') ? request.abort() : request.continue()));
  await lost.$eval('article-chart >>> [data-why]', (button) => button.click());
  await lost.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('[part=message]').hidden, { timeout: 5000 });
  assert.match(await lost.$eval('article-chart >>> [part=message]', (message) => message.textContent), /did not load/);
  assert.equal((await state(lost)).selected, 'A2-18', 'nothing is lost');
  await lost.close();
});
