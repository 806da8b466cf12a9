// The page: keeps the address in step with the chart, and its own words in step with the language.
import { words, write } from './article-chart.js';

const chart = document.querySelector('article-chart');
const root = document.documentElement;

/** What the address asks for, as it stands, broken or not; the page's own language counts where it names none. */
function asked() {
  const { search } = location;
  return new URLSearchParams(search).has('lang') ? search : `${search}&lang=${root.lang}`;
}

/** The address of a state, on whichever page we are. */
const address = (query) => (query ? `?${query}` : location.pathname);

function follow({ language, theme, view }) {
  const query = new URLSearchParams(chart.state);
  root.lang = language;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const text = words(language);
  for (const node of document.querySelectorAll('[data-text]')) write(node, text[node.dataset.text]);
  document.title = text.title;
  document.querySelector('nav').setAttribute('aria-label', text.views);
  for (const link of document.querySelectorAll('nav a')) {
    const target = new URLSearchParams(link.search).get('view');
    link.toggleAttribute('aria-current', false);
    if (target === view) link.setAttribute('aria-current', 'page');
  }
  for (const link of document.querySelectorAll('[data-language]')) link.setAttribute('aria-current', String(link.dataset.language === language));
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String((query.get('theme') ?? 'auto') === button.dataset.themeChoice));
  }
}

chart.addEventListener('ac-ready', () => follow(chart.figure));
chart.addEventListener('ac-viewchange', ({ detail }) => {
  history[detail.what === 'select' ? 'replaceState' : 'pushState'](null, '', address(detail.state));
  follow(chart.figure);
});
chart.addEventListener('ac-error', () => { document.getElementById('notice').hidden = false; });
addEventListener('popstate', () => {
  chart.state = asked();
  if (chart.figure) follow(chart.figure);
});

/** A plain click on something that the page can do without being loaded again. */
function take(selector, act) {
  for (const node of document.querySelectorAll(selector)) {
    node.addEventListener('click', (event) => {
      if (!chart.figure || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      act(node);
    });
  }
}

take('nav a', (link) => chart.send('view', new URLSearchParams(link.search).get('view')));
take('[data-language]', (link) => chart.send('language', link.dataset.language));
take('[data-theme-choice]', (button) => chart.send('theme', button.dataset.themeChoice));

chart.state = asked();
