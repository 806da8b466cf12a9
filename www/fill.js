// Writes what the module says of a picture into the parts of a chart.
import { element, pairs, renew, sentence, table, write } from './dom.js';
import { takeAwayScript } from './files.js';

/** Brings every part of a live chart in step with its figure; `before` is the one that was shown until now, or null. */
export function fill(live, before) {
  const { figure, parts, pointing } = live;
  const { title, subtitle, message, controls, prose, marks, notes, source, take, summary, scroller, data } = parts;
  parts.figure.lang = figure.language;
  write(title, figure.title);
  write(subtitle, figure.subtitle);
  write(message, figure.problems.join('\n'));
  message.hidden = !figure.problems.length;
  // Another view may have toggles and options of the same name.
  if (figure.view !== before?.view) controls.replaceChildren();
  renew(controls, 'toggle', figure.controls, (toggle) => control(live, toggle), (fieldset, { label, options }) => {
    const [legend, ...buttons] = fieldset.children;
    write(legend, label);
    for (const [i, button] of buttons.entries()) {
      write(button, options[i].label);
      button.setAttribute('aria-pressed', String(options[i].current));
    }
  });
  controls.hidden = !figure.controls.length;
  prose.replaceChildren(...figure.prose.map(sentence));
  renew(marks, 'datum', figure.datums, ({ id }) => pointing.mark(id), (mark, { id, area, name }) => {
    mark.setAttribute('aria-label', name);
    mark.setAttribute('aria-pressed', String(id === figure.selected));
    pointing.cover(mark, area);
  });
  const remarks = figure.notes.map(({ text, datums }, i) => ({ id: [i, ...datums].join(' '), text, datums }));
  renew(notes, 'note', remarks, (remark) => note(live, remark), (item, { text }) => write(item.firstElementChild ?? item, text));
  notes.hidden = !remarks.length;
  more(live);
  write(source, figure.source);
  write(take.firstChild, figure.take);
  if (take.open) later(live, 'fill');
  write(summary, figure.table.name);
  explain(parts.help, figure.help);
  // A table that says the same stays: who is marking text in it goes on.
  if (JSON.stringify(figure.table) !== JSON.stringify(before?.table)) {
    scroller.replaceChildren(table(figure.table, figure.help.why, (id) => pointing.hover(id), (id) => pointing.select(id), (id) => pointing.explain(id)));
  }
  scroller.setAttribute('aria-label', figure.table.caption);
  data.hidden = !figure.table.rows.length;
  pointing.renew();
  live.panel?.();
}

/** What the keys do. */
function explain({ children: [summary, list] }, { name, keys }) {
  if (summary.textContent === name) return;
  write(summary, name);
  list.replaceChildren(...pairs(keys));
}

/** The choices of a toggle. */
function control(live, { id, options }) {
  const buttons = options.map((option) => {
    const button = element('button', { type: 'button', 'data-option': option.id });
    button.addEventListener('click', () => live.send(id, option.id));
    return button;
  });
  return element('fieldset', { 'data-toggle': id }, element('legend'), ...buttons);
}

/** A remark; one that is about datums of the picture points at them and selects the first. */
function note({ pointing }, { id, datums: [first] }) {
  if (!first) return element('li', { 'data-note': id });
  const button = element('button', { type: 'button' });
  button.addEventListener('click', () => pointing.select(first));
  for (const [event, datum] of [['pointerenter', first], ['pointerleave', null], ['focus', first], ['blur', null]]) {
    button.addEventListener(event, () => pointing.hover(datum));
  }
  return element('li', { 'data-note': id }, button);
}

/** Where the selected datum leads. */
function more(live) {
  const { parts: { more: section, title: top }, figure, pointing } = live;
  const at = pointing.index(figure.selected);
  const tip = at === null ? null : live.ask((chart) => chart.tooltip(at));
  section.hidden = !tip;
  section.replaceChildren();
  if (section.hidden) return;
  const items = tip.links.map(({ title, state }) => {
    const button = element('button', { type: 'button' }, title);
    button.addEventListener('click', () => {
      live.go(state);
      top.focus();
    });
    return element('li', {}, button);
  });
  const why = element('button', { type: 'button', 'data-why': true }, figure.help.why);
  why.addEventListener('click', () => pointing.explain(figure.selected));
  section.append(element('h3', {}, `${tip.title} ${tip.figure} · ${tip.more}`), why, element('ul', {}, ...items));
}

/** Does what is loaded only when a reader asks for it. Where it cannot be had, that is said beside the menu, or else over the picture. */
export async function later(live, what) {
  const { take, message } = live.parts;
  try {
    await (await takeAwayScript())[what](live);
    // What failed before has been had now.
    if (message.textContent === live.figure?.lost) message.hidden = true;
  } catch {
    const place = what === 'fill' ? take.lastChild : message;
    write(place, live.figure?.lost ?? '');
    place.hidden = false;
  }
}
