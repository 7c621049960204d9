import { lineSchema, savingsSchema, type Scenario } from '../scenario/schema.ts';
import type { JsonObject } from '../scenario/strict-json.ts';
import { hasCanonicalForm, isJsonObject } from '../scenario/canonical.ts';
import type { TableField } from './fields.ts';
import { LINE_FIELDS } from './fields-of-lines.ts';
import { SAVINGS_FIELDS } from './fields-of-savings.ts';

/* The lists of a scenario that come in and go out as tables. */

export const TABLE_KINDS = ['savings', 'lines'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

type KindOfTable = {
  readonly noun: string;
  readonly nouns: string;
  /** What a new id begins with. */
  readonly prefix: string;
  readonly fields: readonly TableField[];
  readonly schema: typeof savingsSchema | typeof lineSchema;
};

export const KINDS: Readonly<Record<TableKind, KindOfTable>> = {
  savings: { noun: 'savings scheme', nouns: 'savings schemes', prefix: 'S', fields: SAVINGS_FIELDS, schema: savingsSchema },
  lines: { noun: 'baseline line', nouns: 'baseline lines', prefix: 'L', fields: LINE_FIELDS, schema: lineSchema },
};

/** The items of a list as plain content. */
export function itemsOf(scenario: Scenario, kind: TableKind): JsonObject[] {
  const items: readonly unknown[] = scenario[kind];
  return items.filter((item) => hasCanonicalForm(item)).filter((item) => isJsonObject(item));
}

/** The ids that a new item may not have: those of its list, and for a scheme those of the other schemes, which share their ids (rule E24). */
export function takenIds(scenario: Scenario, kind: TableKind): Set<string> {
  const lists = kind === 'lines' ? [scenario.lines] : [scenario.savings, scenario.capital, scenario.shifts, scenario.prevention];
  return new Set(lists.flatMap((list) => list.map(({ id }) => id)));
}
