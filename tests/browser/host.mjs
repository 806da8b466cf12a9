// Somebody else's site for the browser tests: really served, on an origin of its own. A page that a request interceptor makes up belongs
// to no network, and is not let near this machine's.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { URL_PAGE } from './support.mjs';

/** The origin that the charts are served from. */
export const HOME = new URL(URL_PAGE).origin;

/**
 * Serves pages until the test is over; returns the origin. `pages` are answers by path: a text, or `{ body, type, headers }`. Below
 * `/charts/` are the files under test, as a site has them that has copied them, without headers of theirs.
 */
export async function site(t, pages) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const page = pages[pathname];
    if (page !== undefined) {
      const { body, type = 'text/html', headers = {} } = typeof page === 'string' ? { body: page } : page;
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
      return;
    }
    if (!pathname.startsWith('/charts/')) {
      response.writeHead(404).end();
      return;
    }
    const copy = await fetch(URL_PAGE + pathname.slice('/charts/'.length));
    response.writeHead(copy.status, { 'content-type': copy.headers.get('content-type') });
    response.end(Buffer.from(await copy.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}`;
}

/** A page around what it embeds. */
export const html = (body, { lang = 'en', head = '' } = {}) => `<!doctype html><html lang="${lang}"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>host</title><link rel="icon" href="data:,">${head}<body>${body}</html>`;

/** The script of the element, where a site has copied it. */
export const SCRIPT = '<script type="module" src="/charts/article-chart.js"></script>';
