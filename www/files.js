// Where the files beside the scripts come from, and which build they are. What is shipped has other versions of this script, with the same
// exports, which the build writes: for each folder, and for a page that is one file.

/** The module that draws, as `init` takes it. */
export const chartModule = () => new URL('article_charts_bg.wasm', import.meta.url);

/** Which part of it draws a view or speaks a language, by view or tag. A module that is built to try something has it all. */
export const parts = {};

/** A part of it, by its name: an address, an answer or the bytes. */
export const chartPart = (name) => new URL(`${name}.wasm`, import.meta.url);

/** The module that makes what is taken away, in the same way. */
export const takeAwayModule = () => new URL('take_away_bg.wasm', import.meta.url);

/** The script that hands it to the reader. */
export const takeAwayScript = () => import('./take-away.js');

/** The folder of the page that shows any picture, of the data and of the manifest; null where there is none. */
export const home = () => new URL('./', import.meta.url);

/** The hash of the build; empty where it is none that is shipped. */
export const BUILD = '';

/** What the files beside this one have to be, by name, as `integrity` says it; null where the manifest knows. */
export const PINS = null;
