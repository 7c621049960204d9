import { engineChecks, type Check } from '../engine/checks.ts';
import type { Projection } from '../engine/project.ts';
import { displayStep, type MoneyUnit } from '../money/units.ts';
import { outcomesOf, type Outcomes } from './positions.ts';
import { footingFault, type ShownTable } from './shown-table.ts';
import { displayedTables } from './tables.ts';

/** C12: every sum of the tables as they are displayed adds up, and no figure stands a whole step from its amount (model-spec §12, §1.5.5). */
export function tablesFoot(tables: readonly ShownTable[]): Check {
  for (const table of tables) {
    const step = displayStep({ unit: table.unit });
    for (const sum of table.footings) {
      const fault = footingFault(sum, step);
      if (fault !== undefined) return { id: 'C12', holds: false, detail: fault };
    }
  }
  return { id: 'C12', holds: true, detail: 'Displayed tables foot' };
}

/** The unit in which C12 is tested where nobody says in which unit the tables are displayed. */
const USUAL_UNIT: MoneyUnit = '£m';

function orderOf(check: Check): number {
  return Number(check.id.slice(1));
}

/**
 * Every check of a projection in order, C1 to C14: those of the engine, and C12 over the tables of every year as displayed in a unit. C11 needs a simulation and is
 * not among them.
 */
export function checksOf(
  projection: Projection,
  { outcomes = outcomesOf(projection), unit = USUAL_UNIT }: { outcomes?: Outcomes; unit?: MoneyUnit } = {},
): Check[] {
  const foots = tablesFoot(displayedTables({ projection, outcomes, unit }));
  return [...engineChecks(projection), foots].sort((first, second) => orderOf(first) - orderOf(second));
}

/** The master check: it holds where all others do, and names those that do not. */
export function masterCheck(checks: readonly Check[]): Check {
  const failed = checks.filter((check) => !check.holds).map((check) => check.id);
  const detail =
    failed.length === 0 ? `All ${String(checks.length)} checks hold` : `${failed.join(', ')} of ${String(checks.length)} checks failed`;
  return { id: 'master', holds: failed.length === 0, detail };
}
