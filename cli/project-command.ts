import { project, type Projection } from '../shared/engine/project.ts';
import { checksOf } from '../shared/outcomes/displayed-checks.ts';
import { nothingComputed, summaryOf } from '../shared/outcomes/summary.ts';
import { breakEven } from '../shared/realism/break-even.ts';
import { UsageError, type TypedCommand } from './arguments.ts';
import { nearest } from './nearest.ts';
import { EXIT, type ExitCode, type Ports } from './ports.ts';
import { leavesUncomputed, warnOfLeftOut } from './left-out.ts';
import { openScenario, warnOfSeal } from './read-scenario.ts';
import { reportLines } from './report.ts';
import { json } from './speak.ts';
import { unitOf } from './unit-option.ts';

function yearOf({ words }: TypedCommand, projection: Projection): number {
  const { years, target } = projection.frame;
  const written = words.get('--year');
  if (written === undefined || nothingComputed(projection) !== undefined) return target;
  const year = years.indexOf(written);
  if (year > 0) return year;
  const projected = years.slice(1);
  const near = nearest(written, projected);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new UsageError(
    `--year: read "${written.slice(0, 60)}", which is no projected year of this scenario.${meant} Allowed: ${projected.join(', ')}.`,
    'project',
  );
}

/** Exit code of a projection: 2 where an error leaves something uncomputed, 3 where a check failed. */
function exitCodeOf(projection: Projection): ExitCode {
  if (leavesUncomputed(projection)) return EXIT.file;
  return checksOf(projection).every((check) => check.holds) ? EXIT.good : EXIT.check;
}

/** `footing project FILE`: the summary as text or JSON. Throws FileError and UsageError. */
export function projectCommand(typed: TypedCommand, ports: Ports): ExitCode {
  const unit = unitOf(typed);
  const opened = openScenario(typed.file, ports);
  const projection = project(opened.file.scenario);
  const year = yearOf(typed, projection);
  warnOfSeal(opened, ports);
  if (typed.flags.has('--json')) ports.print(json(summaryOf(projection, breakEven(projection))));
  else ports.print(`${reportLines(projection, { unit, year, real: typed.flags.has('--real') }).join('\n')}\n`);
  warnOfLeftOut(projection, ports);
  return exitCodeOf(projection);
}
