import { expect, test } from 'vitest';
import { packagesOf, unpinned, withoutReason } from './manifest.ts';
import { read } from './project.ts';

const manifest = JSON.stringify({
  dependencies: { exact: '1.2.3', caret: '^1.2.3' },
  devDependencies: { alias: 'npm:@scope/other@6.0.2', tag: 'latest', open: 'npm:other@^6', git: 'github:a/b' },
});

test('a version that is not exact is found', () => {
  expect(unpinned(packagesOf(manifest))).toEqual(['caret ^1.2.3', 'tag latest', 'open npm:other@^6', 'git github:a/b']);
});

test('a package without a reason is found', () => {
  const adr = 'Prose names `caret`.\n| package | reason |\n| `exact`, `alias` | because |';
  expect(withoutReason({ packages: packagesOf(manifest), adr })).toEqual(['caret', 'tag', 'open', 'git']);
});

test('every package of the project is pinned and has its reason in the record of decisions', () => {
  const packages = packagesOf(read('package.json').text);
  expect(packages.size).toBeGreaterThan(10);
  expect(unpinned(packages)).toEqual([]);
  expect(withoutReason({ packages, adr: read('docs/adr/0001-stack.md').text })).toEqual([]);
});

test('the lock names no host', () => {
  expect(read('package-lock.json').text).not.toMatch(/"resolved":/);
});
