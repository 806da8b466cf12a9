// <article-chart view="…" lang="…" theme="…" state="…" controls="…" loading="…">: one chart of what a newspaper printed.
// The module decides what is shown and said; the scripts put it on the page and report what the reader does. This one is the element:
// what a page sets, asks and hears. custom-elements.json describes it, article-chart.d.ts types it.
import { element, write } from './dom.js';
import { isRunning, start } from './engine.js';
import { later } from './fill.js';
import { home } from './files.js';
import { Live, tell, tongue } from './live.js';
import { isPaper, onScheme } from './scheme.js';
import { sheet } from './style.js';

/** For the page around the charts: its words, how to write them, and pictures in small. */
export { miniature, startAll, words } from './engine.js';
export { isPaper, onScheme, write };

/** Attributes that are properties too, with what stands where they are missing. `lang` is one of every element's. */
const REFLECTED = { view: '', theme: '', controls: 'full', loading: 'lazy' };

/** Charts that wait until they are about to be seen. */
const asleep = new Set();

export class ArticleChart extends HTMLElement {
  static observedAttributes = ['view', 'lang', 'theme', 'state', 'loading'];

  static #sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) target.#load();
  }, { rootMargin: '100%' });

  static {
    for (const [name, missing] of Object.entries(REFLECTED)) {
      Object.defineProperty(this.prototype, name, {
        enumerable: true,
        get() { return this.getAttribute(name) ?? missing; },
        set(value) { this.#reflect(name, value); },
      });
    }
    addEventListener('beforeprint', () => asleep.forEach((chart) => chart.#load()));
  }

  #root = this.attachShadow({ mode: 'open' });
  #internals = this.attachInternals();
  #live = null;
  #waiting;
  #failed = false;

  constructor() {
    super();
    this.#clear();
    // What has been set before this class was there.
    for (const name of ['state', ...Object.keys(REFLECTED)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  connectedCallback() {
    if (this.#live) this.#live.schedule();
    else this.#wait();
  }

  /** By moveBefore(): nothing of it has been let go of. */
  connectedMoveCallback() {
    this.#live?.schedule();
  }

  disconnectedCallback() {
    this.#sleep(false);
    // Who is moved is connected again by then, and stays as it is.
    queueMicrotask(() => this.isConnected || this.#clear());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (this.#live) {
      this.#live.query = this.#asked();
      this.#live.schedule();
    } else if (asleep.has(this) || this.#failed) this.#wait();
  }

  /** The state as a query string, defaults left out: what a link to this picture carries. */
  get state() {
    return this.#live?.query ?? this.getAttribute('state') ?? '';
  }

  /** Is drawn at once, so that `figure` is the new picture's. */
  set state(query) {
    this.#reflect('state', query);
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

  /** Opens the dialog with what is pasted elsewhere to show the picture there. */
  share() {
    if (this.figure) later(this.#live, 'share');
  }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** What the attributes ask for: `state` as it stands, broken or not, for the module to judge; the others where it is silent. */
  #asked() {
    const state = this.getAttribute('state') ?? '';
    const query = new URLSearchParams(state);
    const others = ['view', 'lang', 'theme'].filter((name) => this.getAttribute(name) && !query.has(name));
    return [state, ...others.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`)].filter(Boolean).join('&');
  }

  /** The view that the attributes name, if they do, and the language that they or the page around name: what is loaded ahead. */
  get #uses() {
    const query = new URLSearchParams(this.#asked());
    return [query.get('view'), /^en/i.test(query.get('lang') ?? tongue(this)) ? 'en' : 'zh-Hans'];
  }

  #wait() {
    if (this.loading === 'eager') this.#load();
    else this.#sleep(true);
  }

  /** Watches for the reader to come near, or no longer. */
  #sleep(on) {
    this.#waiting?.abort();
    asleep[on ? 'add' : 'delete'](this);
    ArticleChart.#sight[on ? 'observe' : 'unobserve'](this);
  }

  #load() {
    this.#sleep(false);
    if (isRunning) return this.#begin();
    const { signal } = this.#waiting = new AbortController();
    this.#failed = false;
    this.#mark('loading');
    // What the script after this one sets counts, too.
    return Promise.resolve().then(() => start(...this.#uses)).then(
      () => signal.aborted || this.#begin(),
      (error) => signal.aborted || this.#fail(error),
    );
  }

  #begin() {
    const live = this.#live = new Live(this, (error) => this.#fail(error));
    live.query = this.#asked();
    live.draw(() => {
      this.#mark('ready');
      tell(this, 'ac-ready', { state: live.query });
      // Paper waits for nothing: what draws the other charts of the page is there when it is printed.
      for (const chart of asleep) start(...chart.#uses).catch(() => {});
    });
  }

  /** Gives the fallback inside the element back to the reader. */
  #clear() {
    this.#live?.end();
    this.#live = null;
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(element('slot'));
    this.#failed = false;
    this.#mark();
  }

  #fail(error) {
    this.#clear();
    this.#failed = true;
    this.#mark('error');
    // Where there is no fallback, a sign that something is missing, and the way to where it may be had.
    if (!this.textContent.trim() && !this.firstElementChild) {
      this.#root.append(element('a', { part: 'missing', href: home() && new URL(`?${this.#asked()}`, home()) }, `⚠ ${this.view}`));
    }
    tell(this, 'ac-error', { error });
  }

  /** The one of the custom states `loading`, `ready` and `error` that holds, or none; older browsers have none at all. */
  #mark(state) {
    const { states } = this.#internals;
    try {
      states.clear();
      if (state) states.add(state);
    } catch {
      // Nothing depends on it but a page's own style.
    }
  }
}

if (!customElements.get('article-chart')) customElements.define('article-chart', ArticleChart);
