import { expect, test } from 'vitest';
import { closingLine, sumOf, tallyOfStep, tallyOfTests } from '../../scripts/tally.ts';

const assertion = (fullName: string, status: string) => ({ fullName, status });
const reportOf = (assertions: { fullName: string; status: string }[]) => ({
  numPassedTests: assertions.filter(({ status }) => status === 'passed').length,
  numFailedTests: assertions.filter(({ status }) => status === 'failed').length,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: assertions }],
});

test('a step is one check', () => {
  expect(tallyOfStep(0)).toEqual({ passed: 1, failed: 0, skipped: [] });
  expect(tallyOfStep(2)).toEqual({ passed: 0, failed: 1, skipped: [] });
});

test('tests are counted one by one, and skipped ones are named', () => {
  const report = reportOf([assertion('a', 'passed'), assertion('b', 'passed'), assertion('c', 'failed'), assertion('d', 'skipped')]);
  expect(tallyOfTests({ report, exitCode: 1 })).toEqual({ passed: 2, failed: 1, skipped: ['d'] });
});

test('a file that fails before its first test is a failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [{ name: 'a', status: 'failed', assertionResults: [] }] };
  expect(tallyOfTests({ report, exitCode: 1 })).toEqual({ passed: 3, failed: 1, skipped: [] });
});

test('a run that fails as a whole, ran nothing, or left no report is a failure', () => {
  expect(tallyOfTests({ report: reportOf([assertion('a', 'passed')]), exitCode: 1 }).failed).toBe(1);
  expect(tallyOfTests({ report: reportOf([]), exitCode: 0 }).failed).toBe(1);
  expect(tallyOfTests({ report: undefined, exitCode: 0 }).failed).toBe(1);
});

test('the closing line sums everything', () => {
  const total = sumOf([tallyOfStep(0), tallyOfStep(1), { passed: 40, failed: 2, skipped: ['x'] }]);
  expect(closingLine(total)).toBe('41 passed, 3 failed');
  expect(total.skipped).toEqual(['x']);
});
