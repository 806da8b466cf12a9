// The pages of tests/hosts/: each shows the chart with the right figures, in silence, within its policy, from its own files, and nothing moves.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { bundle } from './bundle.mjs';
import { HOME, site } from './host.mjs';
import { faults, launch, open, origins, URL_PAGE } from './support.mjs';

const browser = await launch({ after });

const PIPELINES = ['>300 pipelines', '>90 pipelines∂', '>30%', '≥2 items', '48 drugs'];
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
const STRICT = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;
const FRAMING = `default-src 'none'; frame-src ${HOME}; script-src ${HOME}; style-src 'self'; img-src data:`;

const read = async (file) => (await readFile(`tests/hosts/${file}`, 'utf8')).replaceAll('https://charts.example/', URL_PAGE);

/** Serves a host and opens it. */
async function visit(t, file, { policy, pages = {}, ...options } = {}) {
  const headers = policy ? { 'content-security-policy': policy } : {};
  const origin = await site(t, {
    '/': { body: await read(file), headers }, '/host.css': { body: await read('host.css'), type: 'text/css' }, ...pages,
  });
  const { page, seen } = await open(browser, options);
  t.after(() => page.close());
  // From the first paint on; what follows a reader's own move within half a second does not count.
  await page.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${origin}/`);
  return { page, seen, origin };
}

/** Nothing is said, forbidden, asked elsewhere or moved. */
async function assertQuiet(page, seen, allowed) {
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  assert.deepEqual(origins(seen).sort(), [...allowed].sort());
  assert.equal(await page.evaluate(() => globalThis.shift), 0, 'nothing moves');
}

/** What a chart shows: the figures of its table, how many colours its canvas has, marks that are not over their datum, and its fallback. */
const look = (target, find = 'document.querySelector("article-chart")') => target.evaluate(`(${(chart) => {
  const { figure, shadowRoot } = chart;
  const canvas = shadowRoot.querySelector('canvas');
  const box = canvas.getBoundingClientRect();
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return {
    view: figure.view,
    language: figure.language,
    figures: [...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].filter((cell) => cell.checkVisibility()).map(({ textContent }) => textContent),
    painted: new Set(new Uint32Array(data.buffer)).size >= 4 && canvas.checkVisibility(),
    inside: box.left >= 0 && box.right <= document.documentElement.clientWidth,
    astray: figure.datums.filter(({ id, area: [x, y] }) => {
      const mark = shadowRoot.querySelector(`button[data-datum="${id}"]`).getBoundingClientRect();
      return Math.abs(mark.left - box.left - x) > 1 || Math.abs(mark.top - box.top - y) > 1;
    }).length,
    fallback: [...chart.children].some((child) => child.checkVisibility()),
  };
}})(${find})`);

const ready = (target, find = 'document.querySelector("article-chart")') => target.waitForFunction(`${find}?.figure`, { timeout: 10_000 });
const WELL = { view: 'pipelines', language: 'en', figures: PIPELINES, painted: true, inside: true, astray: 0, fallback: false };

for (const [file, options] of [['plain.html', {}], ['policy.html', { policy: STRICT }], ['rtl.html', {}], ['frozen.html', {}]]) {
  for (const width of [360, 1000]) {
    test(`${file}, ${width} px`, async (t) => {
      const { page, seen, origin } = await visit(t, file, { ...options, width });
      await ready(page);
      assert.deepEqual(await look(page), WELL);
      await assertQuiet(page, seen, [origin]);
      // The reader goes on: a view, a toggle, a figure, the menu with its own module.
      await page.evaluate(() => document.querySelector('article-chart').send('view', 'cooperation-series'));
      await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'cooperation-series', { timeout: 5000 });
      await page.evaluate(() => {
        const chart = document.querySelector('article-chart');
        chart.send('years', 'printed');
        chart.send('select', 'A1-26');
        chart.shadowRoot.querySelector('[part=take]').open = true;
      });
      await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take-menu] button'), { timeout: 10_000 });
      assert.match(await page.$eval('article-chart', ({ shadowRoot }) => shadowRoot.querySelector('[part=more] h3').textContent), /5,218 people‡/);
      assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
      assert.deepEqual(origins(seen), [origin]);
    });
  }
}

for (const file of ['frame.html', 'sandbox.html']) {
  test(file, async (t) => {
    const { page, seen, origin } = await visit(t, file, { policy: FRAMING, width: 800 });
    const frame = await page.waitForFrame((one) => one.url().includes('/embed.html'), { timeout: 10_000 });
    await ready(frame);
    assert.deepEqual(await look(frame), WELL);
    await page.waitForFunction(() => document.querySelector('iframe').style.height, { timeout: 5000 });
    const [told, high] = [await page.$eval('iframe', ({ style }) => style.height), await frame.$eval('main', (main) => Math.ceil(main.getBoundingClientRect().height))];
    assert.equal(told, `${high}px`);
    await assertQuiet(page, seen, [origin, HOME]);
  });
}

test('hostile.html: none of it reaches the chart', async (t) => {
  const { page, seen, origin } = await visit(t, 'hostile.html', { width: 800 });
  await ready(page);
  assert.deepEqual(await look(page), WELL);
  await assertQuiet(page, seen, [origin]);
  const styles = await page.$eval('article-chart', (chart) => {
    const { shadowRoot } = chart;
    shadowRoot.querySelector('[part=marks] button').focus();
    return ['title', 'subtitle', 'tooltip', 'source', 'table'].map((part) => {
      const node = shadowRoot.querySelector(`[part=${part}]`);
      const { fontSize, textTransform, textIndent, textAlign, fontFamily, color, whiteSpace } = getComputedStyle(node);
      return [part, fontSize, textTransform, textIndent, textAlign, fontFamily.includes('fantasy'), color === 'rgb(255, 0, 0)', whiteSpace, node.checkVisibility()];
    });
  });
  assert.deepEqual(styles, [['title', '24px'], ['subtitle', '16px'], ['tooltip', '14px'], ['source', '14px'], ['table', '14px']]
    .map(([part, size]) => [part, size, 'none', '0px', 'start', false, false, 'normal', true]));
  // With a base that leads elsewhere, files are still found beside the script.
  await page.$eval('article-chart', ({ shadowRoot }) => { shadowRoot.querySelector('[part=take]').open = true; });
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=take-menu] button'), { timeout: 10_000 });
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  assert.deepEqual(origins(seen), [origin]);
});

for (const mode of ['open', 'closed']) {
  test(`shadow.html: in the shadow of another element, ${mode}, the chart hears language, pointer and keys`, async (t) => {
    const { page, seen, origin } = await visit(t, 'shadow.html', { width: 800 });
    const find = `document.querySelector('news-card-${mode}').chart`;
    await page.$eval(`news-card-${mode}`, (card) => card.scrollIntoView());
    await ready(page, find);
    assert.deepEqual(await look(page, find), WELL);
    await assertQuiet(page, seen, [origin]);
    const spot = await page.evaluate(`(${(chart) => {
      const { figure: { datums }, shadowRoot } = chart;
      const canvas = shadowRoot.querySelector('canvas');
      canvas.scrollIntoView({ block: 'center' });
      const { left, top } = canvas.getBoundingClientRect();
      const [x, y, width, height] = datums[0].area;
      return [left + x + width / 2, top + y + height / 2];
    }})(${find})`);
    await page.mouse.move(...spot);
    const tip = () => page.evaluate(`(({ shadowRoot }) => {
      const tooltip = shadowRoot.querySelector('[part=tooltip]');
      return tooltip.hidden ? null : tooltip.querySelector('b').textContent;
    })(${find})`);
    assert.equal(await tip(), '>300 pipelines');
    await page.keyboard.press('Escape');
    assert.equal(await tip(), null);
    await page.evaluate(`${find}.shadowRoot.querySelector('[part=marks] button[tabindex="0"]').focus()`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.notEqual(await page.evaluate(`${find}.figure.selected ?? null`), null);
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  });
}

test('fifty.html: one module, each chart when it is near, each with its own figures', async (t) => {
  const { page, seen, origin } = await visit(t, 'fifty.html', { width: 800 });
  await ready(page);
  const count = () => page.$$eval('article-chart', (all) => all.filter(({ figure }) => figure).length);
  assert.ok(await count() < 5, 'far ones wait');
  for (let i = 0; await count() < 50; i += 1) {
    assert.ok(i < 200, `${await count()} charts`);
    await page.evaluate(() => { scrollBy(0, 600); });
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
  const found = await page.$$eval('article-chart', (all) => all.map((chart) => [chart.getAttribute('view'), chart.figure.view,
    [...chart.shadowRoot.querySelectorAll('tbody tr')].map(({ textContent }) => textContent).join('\n')]));
  const { page: single } = await open(browser, { url: `${URL_PAGE}embed.html?lang=en`, width: 640 });
  t.after(() => single.close());
  await ready(single);
  for (const [asked, shown, rows] of found) {
    assert.equal(shown, asked);
    await single.$eval('article-chart', (chart, view) => { chart.state = `view=${view}&lang=en`; }, asked);
    // What draws it may have to come first.
    await single.waitForFunction((view) => document.querySelector('article-chart').figure.view === view, { timeout: 5000 }, asked);
    const alone = await single.$eval('article-chart', (chart) => [...chart.shadowRoot.querySelectorAll('tbody tr')].map(({ textContent }) => textContent).join('\n'));
    assert.equal(rows, alone, asked);
    assert.match(rows, /\d/);
  }
  const modules = seen.requests.filter((url) => url.endsWith('.wasm'));
  assert.equal(modules.filter((url) => url.endsWith('article_charts_bg.wasm')).length, 1);
  assert.equal(new Set(modules).size, modules.length, 'none is asked for twice');
  await assertQuiet(page, seen, [origin]);
});

for (const [name, entry] of [['React 19', 'react/main.jsx'], ['Vue 3', 'vue/main.js'], ['Svelte 5', 'svelte/main.js']]) {
  test(`${name}: properties, events, mounting and unmounting`, async (t) => {
    const app = { body: await bundle(`tests/hosts/${entry}`), type: 'text/javascript' };
    const { page, seen, origin } = await visit(t, 'app.html', { policy: POLICY, pages: { '/app.js': app }, width: 800 });
    await ready(page);
    assert.deepEqual(await look(page), WELL);
    await assertQuiet(page, seen, [origin]);
    const output = (id) => page.$eval(`#${id}`, ({ textContent }) => textContent);
    await page.waitForFunction(() => document.getElementById('ready').textContent === '1');

    // The same element goes on, with what is set.
    await page.evaluate(() => { globalThis.first = document.querySelector('article-chart'); });
    await page.click('#view');
    await page.waitForFunction(() => first.figure.view === 'isc-2020', { timeout: 5000 });
    await page.click('#theme');
    await page.waitForFunction(() => first.figure.theme === 'dark', { timeout: 5000 });
    await page.click('#theme');
    await page.waitForFunction(() => first.figure.theme === undefined && !first.hasAttribute('theme'), { timeout: 5000 });
    assert.equal(await page.evaluate(() => document.querySelector('article-chart') === first), true);

    const id = await page.evaluate(() => {
      first.send('select', first.figure.datums[0].id);
      first.send('select', '');
      first.shadowRoot.querySelector('[part=marks] button').click();
      return first.figure.datums[0].id;
    });
    await page.waitForFunction((wanted) => document.getElementById('datum').textContent === wanted, { timeout: 5000 }, id);

    await page.click('#shown');
    assert.equal(await page.$('article-chart'), null);
    assert.equal(await page.evaluate(() => first.figure), null);
    await page.click('#shown');
    await ready(page);
    assert.equal(await page.$eval('article-chart', ({ figure }) => figure.view), 'isc-2020');
    await page.waitForFunction(() => document.getElementById('ready').textContent === '2');
    assert.equal(await output('ready'), '2');
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    assert.deepEqual(origins(seen), [origin]);
  });
}

test('a policy that allows no WebAssembly: the fallback stays, and the page is told', async (t) => {
  const { page, seen } = await visit(t, 'policy.html', { policy: STRICT.replace(" 'wasm-unsafe-eval'", '') });
  await page.waitForFunction(() => document.querySelector('article-chart:state(error)'), { timeout: 10_000 });
  assert.equal(await page.$eval('article-chart p', (node) => node.checkVisibility()), true);
  assert.deepEqual(seen.errors, []);
  assert.equal(await page.evaluate(() => globalThis.shift), 0);
});

test('firefox: plain, in a shadow, in a frame and in a sandbox', async (t) => {
  const firefox = await launch(t, { browser: 'firefox' });
  const origin = await site(t, { '/': await read('plain.html'), '/shadow': await read('shadow.html'), '/frame': await read('frame.html'),
    '/sandbox': await read('sandbox.html'), '/host.css': { body: await read('host.css'), type: 'text/css' } });
  for (const [path, find] of [['/', undefined], ['/shadow', 'document.querySelector("news-card-open").chart']]) {
    const { page, seen } = await open(firefox, { url: origin + path, width: 800 });
    await ready(page, find);
    assert.deepEqual(await look(page, find), WELL, path);
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    await page.close();
  }
  for (const path of ['/frame', '/sandbox']) {
    const { page, seen } = await open(firefox, { url: origin + path, width: 800 });
    const frame = await page.waitForFrame((one) => one.url().includes('/embed.html'), { timeout: 10_000 });
    await ready(frame);
    assert.deepEqual(await look(frame), WELL, path);
    await page.waitForFunction(() => document.querySelector('iframe').style.height, { timeout: 5000 });
    const high = await frame.$eval('main', (main) => Math.ceil(main.getBoundingClientRect().height));
    assert.equal(await page.$eval('iframe', ({ style }) => style.height), `${high}px`, path);
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    await page.close();
  }
});
