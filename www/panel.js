// The panel that says where a figure comes from: as printed, as read, place, speaker, how exact, formula, errata, other charts, data.
import { element, tongue } from './dom.js';
import { start, taken } from './taken.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
[part=provenance] { position: relative; margin-top: 1.1em; padding: 1.1em 1.25em 1.25em; font-size: .875em; border: 1px solid var(--ac-grid); border-top: 3px solid var(--ac-accent); }
[part=provenance] h3 { margin: 0; width: fit-content; max-width: calc(100% - 6.5em); font-size: 1em; font-weight: 400; color: var(--ac-muted); }
[part=provenance] h3:focus-visible { outline: 2px solid var(--ac-ink); outline-offset: 2px; }
[part=provenance] h3 strong { display: block; color: var(--ac-ink); font-size: 1.15em; }
[part=provenance] h3 b { display: block; font-size: 1.57em; line-height: 1.35; color: var(--ac-accent); overflow-wrap: anywhere; }
[part=provenance] dl { grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%), 1fr)); gap: 1em 1.8em; margin-top: 1em; }
[part=provenance] dt, [part=provenance] h4 { margin: 0 0 .1em; font-size: .93em; font-weight: 400; color: var(--ac-muted); }
[part=provenance] dd { overflow-wrap: anywhere; }
[part=provenance] section { margin-top: 1em; padding-top: .9em; border-top: 1px solid var(--ac-grid); }
[part=provenance] ul { display: grid; gap: .6em; padding: 0; list-style: none; }
[part=provenance] button { font: inherit; text-align: start; padding: .2em 0; min-height: 1.75em; color: inherit; background: none; border: 0; cursor: pointer;
  text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
[part=provenance] .close { position: absolute; top: .8em; inset-inline-end: 1.1em; min-height: 2.3em; padding: .2em .9em; border: 1px solid var(--ac-muted); border-radius: 1.15em; text-decoration: none; }
[part=provenance] .formula { font-size: 1.15em; font-variant-numeric: tabular-nums; }
@media print { [part=provenance] .close { display: none; } }
`);

/** Opens the panel of the selected datum of a live chart and takes the reader there. */
export async function explain(live) {
  await start();
  const { stage } = live.parts;
  const { adoptedStyleSheets } = stage.getRootNode();
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  const section = stage.parentNode.querySelector('[part=provenance]') ?? panel(live);
  live.panel ??= () => update(live, section);
  live.panel();
  section.querySelector('h3')?.focus();
  section.scrollIntoView({ block: 'nearest' });
}

function panel(live) {
  const section = element('section', { part: 'provenance' });
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close(live, section);
  });
  live.parts.stage.after(section);
  return section;
}

/** Leaves the panel; the reader is at the figure again. */
function close(live, section) {
  section.remove();
  live.panel = null;
  live.draw();
  const { marks } = live.parts;
  (marks.querySelector('[aria-pressed=true]') ?? marks.querySelector('[tabindex="0"]'))?.focus();
}

/** Writes what is known of the datum that is selected now; without one the panel goes. */
function update(live, section) {
  const { selected } = live.figure;
  const said = selected && taken(live.host, (take) => take.provenance(selected));
  if (!said) {
    section.remove();
    live.panel = null;
    return;
  }
  // What leads on is in the panel.
  live.parts.more.hidden = true;
  const inside = section.contains(section.getRootNode().activeElement);
  const shut = element('button', { type: 'button', class: 'close' }, said.close);
  shut.addEventListener('click', () => close(live, section));
  const title = element('h3', { tabindex: -1 }, said.name, element('strong', {}, said.label), element('b', {}, said.figure));
  const facts = said.facts.map(({ name, lines }) => (
    element('div', {}, element('dt', {}, name), ...lines.map((line) => element('dd', { lang: tongue(line) }, line)))));
  const list = (name, ways) => ways.length && element('section', {}, element('h4', {}, name),
    element('ul', {}, ...ways.map((way) => element('li', {}, step(live, way), way.behind && element('p', {}, way.behind)))));
  const formula = said.formula.length && element('section', {}, element('h4', {}, said.computed),
    element('p', { class: 'formula' }, ...said.formula.map((way) => step(live, way)), ` ⇒ ${said.figure}`));
  section.setAttribute('aria-label', said.name);
  section.replaceChildren(...[title, shut, element('dl', {}, ...facts), formula, list(said.doubted, said.doubts), list(said.also, said.views)].filter(Boolean));
  if (inside) title.focus();
}

/** A text; where it leads on, a button: to a figure of this picture, or to another picture. */
function step(live, { text, datum, state }) {
  if (!state) return text;
  const button = element('button', { type: 'button', 'data-way': datum ?? true }, text);
  button.addEventListener('click', () => {
    if (datum && live.pointing.index(datum) !== null) {
      live.select(datum);
      return;
    }
    live.go(state);
    live.parts.title.focus();
  });
  return button;
}
