// The front page: what was found, where the paper cannot be right, every picture in small, and the way through them.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, URL_PAGE, views } from './support.mjs';

const VIEWS = await views();
const NONE = { console: [], errors: [], violations: [] };

const browser = await launch({ after });

/** Opens the page and waits until the module is there. */
async function front(query = '', options = {}) {
  const opened = await open(browser, { url: `${URL_PAGE}${query}`, ...options });
  await drawn(opened.page);
  return opened;
}

/** What is on the screen: front page or picture, where it begins, and where the reader is. */
const now = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  const query = new URLSearchParams(location.search);
  return {
    mode: document.documentElement.dataset.mode,
    front: document.getElementById('front').checkVisibility(),
    reading: document.getElementById('reading').checkVisibility(),
    view: figure.view,
    selected: figure.selected ?? null,
    problems: figure.problems,
    address: [query.get('view'), query.get('datum')],
    depth: Math.round(scrollY),
    // Whose beginning is at the upper edge of the window, as far as the page reaches.
    begins: Math.abs(document.getElementById('reading').getBoundingClientRect().top) <= 1 || innerHeight + scrollY >= document.documentElement.scrollHeight - 1,
    focus: shadowRoot.activeElement?.getAttribute('part') ?? document.activeElement.localName,
  };
});

const back = (page) => page.evaluate(() => new Promise((done) => {
  addEventListener('popstate', () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
  history.back();
}));

/** Every miniature, each brought into sight and painted. */
const miniatures = (page) => page.evaluate(async () => {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const found = [];
  for (const canvas of document.querySelectorAll('[data-miniature]')) {
    canvas.scrollIntoView({ block: 'center' });
    // A canvas that nobody has painted on is 300 by 150; one that never is lets this test run into its time.
    while (canvas.width === 300 && canvas.height === 150) await frame();
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    found.push({
      view: canvas.dataset.miniature,
      colors: counts.size,
      ink: 1 - Math.max(...counts.values()) / pixels.length,
    });
  }
  return found;
});

/** Texts of the front page that are cut or stick out, and how wide the page is. */
const cut = (page) => page.evaluate(() => {
  const texts = [...document.querySelectorAll('#front :is(h2, h3, p, dt, dd), header :is(h1, p, a, button)')];
  return {
    wide: document.documentElement.scrollWidth - innerWidth,
    cut: texts.filter((node) => {
      const { left, right } = node.getBoundingClientRect();
      return left < 0 || right > innerWidth || node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline';
    }).map((node) => node.textContent),
    empty: texts.filter((node) => !node.textContent.trim()).length,
  };
});

for (const file of ['index.html', 'index.en.html']) {
  test(`${file} without scripts: every picture has its finding, and a link`, async () => {
    const { page, seen } = await open(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(URL_PAGE + file);
    const cards = await page.$$eval('.group a[data-view]', (all) => all.filter((link) => link.checkVisibility()).map((link) => (
      [link.dataset.view, new URL(link.href).search, [...link.querySelectorAll('h3, p')].every((node) => node.textContent.length > 4)])));
    assert.deepEqual(cards, VIEWS.map((view) => [view, `?view=${view}`, true]));
    assert.deepEqual(faults(seen), NONE);
    await page.close();
  });
}

for (const width of [360, 1280]) {
  test(`${width} px wide: every miniature is painted, no text is cut, in both languages`, async () => {
    const { page, seen } = await front('', { width });
    for (const language of ['zh-Hans', 'en']) {
      await page.click(`[data-language="${language}"]`);
      const painted = await miniatures(page);
      assert.deepEqual(painted.slice(1).map(({ view }) => view), VIEWS);
      for (const { view, colors, ink } of painted) {
        assert.ok(colors >= 3, `${view}: ${colors} colours`);
        assert.ok(ink > 0.003 && ink < 0.9, `${view}: ${(100 * ink).toFixed(2)} % ink`);
      }
      assert.deepEqual(await cut(page), { wide: 0, cut: [], empty: 0 });
      await page.evaluate(() => scrollTo(0, 0));
    }
    assert.deepEqual(faults(seen), NONE);
    await page.close();
  });
}

test('language and theme change in place, miniatures too, and survive a reload', async () => {
  const { page } = await front();
  const look = () => page.evaluate(() => ({
    mode: document.documentElement.dataset.mode,
    language: document.documentElement.lang,
    theme: document.documentElement.dataset.theme ?? null,
    title: document.title,
    finding: document.querySelector('.group h3').textContent,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  const before = await look();
  await miniatures(page);
  await page.evaluate(() => { globalThis.same = true; });
  await page.click('[data-language=en]');
  await page.click('[data-theme-choice=dark]');
  const changed = await look();
  assert.deepEqual([changed.mode, changed.language, changed.theme, changed.title], ['front', 'en', 'dark', 'Figures in print']);
  for (const what of ['finding', 'paper']) assert.notEqual(changed[what], before[what]);
  // Each has the new ground, some of them once they are seen again.
  for (const view of VIEWS) {
    await page.waitForFunction((id, ground) => {
      const canvas = document.querySelector(`.group [data-miniature="${id}"]`);
      canvas.scrollIntoView({ block: 'center' });
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      const wanted = ground.match(/\d+/g).map(Number);
      let found = 0;
      for (let i = 0; i < data.length; i += 4) found += wanted.every((part, channel) => data[i + channel] === part);
      return found > width * height / 4;
    }, { timeout: 5000 }, view, changed.paper);
  }
  assert.equal(await page.evaluate(() => globalThis.same), true, 'the same document');
  assert.deepEqual(await page.evaluate(() => [...new URLSearchParams(location.search)]), [['lang', 'en'], ['theme', 'dark']]);

  await page.reload();
  await drawn(page);
  assert.deepEqual(await look(), changed);
  // A link that is opened elsewhere takes them along.
  const links = await page.$$eval('a[href]:not([data-language], [rel])', (all) => all.map(({ search }) => search));
  assert.deepEqual(links.filter((search) => !search.endsWith('lang=en&theme=dark')), []);
  await page.close();
});

test('every text of the page has its words in both languages', async () => {
  const { page } = await front();
  const missing = await page.evaluate(async () => {
    const { words } = await import('./article-chart.js');
    return ['zh', 'en'].flatMap((language) => {
      const known = words(language);
      return [...document.querySelectorAll('[data-text]')].map(({ dataset }) => dataset.text).filter((key) => !known[key]);
    });
  });
  assert.deepEqual(missing, []);
  await page.close();
});

test('the links of the errata lead to the evidence, with the erratum selected; back leads to the front page again', async () => {
  const { page, seen } = await front();
  const errata = await page.$$eval('.wrong dt a', (all) => all.map(({ dataset }) => dataset.state.replace('datum=', '')));
  assert.equal(errata.length, 4);
  for (const id of errata) {
    await page.click(`.wrong a[data-state="datum=${id}"]`);
    const there = await now(page);
    assert.deepEqual([there.mode, there.view, there.selected, there.problems, there.address], ['reading', 'evidence', id, [], ['evidence', id]]);
    assert.ok(there.begins, 'at the beginning of the picture');
    assert.equal(there.focus, 'title');
    await back(page);
    assert.equal((await now(page)).mode, 'front', `one step back from ${id}`);
  }
  await page.click('.wrong p a');
  const all = await now(page);
  assert.deepEqual([all.view, all.selected, all.problems], ['evidence', null, []]);
  assert.match(page.url(), /part=errata/);
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

for (const width of [360, 1280]) {
  test(`${width} px wide: a picture opens at its beginning, and back returns to the same place of the front page`, async () => {
    const { page } = await front('', { width });
    for (const view of [VIEWS[0], VIEWS[8], VIEWS.at(-1)]) {
      await page.$eval(`.group a[data-view="${view}"]`, (link) => link.scrollIntoView({ block: 'center' }));
      // The page notices at the next frame how far down the reader is.
      await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      const left = await now(page);
      // Not by the mouse, which would scroll first.
      await page.$eval(`.group a[data-view="${view}"]`, (link) => link.click());
      const there = await now(page);
      assert.deepEqual([there.front, there.reading, there.view, there.focus], [false, true, view, 'title']);
      assert.ok(there.begins, `${view} begins at the upper edge`);
      await back(page);
      const again = await now(page);
      assert.deepEqual([again.front, again.reading], [true, false]);
      assert.ok(Math.abs(again.depth - left.depth) <= 2, `${view}: left at ${left.depth}, back at ${again.depth}`);
    }
    await page.close();
  });
}

test('previous and next lead through all pictures in order, and tell where the reader is', async () => {
  const { page, seen } = await front(`?view=${VIEWS[0]}`);
  const look = () => page.evaluate(() => ({
    view: document.querySelector('article-chart').figure.view,
    address: new URLSearchParams(location.search).get('view'),
    link: document.querySelector('nav a[aria-current=page]').dataset.view,
    path: document.getElementById('path').textContent,
    steps: [...document.querySelectorAll('#steps a')].filter((link) => link.checkVisibility()).map((link) => [link.rel, link.querySelector('span').textContent]),
  }));
  const titles = await page.$$eval('nav a', (all) => all.map((link) => link.textContent));
  const groups = await page.$$eval('nav section', (all) => all.flatMap((section) => (
    [...section.querySelectorAll('a')].map((link, i, siblings) => `${section.querySelector('h2').textContent} · ${i + 1}/${siblings.length}`))));
  for (const [i, view] of VIEWS.entries()) {
    const { steps, path, ...names } = await look();
    assert.deepEqual(names, { view, address: view, link: view });
    assert.equal(path, groups[i]);
    assert.deepEqual(steps, [['prev', titles[i - 1]], ['next', titles[i + 1]]].filter(([, title]) => title));
    if (i < VIEWS.length - 1) await page.click('#steps [rel=next]');
  }
  for (const view of VIEWS.slice(0, -1).reverse()) {
    await page.click('#steps [rel=prev]');
    const { begins, focus, ...there } = await now(page);
    assert.deepEqual([there.view, begins, focus], [view, true, 'title']);
  }
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('what is painted first is what the address asks for: little moves when the scripts come', async () => {
  for (const [query, mode, theme] of [['', 'front', null], ['?lang=en&theme=dark', 'front', 'dark'], ['?view=pipelines&theme=light', 'reading', 'light'], ['?datum=E-02', 'reading', null]]) {
    const { page } = await open(browser);
    await page.evaluateOnNewDocument(() => {
      globalThis.shifts = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shifts += value; }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setRequestInterception(true);
    const held = new Promise((done) => {
      page.on('request', (request) => (request.url().endsWith('/page.js') ? done(request) : request.continue()));
    });
    const loaded = page.goto(URL_PAGE + query);
    const request = await held;
    await page.waitForSelector('footer');
    // Painted, as a shift is one between two frames.
    await page.screenshot();
    const look = () => page.evaluate(() => {
      const seen = (id) => document.getElementById(id).checkVisibility();
      const { dataset } = document.documentElement;
      return [dataset.mode, dataset.theme ?? null, seen('front'), seen('reading')];
    });
    const before = await look();
    assert.deepEqual(before, [mode, theme, mode === 'front', mode === 'reading'], query);
    await request.continue();
    await loaded;
    await drawn(page);
    assert.deepEqual(await look(), before, query);
    await page.screenshot();
    const shifts = await page.evaluate(() => globalThis.shifts);
    assert.ok(shifts < 0.1, `${query}: ${shifts}`);
    await page.close();
  }
});

test('the front page stays in front: neither Escape nor another language brings the picture behind it', async () => {
  const { page } = await front('?view=cooperation-series&datum=A1-26&lang=zh');
  await page.click('.path [data-front]');
  await page.keyboard.press('Escape');
  const { mode, address, focus, depth } = await now(page);
  assert.deepEqual([mode, address, focus, depth], ['front', [null, null], 'h1', 0]);
  const length = await page.evaluate(() => history.length);
  await page.click('[data-language=en]');
  assert.equal((await now(page)).mode, 'front');
  // The card of the picture that was behind all the time opens it as a new one.
  await page.click('.group a[data-view="cooperation-series"]');
  assert.deepEqual((await now(page)).address, ['cooperation-series', null]);
  assert.equal(await page.evaluate(() => history.length), length + 2);
  await page.close();
});

for (const [asked, named] of [['lang=xx', 'xx'], ['theme=sepia', 'sepia']]) {
  test(`the front page tells what is wrong with its address: ${asked}`, async () => {
    const { page } = await front(`?${asked}`);
    const said = await page.$eval('#problems', (node) => [node.checkVisibility(), node.textContent]);
    assert.equal(said[0], true);
    assert.ok(said[1].includes(named), said[1]);
    await page.click('[data-theme-choice=light]');
    assert.equal(await page.$eval('#problems', (node) => node.checkVisibility()), false, 'until the reader does something');
    await page.close();
  });
}

test('back at the front page, the focus is on what was opened; back at another picture, on its title', async () => {
  const { page } = await open(browser, { url: URL_PAGE });
  await drawn(page);
  const focus = () => page.evaluate(() => {
    const { activeElement } = document;
    return activeElement.dataset.view ?? activeElement.shadowRoot?.activeElement?.textContent ?? activeElement.localName;
  });
  await page.$eval('#front a[data-view=pipelines]', (link) => { link.focus(); link.click(); });
  await page.$eval('#steps [rel=next]', (link) => { link.focus(); link.click(); });
  const { title } = await page.$eval('article-chart', ({ figure }) => figure);
  assert.equal(await focus(), title);
  await back(page);
  assert.equal(await focus(), await page.$eval('article-chart', ({ figure }) => figure.title), 'the title of the first picture');
  await back(page);
  assert.equal(await focus(), 'pipelines', 'the link of the front page');
  await page.close();
});
