import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundlePath } from '../../electron/security/bundle-path.ts';

const ORIGIN = 'app://bundle';

test.each([
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['/index.html#token=abc', 'index.html', 'text/html; charset=utf-8'],
  ['/assets/index-Bq3_x1.js', 'assets/index-Bq3_x1.js', 'text/javascript; charset=utf-8'],
  ['/assets/index.css?v=1', 'assets/index.css', 'text/css; charset=utf-8'],
  ['/assets/Inter.woff2', 'assets/Inter.woff2', 'font/woff2'],
])('%s is the file %s', (address, path, contentType) => {
  expect(bundlePath(`${ORIGIN}${address}`, ORIGIN)).toEqual({ kind: 'file', path, contentType });
});

test.each([
  '/../main/main.js',
  '/assets/../../main/main.js',
  '/assets/..%2f..%2fmain/main.js',
  '/%2e%2e/main/main.js',
  '/%2E%2E%2Fmain/main.js',
  '/.%2e/main.js',
  '/%252e%252e/main.js',
  '/..%5cmain%5cmain.js',
  '/..\\main\\main.js',
  '/assets/index.js%00.html',
  '/assets/%00',
  '/%',
  '/%zz/index.html',
  '//etc/passwd.json',
  '/C:/Windows/win.js',
  '/assets//index.js',
  '/.env.json',
  '/./index.html',
  '/file:///etc/hosts.json',
  '/ındex.html',
  '/assets/%C0%AE%C0%AE/main.js',
  '/assets/index.js/..',
  '/assets/index.js::$DATA',
])('%s is refused', (address) => {
  expect(bundlePath(`${ORIGIN}${address}`, ORIGIN).kind).toBe('refused');
});

test.each([
  'app://bundle.other/index.html',
  'app://other/index.html',
  'app://bundle',
  'file:///index.html',
  'https://bundle/index.html',
  'app://bundle@other/x.js',
  '',
])('the address %j of another origin is refused', (address) => {
  expect(bundlePath(address, ORIGIN)).toMatchObject({ kind: 'refused', status: 403 });
});

test.each(['/main.ts', '/assets/index.js.map', '/secret', '/assets/'])('%s is no kind of file of the bundle', (address) => {
  expect(bundlePath(`${ORIGIN}${address}`, ORIGIN).kind).toBe('refused');
});

test('whatever is let through lies below the bundle', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '/',
    '\\',
    '%5c',
    '%2f',
    'a',
    'index.html',
    'assets',
    '%00',
    '%25',
    ':',
    '~',
    '.js',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const asked = bundlePath(`${ORIGIN}/${parts.join('')}`, ORIGIN);
      if (asked.kind === 'refused') return;
      expect(asked.path).toMatch(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/);
      expect(new URL(asked.path, 'http://x/page/').pathname).toBe(`/page/${asked.path}`);
    }),
    { numRuns: 3000 },
  );
});
