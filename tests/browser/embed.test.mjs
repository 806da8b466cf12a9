// The element on somebody else's page: one import of a file from here, and no other preparation.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { faults, launch, open, origins, URL_PAGE } from './support.mjs';

const browser = await launch({ after });
const HOME = new URL(URL_PAGE).origin;

/**
 * Opens a page of another origin that has nothing but what it embeds, under its own policy. It is really served: a page that a
 * request interceptor makes up belongs to no network, and is not let near this machine's.
 */
async function stranger(t, { lang, dir = 'ltr', policy, body }) {
  const server = createServer((request, response) => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    if (policy) headers['content-security-policy'] = policy;
    response.writeHead(200, headers).end(`<!doctype html><html lang="${lang}" dir="${dir}"><title>embedded</title>
      <link rel="icon" href="data:,"><script type="module" src="${URL_PAGE}article-chart.js"></script>${body}</html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const opened = await open(browser, { url: `${origin}/` });
  await opened.page.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
  return { ...opened, origin };
}

for (const [kind, policy] of [
  ['without a policy', undefined],
  ['under a policy that allows the files and WebAssembly', `default-src 'none'; script-src ${HOME} 'wasm-unsafe-eval'; connect-src ${HOME}; img-src data:`],
]) test(`a page of another origin ${kind} shows pipelines in English, after one import`, async (t) => {
  const body = '<article-chart view="pipelines" lang="en"><p>fallback</p></article-chart>';
  const { page, seen, origin } = await stranger(t, { lang: 'fr', policy, body });
  const found = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const canvas = shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return {
      view: figure.view,
      language: figure.language,
      cells: [...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].map((cell) => cell.textContent),
      colors: new Set(new Uint32Array(data.buffer)).size,
      fallback: document.querySelector('article-chart p').checkVisibility(),
      outside: [document.title, document.documentElement.lang, location.search],
    };
  });
  assert.deepEqual([found.view, found.language], ['pipelines', 'en']);
  assert.deepEqual(found.cells, ['>300 pipelines', '>90 pipelines∂', '>30%', '≥2 items', '48 drugs']);
  assert.ok(found.colors >= 4, `${found.colors} colours`);
  assert.equal(found.fallback, false, 'the fallback gives way to the picture');
  assert.deepEqual(found.outside, ['embedded', 'fr', ''], 'nothing of the page is touched');
  assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
  assert.deepEqual(origins(seen).sort(), [HOME, origin].sort());
  await page.close();
});

test('attributes are live, and what a reader does is told to the page', async (t) => {
  const { page } = await stranger(t, { lang: 'en', body: '<article-chart view="pipelines"></article-chart>' });
  assert.equal(await page.$eval('article-chart', ({ figure }) => figure.language), 'en', 'the page\'s own language');
  await page.$eval('article-chart', (chart) => {
    chart.setAttribute('lang', 'zh');
    chart.setAttribute('theme', 'dark');
    chart.setAttribute('view', 'cooperation-series');
  });
  await page.waitForFunction(() => document.querySelector('article-chart').figure.view === 'cooperation-series', { timeout: 5000 });
  assert.deepEqual(await page.$eval('article-chart', ({ figure }) => [figure.language, figure.theme]), ['zh-Hans', 'dark']);

  const told = await page.$eval('article-chart', (chart) => {
    const heard = [];
    for (const name of ['ac-viewchange', 'ac-datum']) document.addEventListener(name, ({ detail }) => heard.push([name, detail]));
    chart.shadowRoot.querySelector('[data-option=peak]').click();
    chart.shadowRoot.querySelector('button[data-datum="A1-28"]').click();
    return heard;
  });
  assert.deepEqual(told.map(([name]) => name), ['ac-viewchange', 'ac-viewchange', 'ac-datum']);
  assert.deepEqual([told[0][1].what, told[0][1].value], ['scale', 'peak']);
  assert.match(told[0][1].state, /scale=peak/);
  assert.match(told[1][1].state, /datum=A1-28/);
  assert.equal(told[2][1].datum, 'A1-28');
  await page.close();
});

test('a page that is written from right to left: the marks are where the picture has them', async (t) => {
  const { page } = await stranger(t, { lang: 'ar', dir: 'rtl', body: '<article-chart view="cooperation-series" lang="zh"></article-chart>' });
  const off = await page.evaluate(() => {
    const { figure, shadowRoot } = document.querySelector('article-chart');
    const canvas = shadowRoot.querySelector('canvas').getBoundingClientRect();
    return figure.datums.filter(({ id, area: [x, y] }) => {
      const mark = shadowRoot.querySelector(`button[data-datum="${id}"]`).getBoundingClientRect();
      return Math.abs(mark.left - canvas.left - x) > 1 || Math.abs(mark.top - canvas.top - y) > 1;
    }).map(({ id }) => id);
  });
  assert.deepEqual(off, []);
  await page.close();
});
