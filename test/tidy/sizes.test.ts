import { expect, test } from 'vitest';
import { filesMatching } from './project.ts';
import { LONGEST_FILE, LONGEST_FUNCTION, longFile, longFunctions } from './sizes.ts';

const CODE = /\.(ts|tsx|js|css)$/;

const lines = (count: number): string => 'call();\n'.repeat(count);
const functionOf = (count: number): string => `function long() {\n${lines(count - 2)}}\n`;

test('a file is measured in lines', () => {
  expect(longFile({ path: 'a.ts', text: lines(LONGEST_FILE) })).toEqual([]);
  expect(longFile({ path: 'a.ts', text: lines(LONGEST_FILE + 1) })).toEqual([`a.ts has ${String(LONGEST_FILE + 1)} lines, 400 at most`]);
});

test.each([
  ['declared', functionOf(LONGEST_FUNCTION + 1)],
  ['arrow', `const long = () => {\n${lines(LONGEST_FUNCTION)}};`],
  ['method', `class Long {\n long() {\n${lines(LONGEST_FUNCTION)} }\n}`],
  ['test', `test('long', () => {\n${lines(LONGEST_FUNCTION)}});`],
])('a function that is too long is found: %s', (_kind, text) => {
  expect(longFunctions({ path: 'a.ts', text })).toHaveLength(1);
});

test('a function at the limit and a long group of short tests are accepted', () => {
  expect(longFunctions({ path: 'a.ts', text: functionOf(LONGEST_FUNCTION) })).toEqual([]);
  expect(longFunctions({ path: 'a.ts', text: `describe('group', () => {\n${lines(LONGEST_FUNCTION)}});` })).toEqual([]);
});

test('files and functions of the project keep to their sizes', () => {
  const files = filesMatching(CODE);
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(longFile)).toEqual([]);
  expect(files.filter(({ path }) => !path.endsWith('.css')).flatMap(longFunctions)).toEqual([]);
});
