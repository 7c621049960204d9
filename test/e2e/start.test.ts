import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** `npm start` without npm: the script that it names, on a machine without a display. */
function start(environment: Record<string, string>, ...files: string[]): { child: ChildProcess; said: () => string } {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'scripts', 'require-node.js'), join(root, 'scripts', 'start.ts'), ...files],
    {
      env: { ...rest, FOOTING_DATA: folder, FOOTING_NO_BROWSER: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (said += part));
  return { child, said: () => said };
}

const answers = async (address: string): Promise<boolean> =>
  fetch(address.replace(/#.*$/, '')).then(
    ({ ok }) => ok,
    () => false,
  );

test.each(['SIGINT', 'SIGTERM'] as const)(
  'without a display it says in one line where it is and why, keeps serving, and ends with %s',
  async (signal) => {
    const { child, said } = start({ FOOTING_SHELL: 'loopback' }, join(root, 'scenarios', 'worked-example-a.footing'));
    await expect.poll(said, { timeout: 60_000 }).toContain('Ctrl+C stops it');
    const lines = said().trim().split('\n');
    expect(lines.at(-1)).toMatch(
      /^Footing is at http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43} \(in a browser, because FOOTING_SHELL asks for it\)\. Ctrl\+C stops it\.$/,
    );
    expect(lines.length).toBeLessThanOrEqual(2);
    const address = /http:\S+/.exec(said())?.[0] ?? '';
    expect(await answers(address)).toBe(true);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await answers(address)).toBe(false);
  },
);
