import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenceTexts, licencesOf, packagesIn } from '../../scripts/build/bundled-packages.ts';
import { sourcesHash } from '../../scripts/build/freshness.ts';
import { causeIn } from '../../scripts/start/electron-binary.ts';
import { whyNotElectron } from '../../scripts/start/which-shell.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(root, 'shared', 'money'), { recursive: true });
  mkdirSync(join(root, 'other'));
  writeFileSync(join(root, 'shared', 'money', 'a.ts'), 'one');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const sources = ['shared', 'absent.ts'];

test.each<[string, () => void]>([
  [
    'a change of content',
    () => {
      writeFileSync(join(root, 'shared', 'money', 'a.ts'), 'two');
    },
  ],
  [
    'a new file',
    () => {
      writeFileSync(join(root, 'shared', 'b.ts'), '');
    },
  ],
  [
    'another package',
    () => {
      writeFileSync(join(root, 'package-lock.json'), '{"a":1}');
    },
  ],
  [
    'a source that was not there',
    () => {
      writeFileSync(join(root, 'absent.ts'), '');
    },
  ],
])('%s makes a bundle stale', (_, change) => {
  const before = sourcesHash({ sources }, root);
  change();
  expect(sourcesHash({ sources }, root)).not.toBe(before);
});

test('time alone and files elsewhere leave a bundle fresh', () => {
  const before = sourcesHash({ sources }, root);
  utimesSync(join(root, 'shared', 'money', 'a.ts'), 0, 0);
  writeFileSync(join(root, 'other', 'c.ts'), 'three');
  expect(sourcesHash({ sources }, root)).toBe(before);
});

test('packages are read off the paths of modules, nested and scoped ones too', () => {
  const paths = [
    '/p/node_modules/zod/v4/index.js',
    '/p/node_modules/@noble/hashes/sha2.js',
    '/p/node_modules/a/node_modules/b/index.js',
    'C:\\p\\node_modules\\react\\index.js',
    '/p/shared/money/decimal.ts',
    '\0vite/preload-helper.js',
  ];
  expect(packagesIn(paths)).toEqual(['@noble/hashes', 'b', 'react', 'zod']);
});

test('a package without a licence stops the build', () => {
  const place = join(root, 'node_modules', 'one');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{"name":"one","version":"1.2.3","license":"MIT"}');
  expect(licencesOf(['one'], root)).toEqual([{ name: 'one', version: '1.2.3', licence: 'MIT' }]);
  expect(licenceTexts(licencesOf(['one'], root), root)).toContain('one 1.2.3 (MIT)');
  writeFileSync(join(place, 'LICENSE.md'), 'Permission is hereby granted');
  expect(licenceTexts(licencesOf(['one'], root), root)).toBe('one 1.2.3 (MIT)\n\nPermission is hereby granted\n');
  writeFileSync(join(place, 'package.json'), '{"name":"one","version":"1.2.3"}');
  expect(() => licencesOf(['one'], root)).toThrow('one states no version or no licence');
});

test.each([
  ['Windows', { platform: 'win32', environment: {}, userId: undefined }, undefined],
  ['macOS', { platform: 'darwin', environment: {}, userId: 501 }, undefined],
  ['Linux with a display', { platform: 'linux', environment: { DISPLAY: ':0' }, userId: 1000 }, undefined],
  ['Linux with Wayland', { platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' }, userId: 1000 }, undefined],
  ['Linux without a display', { platform: 'linux', environment: { DISPLAY: '' }, userId: 1000 }, 'no display'],
  ['root', { platform: 'linux', environment: { DISPLAY: ':0' }, userId: 0 }, 'as root'],
  ['who asks for it', { platform: 'win32', environment: { FOOTING_SHELL: 'loopback' }, userId: undefined }, 'FOOTING_SHELL'],
] as const)('whether Electron can run: %s', (_, machine, why) => {
  if (why === undefined) expect(whyNotElectron(machine)).toBeUndefined();
  else expect(whyNotElectron(machine)).toContain(why);
});

test.each([
  ['TypeError: fetch failed\n    at node:internal', 'the network does not reach it'],
  ['Error: getaddrinfo ENOTFOUND host', 'the network does not reach it'],
  ['\nHTTPError: Response code 404\n  at x', 'HTTPError: Response code 404'],
  ['', 'no reason was given'],
])('an installer that said %j failed because %s', (said, cause) => {
  expect(causeIn(said)).toBe(cause);
});
