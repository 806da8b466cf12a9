// A picture as sound: played on request, followed by the ring, stopped by Escape, and a browser that stays silent says so.
// Sound is rendered, not played: an OfflineAudioContext stands in for the loudspeaker, and its samples are looked at.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawn, faults, launch, open, URL_PAGE } from './support.mjs';

const NONE = { console: [], errors: [], violations: [] };

const browser = await launch({ after });

/** Opens a picture; `audio` says what stands for AudioContext: `rendered`, `refused` (never runs), `broken` (throws) or `missing`. */
async function picture(query, audio = 'rendered') {
  const opened = await open(browser);
  await opened.page.evaluateOnNewDocument((kind) => {
    globalThis.contexts = [];
    globalThis.ringed = [];
    if (kind === 'missing') delete globalThis.AudioContext;
    else if (kind === 'broken') globalThis.AudioContext = class { constructor() { throw new DOMException('no device', 'NotSupportedError'); } };
    else {
      globalThis.AudioContext = class extends OfflineAudioContext {
        closed = false;

        constructor() {
          super(2, 44_100 * 12, 44_100);
          globalThis.contexts.push(this);
        }

        resume() { return kind === 'refused' ? new Promise(() => {}) : Promise.resolve(); }

        get state() { return kind === 'refused' ? 'suspended' : 'running'; }

        close() { this.closed = true; return Promise.resolve(); }
      };
    }
  }, audio);
  await opened.page.goto(`${URL_PAGE}?${query}`);
  await drawn(opened.page);
  await opened.page.$eval('article-chart >>> [part=marks] button', (mark) => mark.focus());
  return opened;
}

const playing = (page) => page.waitForFunction(() => globalThis.contexts.length === 1, { timeout: 10_000 });

/** The datum of the ring. */
const ringed = (page) => page.evaluate(() => {
  const { figure, shadowRoot } = document.querySelector('article-chart');
  return shadowRoot.querySelector('tr[data-current]')?.dataset.datum ?? figure.selected ?? null;
});

test('by its key: a note a figure, of the right pitch and at the right time, and none where there is none', async () => {
  const { page, seen } = await picture('view=cooperation-series&lang=zh');
  const before = seen.requests.filter((url) => /take.away/.test(url));
  assert.deepEqual(before, [], 'nothing is loaded before it is asked for');
  await page.keyboard.press('p');
  await playing(page);
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[part=tooltip]').innerText.includes('1423家'), { timeout: 5000 });
  const heard = await page.evaluate(async () => {
    const buffer = await globalThis.contexts[0].startRendering();
    const [left, right] = [0, 1].map((channel) => buffer.getChannelData(channel));
    const rate = buffer.sampleRate;
    const loud = (samples, from, to) => Math.sqrt(samples.subarray(from * rate, to * rate).reduce((sum, sample) => sum + sample * sample, 0) / ((to - from) * rate));
    // Zero crossings upwards, a second.
    const pitch = (from, to) => {
      let count = 0;
      for (let i = Math.round(from * rate) + 1; i < to * rate; i += 1) if (left[i - 1] < 0 && left[i] >= 0) count += 1;
      return count / (to - from);
    };
    // 694, 1423 and 872: three notes with the silence of two and of seven years between them.
    return {
      notes: [[0.15, 0.4], [1.05, 1.3], [2.75, 3]].map(([from, to]) => [pitch(from, to), loud(left, from, to), loud(right, from, to)]),
      rests: [[0.5, 0.95], [1.5, 2.6]].map(([from, to]) => loud(left, from, to)),
    };
  });
  const [low, high, middle] = heard.notes.map(([pitch]) => pitch);
  assert.ok(Math.abs(low - 220) < 8 && Math.abs(high - 880) < 12, `${low} Hz, ${high} Hz`);
  assert.ok(middle > 225 && middle < 500, `${middle} Hz`);
  assert.ok(heard.notes.every(([, loud]) => loud > 0.01), JSON.stringify(heard));
  assert.ok(heard.rests.every((loud) => loud < 0.001), JSON.stringify(heard));
  assert.ok(heard.notes[0][1] > heard.notes[0][2], 'what stands on the left is louder on the left');
  assert.deepEqual(faults(seen), NONE);
  await page.close();
});

test('the ring goes along, nothing is spoken, the focus stays; Escape stops the sound and no more', async () => {
  const { page } = await picture('view=cooperation-series&lang=zh&datum=A1-27');
  const said = () => page.$eval('article-chart >>> [part=live]', (live) => live.textContent);
  const focus = await page.evaluate(() => document.querySelector('article-chart').shadowRoot.activeElement.dataset.datum);
  await page.keyboard.press('p');
  await playing(page);
  const met = new Set();
  for (let i = 0; i < 40 && met.size < 2; i += 1) {
    met.add(await ringed(page));
    await new Promise((done) => { setTimeout(done, 60); });
  }
  assert.ok(met.has('A1-22') && met.has('A1-23'), [...met].join());
  assert.equal(await said(), '');
  assert.equal(await page.evaluate(() => document.querySelector('article-chart').shadowRoot.activeElement.dataset.datum), focus);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => globalThis.contexts[0].closed), true);
  assert.equal(await page.$eval('article-chart', ({ figure }) => figure.selected), 'A1-27', 'the selection is left alone');
  await new Promise((done) => { setTimeout(done, 1500); });
  assert.equal(await page.evaluate(() => globalThis.contexts.length), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('article-chart', ({ figure }) => figure.selected ?? null), null, 'the next Escape is not for the sound');
  await page.close();
});

test('a second press stops it, and so does another picture', async () => {
  for (const end of [(page) => page.keyboard.press('p'), (page) => page.$eval('article-chart', (chart) => chart.send('view', 'pipelines'))]) {
    const { page } = await picture('view=cooperation-series&lang=zh');
    await page.keyboard.press('p');
    await playing(page);
    await page.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('[part=ring]').hidden);
    await end(page);
    await page.waitForFunction(() => globalThis.contexts[0].closed, { timeout: 5000 });
    await page.close();
  }
});

test('from the menu, with what it means in words; and in the list of keys', async () => {
  const { page } = await picture('view=pipelines&lang=en');
  await page.$eval('article-chart >>> [part=take] > summary', (summary) => summary.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-sound=play]'), { timeout: 10_000 });
  assert.match(await page.$eval('article-chart >>> [part=how-to-listen]', (how) => how.textContent), /the larger, the higher.*bound.*Esc/);
  await page.$eval('article-chart >>> [data-sound=play]', (button) => button.click());
  await playing(page);
  assert.match(await page.$eval('article-chart >>> [part=help]', (help) => help.textContent), /pplay; stop/);
  await page.close();
});

for (const audio of ['refused', 'broken', 'missing']) {
  test(`${audio}: it is said, and everything is as it was`, async () => {
    const { page, seen } = await picture('view=cooperation-series&lang=zh&datum=A1-26', audio);
    const { state } = await page.$eval('article-chart', ({ figure }) => figure);
    await page.keyboard.press('p');
    await page.waitForFunction(() => !document.querySelector('article-chart').shadowRoot.querySelector('[part=message]').hidden, { timeout: 10_000 });
    assert.match(await page.$eval('article-chart >>> [part=message]', (message) => message.textContent), /不允许发声.*没有变/);
    assert.equal(await page.$eval('article-chart', ({ figure }) => figure.state), state);
    assert.deepEqual(faults(seen), NONE);
    // And again: it was not left half-way.
    await page.keyboard.press('p');
    await new Promise((done) => { setTimeout(done, 1300); });
    assert.equal(await page.$eval('article-chart >>> [part=message]', (message) => message.hidden), false);
    await page.close();
  });
}

test('a choice that no figure fits has nothing to hear, and says so', async () => {
  const { page } = await picture('view=page-in-numbers&lang=en');
  await page.$eval('article-chart >>> [part=take] > summary', (summary) => summary.click());
  await page.waitForFunction(() => document.querySelector('article-chart').shadowRoot.querySelector('[data-sound=play]'), { timeout: 10_000 });
  await page.$eval('article-chart', (chart) => { chart.send('article', 'A3'); chart.send('status', 'rounded'); });
  await page.$eval('article-chart >>> [data-sound=play]', (button) => button.click());
  await page.waitForFunction(() => /nothing to hear/.test(document.querySelector('article-chart').shadowRoot.querySelector('[part=message]').textContent), { timeout: 5000 });
  await page.close();
});

test('a real AudioContext runs after a press, and is closed at the end', async () => {
  const { page } = await open(browser);
  await page.evaluateOnNewDocument(() => {
    const Real = globalThis.AudioContext;
    globalThis.AudioContext = class extends Real {
      constructor(...given) {
        super(...given);
        globalThis.context = this;
      }
    };
  });
  await page.goto(`${URL_PAGE}?view=scitech-share&lang=zh`);
  await drawn(page);
  await page.$eval('article-chart >>> [part=marks] button', (mark) => mark.focus());
  await page.keyboard.press('p');
  await page.waitForFunction(() => globalThis.context?.state === 'running', { timeout: 10_000 });
  await page.waitForFunction(() => globalThis.context.state === 'closed', { timeout: 15_000 });
  assert.equal(await page.$eval('article-chart >>> [part=ring]', (ring) => ring.hidden), false, 'the focus has its ring again');
  await page.close();
});
