// The figure that a reader is at, by pointer, keys or selection: the marks over the picture, their ring and the tooltip.
import { element, tooltipOf, write } from './dom.js';
import { later } from './fill.js';
import { place } from './parts.js';

export class Pointing {
  #live;
  // Datums, by id: under the pointer, with the focus, and the one whose tooltip was sent away.
  #hovered = null;
  #focused = null;
  #dismissed = null;
  // Tooltips of this picture that have been written.
  #tips = new Map();
  /** Whether the keys go in the order of the article instead of that of the axis. */
  inArticle = false;

  constructor(live) {
    this.#live = live;
    const { stage, marks } = live.parts;
    stage.addEventListener('pointermove', (event) => {
      if (event.target.closest('[part=tooltip]')) return;
      this.hover(this.#under(event));
    });
    stage.addEventListener('pointerleave', () => this.hover(null));
    stage.addEventListener('click', (event) => {
      // A click without a pointer is Enter or Space on a focused mark, which its own listener has heard.
      if (event.detail === 0 || event.target.closest('[part=tooltip]')) return;
      const id = this.#under(event);
      if (id !== null) this.#marks[this.index(id)]?.focus({ preventScroll: true });
      this.select(id);
    });
    marks.addEventListener('keydown', (event) => this.#key(event));
    marks.addEventListener('focusin', ({ target }) => {
      this.#focused = target.dataset.datum;
      this.#stop(target);
      this.#point();
    });
    marks.addEventListener('focusout', () => {
      this.#focused = null;
      this.#point();
    });
  }

  /** After another picture has been drawn. */
  renew() {
    const { figure } = this.#live;
    if (!figure) return;
    this.#tips.clear();
    const all = this.#marks;
    if (!all.some((mark) => mark.tabIndex === 0)) this.#stop(all[this.index(figure.selected) ?? 0]);
    this.#point();
  }

  /** What the keyboard and assistive technology meet, over the datum's place in the picture. */
  mark(id) {
    const mark = element('button', { type: 'button', 'data-datum': id, tabindex: -1 });
    mark.addEventListener('click', (event) => {
      if (event.detail === 0) this.select(id);
    });
    return mark;
  }

  /** Puts an element over a datum's place in the picture. */
  cover(node, [left, top, width, height]) {
    Object.assign(node.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }

  hover(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    if (id !== null) this.#dismissed = null;
    this.#point();
  }

  /** Selects a datum, or lets go of it. */
  select(id) {
    if (id !== null && id !== this.#live.figure?.selected) this.#dismissed = null;
    this.#live.select(id);
  }

  /** Opens the panel that says where a datum comes from, which is selected. */
  explain(id) {
    if (id !== this.#live.figure.selected) this.select(id);
    later(this.#live, 'explain');
  }

  /** Takes away the tooltip, and the selection, which would show it again. Whether there was anything to take. */
  dismiss() {
    const { figure, parts } = this.#live;
    if (!figure || (parts.tooltip.hidden && !figure.selected)) return false;
    this.#dismissed = this.#hovered ?? this.#focused;
    if (figure.selected) this.select(null);
    else this.#point();
    return true;
  }

  /** The place of a datum among those of the picture, or null. */
  index(id) {
    const at = this.#live.figure.datums.findIndex((datum) => datum.id === id);
    return at < 0 ? null : at;
  }

  get #marks() {
    return [...this.#live.parts.marks.children];
  }

  /** Makes a mark the one at which Tab stops. */
  #stop(mark) {
    for (const other of this.#marks) other.tabIndex = other === mark ? 0 : -1;
  }

  #under(event) {
    const box = this.#live.parts.canvas.getBoundingClientRect();
    const at = this.#live.ask((chart) => chart.hit(event.clientX - box.left, event.clientY - box.top));
    return this.#live.figure?.datums[at]?.id ?? null;
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'o') this.#turnOrder();
    else if (key === 't') this.#openTable();
    else if (key === 'i') this.explain(this.#focused);
    else if (key === 'p') later(this.#live, 'play');
    else if (key === '?') this.#openHelp();
    else {
      const from = this.index(this.#focused) ?? 0;
      const to = this.#live.ask((chart) => chart.step(from, key, this.inArticle));
      if (to === undefined) return;
      this.#marks[to]?.focus();
    }
    event.preventDefault();
  }

  /** From the order of the axis to that of the article, or back; only who hears is told. */
  #turnOrder() {
    this.inArticle = !this.inArticle;
    write(this.#live.parts.live, this.#live.figure.help.orders[Number(this.inArticle)]);
  }

  #openTable() {
    const { data, scroller } = this.#live.parts;
    data.open = true;
    scroller.focus();
  }

  #openHelp() {
    const { help } = this.#live.parts;
    help.open = true;
    help.firstElementChild.focus();
  }

  /** Shows ring and tooltip of the datum that is hovered, else focused, else selected; of a dismissed one the ring alone. */
  #point() {
    const { figure, parts: { ring, tooltip, scroller, notes, stage } } = this.#live;
    if (!figure) return;
    const hovered = this.index(this.#hovered);
    const at = hovered ?? this.index(this.#focused) ?? this.index(figure.selected);
    const datum = at === null ? undefined : figure.datums[at];
    ring.hidden = !datum;
    // The panel says all of it.
    tooltip.hidden = !datum || datum.id === this.#dismissed || (this.#live.panel && datum.id === figure.selected);
    scroller.querySelector('tr[data-current]')?.removeAttribute('data-current');
    if (datum) scroller.querySelector(`tr[data-datum="${CSS.escape(datum.id)}"]`)?.setAttribute('data-current', '');
    for (const note of notes.children) {
      note.toggleAttribute('data-current', note.dataset.note.split(' ').includes(datum?.id));
    }
    stage.style.cursor = hovered === null ? '' : 'pointer';
    if (!datum) return;
    this.cover(ring, datum.area);
    if (tooltip.hidden) return;
    // Pointers come back: what was written once for this picture is shown again.
    const written = this.#tips.get(datum.id) ?? this.#tip(at);
    if (!written) return;
    if (tooltip.firstChild !== written) tooltip.replaceChildren(written);
    place(tooltip, datum, stage, figure.width);
  }

  /** Writes the tooltip of a datum. */
  #tip(at) {
    const tip = this.#live.ask((chart) => chart.tooltip(at));
    if (!tip) return undefined;
    const written = tooltipOf(tip);
    this.#tips.set(this.#live.figure.datums[at].id, written);
    return written;
  }
}
