import { expect, test } from 'vitest';
import { foldersBelow, mutationPage, mutationScore, summarise } from '../../scripts/mutation-report.ts';

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

test('the page states the score, the survivors and the command', () => {
  const page = mutationPage(report);
  expect(page).toContain('**All: 91.3%, 2 survivors** (1 that tests ran through, 1 that no test reaches).');
  expect(page).toContain('| `shared/engine` | 75.0% | 3 | 0 | 0 | 1 | 0 |');
  expect(page).toContain('npm run mutation');
});
