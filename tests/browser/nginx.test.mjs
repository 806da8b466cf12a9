// What is shipped behind a real nginx, on a server for the charts and one for a site that embeds them.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { nginx } from './nginx.mjs';
import { faults, launch, open, origins, URL_PAGE } from './support.mjs';

const DIST = resolve(process.env.AC_DIST ?? 'dist');

/** The server of the charts, with the settings that the build writes for it. */
const CHARTS = `root "${DIST}"; include "${DIST}/deploy/nginx.conf";`;

/** That of a site. */
const COMMON = 'charset utf-8; types { text/html html; text/css css; }';

test('nginx: an element from another server and a frame, compressed, each under the least policy', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'article-charts-host-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const policy = (text) => `add_header content-security-policy "${text}" always;`;
  const [charts, host] = await nginx(t, 2, ([server]) => [CHARTS, `root "${folder}"; ${COMMON}
    location = /plain.html { ${policy(`default-src 'none'; script-src ${server} 'wasm-unsafe-eval'; connect-src ${server}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`)} }
    location = /sandbox.html { ${policy(`default-src 'none'; frame-src ${server}; script-src ${server}; style-src 'self'; img-src data:`)} }`]);
  for (const file of ['plain.html', 'sandbox.html', 'host.css']) {
    const text = await readFile(`tests/hosts/${file}`, 'utf8');
    await writeFile(join(folder, file), text.replaceAll('https://charts.example', charts).replaceAll('"/charts/', `"${charts}/`));
  }
  // The same headers as those of the server here.
  for (const path of ['', 'index.en.html', 'embed.html', 'embed.js', 'article-chart.js', 'article_charts_bg.wasm', 'v1/article-chart.js', 'article-charts.html', 'static/pipelines.en.html']) {
    const told = await Promise.all([`${charts}/`, URL_PAGE].map(async (base) => {
      const { status, headers } = await fetch(base + path, { headers: { 'accept-encoding': 'gzip' } });
      return [status, ...['content-type', 'content-security-policy', 'access-control-allow-origin', 'cross-origin-resource-policy', 'x-content-type-options', 'cache-control']
        .map((name) => headers.get(name))];
    }));
    assert.deepEqual(told[0], told[1], path);
    assert.equal(told[0][0], 200, path);
  }
  for (const path of ['article-chart.js', 'article_charts_bg.wasm', 'v1/article-chart.js']) {
    const { headers } = await fetch(`${charts}/${path}`, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(headers.get('content-encoding'), 'gzip', path);
  }

  const browser = await launch(t);
  for (const file of ['plain.html', 'sandbox.html']) {
    const { page, seen } = await open(browser, { url: `${host}/${file}`, width: 800 });
    const target = file === 'plain.html' ? page : await page.waitForFrame((one) => one.url().includes('/embed.html'), { timeout: 10_000 });
    await target.waitForFunction(() => document.querySelector('article-chart').figure, { timeout: 10_000 });
    const figures = await target.$eval('article-chart', ({ shadowRoot }) => [...shadowRoot.querySelectorAll('tbody td:nth-child(2)')].map(({ textContent }) => textContent));
    assert.deepEqual(figures, ['>300 pipelines', '>90 pipelines∂', '>30%', '≥2 items', '48 drugs']);
    if (file === 'sandbox.html') await page.waitForFunction(() => parseInt(document.querySelector('iframe').style.height, 10) > 800, { timeout: 5000 });
    assert.deepEqual(faults(seen), { console: [], errors: [], violations: [] });
    assert.deepEqual(origins(seen).sort(), [charts, host].sort());
    await page.close();
  }
});
