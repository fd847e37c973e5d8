// A server on an invented case, started for one run of the tests.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Starts `serve`'s example server; gives its address and a way to end it. */
export async function serve(...flags) {
  const child = spawn('cargo', ['run', '--quiet', '-p', 'serve', '--example', 'invented', '--', '0', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Cargo hands signals to nobody: a group of its own is ended together.
    detached: true,
  });
  const address = await new Promise((found, failed) => {
    let told = '';
    child.stdout.on('data', (bytes) => {
      told += bytes;
      const line = /http:\/\/\S+/.exec(told);
      if (line) found(line[0].replace(/\/$/, ''));
    });
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`the server ended with status ${code} before it told its address`)));
  });
  return { address, end: () => process.kill(-child.pid, 'SIGINT') };
}
