import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ElectronApp } from '../support/electron-app.ts';
import { failingProbes } from './electron-probes.ts';

const root = resolve(import.meta.dirname, '../..');
let copy: string;

/** The built app, in a place where a fault may be planted. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  cpSync(join(root, 'scenarios'), join(copy, 'scenarios'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

type Planted = { readonly fault: string; readonly from: string | RegExp; readonly to: string; readonly failing: string };

const FAULTS: readonly Planted[] = [
  { fault: 'the sandbox off', from: 'sandbox: true', to: 'sandbox: false', failing: 'the page has the sandbox, its own world and no Node' },
  {
    fault: 'Node in the page',
    from: 'nodeIntegration: false',
    to: 'nodeIntegration: true',
    failing: 'the page has the sandbox, its own world and no Node',
  },
  {
    fault: 'a shared world',
    from: 'contextIsolation: true',
    to: 'contextIsolation: false',
    failing: 'the preload gives the page its bridge',
  },
  { fault: 'another preload', from: '"preload.cjs"', to: '"other.cjs"', failing: 'the preload gives the page its bridge' },
  { fault: 'no handler', from: /ipcMain\.handle\(/, to: '(() => undefined)(', failing: 'a call of the page is answered' },
  { fault: 'frames not looked at', from: /if \(!frame\.isTop\)[^;]*;/, to: '', failing: 'a call from a foreign frame is refused' },
  {
    fault: 'origins not looked at',
    from: /if \(frame\.origin !== origin\)[^;]*;\s*return frame\.url[^;]*;/,
    to: '',
    failing: 'a call from a foreign origin is refused',
  },
  { fault: 'paths not looked at', from: '/^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/', to: '/^/', failing: 'nothing outside the bundle is served' },
  { fault: 'no policy', from: `"default-src 'none'",`, to: '', failing: 'the page comes with the policy' },
  {
    fault: 'navigation allowed',
    from: /"will-(frame-)?navigate", \(event\) => \{\s*event\.preventDefault\(\);/g,
    to: '"will-$1navigate", () => {',
    failing: 'the page leads nowhere',
  },
  { fault: 'windows allowed', from: 'action: "deny"', to: 'action: "allow"', failing: 'the page leads nowhere' },
  {
    fault: 'every permission',
    from: /return ALLOWED\.has\(permission\)[^;]*;/,
    to: 'return true;',
    failing: 'the page may have the clipboard to write to',
  },
];

test('without a fault nothing fails', async () => {
  const app = await ElectronApp.start({ appFolder: copy });
  try {
    expect(await failingProbes(app)).toEqual([]);
  } finally {
    await app.end();
  }
});

test.each(FAULTS)('$fault is found', async ({ from, to, failing }) => {
  const main = join(copy, 'dist', 'main', 'main.js');
  const text = readFileSync(main, 'utf8');
  const planted = text.replace(from, to);
  expect(planted).not.toBe(text);
  writeFileSync(main, planted);
  const app = await ElectronApp.start({ appFolder: copy });
  try {
    expect((await failingProbes(app)).some((probe) => probe.startsWith(failing))).toBe(true);
  } finally {
    await app.end();
  }
});
