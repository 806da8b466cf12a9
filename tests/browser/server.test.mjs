// The test bench itself: the server's promised headers, and that the page recorder of support.mjs sees what it must.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, open, origins, URL_OTHER, URL_PAGE } from './support.mjs';

const PROMISED = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
  'x-frame-options': null,
};

for (const origin of [URL_PAGE, URL_OTHER]) {
  for (const [path, status, type] of [
    ['article-chart.js', 200, 'text/javascript; charset=utf-8'],
    ['article_charts_bg.wasm', 200, 'application/wasm'],
    ['no-such-file', 404, 'text/plain; charset=utf-8'],
  ]) {
    test(`${origin}${path} has the promised headers`, async () => {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('content-type'), type);
      for (const [name, value] of Object.entries(PROMISED)) assert.equal(answer.headers.get(name), value, name);
    });
  }
}

test('the two origins are two', () => assert.notEqual(new URL(URL_PAGE).origin, new URL(URL_OTHER).origin));

for (const browser of ['chrome', 'firefox']) {
  test(`${browser}: the module compiles under the policy, and every offence is seen`, async (t) => {
    const { page, seen } = await open(await launch(t, { browser }), { url: `${URL_PAGE}no-such-file`, width: 320, height: 480, scale: 2 });
    assert.deepEqual(await page.evaluate(() => [innerWidth, devicePixelRatio]), [320, 2]);
    const bytes = await page.evaluate(async () => {
      await WebAssembly.compileStreaming(fetch('article_charts_bg.wasm'));
      await import('./article-chart.js');
      return (await fetch('article_charts_bg.wasm')).arrayBuffer().then((buffer) => buffer.byteLength);
    });
    assert.ok(bytes > 0);
    assert.deepEqual([seen.violations, seen.errors], [[], []]);

    // Firefox tells of them after the script has ended, and what was thrown apart from what was said.
    const told = Promise.all([
      new Promise((done) => { page.on('console', (message) => message.text() === 'said' && done()); }),
      new Promise((done) => { page.on('pageerror', ({ message }) => message.includes('thrown') && done()); }),
    ]);
    await page.evaluate(async (other) => {
      const forbidden = new Promise((done) => { addEventListener('securitypolicyviolation', done, { once: true }); });
      await fetch(other).catch(() => {});
      await forbidden;
      console.error('said');
      setTimeout(() => { throw new Error('thrown'); });
    }, URL_OTHER);
    await told;
    assert.deepEqual(seen.violations.map((one) => one.violatedDirective), ['connect-src']);
    assert.ok(seen.console.includes('said'), String(seen.console));
    assert.ok(seen.errors.some((text) => text.includes('thrown')), String(seen.errors));
    assert.ok(seen.requests.some((url) => url.endsWith('article_charts_bg.wasm')));
    assert.ok(origins(seen).includes(new URL(URL_PAGE).origin));
  });
}
