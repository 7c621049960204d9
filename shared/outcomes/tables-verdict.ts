import { figureAt } from '../engine/frame.ts';
import type { ShownFigures } from './shown-figures.ts';
import { tableOf, type Entry } from './shown-grid.ts';
import type { ShownTable } from './shown-table.ts';
import type { Verdict } from './verdict.ts';

function outcomeWords(passes: boolean | null): string {
  if (passes === null) return 'not tested';
  return passes ? 'passes' : 'fails';
}

/** The three tests of the verdict, always together (model-spec §10): what is tested in the target year, and whether it passes. */
export function testTable(figures: ShownFigures, verdict: Verdict): ShownTable {
  const { frame } = figures.projection;
  const year = frame.target;
  const label = figures.label(year);
  const isIssued = figureAt(frame.scenario.systemControlTotalByYear, label) !== undefined;
  const variance = verdict.controlTotalVariance;
  const varianceEntry: Entry =
    variance === null ? 'n/a' : figures.shown(`system.${isIssued ? 'varianceIssued' : 'variance'}.${label}`, variance);
  const against = isIssued ? 'the control total issued for the system' : 'the control totals, added up';
  return tableOf({
    id: 'tests',
    title: `Three tests, ${label}`,
    unit: figures.unit,
    columns: ['', 'Outcome'],
    rows: [
      {
        label: 'In year: the reported position is at or above nil',
        entries: [figures.system('reported', year), outcomeWords(verdict.inYear)],
      },
      { label: `Variance fav/(adv) against ${against}`, entries: [varianceEntry, outcomeWords(verdict.controlTotal)] },
      {
        label: 'The underlying position is at or above nil',
        entries: [figures.system('underlying', year), outcomeWords(verdict.underlying)],
      },
    ],
    notes: variance === null ? ['No body has a control total, and none is issued for the system.'] : [],
  });
}
