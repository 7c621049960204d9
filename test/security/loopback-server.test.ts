import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserCommand } from '../../electron/loopback/browser.ts';
import { serveLoopback, type LoopbackServer } from '../../electron/loopback/server.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/security/content-security-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
const calls: { method: string; input: unknown }[] = [];
let shell: LoopbackServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(folder, 'page', 'assets', 'index.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  shell = await serveLoopback({
    pageFolder: join(folder, 'page'),
    answer: (method, input) => {
      calls.push({ method, input });
      return Promise.resolve({ ok: false, failure: { code: 'TEST', text: 'An answer.' } });
    },
  });
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true });
});

type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** One request, byte for byte as given: no client makes the path prettier. */
function send({
  method = 'GET',
  path,
  headers = {},
  body,
}: Sent): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((done, failed) => {
    const { port } = new URL(shell.origin);
    const sent = ask({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

const ours = (): Record<string, string> => ({
  origin: shell.origin,
  authorization: `Bearer ${shell.token}`,
  'content-type': 'application/json',
});

test('the token has 256 bits and stands in the fragment alone', () => {
  expect(Buffer.from(shell.token, 'base64url')).toHaveLength(32);
  expect(shell.address).toBe(`${shell.origin}/#token=${shell.token}`);
});

test('the page comes with the policy, and is not kept by the browser', async () => {
  const page = await send({ path: '/' });
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Page') as string });
  expect(page.headers).toMatchObject({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect((await send({ path: '/assets/index.js' })).headers['content-type']).toContain('javascript');
});

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..%5c..%5csecret.json',
  '/assets/../../secret.json',
  '/absent.js',
])('%s gives nothing away', async (path) => {
  const answer = await send({ path });
  expect([400, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('secret":');
  expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
});

test('a call of our page reaches the app and brings its reply', async () => {
  calls.length = 0;
  const answer = await send({ method: 'POST', path: '/api/library.rename', headers: ours(), body: '{"id":"s1","name":"£ plan"}' });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ ok: false, failure: { code: 'TEST', text: 'An answer.' } });
  expect(calls).toEqual([{ method: 'library.rename', input: { id: 's1', name: '£ plan' } }]);
});

test('what the contract calls nothing is a null', async () => {
  calls.length = 0;
  await send({ method: 'POST', path: '/api/app.info', headers: ours(), body: 'null' });
  expect(calls).toEqual([{ method: 'app.info', input: null }]);
});

test.each<[string, (headers: Record<string, string>) => Sent, number]>([
  ['no token', ({ authorization: _, ...rest }) => ({ method: 'POST', path: '/api/app.info', headers: rest, body: 'null' }), 403],
  [
    'another origin',
    (headers) => ({ method: 'POST', path: '/api/app.info', headers: { ...headers, origin: 'https://attacker.example' }, body: 'null' }),
    403,
  ],
  [
    'another host',
    (headers) => ({ method: 'POST', path: '/api/app.info', headers: { ...headers, host: 'attacker.example' }, body: 'null' }),
    421,
  ],
  ['broken JSON', (headers) => ({ method: 'POST', path: '/api/app.info', headers, body: '{' }), 400],
  ['a body beyond any call', (headers) => ({ method: 'POST', path: '/api/app.info', headers, body: `"${'x'.repeat(50_000_001)}"` }), 400],
])('a call with %s never reaches the app', async (_, request, status) => {
  calls.length = 0;
  expect((await send(request(ours()))).status).toBe(status);
  expect(calls).toEqual([]);
});

test('no other interface of this machine is listened on', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1');
  const port = Number(new URL(shell.origin).port);
  const reached = await Promise.all(
    others.map(
      ({ address }) =>
        new Promise<boolean>((done) => {
          const socket = createConnection({ host: address, port, timeout: 2000 });
          socket.once('connect', () => {
            socket.destroy();
            done(true);
          });
          for (const event of ['error', 'timeout'])
            socket.once(event, () => {
              done(false);
            });
        }),
    ),
  );
  expect(reached).not.toContain(true);
});

const address = 'http://127.0.0.1:1/#token=t';
test.each([
  ['Windows', 'win32', {}, 'rundll32'],
  ['macOS', 'darwin', {}, 'open'],
  ['Linux with X11', 'linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['Linux without a display', 'linux', {}, undefined],
  ['a machine that checks', 'darwin', { CI: 'true' }, undefined],
  ['who does not want it', 'win32', { FOOTING_NO_BROWSER: '1' }, undefined],
] as const)('the browser of %s', (_, platform, environment, command) => {
  expect(browserCommand(address, { platform, environment })?.command).toBe(command);
});
