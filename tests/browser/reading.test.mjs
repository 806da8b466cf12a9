// How a reader gets at a datum: by pointer, by touch, by keyboard, and by ear.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, launch, open, place, URL_PAGE, views } from './support.mjs';

const browser = await launch({ after });

/** Opens a picture of the page and waits until it has settled: drawn, and no redraw under way. */
async function picture(query, options) {
  const { page } = await open(browser, options);
  await page.evaluateOnNewDocument(() => {
    globalThis.paints = 0;
    const prototype = CanvasRenderingContext2D.prototype;
    for (const name of ['fillRect', 'fillText', 'stroke', 'fill']) {
      const paint = prototype[name];
      prototype[name] = function counted(...given) {
        globalThis.paints += 1;
        return paint.apply(this, given);
      };
    }
  });
  await page.goto(`${URL_PAGE}?${query}`);
  await drawn(page);
  await settled(page);
  return page;
}

/** Waits until two frames in a row paint nothing. */
const settled = (page) => page.evaluate(async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  for (let quiet = 0, before = globalThis.paints; quiet < 2; before = globalThis.paints) {
    await frame();
    quiet = globalThis.paints === before ? quiet + 1 : 0;
  }
});

/**
 * Points at a datum, coming from outside the picture: a tooltip stays while the pointer is on it, so that it can be read and
 * copied, and may lie over a neighbour.
 */
async function point(page, datum) {
  await page.mouse.move(2, 2);
  await page.mouse.move(...await place(page, datum));
}

/** What is shown about a datum: tooltip, ring, row, and what the address selects. */
const shown = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('article-chart');
  const part = (name) => shadowRoot.querySelector(`[part=${name}]`);
  const box = (node) => { const { left, top, right, bottom } = node.getBoundingClientRect(); return { left, top, right, bottom }; };
  const tooltip = part('tooltip');
  return {
    tooltip: tooltip.hidden ? null : tooltip.innerText,
    lines: tooltip.hidden ? null : Object.fromEntries([...tooltip.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling.textContent])),
    figure: tooltip.hidden ? null : tooltip.querySelector('b').textContent,
    box: box(tooltip),
    stage: box(part('stage')),
    ring: part('ring').hidden ? null : box(part('ring')),
    row: shadowRoot.querySelector('tr[data-current]')?.dataset.datum ?? null,
    selected: new URLSearchParams(location.search).get('datum'),
    focused: shadowRoot.activeElement?.dataset.datum ?? null,
    datums: document.querySelector('article-chart').figure.datums,
  };
});

/** Presses Tab until the focus is in a part of the chart. */
async function tabInto(page, part) {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate((name) => Boolean(document.querySelector('article-chart').shadowRoot.activeElement?.closest(`[part=${name}]`)), part);
    if (inside) return;
  }
  assert.fail(`Tab never reaches ${part}`);
}

test('pointer: the tooltip tells figure, period, place, the printed reading and its erratum, inside the picture', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await page.mouse.move(...await place(page, 'A1-26'));
  const { figure, lines, tooltip, box, stage, row } = await shown(page);
  assert.equal(figure, '5218人†');
  assert.equal(lines['作图时期'], '2016年');
  assert.equal(lines['报载'], '2026年…5218人（报载2026）');
  assert.equal(lines['出处'], '国际科技组织 第2节第2段');
  assert.match(lines['说明'], /E-02.*2016年/);
  assert.match(tooltip, /任职人数/);
  assert.equal(row, 'A1-26', 'its row in the table is marked');
  assert.ok(box.left >= stage.left - 0.5 && box.right <= stage.right + 0.5, 'inside from left to right');
  assert.ok(box.top >= stage.top - 0.5 && box.bottom <= stage.bottom + 0.5, `inside from top to bottom: ${JSON.stringify({ box, stage })}`);
  await page.mouse.move(2, 2);
  assert.equal((await shown(page)).tooltip, null, 'gone with the pointer');
  await page.close();
});

test('pointer: a bound is told as a bound', async () => {
  const page = await picture('view=pipelines&lang=zh');
  for (const [datum, figure] of [['A2-18', '>300条'], ['D-08', '>90条∂'], ['A2-19', '>30%'], ['A2-17', '48款']]) {
    await point(page, datum);
    assert.equal((await shown(page)).figure, figure);
  }
  await page.close();
});

for (const width of [360, 1280]) {
  test(`pointer: every datum answers at its own place, and its tooltip is in the window, ${width} px wide`, async () => {
    const page = await picture('view=cooperation-series&lang=zh', { width });
    const { datums } = await shown(page);
    for (const { id } of datums) {
      await point(page, id);
      const { row, box, stage } = await shown(page);
      assert.equal(row, id);
      assert.ok(box.left >= stage.left - 0.5 && box.right <= stage.right + 0.5, `${id}: ${JSON.stringify({ box, stage })}`);
      assert.ok(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= 800, `${id}: ${JSON.stringify(box)}`);
    }
    await page.close();
  });
}

test('pointer: a click selects, a second click or Escape takes it away', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  const spot = await place(page, 'A1-23');
  await page.mouse.click(...spot);
  await page.mouse.move(2, 2);
  let now = await shown(page);
  assert.equal(now.selected, 'A1-23');
  assert.match(now.tooltip, /1423家/, 'the tooltip of a selection stays');
  assert.deepEqual(await page.$$eval('article-chart >>> [part=marks] [aria-pressed=true]', (all) => all.map((node) => node.dataset.datum)), ['A1-23']);

  await page.mouse.click(...spot);
  await page.mouse.move(2, 2);
  now = await shown(page);
  assert.equal(now.selected, null);

  await page.mouse.click(...spot);
  assert.equal((await shown(page)).selected, 'A1-23');
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
  now = await shown(page);
  assert.deepEqual([now.selected, now.tooltip], [null, null]);
  await page.close();
});

test('pointer: Escape hides the tooltip, wherever the focus is, and the next datum has its own again', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await point(page, 'A1-23');
  assert.match((await shown(page)).tooltip, /1423家/);
  await page.keyboard.press('Escape');
  assert.equal((await shown(page)).tooltip, null);
  await point(page, 'A1-27');
  assert.match((await shown(page)).tooltip, /1987人/);
  await page.close();
});

test('pointer: moving over the picture repaints nothing', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  const spots = [];
  for (const datum of ['A1-22', 'A1-23', 'A1-26', 'D-04.5', 'A1-27']) spots.push(await place(page, datum));
  await settled(page);
  const before = await page.evaluate(() => globalThis.paints);
  assert.ok(before > 0, 'painting is counted');
  for (const spot of spots) await page.mouse.move(...spot, { steps: 10 });
  await settled(page);
  assert.ok((await shown(page)).tooltip, 'the pointer was noticed');
  assert.equal(await page.evaluate(() => globalThis.paints), before);
  await page.close();
});

test('a change paints once, also where it makes the picture higher or lower', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  for (const [what, value] of [['select', 'A1-26'], ['scale', 'peak'], ['view', 'pipelines'], ['language', 'en']]) {
    const [before, then] = await page.evaluate((...given) => {
      const start = globalThis.paints;
      document.querySelector('article-chart').send(...given);
      return [start, globalThis.paints];
    }, what, value);
    assert.ok(then > before, `${what} paints`);
    await settled(page);
    assert.equal(await page.evaluate(() => globalThis.paints), then, what);
  }
  await page.close();
});

test('pointer: a row of the table points at its datum', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await (await page.$('article-chart >>> tr[data-datum="A1-24"]')).hover();
  const { figure, ring } = await shown(page);
  assert.equal(figure, '872家');
  assert.ok(ring);
  await page.close();
});

test('touch: a tap selects, a second tap takes it away', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await page.setViewport({ width: 390, height: 800, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.reload();
  await drawn(page);
  await settled(page);
  const spot = await place(page, 'A1-27');
  await page.touchscreen.tap(...spot);
  await page.waitForFunction(() => location.search.includes('datum=A1-27'), { timeout: 5000 });
  assert.match((await shown(page)).tooltip, /1987人/);
  await page.touchscreen.tap(...await place(page, 'A1-27'));
  await page.waitForFunction(() => !location.search.includes('datum='), { timeout: 5000 });
  await page.close();
});

for (const view of await views()) {
  test(`keyboard, ${view}: one stop, and arrows, Home and End go over every datum in order`, async () => {
    const page = await picture(`view=${view}&lang=zh`);
    const stops = () => page.$$eval('article-chart >>> [part=marks] button', (all) => all.filter((mark) => mark.tabIndex === 0).length);
    assert.equal(await stops(), 1, 'one stop before the first key');
    await tabInto(page, 'marks');
    const { datums } = await shown(page);
    const ids = datums.map(({ id }) => id);
    const met = [(await shown(page)).focused];
    for (let i = 1; i < ids.length; i += 1) {
      await page.keyboard.press('ArrowRight');
      const now = await shown(page);
      met.push(now.focused);
      assert.equal(now.row, now.focused, 'the row of the focus is marked');
      // The ring is at the datum, whatever its border.
      const [x, y, width, height] = datums[i].area;
      const middle = [(now.ring.left + now.ring.right) / 2 - now.stage.left, (now.ring.top + now.ring.bottom) / 2 - now.stage.top];
      assert.ok(Math.abs(middle[0] - x - width / 2) < 2 && Math.abs(middle[1] - y - height / 2) < 2, `${ids[i]}: ${middle}`);
    }
    assert.deepEqual(met, ids);
    await page.keyboard.press('ArrowRight');
    assert.equal((await shown(page)).focused, ids.at(-1), 'no further than the last');
    await page.keyboard.press('Home');
    assert.equal((await shown(page)).focused, ids[0]);
    await page.keyboard.press('ArrowLeft');
    assert.equal((await shown(page)).focused, ids[0], 'no further than the first');
    await page.keyboard.press('End');
    assert.equal((await shown(page)).focused, ids.at(-1));
    assert.equal(await stops(), 1);
    await page.keyboard.press('Tab');
    assert.equal((await shown(page)).focused, null, 'one stop only');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    assert.equal((await shown(page)).focused, ids.at(-1), 'and back where it was');
    await page.close();
  });
}

test('keyboard: up and down go to the same place in the other panel', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await tabInto(page, 'marks');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal((await shown(page)).focused, 'A1-26');
  await page.keyboard.press('ArrowUp');
  assert.equal((await shown(page)).focused, 'A1-23');
  await page.close();
});

test('keyboard: Enter and Space select, Escape takes away first selection and tooltip, and the focus stays', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await tabInto(page, 'marks');
  await page.keyboard.press('ArrowRight');
  assert.match((await shown(page)).tooltip, /1423家/);
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press(key);
    await settled(page);
    let now = await shown(page);
    assert.deepEqual([now.selected, now.focused], ['A1-23', 'A1-23'], key);
    await page.keyboard.press('Escape');
    await settled(page);
    now = await shown(page);
    assert.deepEqual([now.selected, now.focused, now.tooltip], [null, 'A1-23', null], `Escape after ${key}`);
    assert.ok(now.ring, 'the ring shows where the focus is');
  }
  await page.keyboard.press('ArrowRight');
  assert.match((await shown(page)).tooltip, /872家/, 'the next datum has its tooltip again');
  await page.close();
});

test('keyboard: a toggle works by Space, and the focus stays on it after every redraw', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  const focused = () => page.evaluate(() => {
    const node = document.querySelector('article-chart').shadowRoot.activeElement;
    return [node?.dataset.option ?? null, node?.getAttribute('aria-pressed') ?? null];
  });
  const { controls } = await page.$eval('article-chart', ({ figure }) => figure);
  const options = controls.flatMap(({ options: all }) => all.map(({ id }) => id));
  await tabInto(page, 'controls');
  for (const [i, option] of options.entries()) {
    if (i) await page.keyboard.press('Tab');
    assert.equal((await focused())[0], option);
    await page.keyboard.press('Space');
    // A redraw may follow a frame later, when the picture has changed its height.
    await settled(page);
    assert.deepEqual(await focused(), [option, 'true']);
  }
  assert.match(await page.evaluate(() => location.search), /connectors=off.*scale=peak.*years=printed/);
  await page.close();
});

test('by ear: every mark is a button whose name has the comparator in words and the unit', async () => {
  for (const [query, names] of [
    ['view=pipelines&lang=zh', ['超过300条', '超过90条', '超过30%', '至少2项', '48款']],
    ['view=pipelines&lang=en', ['more than 300 pipelines', 'more than 90 pipelines', 'more than 30%', 'at least 2 items', '48 drugs']],
    ['view=cooperation-series&lang=zh', ['694家', '1423家', '872家', '−38.7%', '3年', '8年', '13年', '995人', '5218人', '1987人', '−61.9%']],
    ['view=scitech-share&lang=en', ['62 organisations', '33 organisations', '29 organisations', '53%', 'at least 4']],
  ]) {
    const page = await picture(query);
    const marks = await page.$('article-chart >>> [part=marks]');
    const tree = await page.accessibility.snapshot({ root: marks, interestingOnly: false });
    const buttons = [];
    const walk = (node) => {
      if (node.role === 'button') buttons.push(node.name);
      for (const child of node.children ?? []) walk(child);
    };
    walk(tree);
    assert.equal(buttons.length, names.length, query);
    for (const [i, name] of names.entries()) assert.ok(buttons[i].includes(name), `“${buttons[i]}” has “${name}”`);
    await page.close();
  }
});

test('by ear: our reading is told as ours, with what is printed', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  const name = (datum) => page.$eval(`article-chart >>> button[data-datum="${datum}"]`, (node) => node.getAttribute('aria-label'));
  assert.match(await name('A1-25'), /2013年.*本站改读.*报载2023/);
  assert.match(await name('A1-28'), /存疑/);
  assert.match(await name('D-03.5'), /由我们推算/);
  await page.close();
});
