// Writes what d3 answers to seeded random questions about ticks: `node ticks.mjs OUT.tsv`.
// Columns: start, stop, count, step (d3's tickIncrement: below zero, it is the divisor -1/step), nice start, nice stop
// (as d3-scale's linear nice, for start < stop and count > 0; else empty), then one column for each tick.
// Numbers are JavaScript's shortest decimal text: read back as f64, they are the same bits.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.env.AC_NPM ?? 'target/tools/npm', 'package.json'));
const { nice, tickIncrement, ticks } = await import(require.resolve('d3-array'));

const SEED = 20260101;
const CASES = 20000;

// mulberry32: small, seeded, the same everywhere.
let state = SEED;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const whole = (most) => Math.floor(random() * (most + 1));

const starts = {
  zero: () => 0,
  whole: () => whole(2000) - 1000,
  year: () => 1900 + whole(150),
  decimal: () => (whole(2000000) - 1000000) / pick([10, 100, 1000, 10000]),
  any: () => (random() - 0.5) * 10 ** (whole(24) - 12),
};
const spans = {
  none: () => 0,
  whole: () => 1 + whole(500),
  round: () => pick([1, 2, 5]) * 10 ** (whole(12) - 4),
  any: () => random() * 10 ** (whole(24) - 12),
};

const fixed = [
  [0, 1, 10], [0, 1, 5], [0, 1, 1], [0, 1, 0], [0, 1, -1], [0, 0, 5], [5, 5, 1], [1, 0, 10], [-1, 1, 4], [0, 100, 7],
  [0.1, 0.3, 5], [1e15, 1e15 + 10, 5], [-0, 10, 10], [0, 300, 6], [2008, 2016, 8],
];
function* cases() {
  yield* fixed;
  for (let i = 0; i < CASES; i += 1) {
    const start = starts[pick(Object.keys(starts))]();
    const stop = start + spans[pick(Object.keys(spans))]();
    const count = pick([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, whole(40)]);
    yield random() < 0.1 ? [stop, start, count] : [start, stop, count];
  }
}

// JavaScript writes minus zero as 0.
const text = (number) => (Object.is(number, -0) ? '-0' : String(number));

const lines = ['start\tstop\tcount\tstep\tnice_start\tnice_stop\tticks'];
for (const [start, stop, count] of cases()) {
  const list = ticks(start, stop, count);
  // An answer that no chart asks for would make the file large.
  if (list.length > 100) continue;
  const proper = start < stop && count > 0;
  const step = proper ? text(tickIncrement(start, stop, count)) : '';
  const [low, high] = proper ? nice(start, stop, count).map(text) : ['', ''];
  lines.push([text(start), text(stop), text(count), step, low, high, ...list.map(text)].join('\t'));
}
writeFileSync(process.argv[2], lines.join('\n') + '\n');
console.log(`${lines.length - 1} questions answered by d3-array.`);
