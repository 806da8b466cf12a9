// The page: keeps the address, the map and its own words in step with the chart, and draws the index in small.
import { isPaper, miniature, onScheme, startAll, words, write } from './article-chart.js';

const chart = document.querySelector('article-chart');
const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const view = (link) => new URLSearchParams(link.search).get('view');

/** Whether an address asks for the front page: it names no picture. */
const isFront = (query) => !['v', 'view', 'datum'].some((name) => new URLSearchParams(query).has(name));
let front = root.dataset.mode === 'front';
let failed = false;
let opening = false;

/** What the address asks for, as it stands, broken or not; the page's own language counts where it names none. */
function asked() {
  const { search } = location;
  return new URLSearchParams(search).has('lang') ? search : `${search}&lang=${root.lang}`;
}

// Until there is a picture, who changes the language keeps the rest of the address.
for (const link of all('a[data-language]')) {
  if (!location.search) continue;
  const there = new URLSearchParams(location.search);
  there.set('lang', link.dataset.language);
  link.search = there;
}

/** What goes along with the reader to whatever is opened: language and theme, as far as they were asked for. */
const kept = () => new URLSearchParams([...new URLSearchParams(chart.state)].filter(([name]) => name === 'lang' || name === 'theme'));

/** What is shown, as a query. */
const present = () => (front ? kept() : new URLSearchParams(chart.state));

/** The address of the present state. */
const address = () => `${location.pathname}${String(present()) && `?${present()}`}`;

/** Shows the front page or the picture. Without a module everything that is there in words stays in sight. */
function turn() {
  root.dataset.mode = failed ? 'failed' : front ? 'front' : 'reading';
}

/** Brings everything around the chart in step with it. */
function follow() {
  const { figure } = chart;
  turn();
  if (!figure) return;
  root.dataset.drawn = '';
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
  // Who opens a link elsewhere finds there what is found here.
  for (const link of all('a[data-front]')) link.search = kept();
  for (const link of all('a[data-language]')) {
    const there = present();
    there.set('lang', link.dataset.language);
    link.search = there;
  }
  for (const link of all('a[data-view], a[data-state]')) {
    link.search = `${link.dataset.state ?? `view=${link.dataset.view}`}&${kept()}`;
  }
  const problems = document.getElementById('problems');
  // With a picture, the chart tells what is wrong with a link.
  write(problems, front ? figure.problems.join('\n') : '');
  problems.hidden = !problems.textContent;
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
    if (isIntersecting && whole) later(target);
  }
}, { rootMargin: '300px' });

function sketch(canvas) {
  if (!chart.figure) return;
  const { language, theme } = chart.figure;
  miniature(canvas, `view=${canvas.dataset.miniature}&lang=${language}${theme ? `&theme=${theme}` : ''}`);
}

// One a frame: together they would hold up whoever scrolls or clicks.
const waiting = new Set();
let frame = 0;

function later(canvas) {
  waiting.add(canvas);
  frame ||= requestAnimationFrame(function next() {
    const [first] = waiting;
    waiting.delete(first);
    if (front) sketch(first);
    frame = waiting.size && requestAnimationFrame(next);
  });
}

function sketchAll() {
  if (!front || !whole) return;
  // Paper waits for no frame.
  if (isPaper()) all('[data-miniature]').forEach(sketch);
  else seen.forEach(later);
}

for (const canvas of all('[data-miniature]')) watch.observe(canvas);
onScheme(sketchAll);
new ResizeObserver(sketchAll).observe(document.getElementById('front'));

/** How far down the reader was when the last frame was shown: what is opened since may be shorter. */
let depth = 0;
addEventListener('scroll', () => { depth = scrollY; }, { passive: true });

/** A new step of the history; the last one remembers where the reader was. */
function step(url) {
  history.replaceState({ depth }, '');
  history.pushState(null, '', url);
}

/** Brings the reader to the beginning of what has been opened. */
function arrive() {
  if (front) scrollTo(0, 0);
  else document.getElementById('reading').scrollIntoView();
  (front ? document.querySelector('h1') : chart).focus({ preventScroll: true });
  depth = scrollY;
}

/** Every picture can be drawn at once; until then, who goes on waits for the rest of the module. */
let whole = false;
const withAll = (work) => (whole ? work() : bring().then(work, work));

async function bring() {
  await startAll();
  whole = true;
  root.dataset.whole = '';
  sketchAll();
}

/** What cannot be had is asked for again, at ever longer intervals of milliseconds. */
const persist = (pause) => bring().catch(() => { setTimeout(persist, pause, 2 * pause); });

chart.addEventListener('ac-ready', () => {
  failed = false;
  document.getElementById('notice').hidden = true;
  follow();
  persist(2000);
});
chart.addEventListener('ac-viewchange', ({ detail: { what } }) => {
  if (opening) return;
  // These may change behind the front page.
  if (!['language', 'theme', 'select'].includes(what)) front = false;
  if (what === 'select') history.replaceState(history.state, '', address());
  else step(address());
  follow();
  if (what === 'view') arrive();
});
chart.addEventListener('ac-error', () => {
  document.getElementById('notice').hidden = false;
  failed = true;
  turn();
  if (!front) still();
});
/** Puts the figure that was drawn ahead where the chart that was asked for cannot be drawn. A document that is fetched is no markup that is injected. */
function still() {
  const query = new URLSearchParams(asked());
  const link = all('nav a').find((other) => view(other) === query.get('view'));
  if (!link) return;
  const request = new XMLHttpRequest();
  request.open('GET', `static/${view(link)}.${/^en/i.test(query.get('lang')) ? 'en' : 'zh'}.html`);
  request.responseType = 'document';
  request.onload = () => {
    const figure = request.status === 200 && request.response?.querySelector('figure');
    if (!figure) return;
    for (const name of ['src', 'srcset', 'href']) {
      for (const node of figure.querySelectorAll(`[${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), request.responseURL));
    }
    chart.replaceChildren(figure);
    root.dataset.mode = 'reading';
  };
  request.send();
}

addEventListener('popstate', ({ state }) => {
  withAll(() => {
    const shown = !front && chart.figure?.view;
    front = isFront(location.search);
    turn();
    chart.state = asked();
    follow();
    // Who has the focus in what is gone reads on where it was opened, or from the title of what is shown.
    const opener = document.querySelector(`#front a[data-view="${shown}"]`);
    if (front ? shown : shown !== chart.figure?.view) (front ? opener : chart)?.focus({ preventScroll: true });
    if (state) scrollTo(0, state.depth);
  });
});

/** A plain click on something that the page can do without being loaded again. */
document.addEventListener('click', (event) => {
  const node = event.target.closest?.('a[href], button');
  if (!node || !chart.figure || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const { dataset } = node;
  if ('language' in dataset) chart.send('language', dataset.language);
  else if ('themeChoice' in dataset) chart.send('theme', dataset.themeChoice);
  else if ('share' in dataset) chart.share();
  else if ('front' in dataset) withAll(() => open(true));
  else if (node.matches('[data-view], [data-state], #steps a')) withAll(() => open(false, node));
  else return;
  event.preventDefault();
});

/** Opens the front page or the picture of a link. From one picture to another the selection goes along, where it is shown again. */
function open(toFront, link) {
  const from = front;
  if (from !== toFront || (link && view(link) !== chart.figure.view)) {
    // First of all, as the browser too remembers where the reader was; and shown before it is drawn, so that it knows its width.
    step();
    front = toFront;
    turn();
    opening = true;
    if (from) chart.go(link.search);
    else if (link) chart.send('view', view(link));
    opening = false;
    history.replaceState(null, '', address());
    follow();
  }
  arrive();
}

chart.state = asked();
