// The live chart in the shadow of an element: draws a state, draws it anew when something makes it look different, and hears the reader.
import { element, write } from './dom.js';
import { attach, call, detach, start } from './engine.js';
import { fill, later } from './fill.js';
import { makeParts } from './parts.js';
import { Pointing } from './pointing.js';
import { isPaper, onScheme, scheme } from './scheme.js';

/** The width of a picture on paper, in CSS pixels: both A4 and Letter hold it. */
const PAPER = 660;

/** How much lower than what it takes the place of a chart may be and keep its height, in CSS pixels. */
const SLACK = 160;

/** The language of the page around, also of one that has the element in a shadow. */
export const tongue = (node) => node?.closest('[lang]')?.lang ?? (node ? tongue(node.getRootNode().host) : '');

/** Tells the page around. */
export function tell(host, name, detail) {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

export class Live {
  parts = makeParts();
  /** What is shown, as the module describes it; null before the first picture and after the end. */
  figure = null;
  /** The state as a query string. */
  query = '';
  pointing = new Pointing(this);
  /** Brings the panel of the selected datum up to date, while there is one. */
  panel = null;
  #handle;
  #watch = new AbortController();
  // Colours and fonts of the picture, as properties of the host that a page's own rules go before.
  #palette = new CSSStyleSheet();
  #colors = '';
  #size = new ResizeObserver(() => this.#resized());
  #height = 0;
  /** The height that is kept, and where: until there is another picture or another width. */
  #kept = 0;
  #where = '';
  #drawn = '';
  #frame = 0;

  /** Takes the place of what the shadow of `host` shows. `fail` is called when no picture can be drawn any more. */
  constructor(host, fail) {
    this.host = host;
    this.fail = fail;
    host.shadowRoot.adoptedStyleSheets.push(this.#palette);
    this.#handle = attach(this.parts.canvas, { redraw: () => this.draw(), fail });
    this.parts.take.addEventListener('toggle', ({ target }) => target.open && later(this, 'fill'));
    const options = { signal: this.#watch.signal };
    // At once: a page that is being printed waits for no frame.
    onScheme(() => this.draw(), options);
    addEventListener('resize', () => this.schedule(), options);
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.pointing.dismiss()) event.preventDefault();
    }, options);
    this.#sharpness();
    this.#size.observe(host);
  }

  /** Lets go of everything. */
  end() {
    this.#watch.abort();
    this.#size.disconnect();
    cancelAnimationFrame(this.#frame);
    detach(this.#handle);
    this.figure = null;
  }

  /** Asks the module; undefined where its instance is lost. */
  ask(work) {
    return call(this.#handle, work);
  }

  /** Shows the picture of another state, as a reader does who follows a link. */
  go(state) {
    this.#show(state, 'view');
  }

  /** Does what a reader would do: sets `view`, `select`, `language`, `theme` or a toggle of the view to a value. */
  send(what, value) {
    const query = this.ask((chart) => chart.update(what, value));
    if (query !== undefined && query !== this.query) this.#show(query, what, value);
  }

  #show(query, what, value) {
    this.query = query;
    this.draw(() => tell(this.host, 'ac-viewchange', { state: this.query, what, value: value ?? this.figure.view }));
  }

  /** Selects a datum, lets go of one that is selected already or of any with null. */
  select(id) {
    const selected = this.figure?.selected ?? null;
    const next = id === selected ? null : id;
    if (next === selected) return;
    this.send('select', next ?? '');
    tell(this.host, 'ac-datum', { datum: this.figure?.selected ?? null });
  }

  /** Draws in the next frame. */
  schedule() {
    this.#frame ||= requestAnimationFrame(() => this.draw());
  }

  /**
   * Draws what is asked for, at once if the parts of the module that it takes are there; `waited` is what one has just come for.
   * `done` is called when it is drawn.
   */
  draw(done, waited) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { figure: shown, stage, canvas } = this.parts;
    const { shadowRoot } = this.host;
    const room = this.figure ? 0 : this.#extent;
    if (!shown.parentNode) shadowRoot.replaceChildren(shown);
    const [width, text] = this.#room;
    this.#drawn = String(this.#room);
    const figure = this.ask((chart) => chart.show(this.query, width, devicePixelRatio, text, scheme(), tongue(this.host)));
    if (!figure) {
      // A fresh instance has drawn it meanwhile, or none will.
      if (this.figure) done?.();
      return;
    }
    if (typeof figure === 'string') {
      // The fallback stays in sight as long as there is nothing else to see.
      if (!this.figure) shadowRoot.replaceChildren(element('slot'));
      if (figure === waited) this.fail(new Error(`nothing for ${figure}`));
      else this.#wait(figure, done);
      return;
    }
    const before = this.figure;
    this.figure = figure;
    const where = [figure.view, figure.width].join();
    if (where !== this.#where) this.#kept = 0;
    this.#where = where;
    this.#paint(figure);
    // What was wrong with a link is told until the reader does something; then the link is that of the picture.
    if (!figure.problems.length) this.query = figure.state;
    canvas.style.width = `${figure.width}px`;
    canvas.style.height = stage.style.height = `${figure.height}px`;
    fill(this, before);
    if (room) this.#keep(room);
    done?.();
  }

  /** Draws when the part has come that a view or a language takes; what is shown stays until then, and where it cannot be had. */
  async #wait(use, done) {
    const { query, parts: { figure: shown } } = this;
    shown.ariaBusy = 'true';
    try {
      await start(use);
    } catch (error) {
      if (this.#watch.signal.aborted || query !== this.query) return;
      if (!this.figure) return void this.fail(error);
      this.query = this.figure.state;
      write(this.parts.message, this.figure.lost);
      this.parts.message.hidden = false;
      return;
    } finally {
      shown.ariaBusy = null;
    }
    if (!this.#watch.signal.aborted && query === this.query) this.draw(done, use);
  }

  get #extent() {
    return this.host.getBoundingClientRect().height;
  }

  /** Stays as high as what was there before, so that nothing below moves. */
  #keep(room) {
    const gap = room - this.#extent;
    this.#kept = gap > 0 && gap < SLACK ? room : 0;
    this.#paint(this.figure);
  }

  /** Takes over the colours and fonts of the picture, where they are not those of the one before. */
  #paint({ palette, font }) {
    const rule = `:host{min-height:${this.#kept}px;${Object.entries({ ...palette, sans: font }).map(([name, value]) => `--ac-${name}:${value};`).join('')}}`;
    if (rule !== this.#colors) this.#palette.replaceSync(this.#colors = rule);
  }

  /** A picture that is higher or lower than the last one resizes the element too, and is drawn already. */
  #resized() {
    const { offsetHeight: height } = this.host;
    if (height !== this.#height) tell(this.host, 'ac-resize', { height: this.#height = height });
    if (String(this.#room) !== this.#drawn) this.schedule();
  }

  /** The width that there is for the picture, and the reader's text size by the usual one. */
  get #room() {
    const text = parseFloat(getComputedStyle(this.parts.figure).fontSize) / 16;
    return [isPaper() ? PAPER : this.parts.stage.clientWidth || 640, text];
  }

  /** A window on another screen changes its sharpness and maybe nothing else: only a media query tells. */
  #sharpness() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.schedule();
      this.#sharpness();
    }, { once: true, signal: this.#watch.signal });
  }
}
