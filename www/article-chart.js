// <article-chart view="…" lang="…" theme="…" state="…">: one chart of what a newspaper printed.
// The module decides what is shown and said; this file puts it on the page and reports what the reader does.
import { attach, call, detach, start } from './engine.js';
import { element, pairs, renew, sentence, table, tooltipOf, write } from './dom.js';
import { makeParts, place } from './parts.js';
import { isPaper, onScheme, scheme } from './scheme.js';
import { sheet } from './style.js';

/** For the page around the charts: its words, how to write them, and pictures in small. */
export { miniature, words } from './engine.js';
export { isPaper, onScheme, write };

/** The width of a picture on paper, in CSS pixels: both A4 and Letter hold it. */
const PAPER = 660;

export class ArticleChart extends HTMLElement {
  static observedAttributes = ['view', 'lang', 'theme', 'state'];

  #root = this.attachShadow({ mode: 'open' });
  #parts = null;
  #handle = null;
  #figure = null;
  #query = '';
  // What the table has been made of.
  #listed = '';
  // Datums, by id: under the pointer, with the focus, and the one whose tooltip was sent away.
  #hovered = null;
  #focused = null;
  #dismissed = null;
  #tips = new Map();
  // Whether the keys go in the order of the article instead of that of the axis.
  #inArticle = false;
  #watch = new AbortController();
  // A picture that is higher or lower than the last one resizes the element too, and is drawn already.
  #size = new ResizeObserver(() => String(this.#room) === this.#drawn || this.#schedule());
  #drawn = '';
  #frame = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(element('slot'));
  }

  connectedCallback() {
    this.#watch = new AbortController();
    const options = { signal: this.#watch.signal };
    // At once: a page that is being printed waits for no frame.
    onScheme(() => this.#handle && this.#draw(), options);
    addEventListener('resize', () => this.#schedule(), options);
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.#dismiss()) event.preventDefault();
    }, options);
    this.#sharpness();
    this.#size.observe(this);
    // Who has been moved meanwhile waits anew; only the last one begins.
    const { signal } = options;
    start().then(
      () => signal.aborted || this.#begin(),
      (error) => signal.aborted || this.#fail(error),
    );
  }

  disconnectedCallback() {
    this.#watch.abort();
    this.#size.disconnect();
    this.#clear();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#handle) return;
    this.#query = this.#asked();
    this.#schedule();
  }

  /** The state as a query string, defaults left out: what a link to this picture carries. */
  get state() {
    return this.#query;
  }

  /** Is drawn at once, so that `figure` is the new picture's. */
  set state(query) {
    this.setAttribute('state', query);
    if (!this.#handle) return;
    this.#query = this.#asked();
    this.#draw();
  }

  /** What is shown, as the module describes it; null before the first picture. */
  get figure() {
    return this.#figure;
  }

  /** Takes the reader to the beginning: who has been brought to another picture reads on from its title. */
  focus(options) {
    this.#parts?.title.focus(options);
  }

  /** Shows the picture of another state, as a reader does who follows a link. */
  go(state) {
    if (!this.#handle) return;
    this.#query = state;
    this.#draw();
    if (this.#figure) this.#tell('ac-viewchange', { state: this.#query, what: 'view', value: this.#figure.view });
  }

  /** Does what a reader would do: sets `view`, `select`, `language`, `theme` or a toggle of the view to a value. */
  send(what, value) {
    if (!this.#handle) return;
    const query = call(this.#handle, (chart) => chart.update(what, value));
    if (query === undefined || query === this.#query) return;
    this.#query = query;
    this.#draw();
    if (this.#figure) this.#tell('ac-viewchange', { state: query, what, value });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** What the attributes ask for: `state` as it stands, broken or not, for the module to judge; the others where it is silent. */
  #asked() {
    const state = this.getAttribute('state') ?? '';
    const query = new URLSearchParams(state);
    const others = ['view', 'lang', 'theme'].filter((name) => this.hasAttribute(name) && !query.has(name));
    return [state, ...others.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`)].join('&');
  }

  #begin() {
    this.#query = this.#asked();
    this.#build();
    this.#handle = attach(this.#parts.canvas, {
      redraw: () => this.#draw(),
      fail: (error) => this.#fail(error),
    });
    this.#draw();
    if (this.#figure) this.#tell('ac-ready');
  }

  #build() {
    const parts = this.#parts = makeParts();
    this.#root.replaceChildren(parts.figure);

    parts.take.addEventListener('toggle', () => this.#takeAway());
    parts.stage.addEventListener('pointermove', (event) => {
      if (event.target.closest('[part=tooltip]')) return;
      this.#hover(this.#under(event));
    });
    parts.stage.addEventListener('pointerleave', () => this.#hover(null));
    parts.stage.addEventListener('click', (event) => {
      // A click without a pointer is Enter or Space on a focused mark, which its own listener has heard.
      if (event.detail === 0 || event.target.closest('[part=tooltip]')) return;
      const id = this.#under(event);
      if (id !== null) this.#marks[this.#index(id)]?.focus({ preventScroll: true });
      this.#select(id);
    });
    parts.marks.addEventListener('keydown', (event) => this.#key(event));
    parts.marks.addEventListener('focusin', ({ target }) => {
      this.#focused = target.dataset.datum;
      this.#stop(target);
      this.#point();
    });
    parts.marks.addEventListener('focusout', () => {
      this.#focused = null;
      this.#point();
    });
  }

  /** A window on another screen changes its sharpness and maybe nothing else: only a media query tells. */
  #sharpness() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.#schedule();
      this.#sharpness();
    }, { once: true, signal: this.#watch.signal });
  }

  #schedule() {
    if (this.#handle && !this.#frame) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #unschedule() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The width that there is for the picture, and the reader's text size by the usual one. */
  get #room() {
    const text = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return [isPaper() ? PAPER : this.#parts?.stage.clientWidth || 640, text];
  }

  #draw() {
    this.#unschedule();
    const { stage, canvas } = this.#parts;
    const [width, text] = this.#room;
    this.#drawn = String(this.#room);
    const tongue = this.closest('[lang]')?.lang ?? '';
    const figure = call(this.#handle, (chart) => chart.show(this.#query, width, devicePixelRatio, text, scheme(), tongue));
    if (!figure) return;
    // Another view may have toggles and options of the same name.
    if (figure.view !== this.#figure?.view) this.#parts.controls.replaceChildren();
    this.#figure = figure;
    this.#tips.clear();
    // What was wrong with a link is told until the reader does something; then the link is that of the picture.
    if (!figure.problems.length) this.#query = figure.state;
    canvas.style.width = `${figure.width}px`;
    canvas.style.height = stage.style.height = `${figure.height}px`;
    this.#fill(figure);
  }

  #fill(figure) {
    const { title, subtitle, message, controls, prose, marks, notes, source, take, summary, scroller, data } = this.#parts;
    const host = this.#root.host.style;
    for (const [name, color] of Object.entries(figure.palette)) host.setProperty(`--ac-${name}`, color);
    host.setProperty('--ac-sans', figure.font);
    this.#root.firstElementChild.lang = figure.language;
    write(title, figure.title);
    write(subtitle, figure.subtitle);
    write(message, figure.problems.join('\n'));
    message.hidden = !figure.problems.length;
    renew(controls, 'toggle', figure.controls, (control) => this.#control(control), (fieldset, { label, options }) => {
      const [legend, ...buttons] = fieldset.children;
      write(legend, label);
      for (const [i, button] of buttons.entries()) {
        write(button, options[i].label);
        button.setAttribute('aria-pressed', String(options[i].current));
      }
    });
    controls.hidden = !figure.controls.length;
    prose.replaceChildren(...figure.prose.map(sentence));
    renew(marks, 'datum', figure.datums, (datum) => this.#mark(datum), (mark, { id, area, name }) => {
      mark.setAttribute('aria-label', name);
      mark.setAttribute('aria-pressed', String(id === figure.selected));
      this.#cover(mark, area);
    });
    const all = this.#marks;
    if (!all.some((mark) => mark.tabIndex === 0)) this.#stop(all[this.#index(figure.selected) ?? 0]);
    const remarks = figure.notes.map(({ text, datums }, i) => ({ id: [i, ...datums].join(' '), text, datums }));
    renew(notes, 'note', remarks, (note) => this.#note(note), (item, { text }) => write(item.firstElementChild ?? item, text));
    notes.hidden = !remarks.length;
    this.#more(figure);
    write(source, figure.source);
    write(take.firstChild, figure.take);
    this.#takeAway();
    write(summary, figure.table.name);
    this.#explain(figure.help);
    // A table that says the same stays: who is marking text in it goes on.
    const content = JSON.stringify(figure.table);
    if (content !== this.#listed) scroller.replaceChildren(table(figure.table, (id) => this.#hover(id), (id) => this.#select(id)));
    this.#listed = content;
    scroller.setAttribute('aria-label', figure.table.caption);
    data.hidden = !figure.table.rows.length;
    this.#point();
  }

  /** What the keys do. */
  #explain({ name, keys }) {
    const [summary, list] = this.#parts.help.children;
    if (summary.textContent === name) return;
    write(summary, name);
    list.replaceChildren(...pairs(keys));
  }

  #control({ id, options }) {
    const buttons = options.map((option) => {
      const button = element('button', { type: 'button', 'data-option': option.id });
      button.addEventListener('click', () => this.send(id, option.id));
      return button;
    });
    return element('fieldset', { 'data-toggle': id }, element('legend'), ...buttons);
  }

  /** A remark; one that is about datums of the picture points at them and selects the first. */
  #note({ id: note, datums: [first] }) {
    if (!first) return element('li', { 'data-note': note });
    const button = element('button', { type: 'button' });
    button.addEventListener('click', () => this.#select(first));
    for (const [event, id] of [['pointerenter', first], ['pointerleave', null], ['focus', first], ['blur', null]]) {
      button.addEventListener(event, () => this.#hover(id));
    }
    return element('li', { 'data-note': note }, button);
  }

  /** Where the selected datum leads. */
  #more({ selected }) {
    const { more } = this.#parts;
    const at = this.#index(selected);
    const tip = at === null ? null : call(this.#handle, (chart) => chart.tooltip(at));
    more.hidden = !tip?.links.length;
    more.replaceChildren();
    if (more.hidden) return;
    const items = tip.links.map(({ title, state }) => {
      const button = element('button', { type: 'button' }, title);
      button.addEventListener('click', () => {
        this.go(state);
        this.focus();
      });
      return element('li', {}, button);
    });
    more.append(element('h3', {}, `${tip.title} ${tip.figure} · ${tip.more}`), element('ul', {}, ...items));
  }

  /** Fills the menu of what can be taken away. What it needs is loaded when a reader opens it. */
  async #takeAway() {
    const { take } = this.#parts;
    if (!take.open) return;
    try {
      await (await import('./take-away.js')).fill(take, this);
    } catch {
      write(take.lastChild, this.#figure?.lost ?? '');
    }
  }

  /** What the keyboard and assistive technology meet, over the datum's place in the picture. */
  #mark({ id }) {
    const mark = element('button', { type: 'button', 'data-datum': id, tabindex: -1 });
    mark.addEventListener('click', (event) => {
      if (event.detail === 0) this.#select(id);
    });
    return mark;
  }

  /** Makes a mark the one at which Tab stops. */
  #stop(mark) {
    for (const other of this.#marks) other.tabIndex = other === mark ? 0 : -1;
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
    return this.#figure?.datums[at]?.id ?? null;
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'o') this.#turnOrder();
    else if (key === 't') this.#parts.scroller.focus();
    else if (key === '?') this.#openHelp();
    else {
      const from = this.#index(this.#focused) ?? 0;
      const to = call(this.#handle, (chart) => chart.step(from, key, this.#inArticle));
      if (to === undefined) return;
      this.#marks[to]?.focus();
    }
    event.preventDefault();
  }

  /** From the order of the axis to that of the article, or back; only who hears is told. */
  #turnOrder() {
    this.#inArticle = !this.#inArticle;
    write(this.#parts.live, this.#figure.help.orders[Number(this.#inArticle)]);
  }

  #openHelp() {
    const { help } = this.#parts;
    help.open = true;
    help.firstElementChild.focus();
  }

  #select(id) {
    const selected = this.#figure?.selected ?? null;
    // What is selected already is let go.
    const next = id === selected ? null : id;
    if (next === selected) return;
    if (next !== null) this.#dismissed = null;
    this.send('select', next ?? '');
    this.#tell('ac-datum', { datum: this.#figure?.selected ?? null });
  }

  #hover(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    if (id !== null) this.#dismissed = null;
    this.#point();
  }

  /** Takes away the tooltip, and the selection, which would show it again. Whether there was anything to take. */
  #dismiss() {
    if (!this.#figure || (this.#parts.tooltip.hidden && !this.#figure.selected)) return false;
    this.#dismissed = this.#hovered ?? this.#focused;
    if (this.#figure.selected) this.#select(null);
    else this.#point();
    return true;
  }

  /** Shows ring and tooltip of the datum that is hovered, else focused, else selected; of a dismissed one the ring alone. */
  #point() {
    if (!this.#figure) return;
    const { ring, tooltip } = this.#parts;
    const hovered = this.#index(this.#hovered);
    const at = hovered ?? this.#index(this.#focused) ?? this.#index(this.#figure.selected);
    const datum = at === null ? undefined : this.#figure.datums[at];
    ring.hidden = !datum;
    tooltip.hidden = !datum || datum.id === this.#dismissed;
    this.#parts.scroller.querySelector('tr[data-current]')?.removeAttribute('data-current');
    if (datum) this.#parts.scroller.querySelector(`tr[data-datum="${CSS.escape(datum.id)}"]`)?.setAttribute('data-current', '');
    for (const note of this.#parts.notes.children) {
      note.toggleAttribute('data-current', note.dataset.note.split(' ').includes(datum?.id));
    }
    this.#parts.stage.style.cursor = hovered === null ? '' : 'pointer';
    if (!datum) return;
    this.#cover(ring, datum.area);
    if (tooltip.hidden) return;
    // Pointers come back: what was written once for this picture is shown again.
    const written = this.#tips.get(datum.id) ?? this.#tip(at);
    if (!written) return;
    if (tooltip.firstChild !== written) tooltip.replaceChildren(written);
    place(tooltip, datum, this.#parts.stage, this.#figure.width);
  }

  /** Writes the tooltip of a datum. */
  #tip(at) {
    const tip = call(this.#handle, (chart) => chart.tooltip(at));
    if (!tip) return undefined;
    const written = tooltipOf(tip);
    this.#tips.set(this.#figure.datums[at].id, written);
    return written;
  }

  /** Puts an element over a datum's place in the picture. */
  #cover(node, [left, top, width, height]) {
    Object.assign(node.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  /** Gives the fallback inside the element back to the reader. */
  #clear() {
    this.#unschedule();
    if (this.#handle) detach(this.#handle);
    this.#handle = this.#parts = this.#figure = this.#hovered = this.#focused = this.#dismissed = null;
    this.#listed = '';
    this.#root.replaceChildren(element('slot'));
  }

  #fail(error) {
    this.#clear();
    this.#tell('ac-error', { error });
  }
}

if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);
