import { project, type Projection } from '../shared/engine/project.ts';
import { allProblems } from '../shared/outcomes/all-problems.ts';
import { masterCheck } from '../shared/outcomes/displayed-checks.ts';
import { outcomesOf } from '../shared/outcomes/positions.ts';
import { nothingComputed } from '../shared/outcomes/summary.ts';
import { allChecks } from '../shared/realism/simulation/simulation-check.ts';
import type { Check } from '../shared/engine/checks.ts';
import type { Problem } from '../shared/scenario/problem.ts';
import type { TypedCommand } from './arguments.ts';
import { wrapped } from './layout.ts';
import { EXIT, type ExitCode, type Ports } from './ports.ts';
import { openScenario, type OpenedFile } from './read-scenario.ts';
import { titleLines } from './report.ts';
import { allCheckLines, leftOutSection, problemCount, problemLines } from './report-problems.ts';
import { json } from './speak.ts';

type Found = {
  readonly projection: Projection;
  readonly opened: OpenedFile;
  readonly problems: readonly Problem[];
  readonly checks: readonly Check[];
};

function text({ projection, opened, problems, checks }: Found): string {
  const nothing = nothingComputed(projection);
  const lines = [
    ...titleLines(projection),
    '',
    ...wrapped(opened.sealText),
    '',
    `Problems: ${problemCount(problems)}`,
    ...problemLines(problems, { mostWarnings: problems.length }),
    ...(nothing === undefined ? leftOutSection(projection) : []),
    '',
    ...(nothing === undefined
      ? [`Checks: ${masterCheck(checks).detail} (C1 to C14).`, ...allCheckLines(checks)]
      : ['Checks: none, because nothing could be computed.']),
  ];
  return `${lines.join('\n')}\n`;
}

function asJson({ projection, opened, problems, checks }: Found): string {
  return json({
    seal: opened.seal,
    problems: problems.map(({ id, path, text: words, severity }) => ({ id, path, text: words, severity })),
    leftOut: [...projection.frame.leftOut].map(([object, reason]) => ({ object, reason })),
    checks,
    masterCheck:
      nothingComputed(projection) === undefined ? masterCheck(checks) : { id: 'master', holds: false, detail: nothingComputed(projection) },
  });
}

/**
 * `footing check FILE`: every problem of the scenario, and every check of the model. Exit code 2 where there is an error among the problems, 3 where a check fails.
 * Throws FileError.
 */
export function checkCommand(typed: TypedCommand, ports: Ports): ExitCode {
  const opened = openScenario(typed.file, ports);
  const projection = project(opened.file.scenario);
  const problems = allProblems(projection, outcomesOf(projection));
  const checks = nothingComputed(projection) === undefined ? allChecks(projection) : [];
  const found: Found = { projection, opened, problems, checks };
  ports.print(typed.flags.has('--json') ? asJson(found) : text(found));
  if (problems.some(({ severity }) => severity === 'error')) return EXIT.file;
  return checks.every((check) => check.holds) ? EXIT.good : EXIT.check;
}
