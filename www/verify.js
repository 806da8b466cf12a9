// The builds as they are published: whether the files that draw a chart are those of theirs, and what pins the present one.
import { BUILD, PINS, home } from './files.js';

/** Where this script lies. Written out in `new URL(…)`, bundlers would take it for an address of theirs. */
const HERE = import.meta.url;

/** Whether there is anything to compare with: a single file brings everything along. */
export const canVerify = () => Boolean(BUILD && home() && (!PINS || Object.keys(PINS).length));

/** The list of what is published. */
const manifest = async () => (await fetch(new URL('manifest.json', home()), { cache: 'no-cache' })).json();

/** The names of the files that are not those of the build; empty where all are. Rejects where one cannot be had. */
export async function verify() {
  const expected = PINS ? { ...PINS, ...await living() } : await beside();
  const differing = await Promise.all(Object.entries(expected).map(async ([name, integrity]) => {
    const url = new URL(name, HERE);
    try {
      await (await fetch(url, { cache: 'no-cache', integrity })).arrayBuffer();
      return null;
    } catch {
      // Other bytes are refused like a file that is not there: only without the hash can they be told apart.
      const { ok } = await fetch(url, { cache: 'no-cache' });
      if (!ok) throw new Error(name);
      return name.replace(/^(\.\.\/)+/, '');
    }
  }));
  return differing.filter(Boolean);
}

/** The hash of the living script, if it is that one which has loaded this. */
async function living() {
  if (!new URL(HERE).hash) return {};
  const { build, living: path, files } = await manifest();
  if (build !== BUILD) throw new Error(build);
  return { [`../../${path}`]: files[path].integrity };
}

/** The hashes of the files in this folder, by name. A build that is not this script's own has replaced it. */
async function beside() {
  const { build, files } = await manifest();
  const folder = new URL('./', HERE).pathname.slice(home().pathname.length);
  const here = Object.entries(files).filter(([path]) => path.startsWith(folder) && /^((marks|words)\/)?[\w-]+\.(js|wasm)$/.test(path.slice(folder.length)));
  if (build !== BUILD || !here.length) throw new Error(build);
  return Object.fromEntries(here.map(([path, { integrity }]) => [path.slice(folder.length), integrity]));
}

/** What the list says: the present build, the hash of its script, and which files there are; empty where there is no list. */
export async function published() {
  try {
    const { build, pinned, files } = await manifest();
    return { build, integrity: files[pinned].integrity, files: Object.keys(files) };
  } catch {
    return { build: '', integrity: '', files: [] };
  }
}
