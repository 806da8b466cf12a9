// The style sheet of the element: adopted, so that it needs no exception in a page's content security policy.
// Colours come from the module's palette as --ac-… properties on the host; a page may style the ::part()s.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
/* What changes in here is none of the page's layout, and the other way round: a hover stays cheap on a long page. */
:host { display: block; contain: layout style; color: var(--ac-ink); background: var(--ac-background);
  font: 400 1rem/1.55 var(--ac-font, var(--ac-sans, system-ui, sans-serif));
  text-align: start; text-spacing-trim: trim-start; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
figure, figcaption, p, ul, dl, dd, h2, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
h2 { font: 700 1.5rem/1.35 var(--ac-font-title, "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Noto Sans SC", "PingFang SC", serif);
  text-wrap: pretty; line-break: strict; }
h2:lang(en) { text-wrap: balance; font-family: var(--ac-font-title, Georgia, "Times New Roman", "Liberation Serif", "Noto Serif SC", "Noto Serif CJK SC", serif); }
[part=subtitle] { margin-top: .35rem; color: var(--ac-muted); line-break: strict; text-wrap: pretty; }
[part=message] { margin-top: .8rem; padding: .6rem .8rem; border-inline-start: 3px solid var(--ac-remark); white-space: pre-line; color: var(--ac-ink); }
[part=controls] { display: flex; flex-wrap: wrap; gap: .6rem 1.6rem; margin-top: 1rem; }
fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem; }
legend { float: left; padding: 0; margin-inline-end: .5rem; font-size: .875rem; color: var(--ac-muted); }
fieldset button { font: inherit; font-size: .875rem; line-height: 1.2; min-height: 2rem; padding: .3rem .8rem; color: var(--ac-ink); background: transparent;
  border: 1px solid var(--ac-muted); border-radius: 1rem; cursor: pointer; }
fieldset button[aria-pressed=true] { color: var(--ac-background); background: var(--ac-ink); border-color: var(--ac-ink); }
h2:focus-visible, button:focus-visible, summary:focus-visible, [part=scroller]:focus-visible { outline: 2px solid var(--ac-ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ac-background); }
[part=stage] { position: relative; margin-top: 1rem; touch-action: manipulation; }
canvas { display: block; }
/* What holds a line up ends at its baseline, two em below the top, whatever the font: the text of a sentence stands where the picture has it. */
[part=prose] { font-family: var(--ac-sans); }
[part=prose] span { position: absolute; margin-top: -2em; line-height: 0; white-space: pre; }
[part=prose] span::before { content: ""; display: inline-block; height: 2em; }
[part=marks] { position: absolute; inset: 0; pointer-events: none; }
[part=marks] button { position: absolute; padding: 0; border: 0; background: none; opacity: 0; }
[part=ring] { position: absolute; pointer-events: none; margin: -4px 0 0 -4px; padding: 4px; box-sizing: content-box; border-radius: 4px;
  outline: 2px solid var(--ac-ink); box-shadow: 0 0 0 2px var(--ac-background) inset; }
[part=tooltip] { position: absolute; z-index: 1; width: max-content; max-width: min(22rem, 100%); padding: .7rem .9rem; font-size: .875rem; line-height: 1.5;
  color: var(--ac-ink); background: var(--ac-background); border: 1px solid var(--ac-ink); border-radius: 4px; }
[part=tooltip] strong { display: block; }
[part=tooltip] b { display: block; font-size: 1.125rem; color: var(--ac-accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .7rem; margin-top: .3rem; }
dt { color: var(--ac-muted); }
[part=more] { margin-top: 1rem; padding: .7rem .9rem; border-inline-start: 3px solid var(--ac-accent); font-size: .875rem; }
[part=more] h3 { margin: 0 0 .3rem; font-size: .875rem; }
[part=more] ul { list-style: none; padding: 0; }
[part=more] button, [part=notes] button { font: inherit; text-align: start; padding: .25rem 0; color: inherit; background: none; border: 0; cursor: pointer; }
[part=more] button { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
[part=notes] button { display: inline; padding: 0; text-decoration: underline dotted; text-underline-offset: .3em; text-decoration-thickness: 1px; }
[part=notes] [data-current] { color: var(--ac-ink); }
tr[data-datum] { cursor: pointer; }
[part=notes] { margin-top: 1rem; padding-inline-start: 1.1em; font-size: .875rem; color: var(--ac-muted); }
[part=notes] li::marker { content: "· "; }
[part=source] { margin-top: .6rem; font-size: .875rem; color: var(--ac-muted); }
[part=data] { margin-top: 1rem; border-top: 1px solid var(--ac-grid); }
[part=help] { font-size: .875rem; color: var(--ac-muted); }
[part=live] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[part=tooltip] { contain: layout; }
summary { padding: .6rem 0; font-size: .875rem; font-weight: 700; cursor: pointer; }
[part=scroller] { overflow-x: auto; container-type: inline-size; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; font-size: .875rem; line-height: 1.45; }
caption { max-width: 90vw; max-width: 100cqi; text-align: start; color: var(--ac-muted); padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--ac-grid); font-weight: 400; }
thead th { color: var(--ac-muted); white-space: nowrap; }
tbody th { font-weight: 700; min-width: 9em; }
td { min-width: 5em; }
td:nth-child(2) { font-variant-numeric: tabular-nums; }
td:nth-child(5) { min-width: 8em; }
td:last-child { min-width: 14em; }
tr[data-current] > * { background: color-mix(in srgb, var(--ac-accent) 12%, transparent); }
@media (forced-colors: active) {
  /* The palette is the system's already; what is pressed or current is told by the system's pair for it. */
  fieldset button[aria-pressed=true], tr[data-current] > * { forced-color-adjust: none; color: HighlightText; background: Highlight; border-color: Highlight; }
}
@media print {
  [part=controls], [part=tooltip], [part=ring], [part=more], [part=take] { display: none; }
  [part=data]::details-content { content-visibility: visible; }
  table { min-width: 0; font-size: .75rem; }
  figure, tr { break-inside: avoid; }
  figure { break-inside: auto; }
}
`);
