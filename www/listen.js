// A picture as sound. The module decides every note; this file plays them, lets the ring follow, and stops when it is told to.
import { write } from './dom.js';
import { start, taken } from './taken.js';

/** How loud, and how fast a note comes and goes, in seconds. */
const LOUD = { sine: 0.25, triangle: 0.25, sawtooth: 0.09 };
const EDGE = 0.02;

/** The silence before the first note, in seconds. */
const LEAD = 0.1;

/** What stops the sound that is on; one at a time on a page. */
let stop;

/** Plays the picture of a live chart; stops where it is being played. */
export async function play(live) {
  if (stop) return stop();
  // Who presses again while it begins calls it off, and so does another picture.
  const { state } = live.figure;
  let off = false;
  stop = () => { off = true; };
  try {
    return await begin(live, () => off || live.figure?.state !== state);
  } catch (error) {
    stop = undefined;
    throw error;
  }
}

async function begin(live, isOff) {
  // A browser lets only the reader's own press make sound: before anything is waited for.
  const context = audio();
  await start();
  const { notes, length, empty, silent } = isOff() ? {} : taken(live.host, (take) => take.score(live.pointing.inArticle));
  const sounds = !isOff() && !empty && await runs(context);
  if (!sounds || isOff()) {
    context?.close();
    stop = undefined;
    if (isOff()) return;
    write(live.parts.message, empty ?? silent);
    live.parts.message.hidden = false;
    return;
  }
  const { figure } = live;
  const now = context.currentTime + LEAD;
  for (const note of notes) sound(context, now, note);
  // The ring goes along; another picture ends it.
  const follow = ({ datum, start: at }) => setTimeout(() => (live.figure === figure ? live.pointing.hover(datum) : stop?.()), 1000 * (LEAD + at));
  const timers = notes.map(follow);
  timers.push(setTimeout(() => stop?.(), 1000 * (length + 0.5)));
  const listening = new AbortController();
  stop = () => {
    stop = undefined;
    listening.abort();
    timers.forEach(clearTimeout);
    if (live.figure) live.pointing.hover(null);
    context.close();
  };
  // Before whoever else hears Escape: what it ends first is the sound.
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    stop?.();
  }, { capture: true, signal: listening.signal });
}

/** What makes sound, or null where nothing does. */
function audio() {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

/** Whether sound comes out. A context that may not start waits for ever. */
async function runs(context) {
  if (!context) return false;
  const late = new Promise((done) => { setTimeout(done, 1000); });
  await Promise.race([context.resume().catch(() => {}), late]);
  return context.state === 'running';
}

/** One note: a wave that comes and goes, or without a pitch a short tick. */
function sound(context, now, { start: at, length, pitch, wave, pan }) {
  const from = now + at;
  const to = from + (pitch ? length : 3 * EDGE);
  const gain = context.createGain();
  const level = pitch ? LOUD[wave] : 0.08;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(level, from + EDGE);
  gain.gain.setValueAtTime(level, to - EDGE);
  gain.gain.linearRampToValueAtTime(0, to);
  const side = context.createStereoPanner();
  side.pan.value = 0.8 * pan;
  gain.connect(side).connect(context.destination);
  const source = pitch ? context.createOscillator() : noise(context);
  if (pitch) {
    source.type = wave;
    source.frequency.setValueAtTime(pitch[0], from);
    source.frequency.exponentialRampToValueAtTime(pitch[1], to);
  }
  source.connect(gain);
  source.start(from);
  source.stop(to);
}

/** Noise, which has no pitch. */
function noise(context) {
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate / 10), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i += 1) samples[i] = 2 * Math.random() - 1;
  const source = context.createBufferSource();
  source.buffer = buffer;
  return source;
}
