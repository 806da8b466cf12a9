// Whether the files that draw a chart are those of the build: fetches them again and compares their hashes.
import { BUILD, PINS, home } from './files.js';

/** Whether there is anything to compare with. */
export const canVerify = () => Boolean(BUILD && home());

/** The names of the files that are not those of the build; empty where all are. Rejects where one cannot be had. */
export async function verify() {
  const pins = PINS ?? await manifest();
  const differing = await Promise.all(Object.entries(pins).map(async ([name, integrity]) => {
    const url = new URL(name, import.meta.url);
    try {
      await (await fetch(url, { cache: 'no-cache', integrity })).arrayBuffer();
      return null;
    } catch {
      // Other bytes are refused like a file that is not there: only without the hash can they be told apart.
      const { ok } = await fetch(url, { cache: 'no-cache' });
      if (!ok) throw new Error(name);
      return name;
    }
  }));
  return differing.filter(Boolean);
}

/** What the manifest says of the files in this folder. A build that is not this script's own has replaced it. */
async function manifest() {
  const { build, files } = await (await fetch(new URL('manifest.json', home()), { cache: 'no-cache' })).json();
  const folder = new URL('./', import.meta.url).pathname.slice(home().pathname.length);
  const here = Object.entries(files).filter(([path]) => path.startsWith(folder) && /^(marks\/)?[\w-]+\.(js|wasm)$/.test(path.slice(folder.length)));
  if (build !== BUILD || !here.length) throw new Error(build);
  return Object.fromEntries(here.map(([path, { integrity }]) => [path.slice(folder.length), integrity]));
}
