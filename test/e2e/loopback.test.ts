import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';

const example = resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing');
const faults: string[] = [];
let app: LoopbackApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  app = await startLoopbackApp();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  await page.goto(app.address);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const body = () => page.textContent('body');

test('the page shows the sample’s figures, and the policy stops nothing that it needs', async () => {
  await expect.poll(body, { timeout: 20_000 }).toContain('2020/21');
  expect(await body()).toContain('Sample');
  expect(faults).toEqual([]);
});

test('the token is out of the address, and a reload works', async () => {
  expect(page.url()).toBe(`${app.origin}/`);
  await page.reload();
  await expect.poll(body, { timeout: 20_000 }).toContain('2020/21');
});

test('a page without the token is told nothing', async () => {
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await stranger.goto(app.origin);
  await expect
    .poll(() =>
      stranger.evaluate(
        `fetch('/api/app.info', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'null' }).then((answer) => answer.status)`,
      ),
    )
    .toBe(403);
  await other.close();
});

test('a site that is open in the same browser cannot call, even with the token', async () => {
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>Site</title>'));
  await new Promise<void>((listening) => {
    site.listen(0, '127.0.0.1', listening);
  });
  const visitor = await browser.newPage();
  await visitor.goto(`http://127.0.0.1:${String((site.address() as AddressInfo).port)}/`);
  const attempt = `fetch('${app.origin}/api/app.quit', { method: 'POST', headers: { authorization: 'Bearer ${app.token}', 'content-type': 'application/json' }, body: 'null' })
    .then((answer) => 'answered ' + answer.status, () => 'refused')`;
  expect(await visitor.evaluate(attempt)).toBe('refused');
  const framed = `new Promise((done) => { const frame = document.createElement('iframe'); frame.onload = () => done(frame.contentDocument === null ? 'closed' : 'open');
    frame.src = '${app.origin}/'; document.body.append(frame); })`;
  expect(await visitor.evaluate(framed)).toBe('closed');
  expect(app.said()).not.toContain('quit');
  await visitor.close();
  site.close();
});

test('a second start on the same data is refused in words', async () => {
  await expect(startLoopbackApp({ dataFolder: app.dataFolder })).rejects.toThrow('Footing is already open on the folder');
});

test('a file among the arguments is opened; Ctrl+C ends the shell and closes the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-data-'));
  const second = await startLoopbackApp({ dataFolder: folder, files: [example], environment: { FOOTING_WHY_LOOPBACK: 'this is a test' } });
  expect(second.said()).toContain('(in a browser, because this is a test). Ctrl+C stops it.');
  const visitor = await browser.newPage();
  await visitor.goto(second.address);
  await expect.poll(() => visitor.textContent('body'), { timeout: 20_000 }).toContain('Worked example B');
  expect(await second.stop()).toBe(0);
  expect(existsSync(join(folder, 'footing.sqlite'))).toBe(true);
  expect(existsSync(join(folder, 'footing.sqlite-wal'))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('the page can end the shell', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-data-'));
  const shell = await startLoopbackApp({ dataFolder: folder });
  const visitor = await browser.newPage();
  await visitor.goto(shell.address);
  const quit = `fetch('/api/app.quit', { method: 'POST', headers: { authorization: 'Bearer ${shell.token}', 'content-type': 'application/json' }, body: 'null' })`;
  await visitor.evaluate(`${quit}.catch(() => undefined)`);
  expect(await shell.ended).toBe(0);
  await visitor.close();
  rmSync(folder, { recursive: true });
});

test('a shell that was killed starts again with everything that was saved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-data-'));
  const first = await startLoopbackApp({ dataFolder: folder });
  const ask = async (shell: LoopbackApp, method: string, input: unknown) => {
    const headers = { authorization: `Bearer ${shell.token}`, origin: shell.origin, 'content-type': 'application/json' };
    const answer = await fetch(`${shell.origin}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(input) });
    return (await answer.json()) as { value: { id: string; rows: { id: string }[] } };
  };
  const { id } = (await ask(first, 'library.createFromShipped', { key: 'worked-example-a.footing' })).value;
  await first.kill();
  const second = await startLoopbackApp({ dataFolder: folder });
  expect((await ask(second, 'library.list', { search: '', bin: false })).value.rows.map((row) => row.id)).toContain(id);
  await second.stop();
  rmSync(folder, { recursive: true });
});
