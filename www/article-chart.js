// <article-chart view="…" lang="…" theme="…" state="…">: one chart of what a newspaper printed.
// The module decides what is shown and said; the scripts put it on the page and report what the reader does. This one is the element.
import { element, write } from './dom.js';
import { start } from './engine.js';
import { Live } from './live.js';
import { isPaper, onScheme } from './scheme.js';
import { sheet } from './style.js';

/** For the page around the charts: its words, how to write them, and pictures in small. */
export { miniature, words } from './engine.js';
export { isPaper, onScheme, write };

export class ArticleChart extends HTMLElement {
  static observedAttributes = ['view', 'lang', 'theme', 'state'];

  #root = this.attachShadow({ mode: 'open' });
  #live = null;
  #waiting = new AbortController();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(element('slot'));
  }

  connectedCallback() {
    // Who has been moved meanwhile waits anew; only the last one begins.
    const { signal } = this.#waiting = new AbortController();
    start().then(
      () => signal.aborted || this.#begin(),
      (error) => signal.aborted || this.#fail(error),
    );
  }

  disconnectedCallback() {
    this.#waiting.abort();
    this.#clear();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#live) return;
    this.#live.query = this.#asked();
    this.#live.schedule();
  }

  /** The state as a query string, defaults left out: what a link to this picture carries. */
  get state() {
    return this.#live?.query ?? '';
  }

  /** Is drawn at once, so that `figure` is the new picture's. */
  set state(query) {
    this.setAttribute('state', query);
    if (!this.#live) return;
    this.#live.query = this.#asked();
    this.#live.draw();
  }

  /** What is shown, as the module describes it; null before the first picture. */
  get figure() {
    return this.#live?.figure ?? null;
  }

  /** Takes the reader to the beginning: who has been brought to another picture reads on from its title. */
  focus(options) {
    this.#live?.parts.title.focus(options);
  }

  /** Shows the picture of another state, as a reader does who follows a link. */
  go(state) {
    this.#live?.go(state);
  }

  /** Does what a reader would do: sets `view`, `select`, `language`, `theme` or a toggle of the view to a value. */
  send(what, value) {
    this.#live?.send(what, value);
  }

  /** What the attributes ask for: `state` as it stands, broken or not, for the module to judge; the others where it is silent. */
  #asked() {
    const state = this.getAttribute('state') ?? '';
    const query = new URLSearchParams(state);
    const others = ['view', 'lang', 'theme'].filter((name) => this.hasAttribute(name) && !query.has(name));
    return [state, ...others.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`)].join('&');
  }

  #begin() {
    const live = this.#live = new Live(this, (error) => this.#fail(error));
    live.query = this.#asked();
    live.draw();
    if (live.figure) live.tell('ac-ready');
  }

  /** Gives the fallback inside the element back to the reader. */
  #clear() {
    this.#live?.end();
    this.#live = null;
    this.#root.replaceChildren(element('slot'));
  }

  #fail(error) {
    this.#clear();
    this.dispatchEvent(new CustomEvent('ac-error', { bubbles: true, composed: true, detail: { error } }));
  }
}

if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);
