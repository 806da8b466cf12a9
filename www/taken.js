// The second module: what a reader asks for beyond the picture. A fresh object answers each question about the picture of a chart.
import init, { TakeAway, __wbg_reset_state } from './take_away.js';
import { home, takeAwayModule } from './files.js';
import { scheme } from './scheme.js';

/** The page that shows any picture; nothing where this file has no address that could be passed on. */
export const PAGE = home()?.protocol.startsWith('http') ? home().href : '';

let started;

/** Starts the module, once; a start that failed may be tried again. */
export const start = () => started ??= init({ module_or_path: takeAwayModule() }).catch((error) => {
  started = undefined;
  throw error;
});

/**
 * Runs `work` on what can be taken away of the picture that a chart shows now, or would show with `changes`. After a trap the instance is
 * lost: the next is fresh.
 */
export function taken(chart, work, changes) {
  const { state: query, width, language } = chart.figure;
  const text = parseFloat(getComputedStyle(chart.shadowRoot.firstElementChild).fontSize) / 16;
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const canvas = document.createElement('canvas');
  try {
    const take = new TakeAway(canvas, { query, width, text, scheme: scheme(), language, page: PAGE, today, ...changes });
    const answer = work(take, canvas);
    take.free();
    return answer;
  } catch (error) {
    __wbg_reset_state();
    throw error;
  }
}
