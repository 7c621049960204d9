/** How many checks of a step passed and failed, and which failed. A test that was skipped is neither, and is named. */
export interface Tally {
  passed: number;
  failed: number;
  failures: string[];
  skipped: string[];
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** A step that is one check: types, lint, layers. */
export function tallyOfStep(name: string, exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, failures: [], skipped: [] } : { passed: 0, failed: 1, failures: [name], skipped: [] };
}

/**
 * A step that ran tests. A file that failed before its first test counts as one failure, and so does a run that
 * failed as a whole (an unhandled error) or that ran nothing: silence is not success.
 */
export function tallyOfTests({ name, report, exitCode }: { name: string; report: unknown; exitCode: number }): Tally {
  if (!isVitestReport(report)) return { passed: 0, failed: 1, failures: [`${name}: no report`], skipped: [] };
  const assertions = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  const failedAsAWhole = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0);
  return {
    passed: report.numPassedTests,
    failed: failedAsAWhole ? 1 : failed,
    failures: failedAsAWhole
      ? [`${name}: the run as a whole`]
      : [
          ...assertions.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
          ...brokenFiles.map((file) => file.name),
        ],
    skipped: assertions.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** The closing line of every run, for people and for machines. */
export function closingLine({ passed, failed }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

function isVitestReport(report: unknown): report is VitestReport {
  return (
    typeof report === 'object' && report !== null && 'numPassedTests' in report && 'numFailedTests' in report && 'testResults' in report
  );
}
