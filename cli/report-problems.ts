import type { Check } from '../shared/engine/checks.ts';
import { leftOutOfPositions } from '../shared/engine/frame.ts';
import type { Projection } from '../shared/engine/project.ts';
import { masterCheck } from '../shared/outcomes/displayed-checks.ts';
import type { Problem } from '../shared/scenario/problem.ts';
import { wrapped } from './layout.ts';

const count = (many: number, one: string): string => `${String(many)} ${one}${many === 1 ? '' : 's'}`;

/** One line where all checks hold; otherwise every check that fails, with where and by how much. */
export function checkLines(checks: readonly Check[]): string[] {
  const failed = checks.filter((check) => !check.holds);
  const verdict = `Checks: ${masterCheck(checks).detail} (C1 to C14; C11 comes with a simulation).`;
  return [
    ...wrapped(verdict),
    ...failed.flatMap((check) => wrapped(`${check.id} fails. ${check.detail}`, { first: '  ', indent: '    ' })),
  ];
}

/** Every check with what it found. */
export function allCheckLines(checks: readonly Check[]): string[] {
  return checks.flatMap((check) => {
    const first = `  ${check.id.padEnd(4)}${check.holds ? 'holds' : 'FAILS'}  `;
    return wrapped(check.detail, { first, indent: ' '.repeat(first.length) });
  });
}

/** "2 errors, 1 warning". */
export function problemCount(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function problemText(problem: Problem): string[] {
  const severity = problem.severity === 'error' ? 'error' : 'warning';
  return wrapped(`${problem.id} ${severity}, ${problem.path}: ${problem.text}`, { first: '  ', indent: '    ' });
}

/** Problems in words, errors first; of the warnings at most so many, and how many more there are. */
export function problemLines(problems: readonly Problem[], { mostWarnings }: { mostWarnings: number }): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const more = warnings.length - mostWarnings;
  const rest = more > 0 ? [`  and ${count(more, 'more warning')}: footing check prints them all`] : [];
  return [...[...errors, ...warnings.slice(0, mostWarnings)].flatMap(problemText), ...rest];
}

/** What the figures are without, each object with its reason; a heading and an empty line before, or nothing at all. */
export function leftOutSection(projection: Projection): string[] {
  const { frame } = projection;
  const lines = leftOutOfPositions(frame).flatMap((object) =>
    wrapped(`${object}: ${frame.leftOut.get(object) ?? ''}`, { first: '  ', indent: '    ' }),
  );
  return lines.length === 0 ? [] : ['', 'Not computed, because of problems; the figures are without it:', ...lines];
}
