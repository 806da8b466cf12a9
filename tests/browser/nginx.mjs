// A real nginx for the browser tests, with a configuration of its own in a folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts nginx until the test is over; returns the origin of each server. `servers` makes, from their origins, the directives of each
 * `server` block but `listen`.
 */
export async function nginx(t, count, servers) {
  const folder = await mkdtemp(join(tmpdir(), 'article-charts-nginx-'));
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  const blocks = servers(origins).map((block, i) => `server { listen 127.0.0.1:${ports[i]}; ${block} }`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  const { uid, username } = userInfo();
  await writeFile(join(folder, 'nginx.conf'), `daemon off; pid ${folder}/pid; error_log stderr warn; ${uid === 0 ? `user ${username};` : ''}
    worker_processes 1; events {} http { access_log off; ${temporary} default_type application/octet-stream; ${blocks.join('\n')} }`);
  const running = spawn(process.env.NGINX ?? '/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'pipe'] });
  let said = '';
  running.stderr.on('data', (text) => { said += text; });
  const ended = once(running, 'exit');
  t.after(async () => {
    running.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  for (let i = 0; ; i += 1) {
    try {
      await fetch(origins[0]);
      return origins;
    } catch (error) {
      if (i > 50 || running.exitCode !== null) throw new Error(`nginx does not answer: ${said}`, { cause: error });
      await new Promise((done) => { setTimeout(done, 100); });
    }
  }
}
