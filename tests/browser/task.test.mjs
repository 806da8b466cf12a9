// The whole of what a reader comes for, by keyboard alone and by touch alone: open a chart, find 5218, hear its erratum, see it as
// printed, read the table, take the data and a citation along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URL_PAGE, catchTaken, drawn, faults, launch, open, parseCsv } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };

/** The page, from its front page on; what is saved and copied is caught. */
async function front(t, browser, viewport) {
  const { page, seen } = await open(await launch(t, { browser }), {});
  await catchTaken(page);
  if (viewport) await page.setViewport(viewport);
  await page.goto(`${URL_PAGE}?lang=zh`, { waitUntil: 'load' });
  await drawn(page);
  return { page, seen };
}

/** Where the focus is: the marks that tell it, and the name that a screen reader would say. */
const focus = (page) => page.evaluate(() => {
  const deepest = (node) => (node?.shadowRoot?.activeElement ? deepest(node.shadowRoot.activeElement) : node);
  const node = deepest(document.activeElement);
  return {
    part: node.closest('[part]')?.getAttribute('part') ?? null,
    name: node.getAttribute('aria-label') ?? node.textContent,
    pressed: node.getAttribute('aria-pressed'),
    described: node.getAttribute('aria-describedby') && node.getRootNode().getElementById(node.getAttribute('aria-describedby'))?.textContent,
    ...node.dataset,
  };
});

const shadow = (page, selector, read) => page.$eval(`article-chart >>> ${selector}`, read);

/** The state of the task that both ways end in. */
async function taken(page) {
  await page.waitForFunction(() => globalThis.caught.length === 1 && globalThis.copied.length === 1, { timeout: 5000 });
  const { name, csv, citation } = await page.evaluate(async () => {
    const [{ name, blob }] = globalThis.caught;
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
    return { name, csv, citation: globalThis.copied[0] };
  });
  assert.equal(name, 'cooperation-series-years-printed-zh.csv');
  const row = parseCsv(csv).find(({ id }) => id === 'A1-26');
  assert.deepEqual([row.value, row.comparator, row.period, row.printed_period, row.marks], ['5218', '=', '2026', '2026', '‡']);
  assert.ok(row.errata.split(';').includes('E-02'), row.errata);
  for (const part of ['5218人‡', 'A1-26', '2026年…5218人', 'years=printed', 'datum=A1-26']) assert.ok(citation.includes(part), `${citation} has ${part}`);
}

for (const browser of ['chrome', 'firefox']) {
  test(`${browser}: by keyboard alone`, { timeout: 120_000 }, async (t) => {
    const { page, seen } = await front(t, browser);
    /** Presses a key until the focus is where it is wanted. */
    const until = async (key, wanted, most = 150) => {
      for (let i = 0; i < most; i += 1) {
        await page.keyboard.press(key);
        const now = await focus(page);
        if (wanted(now)) return now;
      }
      return assert.fail(`${key} does not lead to ${wanted}; the focus is at ${JSON.stringify(await focus(page))}`);
    };
    const back = async (wanted) => {
      await page.keyboard.down('Shift');
      const found = await until('Tab', wanted);
      await page.keyboard.up('Shift');
      return found;
    };

    // Opens the chart from the front page; the focus goes to its title.
    await until('Tab', ({ view }) => view === 'cooperation-series');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('view') === 'cooperation-series');
    assert.equal((await focus(page)).part, 'title');

    // Finds the largest figure of the second group, and hears that its year is ours.
    await until('Tab', ({ part }) => part === 'marks');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(']');
    const read = await focus(page);
    assert.match(read.name, /5218人，2016年，本站改读，报载2026/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('datum=A1-26'));
    assert.equal((await focus(page)).pressed, 'true');
    const erratum = await until('Tab', ({ part, name }) => part === 'more' && name.includes('E-02'));
    assert.match(erratum.name, /2026年.*2016年/);

    // As printed: the same figure, now in doubt and in its printed year.
    await back(({ option }) => option === 'printed');
    await page.keyboard.press(' ');
    assert.equal((await focus(page)).pressed, 'true');
    const printed = await until('Tab', ({ part }) => part === 'marks');
    assert.equal(printed.datum, 'A1-26', 'Tab comes back to the same figure');
    assert.match(printed.name, /5218人，2026年，存疑，报载“2026年/);

    // The table was folded away; its key unfolds it.
    await until('Tab', ({ part, name }) => part === 'data' && name === '数据表');
    await page.keyboard.press('Enter');
    assert.equal(await shadow(page, '[part=data]', (data) => data.open), false);
    await back(({ part }) => part === 'marks');
    await page.keyboard.press('t');
    assert.equal((await focus(page)).part, 'scroller');
    assert.equal(await shadow(page, '[part=data]', (data) => data.open), true);
    assert.match(await shadow(page, 'tr[data-datum=A1-26]', (row) => row.textContent), /5218人‡2026年/);

    // Takes the data and a citation of that figure.
    await back(({ part, name }) => part === 'take' && name === '下载与引用');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-file]'), { timeout: 10_000 });
    await until('Tab', ({ file }) => file === 'csv');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.caught.length === 1, { timeout: 5000 });
    await until('Tab', ({ style }) => style === 'plain');
    await page.keyboard.press(' ');
    await taken(page);
    assert.deepEqual(faults(seen), NONE);
  });

  test(`${browser}: by touch alone`, { timeout: 120_000 }, async (t) => {
    // Firefox is told of fingers without being a telephone.
    const telephone = { width: 390, height: 800, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
    const { page, seen } = await front(t, browser, browser === 'chrome' ? telephone : { width: 390, height: 800 });
    /** Taps on the middle of what a function finds in the page: a node, or a box in it. How large it is. */
    const tap = async (find, given) => {
      const found = await page.evaluateHandle(find, given);
      const { at, size } = await page.evaluate(({ node, box }) => {
        node.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = node.getBoundingClientRect();
        const [x, y, wide, high] = box ?? [0, 0, width, height];
        return { at: [left + x + wide / 2, top + y + high / 2], size: [wide, high] };
      }, found);
      await page.touchscreen.tap(...at);
      return size;
    };
    const press = async (selector) => {
      const size = await tap((wanted) => ({ node: document.querySelector('article-chart').shadowRoot.querySelector(wanted) }), selector);
      assert.ok(Math.min(...size) >= 24, `${selector} is ${size} large enough for a finger`);
    };
    const datum = (id) => tap((wanted) => {
      const { figure, shadowRoot } = document.querySelector('article-chart');
      return { node: shadowRoot.querySelector('canvas'), box: figure.datums.find((one) => one.id === wanted).area };
    }, id);

    await tap(() => ({ node: document.querySelector('#front a[data-view=cooperation-series]') }));
    await page.waitForFunction(() => new URLSearchParams(location.search).get('view') === 'cooperation-series', { timeout: 5000 });
    await datum('A1-26');
    await page.waitForFunction(() => location.search.includes('datum=A1-26'), { timeout: 5000 });
    assert.match(await shadow(page, '[part=tooltip]', (tooltip) => tooltip.innerText), /5218人†[^]*E-02/);
    await press('[data-option=printed]');
    await page.waitForFunction(() => location.search.includes('years=printed'), { timeout: 5000 });
    assert.match(await shadow(page, '[part=tooltip]', (tooltip) => tooltip.innerText), /5218人‡/);
    for (const open of [false, true]) {
      await press('[part=data] > summary');
      await page.waitForFunction((wanted) => document.querySelector('article-chart').shadowRoot.querySelector('[part=data]').open === wanted, { timeout: 5000 }, open);
    }
    assert.match(await shadow(page, 'tr[data-datum=A1-26]', (row) => row.innerText), /5218人‡/);
    await press('[part=take] > summary');
    await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-file]'), { timeout: 10_000 });
    await press('[data-file=csv]');
    await page.waitForFunction(() => globalThis.caught.length === 1, { timeout: 5000 });
    await press('[data-style=plain]');
    await taken(page);
    assert.deepEqual(faults(seen), NONE);
  });
}
