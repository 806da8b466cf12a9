// One chart as a page of its own: keeps address, title and language in step with it.
import './article-chart.js';

const chart = document.querySelector('article-chart');
if (location.search) chart.setAttribute('state', location.search.slice(1));
function follow() {
  document.title = chart.figure.title;
  document.documentElement.lang = chart.figure.language;
}
chart.addEventListener('ac-ready', follow);
chart.addEventListener('ac-viewchange', ({ detail }) => {
  history.replaceState(null, '', `?${detail.state}`);
  follow();
});
