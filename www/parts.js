// The parts of a chart on the page, and where its tooltip goes.
import { element } from './dom.js';

/** Makes the parts of a chart, by their names as in ::part(), and puts them together in the order in which they are read. */
export function makeParts() {
  const parts = {
    title: element('h2', { part: 'title', id: 'title', tabindex: -1 }),
    subtitle: element('p', { part: 'subtitle', id: 'subtitle' }),
    message: element('p', { part: 'message', role: 'status' }),
    controls: element('div', { part: 'controls' }),
    canvas: element('canvas', { part: 'canvas', 'aria-hidden': 'true' }),
    marks: element('div', { part: 'marks', role: 'group', 'aria-labelledby': 'title', 'aria-describedby': 'subtitle' }),
    prose: element('div', { part: 'prose', 'aria-hidden': 'true' }),
    ring: element('div', { part: 'ring', hidden: true }),
    tooltip: element('div', { part: 'tooltip', role: 'tooltip', id: 'tooltip', hidden: true }),
    more: element('section', { part: 'more', hidden: true }),
    notes: element('ul', { part: 'notes' }),
    source: element('p', { part: 'source' }),
    take: element('details', { part: 'take' }, element('summary'), element('p', { role: 'status' })),
    summary: element('summary'),
    scroller: element('div', { part: 'scroller', role: 'region', tabindex: -1 }),
    help: element('details', { part: 'help' }, element('summary'), element('dl')),
    live: element('p', { part: 'live', 'aria-live': 'polite' }),
  };
  parts.stage = element('div', { part: 'stage' }, parts.canvas, parts.prose, parts.ring, parts.marks, parts.tooltip);
  parts.data = element('details', { part: 'data', open: true }, parts.summary, parts.scroller);
  parts.figure = element('figure', { part: 'figure' },
    element('figcaption', {}, parts.title, parts.subtitle),
    parts.message, parts.controls, parts.stage, parts.more, parts.notes, parts.source, parts.take, parts.data, parts.help, parts.live);
  return parts;
}

/** Puts a tooltip beside its datum, inside the picture from left to right; above it, or where that would leave picture or window, below. */
export function place(tooltip, { anchor: [x], area: [, top, , height] }, stage, width) {
  const { offsetWidth, offsetHeight } = tooltip;
  const room = Math.max(width - offsetWidth, 0);
  const [above, below] = [top - offsetHeight - 10, top + height + 10];
  const { top: edge } = stage.getBoundingClientRect();
  // What stands over the picture is covered only where below the window ends.
  const least = below + offsetHeight + edge > innerHeight ? -edge : Math.max(-edge, 0);
  tooltip.style.left = `${Math.round(Math.min(Math.max(x - offsetWidth / 2, 0), room))}px`;
  tooltip.style.top = `${Math.round(above >= least ? above : below)}px`;
}
