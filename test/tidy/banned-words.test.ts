import { expect, test } from 'vitest';
import { bannedWords } from './banned-words.ts';
import { filesMatching } from './project.ts';

const TEXT = /\.(ts|tsx|js|json|md|css|html|yml|yaml|sh|footing)$|^\.ci\//;
/** These name the words in order to ban them; the lock is written by npm; the methodology carries words of its sources. */
const EXEMPT = /^test\/tidy\/banned-words|^package-lock\.json$|^docs\/methodology\/model-spec\.md$/;

test.each([
  ['a.ts', '// TODO later'],
  ['a.ts', 'throw new Error("not yet implemented")'],
  ['a.md', 'Charts are coming soon.'],
  ['a.md', 'The rate is a placeholder.'],
  ['a.tsx', '<p>This is a placeholder</p>'],
  ['a.ts', "open('/home/ann/plan.footing')"],
  ['a.ts', "open('/tmp/plan.footing')"],
  ['a.ts', String.raw`open('C:\\Users\\ann')`],
  ['a.json', '"https://registry.npmjs.org/zod"'],
])('%s with %j is refused', (path, text) => {
  expect(bannedWords({ path, text })).toHaveLength(1);
});

test.each([
  ['a.tsx', '<input placeholder="9.8" />'],
  ['a.css', 'input::placeholder { color: grey }'],
  ['a.md', 'See https://www.example.org/work/plans and https://example.org/home/x.'],
  ['a.ts', 'const method = todoList'],
])('%s with %j is accepted', (path, text) => {
  expect(bannedWords({ path, text })).toEqual([]);
});

test('a finding says where', () => {
  expect(bannedWords({ path: 'a.ts', text: 'one\ntwo // FIXME' })[0]).toContain('a.ts:2');
});

test('no file of the project holds a banned word', () => {
  const files = filesMatching(TEXT).filter(({ path }) => !EXEMPT.test(path));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(bannedWords)).toEqual([]);
});
