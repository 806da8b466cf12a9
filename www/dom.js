// Small helpers to build elements. Text reaches the page by textContent alone.

/** Makes an element with attributes and children; a string child is text, a missing one is skipped. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== undefined && value !== null) node.setAttribute(key, String(value));
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

/** Sets a text only where it differs, so that a screen reader is not told the same again. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A line of a sentence, with its baseline where the picture has it. */
export function sentence({ text, x, y, size, bold, color }) {
  const line = element('span', {}, text);
  Object.assign(line.style, { left: `${x}px`, top: `${y}px`, fontSize: `${size}px`, fontWeight: bold ? 700 : 400, color });
  return line;
}

/**
 * Fills a node with a child for each item, and keeps those that it has, by the id in their `data-…` of that name: a reader who is in one,
 * by focus or by ear, stays in it. `make` builds what is new, `update` brings each up to date.
 */
export function renew(node, name, items, make, update) {
  const { activeElement } = node.getRootNode();
  const kept = new Map([...node.children].map((child) => [child.dataset[name], child]));
  const children = items.map((item) => {
    const child = kept.get(item.id) ?? make(item);
    update(child, item);
    return child;
  });
  if (children.length === node.childElementCount && children.every((child, i) => child === node.children[i])) return;
  node.replaceChildren(...children);
  if (children.includes(activeElement)) activeElement.focus({ preventScroll: true });
}

/** The language of a text that is quoted as printed, whatever the language around it: Chinese, if its first letter is; none to tell otherwise. */
export const tongue = (text) => /^\P{L}*\p{Script=Han}/u.test(text) && 'zh-Hans';

/** Names and texts as the children of a `dl`. */
export const pairs = (lines) => lines.flatMap(([name, text]) => [element('dt', {}, name), element('dd', { lang: tongue(text) }, text)]);

/** What is known of a datum. */
export const tooltipOf = ({ title, figure, lines }) => (
  element('div', {}, element('strong', {}, title), element('b', {}, figure), element('dl', {}, ...pairs(lines))));

/**
 * The data table of a figure. `onRow` is told the datum of the row that is pointed at, or null; `onPick` that of one that is clicked,
 * `onWhy` that of one whose small button, named `why`, is.
 */
export function table({ caption, columns, rows }, why, onRow, onPick, onWhy) {
  const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
  const body = rows.map(({ datum, cells }) => {
    const row = element('tr', { 'data-datum': datum },
      ...cells.map((cell, i) => element(i ? 'td' : 'th', i ? { lang: tongue(cell) } : { scope: 'row' }, cell)));
    // Whoever goes by keys has the same at the mark; the table is no row of stops.
    row.children[4].append(element('button', { type: 'button', tabindex: -1, 'aria-label': `${why} ${cells[0]}` }));
    row.addEventListener('pointerenter', () => onRow(datum));
    row.addEventListener('pointerleave', () => onRow(null));
    // Not for who is marking text to copy. Whether a selection within a shadow is collapsed, no two browsers agree; on its text they do.
    row.addEventListener('click', ({ target }) => (target.type ? onWhy(datum) : String(getSelection()) || onPick(datum)));
    return row;
  });
  return element('table', { part: 'table' },
    element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body));
}
