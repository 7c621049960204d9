import type { Scenario } from '../scenario/schema.ts';
import type { JsonObject } from '../scenario/strict-json.ts';
import { yearAfter, yearsBetween } from '../calendar/financial-year.ts';
import { ABOUT_INPUT, headingOf, targetsOf, type TableField, type Target } from './fields.ts';
import { cellAt, contentAt } from './item-content.ts';
import { itemsOf, KINDS, type TableKind } from './kinds.ts';
import { csvText } from './write-csv.ts';

/** The years of a scenario's tables, base year first; none where its years cannot be used. */
export function tableYears({ baseYear, horizonYear }: Pick<Scenario, 'baseYear' | 'horizonYear'>): string[] {
  const count = yearsBetween(baseYear, horizonYear);
  if (count === undefined || count < 0 || count > 100) return [];
  return Array.from({ length: count + 1 }, (_, index) => yearAfter(baseYear, index));
}

/**
 * All savings schemes or all baseline lines of a scenario as CSV: a column for each field, with figures as stored, and beside it what is known about its inputs (source, owner, range …)
 * where any row has it. Reading it back into the same scenario changes nothing.
 */
export function itemsCsv(scenario: Scenario, kind: TableKind): string {
  const items = itemsOf(scenario, kind);
  const targets = targetsWithContent(KINDS[kind].fields, { items, years: tableYears(scenario) });
  return csvText({
    headings: targets.map((target) => headingWithUnit(target)),
    rows: items.map((item) => targets.map((target) => cellAt(item, target, scenario))),
  });
}

/** Every field as a column, save fields by year, which have those of their years that any row uses; and what is known about inputs, where it is. */
function targetsWithContent(fields: readonly TableField[], held: { items: readonly JsonObject[]; years: readonly string[] }): Target[] {
  const isUsed = (target: Target): boolean => held.items.some((item) => contentAt(item, target) !== undefined);
  return targetsOf(fields, held.years).flatMap((target) => {
    if (target.year !== undefined && !isUsed(target)) return [];
    const isInput = target.field.takes.kind === 'input' || target.field.takes.kind === 'month';
    const about = isInput ? ABOUT_INPUT.map((each): Target => ({ ...target, about: each })) : [];
    return [target, ...about.filter(isUsed)];
  });
}

const UNITS: Readonly<Record<string, string>> = { '£': '£', share: 'fraction', rate: 'fraction', months: 'months', years: 'years' };

/** The heading with the unit in which its figures are stored: "Delivery (fraction)", "Gross full-year effect: low (£)". */
function headingWithUnit(target: Target): string {
  const { takes } = target.field;
  const isFigure = target.about === undefined || ['low', 'likely', 'high'].includes(target.about);
  const unit = takes.kind === 'input' && isFigure ? UNITS[takes.unit] : undefined;
  return unit === undefined ? headingOf(target) : `${headingOf(target)} (${unit})`;
}
