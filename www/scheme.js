// What the reader's system asks for: light or dark, colours of its own, paper.
const dark = matchMedia('(prefers-color-scheme: dark)');
const forced = matchMedia('(forced-colors: active)');
const more = matchMedia('(prefers-contrast: more)');
let paper = false;

// Before any chart hears of it.
addEventListener('beforeprint', () => { paper = true; });
addEventListener('afterprint', () => { paper = false; });

/** The scheme as the module takes it: `light`, `dark`, either after `more` (contrast), `print`, or `forced` and the system's colours. */
export function scheme() {
  if (paper) return 'print';
  if (!forced.matches) return (more.matches ? 'more ' : '') + (dark.matches ? 'dark' : 'light');
  // System colours have names only; an element that wears them tells what they are.
  const probe = document.createElement('i');
  document.documentElement.append(probe);
  const colors = ['Canvas', 'CanvasText', 'LinkText'].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color.match(/\d+/g)?.slice(0, 3).join(' ');
  });
  probe.remove();
  return `forced ${colors.join(' ')}`;
}

/** Calls back at once whenever the scheme has changed. */
export function onScheme(changed, options) {
  for (const query of [dark, forced, more]) query.addEventListener('change', () => changed(), options);
  for (const event of ['beforeprint', 'afterprint']) addEventListener(event, () => changed(), options);
}

/** Whether the page is being printed. */
export const isPaper = () => paper;
