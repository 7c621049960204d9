import { expect, test } from 'vitest';
import { filesMatching } from './project.ts';
import { testMarks } from './test-marks.ts';

test.each([
  "test.skip('x', () => {})",
  "it.only('x', () => {})",
  "describe.todo('x')",
  "test.concurrent.skip('x', () => {})",
  "test.each([1]).only('x', () => {})",
  "test.fails('x', () => {})",
  "test.skipIf(true)('x', () => {})",
  "xit('x', () => {})",
  "fdescribe('x', () => {})",
  "test('x', { skip: true }, () => {})",
  "test('x', (context) => { context.skip() })",
])('%s is refused', (text) => {
  expect(testMarks({ path: 'test/unit/a.test.ts', text })).toHaveLength(1);
});

test('what only looks like a mark is accepted', () => {
  expect(
    testMarks({ path: 'test/unit/a.test.ts', text: "test('only what is lawful', () => { parser.skip(); read({ only: 1 }) })" }),
  ).toEqual([]);
});

test('only a test that needs a browser or Electron may depend on the machine', () => {
  const text = "test.skipIf(noElectron)('x', () => {})";
  expect(testMarks({ path: 'test/e2e/a.test.ts', text })).toEqual([]);
  expect(testMarks({ path: 'test/e2e/a.test.ts', text: "test.skip('x', () => {})" })).toHaveLength(1);
});

test('no test of the project is skipped, singled out or promised', () => {
  const files = filesMatching(/^test\/.*\.(ts|tsx)$/);
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap(testMarks)).toEqual([]);
});
