// The page: keeps the address, the map and its own words in step with the chart, and draws the index in small.
import { miniature, onScheme, words, write } from './article-chart.js';

const chart = document.querySelector('article-chart');
const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const view = (link) => new URLSearchParams(link.search).get('view');

/** Whether an address asks for the front page: it names no picture. */
const isFront = (query) => !['v', 'view', 'datum'].some((name) => new URLSearchParams(query).has(name));
let front = isFront(location.search);

/** What the address asks for, as it stands, broken or not; the page's own language counts where it names none. */
function asked() {
  const { search } = location;
  return new URLSearchParams(search).has('lang') ? search : `${search}&lang=${root.lang}`;
}

/** The address of the present state. On the front page that is language and theme, as far as they were asked for. */
function address() {
  const query = new URLSearchParams(chart.state);
  if (!front) return `?${query}`;
  const kept = ['lang', 'theme'].filter((name) => query.has(name)).map((name) => `${name}=${query.get(name)}`);
  return kept.length ? `?${kept.join('&')}` : location.pathname;
}

/** Brings everything around the chart in step with it. */
function follow() {
  const { figure } = chart;
  root.dataset.mode = front ? 'front' : 'reading';
  if (!figure) return;
  const { language, theme } = figure;
  const query = new URLSearchParams(chart.state);
  root.lang = language;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const text = words(language);
  for (const node of all('[data-text]')) write(node, text[node.dataset.text]);
  document.title = front ? text.title : `${figure.title} · ${text.title}`;
  document.querySelector('nav').setAttribute('aria-label', text.views);
  for (const link of all('[data-language]')) link.setAttribute('aria-current', String(link.dataset.language === language));
  for (const button of all('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String((query.get('theme') ?? 'auto') === button.dataset.themeChoice));
  }
  path(figure.view);
  map(figure);
  sketchAll();
}

/** The way through the pictures of an article: where the reader is, what came before, what follows. */
function path(current) {
  const links = all('nav a');
  for (const link of links) link.toggleAttribute('aria-current', false);
  const here = links.find((link) => view(link) === current);
  here?.setAttribute('aria-current', 'page');
  const group = here?.closest('section');
  const siblings = group ? [...group.querySelectorAll('a')] : [];
  write(document.getElementById('path'), here ? `${group.querySelector('h2').textContent} · ${siblings.indexOf(here) + 1}/${siblings.length}` : '');
  const at = links.indexOf(here);
  for (const [rel, link] of [['prev', links[at - 1]], ['next', links[at + 1]]]) {
    const step = document.querySelector(`#steps [rel=${rel}]`);
    step.hidden = !link;
    if (!link) continue;
    step.href = link.href;
    write(step.querySelector('span'), link.textContent);
  }
}

/** Where the articles say what is shown and what is selected. */
function map({ datums, selected }) {
  const used = new Set(datums.flatMap(({ places }) => places));
  const current = new Set(datums.find(({ id }) => id === selected)?.places);
  for (const cell of all('#map [data-place]')) {
    cell.toggleAttribute('data-used', used.has(cell.dataset.place));
    cell.toggleAttribute('data-current', current.has(cell.dataset.place));
  }
  for (const section of all('#map section')) section.hidden = !section.querySelector('[data-used]');
}

/** The pictures of the front page, each drawn when it is about to be seen, and again when it has to look different. */
const seen = new Set();
const watch = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    seen[isIntersecting ? 'add' : 'delete'](target);
    if (isIntersecting) sketch(target);
  }
}, { rootMargin: '300px' });

function sketch(canvas) {
  if (!chart.figure) return;
  const { language, theme } = chart.figure;
  miniature(canvas, `view=${canvas.dataset.miniature}&lang=${language}${theme ? `&theme=${theme}` : ''}`);
}

function sketchAll() {
  if (front) seen.forEach(sketch);
}

for (const canvas of all('[data-miniature]')) watch.observe(canvas);
onScheme(sketchAll);
new ResizeObserver(sketchAll).observe(document.getElementById('front'));

/** Opens a picture, or the front page, as a step of the history. */
function open(toFront, go) {
  history.replaceState({ scroll: scrollY }, '');
  front = toFront;
  const before = chart.state;
  go?.();
  // The chart was there already behind the front page: nothing changed for it, but for the reader.
  if (chart.state === before) {
    history.pushState(null, '', address());
    follow();
  }
  scrollTo(0, 0);
}

chart.addEventListener('ac-ready', () => follow());
chart.addEventListener('ac-viewchange', ({ detail }) => {
  if (detail.what !== 'language' && detail.what !== 'theme') front = false;
  history[detail.what === 'select' ? 'replaceState' : 'pushState'](history.state, '', address());
  follow();
});
chart.addEventListener('ac-error', () => {
  document.getElementById('notice').hidden = false;
  // Without a module everything that is there in words stays in sight.
  delete root.dataset.mode;
});
addEventListener('popstate', ({ state }) => {
  front = isFront(location.search);
  chart.state = asked();
  follow();
  scrollTo(0, state?.scroll ?? 0);
});

/** A plain click on something that the page can do without being loaded again. */
document.addEventListener('click', (event) => {
  const node = event.target.closest?.('a[href], button');
  if (!node || !chart.figure || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const { data = node.dataset } = node;
  if ('language' in data) chart.send('language', data.language);
  else if ('themeChoice' in data) chart.send('theme', data.themeChoice);
  else if ('front' in data) open(true);
  else if ('state' in data) open(false, () => chart.go(`${data.state}&${new URLSearchParams(asked().split('&').filter((part) => /^(lang|theme)=/.test(part)).join('&'))}`));
  else if (node.matches('[data-view], #steps a')) open(false, () => chart.send('view', view(node)));
  else return;
  event.preventDefault();
});

chart.state = asked();
root.dataset.mode = front ? 'front' : 'reading';
