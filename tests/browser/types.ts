// What a page may write against article-chart.d.ts, and what it may not. Checked by tsc in element.test.mjs, run by nobody.
import { ArticleChart, words } from '../../www/article-chart.js';

const chart = document.createElement('article-chart');
const same: ArticleChart = chart;
chart.view = 'pipelines';
chart.lang = 'en';
chart.theme = 'dark';
chart.theme = null;
chart.controls = 'none';
chart.loading = 'eager';
chart.state = 'view=pipelines';
same.go('view=scitech-share');
same.send('select', 'A1-1');
const state: string = chart.state;
const title: string | undefined = chart.figure?.title;
const selected: string | undefined = chart.figure?.selected;
const [left, , width]: readonly number[] = chart.figure?.datums[0]?.area ?? [0, 0, 0, 0];
const label: string | undefined = chart.figure?.controls[0]?.options[0]?.label;
chart.addEventListener('ac-ready', ({ detail: { state: query } }) => query.length);
chart.addEventListener('ac-viewchange', ({ detail: { state: query, what, value } }) => query + what + value);
chart.addEventListener('ac-datum', ({ detail: { datum } }) => datum?.length);
chart.addEventListener('ac-resize', ({ detail: { height } }) => height.toFixed());
chart.addEventListener('ac-report', ({ detail: { datum, link, text } }) => [datum, link, text]);
chart.addEventListener('ac-error', ({ detail: { error } }) => String(error));
chart.addEventListener('click', ({ clientX }) => clientX);
const name: string | undefined = words('en').title;

// @ts-expect-error There is no such theme.
chart.theme = 'sepia';
// @ts-expect-error What is shown is described, not set.
chart.figure = null;
// @ts-expect-error Pixels are numbers.
chart.addEventListener('ac-resize', ({ detail: { height } }) => height.length);
// @ts-expect-error A datum may be let go.
chart.addEventListener('ac-datum', ({ detail: { datum } }) => datum.length);

export { label, left, name, selected, state, title, width };
