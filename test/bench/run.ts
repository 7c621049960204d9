import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { D } from '../../shared/money/decimal.ts';
import { project } from '../../shared/engine/project.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { validate } from '../../shared/scenario/validate.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { benchApp } from './app.ts';
import { benchExport } from './export.ts';
import { benchGrid } from './grid.ts';
import { FOUR_TIMES_LARGE, LARGE, MEDIUM, footprintOf } from './footprint.ts';
import { benchSimulation } from './simulation.ts';
import { say, time } from './timing.ts';

/* npm run bench: times and memory of one projection at four sizes, beside a yardstick measured in the same run, and how they grow. It judges nothing. */

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that stay on the heap while the result of a piece of work is held. */
function heldMegabytes(work: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const held = work();
  collect();
  const after = process.memoryUsage().heapUsed;
  return held === undefined ? 0 : (after - before) / 1_048_576;
}

/** The yardstick: 10,000 chained multiplications and additions at 34 digits. */
function yardstick(): unknown {
  const rate = new D('1.0213456789012345');
  const step = new D('12345.678901234567890123');
  let amount = new D('1000000');
  for (let turn = 0; turn < 5_000; turn += 1) amount = amount.times(rate).plus(step).mod(9_999_999);
  return amount;
}

function exampleB(): Scenario {
  const opened = readScenarioFile(readFileSync(new URL('../../scenarios/worked-example-b.footing', import.meta.url), 'utf8'));
  if (opened.kind !== 'opened') throw new Error('Worked example B did not open.');
  return opened.file.scenario;
}

const sizes: readonly { name: string; scenario: Scenario; runs: number }[] = [
  { name: 'worked example B', scenario: exampleB(), runs: 200 },
  { name: '12 organisations, 120 schemes', scenario: footprintOf(MEDIUM), runs: 60 },
  { name: '30 organisations, 280 schemes', scenario: footprintOf(LARGE), runs: 40 },
  { name: 'the same four times over', scenario: footprintOf(FOUR_TIMES_LARGE), runs: 15 },
];

const stick = time(yardstick, 100).median;
say(`Node ${process.version}; yardstick (10,000 decimal operations at 34 digits): ${stick.toFixed(2)} ms`);
say(
  'One projection'.padEnd(34) +
    ['entries', 'median ms', 'p95 ms', '× yardstick', 'validate ms', 'folds ms', 'MB held', 'µs/entry']
      .map((head) => head.padStart(12))
      .join(''),
);
const measured = sizes.map(({ name, scenario, runs }) => {
  const projection = project(scenario);
  const projected = time(() => project(scenario), runs);
  const validated = time(() => validate(scenario), runs);
  const folded = time(() => [outcomesOf(projection), bridges(projection)], runs);
  const megabytes = heldMegabytes(() => project(scenario));
  const entries = projection.entries.length;
  const cells = [
    String(entries),
    projected.median.toFixed(2),
    projected.p95.toFixed(2),
    (projected.median / stick).toFixed(2),
    validated.median.toFixed(2),
    folded.median.toFixed(2),
    megabytes.toFixed(1),
    ((projected.median * 1000) / entries).toFixed(2),
  ];
  say(name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join(''));
  return { entries, milliseconds: projected.median, megabytes };
});

const [large, fourTimes] = [measured[2], measured[3]];
if (large !== undefined && fourTimes !== undefined) {
  const exponent = (key: 'milliseconds' | 'megabytes'): string =>
    (Math.log(fourTimes[key] / large[key]) / Math.log(fourTimes.entries / large.entries)).toFixed(2);
  say(
    `Growth from the large footprint to four times it, as a power of the number of entries: time ${exponent('milliseconds')}, memory ${exponent('megabytes')} (1 is linear).`,
  );
  say(
    `Aim: the large footprint under 25 ms; measured ${large.milliseconds.toFixed(1)} ms (${((large.milliseconds / 25) * 100).toFixed(0)}% of the aim).`,
  );
}

await benchExport();
await benchSimulation();
await benchApp(stick);
await benchGrid();
