import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../electron/security/content-security-policy.ts';
import { loopbackFault, type LoopbackRequest } from '../../electron/security/loopback-request.ts';
import { mayHave } from '../../electron/security/permissions.ts';
import { senderFault } from '../../electron/security/sender.ts';
import { webPreferences } from '../../electron/security/web-preferences.ts';

const ORIGIN = 'app://bundle';

/** The policy as a map of directive to sources. */
const policy = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

test('the policy forbids what it does not name, and names nothing beyond the bundle', () => {
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
  for (const name of ['object-src', 'base-uri', 'form-action', 'frame-src', 'frame-ancestors'])
    expect(policy.get(name)).toEqual(["'none'"]);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|unsafe-inline|\*|https?:|wasm-unsafe/);
  expect(SECURITY_HEADERS).toMatchObject({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' });
});

const ours = { origin: ORIGIN, url: `${ORIGIN}/index.html`, isTop: true };

test('our page in the top frame may call', () => {
  expect(senderFault(ours, ORIGIN)).toBeUndefined();
});

test.each([
  ['a frame that is gone', undefined],
  ['a frame inside the page', { ...ours, isTop: false }],
  ['an origin that begins like ours', { ...ours, origin: 'app://bundle.other', url: 'app://bundle.other/' }],
  ['another host', { ...ours, origin: 'app://other', url: 'app://other/' }],
  ['a site', { ...ours, origin: 'https://bundle', url: 'https://bundle/' }],
  ['a file', { ...ours, origin: 'file://', url: 'file:///app/index.html' }],
  ['no origin', { ...ours, origin: 'null' }],
  ['our origin at another address', { ...ours, url: 'about:blank' }],
])('%s may not call', (_, frame) => {
  expect(senderFault(frame, ORIGIN)).toEqual(expect.any(String));
});

test('the page may write to the clipboard', () => {
  expect(mayHave({ permission: 'clipboard-sanitized-write', requestingOrigin: `${ORIGIN}/` }, ORIGIN)).toBe(true);
});

test.each([
  'clipboard-read',
  'media',
  'geolocation',
  'notifications',
  'midi',
  'fullscreen',
  'openExternal',
  'hid',
  'usb',
  'serial',
  'fileSystem',
  'display-capture',
  'window-management',
  'unknown',
  '',
])('the page may not have %j', (permission) => {
  expect(mayHave({ permission, requestingOrigin: ORIGIN }, ORIGIN)).toBe(false);
});

test.each(['app://bundle.other', 'https://bundle', 'null', ''])('the origin %j may have nothing', (requestingOrigin) => {
  expect(mayHave({ permission: 'clipboard-sanitized-write', requestingOrigin }, ORIGIN)).toBe(false);
});

test('the page has its own world, the sandbox and no Node', () => {
  expect(webPreferences({ preload: 'preload.cjs', isPackaged: true })).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    devTools: false,
  });
  expect(webPreferences({ preload: 'preload.cjs', isPackaged: false }).devTools).toBe(true);
});

const shell = { origin: 'http://127.0.0.1:4321', token: 'sesame' };
const call: LoopbackRequest = {
  method: 'POST',
  target: '/api/app.info',
  headers: {
    host: '127.0.0.1:4321',
    origin: shell.origin,
    authorization: 'Bearer sesame',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  },
};
const withHeaders = (headers: LoopbackRequest['headers']): LoopbackRequest => ({ ...call, headers: { ...call.headers, ...headers } });

test('our page with the token is answered, and so is a read of the bundle', () => {
  expect(loopbackFault(call, shell)).toBeUndefined();
  expect(loopbackFault({ method: 'GET', target: '/', headers: { host: '127.0.0.1:4321' } }, shell)).toBeUndefined();
});

test.each<[string, LoopbackRequest, number]>([
  ['a name that was pointed at this machine', withHeaders({ host: 'attacker.example:4321' }), 421],
  ['localhost, which is not what we gave out', withHeaders({ host: 'localhost:4321' }), 421],
  ['another port', withHeaders({ host: '127.0.0.1:4322' }), 421],
  ['no host', withHeaders({ host: undefined }), 421],
  ['another site', withHeaders({ origin: 'https://attacker.example' }), 403],
  ['a page of no origin', withHeaders({ origin: 'null' }), 403],
  ['no origin', withHeaders({ origin: undefined }), 403],
  ['a cross-site call', withHeaders({ 'sec-fetch-site': 'cross-site' }), 403],
  ['no token', withHeaders({ authorization: undefined }), 403],
  ['a wrong token', withHeaders({ authorization: 'Bearer sesamf' }), 403],
  ['a longer token', withHeaders({ authorization: 'Bearer sesame2' }), 403],
  ['a form', withHeaders({ 'content-type': 'text/plain' }), 400],
  ['a call by GET', { ...call, method: 'GET' }, 405],
  ['writing to the bundle', { ...call, method: 'PUT', target: '/index.html' }, 405],
])('%s is refused', (_, request, status) => {
  expect(loopbackFault(request, shell)?.status).toBe(status);
});
