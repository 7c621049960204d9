import { expect, test } from 'vitest';
import { closingLine, sumOf, tallyOfStep, tallyOfTests } from '../../scripts/tally.ts';

const assertion = (fullName: string, status: string) => ({ fullName, status });
const reportOf = (assertions: { fullName: string; status: string }[]) => ({
  numPassedTests: assertions.filter(({ status }) => status === 'passed').length,
  numFailedTests: assertions.filter(({ status }) => status === 'failed').length,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: assertions }],
});

test('a step is one check', () => {
  expect(tallyOfStep('lint', 0)).toEqual({ passed: 1, failed: 0, failures: [], skipped: [] });
  expect(tallyOfStep('lint', 2)).toEqual({ passed: 0, failed: 1, failures: ['lint'], skipped: [] });
});

test('tests are counted one by one, and those that failed or were skipped are named', () => {
  const report = reportOf([assertion('a', 'passed'), assertion('b', 'passed'), assertion('c', 'failed'), assertion('d', 'skipped')]);
  expect(tallyOfTests({ name: 'vitest', report, exitCode: 1 })).toEqual({ passed: 2, failed: 1, failures: ['c'], skipped: ['d'] });
});

test('a file that fails before its first test is a failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [{ name: 'a', status: 'failed', assertionResults: [] }] };
  expect(tallyOfTests({ name: 'vitest', report, exitCode: 1 })).toEqual({ passed: 3, failed: 1, failures: ['a'], skipped: [] });
});

test('a run that fails as a whole, ran nothing, or left no report is a failure', () => {
  expect(tallyOfTests({ name: 'e2e', report: reportOf([assertion('a', 'passed')]), exitCode: 1 })).toMatchObject({
    failed: 1,
    failures: ['e2e: the run as a whole'],
  });
  expect(tallyOfTests({ name: 'e2e', report: reportOf([]), exitCode: 0 }).failed).toBe(1);
  expect(tallyOfTests({ name: 'e2e', report: undefined, exitCode: 0 }).failed).toBe(1);
});

test('the closing line sums everything', () => {
  const total = sumOf([tallyOfStep('types', 0), tallyOfStep('lint', 1), { passed: 40, failed: 2, failures: ['y', 'z'], skipped: ['x'] }]);
  expect(closingLine(total)).toBe('41 passed, 3 failed');
  expect(total.failures).toEqual(['lint', 'y', 'z']);
  expect(total.skipped).toEqual(['x']);
});
