import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sheet, SheetCell } from '../../../renderer/components/grid/sheet.ts';
import { SECTIONS } from '../../../renderer/screens/scenario/sections.ts';
import { detailSheet } from '../../../renderer/screens/scenario/sheets/detail.ts';
import { contextOf, type SheetContext } from '../../../renderer/screens/scenario/sheets/sheet-context.ts';
import { resultsOf } from '../../../renderer/state/projection.ts';
import { sum } from '../../../shared/money/decimal.ts';
import { inputsOf } from '../../../shared/scenario/inputs-of.ts';
import { keysOf } from '../../../shared/scenario/places.ts';
import { keysAllowedAt } from '../../../shared/scenario/schema-words.ts';
import { scenarioSchema, type Scenario } from '../../../shared/scenario/schema.ts';
import { hasCanonicalForm } from '../../../shared/scenario/canonical.ts';
import type { JsonValue } from '../../../shared/scenario/strict-json.ts';
import { scenarioArbitrary } from '../../support/scenario-arbitrary.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

function contextFor(scenario: Scenario): SheetContext {
  return contextOf({ scenario, results: resultsOf(scenario, '£m'), unit: '£m', isWide: true });
}

/** Lists of the scenario with the items that each holds. */
function itemsOf(scenario: Scenario): { list: string; key: string; index: number; item: object }[] {
  return Object.entries(scenario).flatMap(([list, held]) => {
    if (!Array.isArray(held)) return [];
    const items: readonly unknown[] = held;
    const keys = keysOf(items);
    return items.flatMap((item, index) =>
      typeof item === 'object' && item !== null ? [{ list, key: keys[index] ?? '', index, item }] : [],
    );
  });
}

function sheetsOf(context: SheetContext): Sheet[] {
  const ofSections = SECTIONS.flatMap(({ views }) => views.map((view) => view.sheet(context)));
  return [...ofSections, ...itemsOf(context.scenario).map((at) => detailSheet(context, at))];
}

function cellsOf(sheets: readonly Sheet[]): SheetCell[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells, ...(row.labelPath === undefined ? [] : [labelCell(row.labelPath)])]),
  );
}

function labelCell(path: string): SheetCell {
  return { kind: 'text', path, text: '' };
}

function pathsOf(cells: readonly SheetCell[]): ReadonlySet<string> {
  return new Set(cells.flatMap((cell) => ('path' in cell ? [cell.path] : [])));
}

const drawn = (): Scenario[] => fc.sample(scenarioArbitrary({ organisations: 3 }), { numRuns: 12, seed: 41 });

test('every input of a scenario has a cell, whichever kinds of item it has', () => {
  for (const scenario of [shippedScenario('sample'), shippedScenario('worked-example-b'), ...drawn()]) {
    const paths = pathsOf(cellsOf(sheetsOf(contextFor(scenario))));
    expect(inputsOf(scenario).flatMap(({ path }) => (paths.has(path) ? [] : [path]))).toEqual([]);
  }
}, 60_000);

/** Fields that are given once and stay: what others name an item by. */
const GIVEN_ONCE = new Set(['id']);

/** The fields that the schema allows at a place, asked of the schema itself; what is no object has none. */
function fieldsAt(scenario: Scenario, path: (string | number)[]): string[] {
  const written: unknown = scenario;
  const content: JsonValue | undefined = hasCanonicalForm(written) ? written : undefined;
  return keysAllowedAt(scenarioSchema, path, content);
}

function isReached(paths: readonly string[], path: string): boolean {
  return paths.some((each) => each === path || each.startsWith(`${path}.`));
}

test('every field that the schema allows for an item is reached, also where it is blank', () => {
  for (const scenario of [shippedScenario('sample'), ...drawn().slice(0, 4)]) {
    const context = contextFor(scenario);
    const missing = itemsOf(scenario).flatMap((at) => {
      const paths = [...pathsOf(cellsOf([detailSheet(context, at)]))];
      return fieldsAt(scenario, [at.list, at.index])
        .filter((field) => !GIVEN_ONCE.has(field))
        .map((field) => `${at.list}.${at.key}.${field}`)
        .filter((path) => !isReached(paths, path));
    });
    expect(missing).toEqual([]);
  }
}, 60_000);

/** Plain numbers, which have a form beside the table. */
const IN_A_FORM = new Set(['simulation.seed', 'simulation.draws']);

test('every part of the scenario itself is reached, and every list has a table that its items are added to', () => {
  const scenario = shippedScenario('sample');
  const paths = [...pathsOf(cellsOf(sheetsOf(contextFor(scenario))))];
  const lists = new Set(SECTIONS.flatMap(({ views }) => views.map(({ list }) => list)));
  const missing = fieldsAt(scenario, [])
    .filter((field) => !lists.has(field))
    .flatMap((field) => {
      const inner = fieldsAt(scenario, [field]).map((name) => `${field}.${name}`);
      return inner.length === 0 || field.endsWith('ByYear') ? [field] : inner;
    })
    .filter((path) => !GIVEN_ONCE.has(path.split('.').at(-1) ?? '') && !IN_A_FORM.has(path) && !isReached(paths, path));
  expect(missing).toEqual([]);
}, 60_000);

test('a sheet has one cell for each of its columns, and keys that stand once', () => {
  for (const scenario of [shippedScenario('sample'), ...drawn().slice(0, 4)]) {
    for (const sheet of sheetsOf(contextFor(scenario))) {
      expect(sheet.rows.filter(({ cells }) => cells.length !== sheet.columns.length)).toEqual([]);
      expect(new Set(sheet.rows.map(({ key }) => key)).size, sheet.id).toBe(sheet.rows.length);
      expect(new Set(sheet.columns.map(({ id }) => id)).size, sheet.id).toBe(sheet.columns.length);
    }
  }
}, 60_000);

/** What is entered in a sheet, by path: amounts as they are stored. */
function enteredIn(sheets: readonly Sheet[]): Record<string, unknown> {
  return Object.fromEntries(cellsOf(sheets).flatMap((cell) => (cell.kind === 'input' ? [[cell.path, cell.input]] : [])));
}

test('the unit of the screen changes no amount that is entered, and nothing that can be reached', () => {
  const scenario = shippedScenario('sample');
  const inUnit = (unit: '£' | '£000' | '£m'): Sheet[] =>
    sheetsOf(contextOf({ scenario, results: resultsOf(scenario, unit), unit, isWide: true }));
  const millions = enteredIn(inUnit('£m'));
  expect(enteredIn(inUnit('£'))).toEqual(millions);
  expect(enteredIn(inUnit('£000'))).toEqual(millions);
}, 60_000);

test('the counts of savings add up as they are shown, in each unit: schemes to their organisation, organisations to all', () => {
  const scenario = shippedScenario('sample');
  for (const unit of ['£', '£000', '£m'] as const) {
    const sheet = SECTIONS.find(({ id }) => id === 'savings')?.views[0]?.sheet(
      contextOf({ scenario, results: resultsOf(scenario, unit), unit, isWide: false }),
    );
    const column = (sheet?.columns.length ?? 0) - 1;
    const shown = (kind: string) =>
      sum(
        (sheet?.rows ?? []).flatMap((row) => {
          const cell = row.cells[column];
          return row.kind === kind && cell?.kind === 'derived' && 'shown' in cell.derived ? [cell.derived.shown.figure] : [];
        }),
      ).toFixed();
    expect(shown('item')).toBe(shown('total'));
    expect(shown('heading')).toBe(shown('total'));
  }
}, 60_000);
