// custom-elements.json and article-chart.d.ts say what the element is: nothing that it has not, and all that it has.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { html, SCRIPT, site } from './host.mjs';
import { URL_PAGE, drawn, launch, open } from './support.mjs';

const browser = await launch({ after });
const { modules: [{ declarations: [described] }] } = await (await fetch(`${URL_PAGE}custom-elements.json`)).json();
const named = (list) => list.map(({ name }) => name).sort();

/** Opens a page with a chart in it. */
async function chart(t, attributes) {
  const origin = await site(t, { '/': html(`<article-chart lang="en" ${attributes}></article-chart>`, { head: SCRIPT }) });
  const { page } = await open(browser, { url: `${origin}/` });
  t.after(() => page.close());
  await drawn(page);
  return page;
}

test('attributes, properties and methods', async (t) => {
  const page = await chart(t, 'view="pipelines"');
  const [observed, members] = await page.evaluate(() => {
    const { prototype } = customElements.get('article-chart');
    const callback = /^(constructor|focus|\w+Callback)$/;
    return [customElements.get('article-chart').observedAttributes, Object.getOwnPropertyNames(prototype).filter((name) => !callback.test(name)).sort()];
  });
  assert.deepEqual(named(described.members), members);
  const attributes = named(described.attributes);
  // What only the style goes by is not observed.
  assert.deepEqual(attributes, [...observed, 'controls'].sort());
  for (const { name, attribute, reflects, readonly, default: missing, kind } of described.members) {
    const found = await page.$eval('article-chart', (one, member) => {
      const { get, set, value } = Object.getOwnPropertyDescriptor(one.constructor.prototype, member);
      return [typeof value === 'function', Boolean(get) && !set, String(one[member])];
    }, name);
    assert.deepEqual(found.slice(0, 2), [kind === 'method', Boolean(readonly)], name);
    if (missing) assert.equal(`'${found[2]}'`, missing, name);
    if (!reflects) continue;
    assert.equal(attribute, name);
    assert.ok(attributes.includes(name));
    const value = await page.$eval('article-chart', (one, member) => {
      one[member] = 'x';
      return one.getAttribute(member);
    }, name);
    assert.equal(value, 'x', name);
  }
});

test('parts: those of every view, of a selection, its panel, a menu and a failure, and no others', async (t) => {
  const page = await chart(t, 'view="cooperation-series"');
  const parts = await page.$eval('article-chart', async (one) => {
    const { shadowRoot } = one;
    const found = new Set();
    const look = () => { for (const node of shadowRoot.querySelectorAll('[part]')) found.add(node.getAttribute('part')); };
    one.send('select', one.figure.datums[0].id);
    shadowRoot.querySelector('[part=take]').open = true;
    shadowRoot.querySelector('[data-why]').click();
    while (!shadowRoot.querySelector('[part=take-menu] button') || !shadowRoot.querySelector('[part=provenance] h3')) await new Promise((done) => { setTimeout(done, 50); });
    shadowRoot.querySelector('[part=take-menu] [data-share]').click();
    while (!shadowRoot.querySelector('dialog')?.open) await new Promise((done) => { setTimeout(done, 50); });
    look();
    const align = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'textAlign');
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'textAlign', { ...align, set() { throw new WebAssembly.RuntimeError('unreachable'); } });
    one.send('theme', 'dark');
    look();
    return [...found];
  });
  assert.deepEqual(parts.sort(), named(described.cssParts));
});

test('custom properties and states', async (t) => {
  const page = await chart(t, 'view="pipelines"');
  const [used, set] = await page.$eval('article-chart', ({ shadowRoot: { adoptedStyleSheets } }) => {
    const text = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join('\n');
    const all = (pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
    return [all(/var\((--ac-[\w-]+)/g), all(/(--ac-[\w-]+):/g)];
  });
  assert.deepEqual([...new Set([...used, ...set])].sort(), named(described.cssProperties));
  const read = described.cssProperties.filter(({ description }) => description.startsWith('To be read'));
  assert.deepEqual(named(read), set.sort(), 'what is read is set');
  const source = await (await fetch(`${URL_PAGE}article-chart.js`)).text();
  for (const { name } of described.cssStates) assert.ok(source.includes(`"${name}"`), name);
});

test('events', async () => {
  const told = new Set();
  for (const file of ['article-chart.js', 'take-away.js']) {
    for (const [, name] of (await (await fetch(URL_PAGE + file)).text()).matchAll(/"(ac-[a-z]+)"/g)) told.add(name);
  }
  assert.deepEqual([...told].sort(), named(described.events));
  const types = await (await fetch(`${URL_PAGE}article-chart.d.ts`)).text();
  for (const { name } of [...described.events, ...described.members]) assert.ok(types.includes(name), name);
});

test('the types hold for what a page may write, and against what it may not', async () => {
  const tsc = join(process.env.AC_NPM ?? 'target/tools/npm', 'node_modules/.bin/tsc');
  const flags = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
  const { stdout } = await promisify(execFile)(tsc, [...flags, 'tests/browser/types.ts']);
  assert.equal(stdout, '');
  assert.equal(await readFile('www/article-chart.d.ts', 'utf8'), await (await fetch(`${URL_PAGE}article-chart.d.ts`)).text());
});
