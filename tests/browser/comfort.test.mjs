// What readers do to a page to be able to read it: large text, wide spacing, no motion, a keyboard whose focus must be found, a pointer
// that trembles.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, launch, open, place, URL_PAGE, views } from './support.mjs';

const VIEWS = await views();

const browser = await launch({ after });

async function picture(query, options) {
  const { page } = await open(browser, { url: `${URL_PAGE}?${query}`, ...options });
  await drawn(page);
  return page;
}

/** The tooltip that is shown: its text and its box; null where none is. */
const tip = (page) => page.$eval('article-chart >>> [part=tooltip]', (tooltip) => {
  const { left, top, width, height } = tooltip.getBoundingClientRect();
  return tooltip.hidden ? null : { text: tooltip.innerText, middle: [left + width / 2, top + height / 2], box: [left, top, width, height] };
});

/** WCAG 2.2, 1.4.12: what a reader may set, over whatever a page sets. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** What is lost in each picture: cut off, out of the window, or over something else. */
const losses = (page, all, lang) => page.evaluate(async (views, language) => {
  const chart = document.querySelector('article-chart');
  const { shadowRoot } = chart;
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const found = [];
  for (const view of views) {
    chart.go(`view=${view}&lang=${language}`);
    await frame();
    await frame();
    const say = (what) => found.push(`${view}, ${language}: ${what}`);
    if (document.documentElement.scrollWidth > innerWidth) say(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const node of [...document.querySelectorAll('body *'), ...shadowRoot.querySelectorAll('figure *')]) {
      if (!node.checkVisibility() || node.closest('[part=live], [part=scroller]')) continue;
      const { overflowX, overflowY } = getComputedStyle(node);
      const cut = (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1) || (overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 1);
      if (cut && node.localName !== 'canvas') say(`${node.localName} ${node.getAttribute('part') ?? node.className} is cut off`);
      const { right, width } = node.getBoundingClientRect();
      if (width && right > innerWidth + 1) say(`${node.localName} ${node.getAttribute('part') ?? node.className} “${node.textContent.slice(0, 20)}” ends at ${right}`);
    }
    const lines = [...shadowRoot.querySelectorAll('[part=prose] span')].map((line) => {
      const { left, right } = line.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(line).fontSize);
      const baseline = parseFloat(line.style.top);
      return { text: line.textContent, left, right, top: baseline - 0.7 * size, bottom: baseline };
    });
    for (const [i, a] of lines.entries()) {
      for (const b of lines.slice(i + 1)) {
        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        if (over) say(`“${a.text}” is over “${b.text}”`);
      }
    }
  }
  return found;
}, all, lang);

for (const lang of ['zh', 'en']) {
  test(`400 %, ${lang}: every picture fits a window of 320 px, and nothing is lost`, async () => {
    const page = await picture(`view=${VIEWS[0]}`, { width: 320, height: 200, scale: 4 });
    assert.deepEqual(await losses(page, VIEWS, lang), []);
    await page.close();
  });

  for (const width of [320, 1280]) {
    test(`wide spacing, ${lang}, ${width} px: nothing is lost`, async () => {
      const page = await picture(`view=${VIEWS[0]}`, { width });
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
        document.querySelector('article-chart').shadowRoot.adoptedStyleSheets.push(sheet);
      }, SPACING);
      assert.deepEqual(await losses(page, VIEWS, lang), []);
      const spaced = await page.$eval('article-chart', (chart) => {
        chart.go('view=page-in-numbers');
        return getComputedStyle(chart.shadowRoot.querySelector('[part=prose] span')).letterSpacing;
      });
      assert.ok(parseFloat(spaced) > 1, `the sentences are set ${spaced} apart`);
      await page.close();
    });
  }
}

test('a tooltip stays while the pointer is on it, for as long as that, and goes by Escape without a move', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await page.mouse.move(2, 2);
  await page.mouse.move(...await place(page, 'A1-26'));
  const first = await tip(page);
  assert.match(first.text, /5218人†/);
  // On to the tooltip, by the shortest way and in small steps.
  await page.mouse.move(...first.middle, { steps: 12 });
  assert.deepEqual((await tip(page))?.text, first.text, 'hoverable');
  await new Promise((done) => { setTimeout(done, 2500); });
  assert.equal((await tip(page))?.text, first.text, 'persistent');
  await page.keyboard.press('Escape');
  assert.equal(await tip(page), null, 'dismissible');
  await page.close();
});

test('a tooltip of the focus stays until the focus goes, and Escape leaves the focus where it is', async () => {
  const page = await picture('view=cooperation-series&lang=zh');
  await page.$eval('article-chart >>> [part=marks] button[data-datum="A1-26"]', (mark) => mark.focus());
  assert.match((await tip(page)).text, /5218人†/);
  await new Promise((done) => { setTimeout(done, 1500); });
  assert.match((await tip(page)).text, /5218人†/);
  await page.keyboard.press('Escape');
  assert.equal(await tip(page), null);
  assert.equal(await page.evaluate(() => document.querySelector('article-chart').shadowRoot.activeElement.dataset.datum), 'A1-26');
  await page.close();
});

test('with reduced motion nothing moves, and a picture at rest asks for no frame; without it no more', async () => {
  for (const value of ['reduce', 'no-preference']) {
    const { page } = await open(browser, { features: [{ name: 'prefers-reduced-motion', value }] });
    await page.evaluateOnNewDocument(() => {
      globalThis.frames = 0;
      const ask = globalThis.requestAnimationFrame;
      globalThis.requestAnimationFrame = (work) => { globalThis.frames += 1; return ask(work); };
      for (const name of ['scrollTo', 'scrollIntoView', 'animate']) {
        const does = Element.prototype[name];
        Element.prototype[name] = function told(...given) {
          if (name === 'animate' || given[0]?.behavior === 'smooth') globalThis.moved = name;
          return does.apply(this, given);
        };
      }
    });
    await page.goto(`${URL_PAGE}?view=cooperation-series&lang=zh`);
    await drawn(page);
    const { moving, asked, moved } = await page.evaluate(async () => {
      const chart = document.querySelector('article-chart');
      const moving = [];
      const look = () => moving.push(...document.getAnimations(), ...chart.shadowRoot.getAnimations());
      for (const [what, value] of [['scale', 'peak'], ['years', 'printed'], ['select', 'A1-26'], ['view', 'timeline'], ['theme', 'dark'], ['language', 'en']]) {
        chart.send(what, value);
        look();
        await new Promise((done) => { setTimeout(done, 30); });
        look();
      }
      await new Promise((done) => { setTimeout(done, 300); });
      const before = globalThis.frames;
      await new Promise((done) => { setTimeout(done, 500); });
      const all = [document.documentElement, ...document.querySelectorAll('body *'), ...chart.shadowRoot.querySelectorAll('*')];
      const smooth = all.filter((node) => getComputedStyle(node).scrollBehavior === 'smooth');
      return { moving: moving.length + smooth.length, asked: globalThis.frames - before, moved: globalThis.moved ?? null };
    });
    assert.deepEqual({ moving, asked, moved }, { moving: 0, asked: 0, moved: null }, value);
    await page.close();
  }
});

/** Luminance of a colour after WCAG, and the contrast of two. */
const luminance = ([red, green, blue]) => {
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};
const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

for (const [name, features] of [
  ['light', { 'prefers-color-scheme': 'light' }],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['forced colours', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
]) {
  test(`the ring of the focus is seen on any ground, ${name}`, async () => {
    const page = await picture('view=aid-ledger&lang=zh');
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([key, value]) => ({ name: key, value })) });
    const marks = await page.$$('article-chart >>> [part=marks] button');
    assert.ok(marks.length > 1);
    for (const mark of marks) {
      await mark.focus();
      const { ring, tones, width } = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('article-chart');
        const node = shadowRoot.querySelector('[part=ring]');
        const style = getComputedStyle(node);
        const channels = (color) => color.match(/\d+/g).slice(0, 3).map(Number);
        const { left, top, right, bottom } = node.getBoundingClientRect();
        const box = shadowRoot.activeElement.getBoundingClientRect();
        return {
          ring: node.hidden ? null : [box.left - left, box.top - top, right - box.right, bottom - box.bottom],
          width: parseFloat(style.outlineWidth),
          tones: [style.outlineColor, style.boxShadow].map(channels),
        };
      });
      // Whatever colour is under it: of two that differ ninefold, one differs threefold from any third.
      assert.ok(contrast(...tones) >= 9, `${tones}: ${contrast(...tones)}`);
      assert.ok(width >= 2 && ring.every((side) => side >= 0), `${ring} around the mark, ${width} px wide`);
    }
    await page.close();
  });
}

test('two orders of reading: along the axis, and as the article prints it', async () => {
  for (const view of ['cooperation-series', 'pipelines', 'xuhui-scoreboard']) {
    const page = await picture(`view=${view}&lang=zh`);
    const datums = await page.$eval('article-chart', ({ figure }) => figure.datums);
    const walk = async () => {
      await page.keyboard.press('Home');
      const met = [];
      for (const _ of datums) {
        met.push(await page.evaluate(() => document.querySelector('article-chart').shadowRoot.activeElement.dataset.datum));
        await page.keyboard.press('ArrowRight');
      }
      return met;
    };
    await page.$eval('article-chart >>> [part=marks] button', (mark) => mark.focus());
    const axis = await walk();
    assert.deepEqual(axis, datums.map(({ id }) => id), view);
    await page.keyboard.press('o');
    const article = await walk();
    assert.deepEqual([...article].sort(), [...axis].sort(), `${view}: the same figures`);
    // A1.2.3 is the third paragraph of section 2: what is printed is met in the order of its paragraphs.
    const spots = article.map((id) => datums.find((datum) => datum.id === id)).filter(({ id }) => /^A/.test(id)).map(({ places: [spot] }) => spot.split('.').map((part) => part.replace(/\D/g, '').padStart(3, '0')).join('.'));
    assert.deepEqual(spots, [...spots].sort(), view);
    await page.keyboard.press('o');
    assert.deepEqual(await walk(), axis, `${view}: and back`);
    await page.close();
  }
});
