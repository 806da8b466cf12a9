// The page in a frame, embed.html: one chart in the state of the address, its source, and how high they are, told to the page around.
import { onScheme, words, write } from './article-chart.js';

const chart = document.querySelector('article-chart');
const main = document.querySelector('main');
const credit = document.getElementById('credit');
const asked = new URLSearchParams(location.search);

/** The same in the words of others, for a page that asks for it with `resize=…`. */
const DIALECTS = {
  amp: (height) => ({ sentinel: 'amp', type: 'embed-size', height }),
  pym: (height) => `pymxPYMx${asked.get('childId') ?? ''}xPYMxheightxPYMx${height}`,
};
const dialect = Object.hasOwn(DIALECTS, asked.get('resize')) ? DIALECTS[asked.get('resize')] : null;

/** Tells how high the content is: to whomever, as a height is no secret. */
function tell() {
  if (parent === window) return;
  const height = Math.ceil(main.getBoundingClientRect().height);
  parent.postMessage({ type: 'article-chart:size', v: 1, height }, '*');
  if (dialect) parent.postMessage(dialect(height), '*');
  try {
    // Browsers that size frames by themselves.
    globalThis.requestResize?.();
  } catch {
    // Not in a frame, but in an object or a window of another kind.
  }
}

/** Brings what is around the chart in step with it. */
function follow() {
  const { figure, state } = chart;
  if (!figure) return;
  const { language, title, palette } = figure;
  const { style } = document.documentElement;
  document.documentElement.lang = language;
  document.title = title;
  style.background = palette.background;
  style.color = palette.muted;
  write(credit, words(language).title);
  credit.href = `./?${state}`;
  credit.hidden = false;
}

/** Puts the picture that was drawn ahead above the links, if there is one. */
function still() {
  const view = asked.get('view') ?? '';
  const language = asked.get('lang')?.startsWith('en') ? 'en' : 'zh';
  const dark = (asked.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '')) === 'dark';
  const width = innerWidth < 720 ? 360 : 720;
  const picture = Object.assign(new Image(), { alt: view, onerror: () => picture.remove() });
  picture.src = `static/${encodeURIComponent(view)}.${language}.${dark ? 'dark' : 'light'}.${width}.svg`;
  chart.prepend(picture);
}

for (const name of ['ac-ready', 'ac-viewchange']) chart.addEventListener(name, follow);
// After the chart, which hears of it first.
chart.addEventListener('ac-ready', () => onScheme(follow), { once: true });
// Where no picture can be drawn, the links in its place lead to what was asked for.
for (const link of chart.querySelectorAll('a')) link.search = location.search;
chart.addEventListener('ac-error', () => {
  credit.hidden = true;
  still();
});
// Not before: the room that the page around has kept is better than that of what is there until the chart comes.
for (const name of ['ac-ready', 'ac-error']) {
  chart.addEventListener(name, () => {
    new ResizeObserver(tell).observe(main);
    addEventListener('message', ({ source, data }) => {
      if (source === parent && data?.type === 'article-chart:ask') tell();
    });
  }, { once: true });
}
chart.controls = asked.get('controls');
chart.state = location.search;
chart.loading = 'eager';
