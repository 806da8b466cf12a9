// <article-chart view="…" lang="…" theme="…" state="…">: one chart of what a newspaper printed.
// The module decides what is shown and said; this file puts it on the page and reports what the reader does.
import { attach, call, detach, start } from './engine.js';
import { element, sentence, table, write } from './dom.js';
import { sheet } from './style.js';

/** For the page around the charts: its words, and how to write them. */
export { words } from './engine.js';
export { write };

const dark = matchMedia('(prefers-color-scheme: dark)');

export class ArticleChart extends HTMLElement {
  static observedAttributes = ['view', 'lang', 'theme', 'state'];

  #root = this.attachShadow({ mode: 'open' });
  #parts = null;
  #handle = null;
  #figure = null;
  #query = '';
  #hovered = null;
  #focused = null;
  #watch = new AbortController();
  #size = new ResizeObserver(() => this.#schedule());
  #frame = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(element('slot'));
  }

  connectedCallback() {
    this.#watch = new AbortController();
    const options = { signal: this.#watch.signal };
    dark.addEventListener('change', () => this.#schedule(), options);
    addEventListener('resize', () => this.#schedule(), options);
    this.#size.observe(this);
    start().then(
      () => this.isConnected && this.#begin(),
      (error) => this.#fail(error),
    );
  }

  disconnectedCallback() {
    this.#watch.abort();
    this.#size.disconnect();
    cancelAnimationFrame(this.#frame);
    if (this.#handle) detach(this.#handle);
    this.#handle = this.#parts = this.#figure = null;
    this.#root.replaceChildren(element('slot'));
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#handle) return;
    if (name === 'state') this.#query = after ?? '';
    else this.#query = this.#asked();
    this.#schedule();
  }

  /** The state as a query string, defaults left out: what a link to this picture carries. */
  get state() {
    return this.#query;
  }

  set state(query) {
    this.setAttribute('state', query);
  }

  /** What is shown, as the module describes it; null before the first picture. */
  get figure() {
    return this.#figure;
  }

  /** Does what a reader would do: sets `view`, `select`, `language`, `theme` or a toggle of the view to a value. */
  send(what, value) {
    const query = call(this.#handle, (chart) => chart.update(what, value));
    if (query === undefined || query === this.#query) return;
    this.#query = query;
    this.#draw();
    const detail = { state: query, what, value };
    this.dispatchEvent(new CustomEvent('ac-viewchange', { bubbles: true, composed: true, detail }));
  }

  /** The state that the attributes ask for: `state` first, the others on top of it. */
  #asked() {
    const query = new URLSearchParams(this.getAttribute('state') ?? '');
    for (const name of ['view', 'lang', 'theme']) {
      if (this.hasAttribute(name) && !query.has(name)) query.set(name, this.getAttribute(name));
    }
    return query.toString();
  }

  #begin() {
    this.#query = this.#asked();
    this.#build();
    this.#handle = attach(this.#parts.canvas, {
      redraw: () => this.#draw(),
      fail: (error) => this.#fail(error),
    });
    this.#draw();
    if (this.#figure) this.dispatchEvent(new CustomEvent('ac-ready', { bubbles: true, composed: true }));
  }

  #build() {
    const parts = this.#parts = {
      title: element('h2', { part: 'title', id: 'title' }),
      subtitle: element('p', { part: 'subtitle', id: 'subtitle' }),
      message: element('p', { part: 'message', role: 'status' }),
      controls: element('div', { part: 'controls' }),
      canvas: element('canvas', { part: 'canvas', 'aria-hidden': 'true' }),
      marks: element('div', { part: 'marks', role: 'group', 'aria-labelledby': 'title', 'aria-describedby': 'subtitle' }),
      prose: element('div', { part: 'prose', 'aria-hidden': 'true' }),
      ring: element('div', { part: 'ring', hidden: true }),
      tooltip: element('div', { part: 'tooltip', role: 'tooltip', id: 'tooltip', hidden: true }),
      notes: element('ul', { part: 'notes' }),
      source: element('p', { part: 'source' }),
      summary: element('summary'),
      scroller: element('div', { part: 'scroller' }),
    };
    parts.stage = element('div', { part: 'stage' }, parts.canvas, parts.prose, parts.ring, parts.marks, parts.tooltip);
    parts.data = element('details', { part: 'data', open: true }, parts.summary, parts.scroller);
    this.#root.replaceChildren(element('figure', { part: 'figure' },
      element('figcaption', {}, parts.title, parts.subtitle),
      parts.message, parts.controls, parts.stage, parts.notes, parts.source, parts.data));

    parts.stage.addEventListener('pointermove', (event) => {
      if (event.target.closest('[part=tooltip]')) return;
      this.#hover(this.#under(event));
    });
    parts.stage.addEventListener('pointerleave', () => this.#hover(null));
    parts.stage.addEventListener('click', (event) => {
      // A click without a pointer is Enter or Space on a focused mark, which its own listener has heard.
      if (event.detail === 0 || event.target.closest('[part=tooltip]')) return;
      const at = this.#under(event);
      if (at !== null) this.#marks[at]?.focus({ preventScroll: true });
      this.#select(at);
    });
    parts.marks.addEventListener('keydown', (event) => this.#key(event));
    parts.marks.addEventListener('focusin', (event) => {
      this.#focused = this.#marks.indexOf(event.target);
      this.#point();
    });
    parts.marks.addEventListener('focusout', () => {
      this.#focused = null;
      this.#point();
    });
  }

  #schedule() {
    if (!this.#handle || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#handle) this.#draw();
    });
  }

  #draw() {
    const { stage, canvas } = this.#parts;
    const width = stage.clientWidth || 640;
    const text = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const tongue = this.closest('[lang]')?.lang ?? '';
    const figure = call(this.#handle, (chart) => chart.show(this.#query, width, devicePixelRatio, text, dark.matches, tongue));
    if (!figure) return;
    this.#figure = figure;
    canvas.style.width = `${figure.width}px`;
    canvas.style.height = stage.style.height = `${figure.height}px`;
    this.#fill(figure);
  }

  #fill(figure) {
    const { title, subtitle, message, controls, prose, marks, notes, source, summary, scroller, data } = this.#parts;
    const host = this.#root.host.style;
    for (const [name, color] of Object.entries(figure.palette)) host.setProperty(`--ac-${name}`, color);
    this.#root.firstElementChild.lang = figure.language;
    write(title, figure.title);
    write(subtitle, figure.subtitle);
    write(message, figure.problems.join('\n'));
    message.hidden = !figure.problems.length;
    controls.replaceChildren(...figure.controls.map((control) => this.#control(control)));
    controls.hidden = !figure.controls.length;
    prose.replaceChildren(...figure.prose.map(sentence));
    marks.replaceChildren(...figure.datums.map((datum, i) => this.#mark(datum, i)));
    if (this.#focused !== null) this.#marks[this.#focused]?.focus({ preventScroll: true });
    notes.replaceChildren(...figure.notes.map((note) => element('li', {}, note)));
    notes.hidden = !figure.notes.length;
    write(source, figure.source);
    write(summary, figure.table.name);
    scroller.replaceChildren(table(figure.table, (id) => this.#hover(this.#index(id))));
    scroller.setAttribute('aria-label', figure.table.caption);
    data.hidden = !figure.table.rows.length;
    this.#point();
  }

  #control({ id, label, options }) {
    const buttons = options.map((option) => {
      const button = element('button', { type: 'button', 'aria-pressed': String(option.current), 'data-option': option.id }, option.label);
      button.addEventListener('click', () => {
        this.send(id, option.id);
        this.#parts.controls.querySelector(`[data-toggle="${id}"] [data-option="${option.id}"]`)?.focus();
      });
      return button;
    });
    return element('fieldset', { 'data-toggle': id }, element('legend', {}, label), ...buttons);
  }

  /** One stop for the keyboard and for assistive technology, over the datum's place in the picture. */
  #mark({ id, area, name }, i) {
    const current = this.#focused ?? Math.max(0, this.#index(this.#figure.selected) ?? 0);
    const mark = element('button', {
      type: 'button', 'data-datum': id, 'aria-label': name, tabindex: i === current ? 0 : -1,
      'aria-pressed': String(id === this.#figure.selected),
    });
    this.#cover(mark, area);
    mark.addEventListener('click', (event) => {
      if (event.detail === 0) this.#select(i);
    });
    return mark;
  }

  get #marks() {
    return [...this.#parts.marks.children];
  }

  #index(id) {
    const at = this.#figure.datums.findIndex((datum) => datum.id === id);
    return at < 0 ? null : at;
  }

  #under(event) {
    const box = this.#parts.canvas.getBoundingClientRect();
    const at = call(this.#handle, (chart) => chart.hit(event.clientX - box.left, event.clientY - box.top));
    return at ?? null;
  }

  #key(event) {
    const last = this.#figure.datums.length - 1;
    const at = this.#focused ?? 0;
    const moves = {
      ArrowRight: Math.min(at + 1, last),
      ArrowLeft: Math.max(at - 1, 0),
      ArrowDown: this.#sideways(at, 1),
      ArrowUp: this.#sideways(at, -1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') {
      this.#dismissed = at;
      this.#select(null);
    } else if (event.key in moves && !event.altKey && !event.ctrlKey && !event.metaKey) {
      for (const [i, mark] of this.#marks.entries()) mark.tabIndex = i === moves[event.key] ? 0 : -1;
      this.#marks[moves[event.key]]?.focus();
    } else return;
    event.preventDefault();
  }

  /** The datum at the same place in the next or previous panel; within one panel simply the next or previous. */
  #sideways(at, step) {
    const { datums } = this.#figure;
    const { panel } = datums[at];
    const place = at - datums.findIndex((datum) => datum.panel === panel);
    const other = datums.findIndex((datum) => datum.panel === panel + step);
    if (other >= 0) {
      const size = datums.filter((datum) => datum.panel === panel + step).length;
      return other + Math.min(place, size - 1);
    }
    const single = datums.every((datum) => datum.panel === panel);
    return single ? Math.min(Math.max(at + step, 0), datums.length - 1) : at;
  }

  #dismissed = null;

  #select(at) {
    const id = at === null ? null : this.#figure.datums[at].id;
    const next = id === this.#figure.selected ? null : id;
    if (next !== this.#figure.selected) this.send('select', next ?? '');
    else this.#point();
    if (next !== null) this.#dismissed = null;
    const detail = { datum: next };
    this.dispatchEvent(new CustomEvent('ac-datum', { bubbles: true, composed: true, detail }));
  }

  #hover(at) {
    if (at === this.#hovered) return;
    this.#hovered = at;
    if (at !== null) this.#dismissed = null;
    this.#point();
  }

  /** Shows ring and tooltip of the datum that is hovered, else focused, else selected. */
  #point() {
    const { ring, tooltip } = this.#parts;
    const focused = this.#focused === this.#dismissed ? null : this.#focused;
    const at = this.#hovered ?? focused ?? this.#index(this.#figure.selected);
    const datum = at === null ? undefined : this.#figure.datums[at];
    ring.hidden = tooltip.hidden = !datum;
    for (const row of this.#parts.scroller.querySelectorAll('tr[data-datum]')) {
      row.toggleAttribute('data-current', row.dataset.datum === datum?.id);
    }
    this.#parts.stage.style.cursor = this.#hovered === null ? '' : 'pointer';
    if (!datum) return;
    this.#cover(ring, datum.area);
    const tip = call(this.#handle, (chart) => chart.tooltip(at));
    if (!tip) return;
    tooltip.replaceChildren(
      element('strong', {}, tip.title),
      element('b', {}, tip.figure),
      element('dl', {}, ...tip.lines.flatMap(([label, text]) => [element('dt', {}, label), element('dd', {}, text)])),
    );
    this.#place(tooltip, datum);
  }

  /** Puts an element over a datum's place in the picture. */
  #cover(node, [left, top, width, height]) {
    Object.assign(node.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  /** Beside the datum, inside the picture from left to right; above it where the window has room for it, else below. */
  #place(tooltip, { anchor: [x], area: [, top, , height] }) {
    const { offsetWidth, offsetHeight } = tooltip;
    const room = Math.max(this.#figure.width - offsetWidth, 0);
    const above = top - offsetHeight - 10;
    const window = -this.#parts.stage.getBoundingClientRect().top;
    tooltip.style.left = `${Math.round(Math.min(Math.max(x - offsetWidth / 2, 0), room))}px`;
    tooltip.style.top = `${Math.round(above >= window ? above : top + height + 10)}px`;
  }

  /** Gives the fallback inside the element back to the reader. */
  #fail(error) {
    if (this.#handle) detach(this.#handle);
    this.#handle = this.#parts = this.#figure = null;
    this.#root.replaceChildren(element('slot'));
    this.dispatchEvent(new CustomEvent('ac-error', { bubbles: true, composed: true, detail: { error } }));
  }
}

if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);
