// The dialog in which a reader picks what to paste elsewhere to show the picture there. The module writes and words it all; this file puts it
// on the page and into the clipboard.
import { element, renew, write } from './dom.js';
import { PAGE, start, taken } from './taken.js';
import { published } from './verify.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
dialog { width: min(46em, 100vw - 1.5em); max-width: none; max-height: calc(100vh - 1.5em); padding: 0; font: inherit; font-size: .875em; color: var(--ac-ink); background: var(--ac-background);
  border: 1px solid var(--ac-muted); border-top: 3px solid var(--ac-accent); overscroll-behavior: contain; }
dialog::backdrop { background: rgb(0 0 0 / .5); }
[part=share] > div { display: grid; gap: .9em; padding: 1.1em 1.25em 1.25em; }
[part=share] h2 { font-size: 1.3em; margin-inline-end: 5em; }
[part=share] h2 small { display: block; font: 400 .77em/1.5 var(--ac-font, var(--ac-sans, sans-serif)); color: var(--ac-muted); }
[part=share] .close { position: absolute; top: 1.1em; inset-inline-end: 1.25em; }
[part=share] :is(.close, .copy, select) { font: inherit; min-height: 2.3em; padding: .2em .9em; max-width: 100%; color: var(--ac-ink); background: var(--ac-background);
  border: 1px solid var(--ac-muted); border-radius: 1.15em; }
[part=share] .copy { color: var(--ac-background); background: var(--ac-ink); border-color: var(--ac-ink); padding-inline: 1.4em; }
[part=share] button { cursor: pointer; }
[part=share] .choices { display: flex; flex-wrap: wrap; gap: .5em 1.2em; }
[part=share] legend { font-size: 1em; }
[part=share] fieldset { gap: .3em 1em; }
[part=share] fieldset label { display: flex; align-items: center; gap: .35em; min-height: 2em; }
[part=share] input { margin: 0; accent-color: var(--ac-accent); }
[part=share] textarea { width: 100%; height: 11em; padding: .75em; font: .93em/1.5 ui-monospace, monospace; color: var(--ac-ink); background: var(--ac-background);
  border: 1px solid var(--ac-muted); overflow-wrap: anywhere; resize: vertical; }
[part=share] .note { color: var(--ac-muted); min-height: 3em; }
[part=share] .last { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; }
[part=share] canvas { justify-self: start; max-width: 100%; height: 13em; border: 1px solid var(--ac-grid); }
[part=share] :is(select, textarea, input, button):focus-visible { outline: 2px solid var(--ac-ink); outline-offset: 2px; }
@media (forced-colors: active) { [part=share] .copy { forced-color-adjust: none; color: ButtonText; background: ButtonFace; border-color: ButtonText; } }
`);

/** How the preview is set: as wide as a column of text, in text of the usual size. */
const PREVIEW = { width: 720, text: 1 };

const dialogs = new WeakMap();

/** Whether there is anything to share: a file without an address of its own has nothing. */
export const canShare = Boolean(PAGE);

/** Opens the dialog of a live chart. */
export async function share(live) {
  await start();
  if (!canShare || !live.host.figure) return;
  if (!dialogs.has(live)) dialogs.set(live, new Dialog(live));
  await dialogs.get(live).open();
}

class Dialog {
  #live;
  #nodes;
  #published;
  #asked;
  #way;

  constructor(live) {
    this.#live = live;
    const nodes = this.#nodes = {
      heading: element('h2', { id: 'share' }, '', element('small')),
      close: element('button', { type: 'button', class: 'close' }),
      choices: element('div', { class: 'choices' }),
      ways: element('fieldset', {}, element('legend')),
      note: element('p', { class: 'note', id: 'share-note' }),
      text: element('textarea', { readonly: true, spellcheck: 'false', dir: 'ltr', 'aria-describedby': 'share-note' }),
      copy: element('button', { type: 'button', class: 'copy' }),
      status: element('span', { role: 'status' }),
      canvas: element('canvas', { role: 'img' }),
    };
    const body = element('div', {}, nodes.heading, nodes.choices, nodes.ways, nodes.note, nodes.text,
      element('p', { class: 'last' }, nodes.copy, nodes.status), nodes.canvas, nodes.close);
    nodes.dialog = element('dialog', { part: 'share', 'aria-labelledby': 'share' }, body);
    nodes.copy.addEventListener('click', () => this.#copy());
    nodes.close.addEventListener('click', () => nodes.dialog.close());
    // What is around its content is the backdrop.
    nodes.dialog.addEventListener('click', ({ target }) => target === nodes.dialog && nodes.dialog.close());
    // The chart has keys of its own.
    nodes.dialog.addEventListener('keydown', (event) => event.stopPropagation());
    const root = live.parts.figure.getRootNode();
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    live.parts.figure.append(nodes.dialog);
  }

  async open() {
    const { dialog, ways } = this.#nodes;
    if (dialog.open) return;
    this.#published ??= await published();
    const { state, language } = this.#live.host.figure;
    this.#asked = { lang: language, theme: new URLSearchParams(state).get('theme') ?? '', controls: this.#live.host.controls };
    this.#update();
    dialog.showModal();
    (ways.querySelector(':checked') ?? dialog).focus();
  }

  /** Asks the module about the present picture as it is to be shown elsewhere; `room` sets it in another width. */
  #take(work, room) {
    const { lang, theme } = this.#asked;
    const query = new URLSearchParams(this.#live.host.figure.state);
    if (theme) query.set('theme', theme);
    else query.delete('theme');
    return taken(this.#live.host, work, { query: String(query), language: lang, ...room });
  }

  /** Writes it all anew. */
  #update() {
    const { heading, close, choices, ways, text, copy, canvas } = this.#nodes;
    const reader = this.#live.host.figure.language;
    const said = this.#take((take) => take.share({ ...this.#published, bare: this.#asked.controls === 'none' }, reader));
    if (!said) return;
    this.#nodes.dialog.lang = reader;
    write(heading.firstChild, said.name);
    write(heading.lastChild, said.title);
    write(close, said.close);
    write(copy, said.copy);
    write(ways.firstChild, said.ways);
    renew(choices, 'choice', said.choices, ({ id }) => this.#choice(id), (label, choice) => {
      const [name, select] = label.children;
      write(name, `${choice.label} `);
      select.replaceChildren(...choice.options.map(([value, option]) => element('option', { value }, option)));
      select.value = choice.current;
    });
    const [legend, ...before] = ways.children;
    const labels = said.snippets.map(({ id, label }, i) => {
      const node = before.find(({ dataset }) => dataset.way === id) ?? element('label', { 'data-way': id }, element('input', { type: 'radio', name: 'way', value: id }), element('span'));
      write(node.lastChild, label);
      node.firstChild.onchange = () => this.#show(said, id);
      if (!i) this.#way ??= id;
      return node;
    });
    ways.replaceChildren(legend, ...labels);
    text.setAttribute('aria-label', said.ways);
    canvas.setAttribute('aria-label', said.preview);
    this.#show(said, said.snippets.some(({ id }) => id === this.#way) ? this.#way : said.snippets[0].id);
    this.#preview();
  }

  /** A choice that changes what is pasted. */
  #choice(id) {
    const select = element('select', { name: id });
    select.addEventListener('change', () => {
      this.#asked = { ...this.#asked, [id]: select.value };
      this.#update();
    });
    return element('label', { 'data-choice': id }, element('span'), select);
  }

  /** Shows what is pasted in a way. */
  #show(said, id) {
    const { ways, note, text, status } = this.#nodes;
    const snippet = said.snippets.find((one) => one.id === id);
    this.#way = id;
    ways.querySelector(`[value=${id}]`).checked = true;
    write(note, snippet.note);
    text.value = snippet.text;
    text.scrollTop = 0;
    write(status, '');
    this.#nodes.said = { done: said.copied + snippet.label, refused: said.refused };
  }

  /** The picture as it will look, in words and colours that are asked for. */
  #preview() {
    const [file, canvas] = this.#take((take, drawn) => [take.file('png'), drawn], PREVIEW);
    const { canvas: before } = this.#nodes;
    canvas.hidden = !file || Boolean(file.problem);
    for (const name of ['role', 'aria-label']) canvas.setAttribute(name, before.getAttribute(name));
    before.replaceWith(canvas);
    this.#nodes.canvas = canvas;
  }

  async #copy() {
    const { text, status, said } = this.#nodes;
    try {
      await navigator.clipboard.writeText(text.value);
      write(status, said.done);
    } catch {
      text.focus();
      text.select();
      write(status, said.refused);
    }
  }
}
