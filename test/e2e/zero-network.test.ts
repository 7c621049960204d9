import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { refusingProxy, type RefusingProxy } from '../support/refusing-proxy.ts';

const guard = new URL('../support/no-network.ts', import.meta.url).href;
const example = resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing');
const folder = mkdtempSync(join(tmpdir(), 'no-network-'));
const noted = join(folder, 'attempts.txt');

let proxy: RefusingProxy;
let app: LoopbackApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  writeFileSync(noted, '');
  proxy = await refusingProxy();
  app = await startLoopbackApp({ nodeOptions: ['--import', guard], environment: { FOOTING_ATTEMPTS: noted } });
  browser = await launchBrowser([proxy.flag]);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await proxy.close();
  rmSync(folder, { recursive: true });
});

/** Asks the shell as the page does. */
async function call(method: string, input: unknown): Promise<{ ok: boolean; value?: Record<string, unknown> }> {
  const answer = await fetch(`${app.origin}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, origin: app.origin, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as { ok: boolean; value?: Record<string, unknown> };
}

test('an attempt of a program is refused and noted, in a worker too', () => {
  const attempts = join(folder, 'planted.txt');
  const worker = join(folder, 'worker.mjs');
  const program = join(folder, 'program.mjs');
  writeFileSync(worker, `import { connect } from 'node:net'; try { connect(81, '192.0.2.2'); } catch {}`);
  writeFileSync(
    program,
    `import { connect } from 'node:net'; import { lookup } from 'node:dns/promises'; import { Worker } from 'node:worker_threads';
    for (const attempt of [() => connect(80, '192.0.2.1'), () => lookup('example.org')]) try { await attempt(); } catch {}
    new Worker(new URL('./worker.mjs', import.meta.url));`,
  );
  spawnSync(process.execPath, ['--import', guard, program], { env: { ...process.env, FOOTING_ATTEMPTS: attempts } });
  const found = readFileSync(attempts, 'utf8');
  for (const attempt of ['lookup example.org', '192.0.2.1', '192.0.2.2']) expect(found).toContain(attempt);
});

test('an attempt of the browser is refused and noted', async () => {
  const other = await launchBrowser([proxy.flag]);
  const before = proxy.attempts.length;
  const elsewhere = await other.newPage();
  await elsewhere.goto('http://attacker.example/').catch(() => undefined);
  expect(proxy.attempts.slice(before).some((attempt) => attempt.includes('attacker.example'))).toBe(true);
  await other.close();
});

test('the app is driven, and neither shell nor page tries to reach anything', async () => {
  const before = proxy.attempts.length;
  await page.goto(app.address);
  await expect.poll(() => page.textContent('body'), { timeout: 20_000 }).toContain('Sample');
  for (const keys of ['Control+1', 'Control+k', 'Escape', '?', 'Escape', 'Control+z', 'Control+y']) await page.keyboard.press(keys);
  await page.reload();
  await expect.poll(() => page.textContent('body'), { timeout: 20_000 }).toContain('Sample');

  const { value } = await call('library.createFromShipped', { key: 'worked-example-b.footing' });
  const id = String(value?.['id']);
  const text = readFileSync(example, 'utf8');
  const formats = ['svg', 'png', 'csv'];
  const order = { source: { kind: 'LIBRARY', id }, unit: '£m', exhibits: ['bridge'], formats, edits: [], override: null, madeAt: null };
  const asked: [string, unknown][] = [
    ['app.info', null],
    ['app.openDataFolder', null],
    ['library.list', { search: 'worked', bin: false }],
    ['library.shipped', null],
    ['scenario.open', { id }],
    ['scenario.saveVersion', { id, label: 'first' }],
    ['scenario.history', { id, path: null }],
    ['files.openDropped', { fileName: 'dropped.footing', text }],
    ['files.saveAs', { id }],
    ['files.recent', null],
    ['backups.make', null],
    ['export.run', { order, place: null, way: 'KEEP_BOTH', replacing: [] }],
    ['export.copy', { order, exhibit: 'bridge' }],
    ['settings.write', { theme: 'DARK' }],
  ];
  for (const [method, input] of asked) expect([method, (await call(method, input)).ok]).toEqual([method, true]);

  expect(await page.evaluate(`fetch('https://attacker.example/').then(() => 'reached', () => 'refused')`)).toBe('refused');
  expect(readFileSync(noted, 'utf8')).toBe('');
  expect(proxy.attempts.slice(before)).toEqual([]);
});
