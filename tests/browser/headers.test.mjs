// The headers for static hosts, read by the parser that one of them reads them with: what a file gets there is what it gets here.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { npmFile, URL_PAGE } from './support.mjs';

const DIST = resolve(process.env.AC_DIST ?? 'dist');
const { parseAllHeaders } = await import(pathToFileURL(npmFile('@netlify/headers-parser/lib/index.js')).href);
const { headers: rules, errors } = await parseAllHeaders({ headersFiles: [join(DIST, '_headers')], configHeaders: [], minimal: true });

/** What a path gets: the headers of all rules that fit, those of one name joined. */
function headersOf(path) {
  const found = {};
  for (const { for: pattern, values } of rules) {
    if (pattern.endsWith('*') ? !path.startsWith(pattern.slice(0, -1)) : path !== pattern) continue;
    for (const [name, value] of Object.entries(values)) found[name] = name in found ? `${found[name]}, ${value}` : value;
  }
  return found;
}

const [build] = await readdir(join(DIST, 'r'));

test('every line is understood', () => {
  assert.deepEqual(errors, []);
  assert.ok(rules.length >= 6, `${rules.length} rules`);
});

for (const path of ['', 'index.html', 'index.en.html', 'embed.html', 'embed.js', 'article-chart.js', 'article_charts_bg.wasm', 'v1/article-chart.js', `r/${build}/marks/units.wasm`, 'article-charts.html', 'single/pipelines.html']) {
  test(`/${path} gets there what it gets here`, async () => {
    const { status, headers: here } = await fetch(URL_PAGE + path);
    assert.equal(status, 200);
    const there = headersOf(`/${path}`);
    for (const name of ['access-control-allow-origin', 'cross-origin-resource-policy', 'x-content-type-options', 'referrer-policy']) {
      assert.equal(there[name], here.get(name), name);
      assert.ok(there[name], name);
    }
    // A policy is one of pages; joined with a second one, it would forbid what either forbids.
    if (path === '' || path.endsWith('.html')) assert.equal(there['content-security-policy'] ?? null, here.get('content-security-policy'));
    // Hosts that read this file ask for what is not named here whether it is still the same.
    assert.equal(there['cache-control'] ?? 'no-cache', here.get('cache-control'));
  });
}
