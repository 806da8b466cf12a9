// What a reader hears: the tree that the browser gives to assistive technology, and what a screen reader makes of it. The reader is
// @guidepup/virtual-screen-reader, a simulation that goes by the specifications; no real one is driven here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { drawn, launch, npmFile, open, URL_PAGE, views } from './support.mjs';

const READER = await readFile(npmFile('@guidepup/virtual-screen-reader/lib/esm/index.browser.js'), 'utf8');
const VIEWS = await views();
const LANGUAGES = ['zh', 'en'];

/** Each view; and what an option alone shows of them. */
const PICTURES = [
  ...VIEWS, 'cooperation-series&years=printed', 'cooperation-series&scale=peak', 'two-years&years=printed', 'rise-fall-net&scale=absolute', 'isc-2020&scale=euro',
  'aid-ledger&scale=mean', ...['voices', 'claims', 'errata', 'checks'].map((part) => `evidence&part=${part}`),
];

const browser = await launch({ after });

async function picture(query) {
  const { page } = await open(browser, { url: `${URL_PAGE}?${query}` });
  await drawn(page);
  return page;
}

/** Everything below a node of the tree, in the order in which it is read. */
const below = (node) => [node, ...(node.children ?? []).flatMap(below)];

/** What a node says, its children's text included. */
const text = (node) => below(node).filter(({ role }) => role === 'StaticText').map(({ name }) => name).join('');

/** The tree of the browser itself, nothing left out. */
async function tree(page, selector) {
  const root = await page.$(selector);
  const snapshot = await page.accessibility.snapshot({ root, interestingOnly: false });
  await root.dispose();
  return below(snapshot);
}

for (const lang of LANGUAGES) {
  test(`the tree of every chart, ${lang}: title, summary, each datum, each remark, the source, and one table with all of it`, async () => {
    const page = await picture(`view=${VIEWS[0]}&lang=${lang}`);
    for (const view of PICTURES) {
      await page.$eval('article-chart', (chart, query) => chart.go(query), `view=${view}&lang=${lang}`);
      const figure = await page.$eval('article-chart', (chart) => chart.figure);
      const nodes = await tree(page, 'article-chart');
      const all = (role) => nodes.filter((node) => node.role === role);
      const texts = nodes.map(text);

      assert.equal(all('figure').length, 1, view);
      assert.deepEqual(all('heading').map(({ name, level }) => [name, level]), [[figure.title, 2]], view);
      assert.ok(texts.includes(figure.subtitle), `${view}: its subtitle is read`);
      for (const note of figure.notes) assert.ok(texts.includes(note.text), `${view}: ${note.text}`);
      assert.ok(texts.includes(figure.source), `${view}: its source is read`);

      const [group] = nodes.filter((node) => node.role === 'group' && node.name === figure.title);
      assert.equal(group.description, figure.subtitle, `${view}: the marks are described`);
      const marks = below(group).filter(({ role }) => role === 'button');
      assert.deepEqual(marks.map(({ name }) => name), figure.datums.map(({ name }) => name), view);
      assert.ok(marks.every(({ pressed }) => pressed === false), `${view}: a mark can be pressed`);

      // A canvas says nothing, and the sentences over it are in the names already.
      assert.deepEqual(nodes.filter(({ role }) => /canvas|image/i.test(role)), [], view);

      const tables = all('table');
      assert.deepEqual(tables.map(({ name }) => name), [figure.table.caption], `${view}: one table`);
      const rows = below(tables[0]).filter(({ role }) => role === 'row');
      assert.deepEqual(below(rows[0]).filter(({ role }) => role === 'columnheader').map(({ name }) => name), figure.table.columns, view);
      assert.deepEqual(
        // The sign of the button that a row has is no part of its cell.
        rows.slice(1).map((row) => row.children.map((cell) => [cell.role, text(cell).replace('ⓘ', '')])),
        figure.table.rows.map(({ cells }) => cells.map((cell, i) => [i ? 'cell' : 'rowheader', cell])),
        view,
      );
      assert.equal(all('paragraph').filter(({ live }) => live === 'polite').length, 1, `${view}: a live region waits`);
    }
    // The table that stands in for a chart that cannot be drawn is gone once it is.
    const whole = below(await page.accessibility.snapshot({ interestingOnly: false }));
    assert.equal(whole.filter(({ role }) => role === 'table').length, 1);
    await page.close();
  });
}

test('what is quoted in Chinese is said in Chinese, whatever the language around it', async () => {
  const page = await picture('view=pipelines&lang=en&datum=A2-18');
  const { quoted, unmarked } = await page.evaluate(() => {
    const chart = document.querySelector('article-chart');
    const han = /\p{Script=Han}/u;
    const nodes = [...chart.shadowRoot.querySelectorAll('td, [part=tooltip] dd')];
    return {
      quoted: nodes.filter((node) => node.lang).map((node) => node.textContent),
      unmarked: nodes.filter((node) => han.test(node.textContent) && !node.closest('[lang=zh-Hans]')).map((node) => node.textContent),
    };
  });
  assert.ok(quoted.includes('超300条') && quoted.every((cell) => /\p{Script=Han}/u.test(cell)), String(quoted));
  assert.deepEqual(unmarked, []);
  await page.close();
});

/** Starts the virtual screen reader in a chart. The page's policy allows no script but its own, so it is lifted for the reader. */
async function heard(query) {
  const { page } = await open(browser);
  await page.setBypassCSP(true);
  await page.goto(`${URL_PAGE}?${query}`);
  await drawn(page);
  await page.evaluate(async (code) => {
    const { virtual } = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    globalThis.reader = virtual;
    globalThis.chart = document.querySelector('article-chart');
    /** Reads a part of the chart from its beginning to its end. */
    globalThis.readAll = async (part) => {
      const container = globalThis.chart.shadowRoot.querySelector(`[part=${part}]`);
      await virtual.start({ container });
      const first = await virtual.lastSpokenPhrase();
      const log = [first];
      // At the end it begins again.
      for (let i = 0; i < 5000; i += 1) {
        await virtual.next();
        const phrase = await virtual.lastSpokenPhrase();
        if (phrase === first) break;
        log.push(phrase);
      }
      await virtual.stop();
      return log;
    };
  }, READER);
  return page;
}

for (const lang of LANGUAGES) {
  test(`a screen reader says every datum of every chart, ${lang}: comparator, unit, status, what is printed`, { timeout: 120_000 }, async () => {
    const page = await heard(`view=${VIEWS[0]}&lang=${lang}`);
    // What a sign in the table is in words; a table that has the sign and speech that has not the words would leave the reader with less.
    const signs = lang === 'zh'
      ? [['>≈', '略多于'], ['<≈', '接近'], ['≥', '至少'], ['≤', '不超过'], ['≈', '约'], ['>', '超过'], ['<', '不到'], ['∅', '没有数字'], ['†', '本站改读'], ['∂', '由我们推算'], ['‡', '存疑']]
      : [['>≈', 'just over'], ['<≈', 'nearly'], ['≥', 'at least'], ['≤', 'at most'], ['≈', 'about'], ['>', 'more than'], ['<', 'less than'], ['∅', 'no figure'], ['†', 'our reading'], ['∂', 'derived by us'], ['‡', 'doubted']];
    const met = new Set();
    for (const view of PICTURES) {
      const { figure, log } = await page.evaluate(async (query) => {
        globalThis.chart.go(query);
        return { figure: globalThis.chart.figure, log: await globalThis.readAll('marks') };
      }, `view=${view}&lang=${lang}`);
      const buttons = log.filter((phrase) => phrase.startsWith('button, '));
      assert.equal(buttons.length, figure.datums.length, view);
      for (const [i, { id, cells }] of figure.table.rows.map(({ datum, cells: all }) => ({ id: datum, cells: all })).entries()) {
        const [label, value] = cells;
        assert.ok(buttons[i].startsWith(`button, ${label}`), `${id}: ${buttons[i]} begins with ${label}`);
        // An erratum has two readings and its arrow in words; everything else its figure as it stands.
        if (/^E-/.test(id)) continue;
        let rest = value;
        for (const [sign, words] of signs) {
          if (!rest.includes(sign)) continue;
          rest = rest.replace(sign, '');
          met.add(sign);
          assert.ok(buttons[i].includes(words), `${view}, ${id}: ${value} is “${words}” in ${buttons[i]}`);
        }
        assert.ok(buttons[i].includes(rest.trim()), `${view}, ${id}: ${rest} is in ${buttons[i]}`);
      }
    }
    for (const sign of ['>', '≥', '<≈', '∅', '†', '‡', '∂']) assert.ok(met.has(sign), `${sign} was met`);
    await page.close();
  });
}

test('a screen reader reads a chart from its title to its keys, and is told of what changes', async () => {
  const page = await heard('view=cooperation-series&lang=zh&datum=A1-26');
  const log = await page.evaluate(() => globalThis.readAll('figure'));
  const at = (what) => {
    const found = log.findIndex((phrase) => phrase.includes(what));
    assert.ok(found >= 0, `“${what}” is heard in:\n${log.join('\n')}`);
    return found;
  };
  const order = ['heading, 2024年机构比最高值少近四成', '各披露三年', 'group, 数值', 'button, 绝对值, pressed', 'button, 任职人数，高点，5218人，2016年，本站改读，报载2026', '另见', '† 995人报载2023年', '资料来源', '下载与引用', '数据表', 'table, ', 'columnheader, 报载', '键盘'];
  const places = order.map(at);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));

  // The live region says what a key has changed, and only that.
  const { said, before } = await page.evaluate(async () => {
    const { reader, chart } = globalThis;
    await reader.start({ container: chart.shadowRoot.querySelector('[part=figure]') });
    const [mark] = chart.shadowRoot.querySelectorAll('[part=marks] button');
    mark.focus();
    const length = (await reader.spokenPhraseLog()).length;
    const press = (key) => chart.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    press('ArrowRight');
    press('o');
    await new Promise((done) => { setTimeout(done, 100); });
    const spoken = (await reader.spokenPhraseLog()).slice(length);
    await reader.stop();
    return { before: length, said: spoken.filter((phrase) => /^(polite|assertive)/.test(phrase)) };
  });
  assert.ok(before > 0);
  assert.deepEqual(said, ['polite: 按文章的次序']);
  await page.close();
});
