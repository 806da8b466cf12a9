// One chart as a page of its own: keeps the address in step with it.
import './article-chart.js';

const chart = document.querySelector('article-chart');
if (location.search) chart.setAttribute('state', location.search.slice(1));
chart.addEventListener('ac-viewchange', ({ detail }) => history.replaceState(null, '', `?${detail.state}`));
