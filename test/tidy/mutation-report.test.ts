import { expect, test } from 'vitest';
import { changedSince, foldersBelow, mutationPage, mutationScore, reportOf, summarise } from '../../scripts/mutation-report.ts';

const mutants = (statuses: Record<string, number>) =>
  Object.entries(statuses).flatMap(([status, count]) => Array.from({ length: count }, () => ({ status })));

const report = {
  files: {
    'shared/money/foot.ts': { mutants: mutants({ Killed: 8, Timeout: 1, Survived: 1, CompileError: 4 }) },
    'shared/money/decimal.ts': { mutants: mutants({ Killed: 9, Ignored: 2 }) },
    'shared/engine/shift.ts': { mutants: mutants({ Killed: 3, NoCoverage: 1 }) },
  },
};

test('the score leaves out mutants that say nothing of the tests', () => {
  const { files, folders, all } = summarise(report);
  expect([...files.keys()]).toEqual(['shared/engine/shift.ts', 'shared/money/decimal.ts', 'shared/money/foot.ts']);
  expect(files.get('shared/money/foot.ts')).toEqual({ killed: 8, timedOut: 1, survived: 1, notCovered: 0, invalid: 4 });
  expect([...folders].map(([folder, count]) => [folder, mutationScore(count)])).toEqual([
    ['shared/engine', 75],
    ['shared/money', (100 * 18) / 19],
  ]);
  expect(all.invalid).toBe(6);
  expect(mutationScore({ killed: 0, timedOut: 0, survived: 0, notCovered: 0, invalid: 3 })).toBeUndefined();
});

test('a folder below the least score is named', () => {
  expect(foldersBelow(report)).toEqual(['shared/engine']);
});

const beside = (code: string | undefined) => ({ codeOf: () => code, tools: 'hammer 1.0' });
const run = (files: Record<string, string>, endedAt = '2020-03-31 12:00') => ({
  endedAt,
  report: {
    files: Object.fromEntries(Object.entries(files).map(([path, source]) => [path, { source, mutants: mutants({ Killed: 1 }) }])),
    testFiles: { 'test/unit/money/foot.test.ts': { tests: [{}, {}] } },
    framework: { version: '1.2.3' },
  },
});

test('the page states the score, the survivors and the command', () => {
  const page = mutationPage([{ report, endedAt: '2020-03-31 12:00' }], beside(undefined));
  expect(page).toContain('**All: 91.3%, 2 survivors** (1 that tests ran through, 1 that no test reaches).');
  expect(page).toContain('| `shared/engine` | 75.0% | 3 | 0 | 0 | 1 | 0 |');
  expect(page).toContain('Made by `npm run mutation`.');
});

test('the page states of each run when it ended, what it changed and with which tests', () => {
  const page = mutationPage(
    [run({ 'shared/a/one.ts': 'a', 'shared/a/two.ts': 'b' }), run({ 'shared/b/three.ts': 'c' }, '2020-04-01 09:30')],
    beside('a'),
  );
  expect(page).toContain('Put together from 2 runs over parts of the code');
  expect(page).toContain('npm run mutation');
  expect(page).toContain('Tools: hammer 1.0.');
  expect(page).toContain('| 2020-03-31 12:00 | `shared/a` | 2 | 2 in `test/unit/money` | 1.2.3 |');
  expect(page).toContain('| 2020-04-01 09:30 | `shared/b` | 1 | 2 in `test/unit/money` | 1.2.3 |');
  expect(page).toContain('so that their figures are of the code before: `shared/a/two.ts`, `shared/b/three.ts`.');
});

test('code that stands as it was measured is said to', () => {
  const runs = [run({ 'shared/a/one.ts': 'a' })];
  expect(changedSince(runs, () => 'a')).toEqual([]);
  expect(changedSince(runs, () => undefined)).toEqual(['shared/a/one.ts']);
  expect(mutationPage(runs, beside('a'))).toContain('Every file was measured as it stands.');
});

test('a file measured twice is refused', () => {
  expect(() => reportOf([run({ 'shared/a/one.ts': 'a' }), run({ 'shared/a/one.ts': 'a' })])).toThrow(
    'shared/a/one.ts stands in two reports',
  );
  expect(Object.keys(reportOf([run({ 'shared/a/one.ts': 'a' }), run({ 'shared/b/two.ts': 'b' })]).files)).toHaveLength(2);
});
