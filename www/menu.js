// The menu of what a reader takes away from a chart: files, a citation, its link, a report.
// The module makes it and words it; this file hands it to the browser and says what became of it.
import { element, renew, write } from './dom.js';
import { BUILD, home } from './files.js';
import { play } from './listen.js';
import { canShare, share } from './share.js';
import { start, taken } from './taken.js';
import { canVerify, verify } from './verify.js';

/** How long a browser may take to begin a download, in milliseconds. */
const GRACE = 60_000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
[part=take] { margin-top: .6em; }
[part=take-menu] { display: grid; gap: .9em; font-size: .875em; }
[part=take-menu] fieldset, [part=take-menu] p { display: flex; flex-wrap: wrap; align-items: center; gap: .3em .6em; }
[part=take-menu] :is(legend, fieldset button, summary) { font-size: 1em; }
[part=take-menu] label { max-width: 100%; }
[part=take-menu] :is(p > button, select) { font: inherit; min-height: 2.3em; padding: .2em .9em; max-width: 100%; color: var(--ac-ink); background: var(--ac-background);
  border: 1px solid var(--ac-muted); border-radius: 1.1em; }
[part=take-menu] button { cursor: pointer; }
[part=take-menu] ul { display: flex; flex-wrap: wrap; gap: .2em 1em; list-style: none; }
[part=how-to-listen] { color: var(--ac-muted); max-width: 46em; }
[part=take-menu] a { color: inherit; text-underline-offset: .2em; }
[part=take-menu] textarea { width: 100%; min-height: 11em; padding: .75em; font: .93em/1.5 ui-monospace, monospace; color: var(--ac-ink); background: var(--ac-background); border: 1px solid var(--ac-muted); }
[part=take-menu] :is(select, textarea, a):focus-visible { outline: 2px solid var(--ac-ink); outline-offset: 2px; }
[part=take] > [role=status]:not(:empty) { margin-top: .7em; font-size: .875em; }
`);

const menus = new WeakMap();

/** Fills the menu of a live chart with what can be taken away of its picture, or brings it up to date. */
export async function fill(live) {
  await start();
  const { host, parts: { take } } = live;
  if (!host.figure) return;
  if (!menus.has(take)) menus.set(take, new Menu(take, live));
  menus.get(take).update();
}

class Menu {
  #live;
  #chart;
  #parts;
  #words;
  /** The picture that the last outcome was of. */
  #shown;

  constructor(details, live) {
    this.#live = live;
    this.#chart = live.host;
    const select = element('select');
    const line = (...children) => element('p', {}, ...children);
    const parts = this.#parts = {
      select,
      files: element('fieldset', {}, element('legend')),
      styles: element('fieldset', {}, element('legend')),
      share: element('button', { type: 'button', 'data-share': true }),
      about: element('span'),
      link: element('button', { type: 'button', 'data-link': true }),
      report: element('button', { type: 'button', 'data-report': true }),
      version: element('span'),
      verify: element('button', { type: 'button', 'data-verify': true }),
      folder: element('span'),
      package: element('ul'),
      sound: element('fieldset', {}, element('legend')),
      how: element('span', { part: 'how-to-listen' }),
      text: element('textarea', { readonly: true, hidden: true, spellcheck: 'false' }),
      status: details.lastElementChild,
    };
    parts.link.addEventListener('click', () => this.#try(() => this.#copy(this.#take((take) => take.link(select.value)), this.#words.outcomes.linkCopied)));
    parts.share.addEventListener('click', () => this.#try(() => share(live)));
    parts.report.addEventListener('click', () => this.#try(() => this.#report()));
    parts.verify.addEventListener('click', () => this.#try(() => this.#verify()));
    parts.status.before(element('div', { part: 'take-menu' },
      parts.files, line(element('label', {}, parts.about, ' ', select)), parts.styles, line(canShare ? parts.share : null, parts.link, parts.report), parts.sound, parts.how,
      home() && element('details', {}, element('summary', {}, parts.folder), parts.package), parts.text,
      line(parts.version, canVerify() ? parts.verify : null)));
    const { adoptedStyleSheets } = details.getRootNode();
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  /** Writes the words of the present picture; what was said of another one goes. */
  update() {
    const { state, selected, language } = this.#chart.figure;
    const words = this.#words = this.#take((take) => take.menu());
    if (!words) return;
    const { select, files, styles, share: sharing, sound, how, about, link, report, folder, text, version, verify: check, status } = this.#parts;
    write(files.firstChild, words.download);
    write(styles.firstChild, words.cite);
    this.#buttons(files, 'file', words.files, (id) => this.#save(id));
    this.#buttons(styles, 'style', words.styles, (id, button) => this.#copy(this.#take((take) => take.cite(id, select.value)), this.#words.outcomes.copied + button.textContent));
    write(sound.firstChild, words.listen);
    this.#buttons(sound, 'sound', [{ id: 'play', label: words.play }], () => play(this.#live));
    write(how, words.howToListen);
    write(sharing, words.share);
    write(about, words.about);
    write(link, words.link);
    write(report, words.report);
    write(folder, words.package);
    write(version, words.version + (BUILD && words.build + BUILD));
    write(check, words.verify);
    text.setAttribute('aria-label', words.text);
    const file = (name) => element('li', {}, element('a', { href: new URL(words.folder + name, home()), download: name }, name));
    if (home()) this.#parts.package.replaceChildren(...words.packageFiles.map(file));
    renew(select, 'datum', words.datums, ({ id }) => element('option', { value: id, 'data-datum': id }), (option, { label }) => write(option, label));
    const shown = `${language} ${state}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    select.value = selected ?? '';
    text.hidden = true;
    write(status, '');
  }

  /** A button for each choice, behind the legend of a fieldset. */
  #buttons(fieldset, name, choices, work) {
    const [legend, ...before] = fieldset.children;
    const buttons = choices.map(({ id, label }, i) => {
      const button = before[i] ?? element('button', { type: 'button', [`data-${name}`]: id });
      if (!before[i]) button.addEventListener('click', () => this.#try(() => work(id, button)));
      write(button, label);
      return button;
    });
    if (!before.length) fieldset.replaceChildren(legend, ...buttons);
  }

  #take(work) {
    return taken(this.#chart, work);
  }

  /** Does what a reader asks for. Whatever fails leaves everything as it was, and is told. */
  async #try(work) {
    try {
      await work();
    } catch {
      this.#say(this.#words.outcomes.failed);
    }
  }

  #say(outcome) {
    write(this.#parts.status, outcome);
  }

  /** Shows a text that is to be copied by hand. */
  #show(content) {
    const { text } = this.#parts;
    text.value = content;
    text.hidden = false;
    text.focus();
    text.select();
  }

  async #save(id) {
    const { outcomes } = this.#words;
    const [file, canvas] = this.#take((take, canvas) => [take.file(id), canvas]);
    if (file.problem) return this.#say(file.problem);
    const { name, kind, text } = file;
    const blob = text === undefined ? await new Promise((done) => canvas.toBlob(done, kind)) : new Blob([text], { type: kind });
    if (!blob) return this.#say(outcomes.unpainted);
    const href = URL.createObjectURL(blob);
    setTimeout(() => URL.revokeObjectURL(href), GRACE);
    element('a', { href, download: name }).click();
    this.#parts.text.hidden = true;
    // A frame that has no origin is a sandbox; whether it may download is told to nobody.
    if (origin !== 'null') return this.#say(outcomes.saved + name);
    if (text !== undefined) this.#show(text);
    return this.#say(outcomes.blocked);
  }

  async #copy(text, done) {
    const { outcomes } = this.#words;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.#show(text);
      return this.#say(outcomes.refused);
    }
    this.#parts.text.hidden = true;
    return this.#say(done);
  }

  /** Says whether the files are those of the build. */
  async #verify() {
    const { outcomes } = this.#words;
    try {
      const differing = await verify();
      this.#say(differing.length ? outcomes.altered + differing.join(', ') : outcomes.verified + BUILD);
    } catch {
      this.#say(outcomes.unverified);
    }
  }

  /** Tells the page around, which may know whom to send it to, and gives the reader the text. */
  #report() {
    const { datum = null, link, text } = this.#take((take) => take.report(this.#parts.select.value));
    this.#chart.dispatchEvent(new CustomEvent('ac-report', { bubbles: true, composed: true, detail: { datum, link, text } }));
    this.#show(text);
    this.#say(this.#words.outcomes.reported);
  }
}
