import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import { editSchema, type EditKind } from '../../shared/scenario/edit-kinds.ts';
import { applyEdit, type Edited } from '../../shared/scenario/edits.ts';
import { changesBetween } from '../../shared/scenario/history.ts';
import { scenarioSchema, type Scenario } from '../../shared/scenario/schema.ts';
import { EditDraw } from '../support/edit-draw.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import type { Draw } from '../support/scenario-draw.ts';

const SIZES = { organisations: 3, linesPerOrganisation: 2, flows: 2, series: 2, savings: 3, capital: 2, shifts: 1 };
const STEPS = 8;

interface Step extends Edited {
  readonly before: Scenario;
  readonly edit: Parameters<typeof applyEdit>[1];
}

/** A run of edits, each through JSON as the log keeps it; those that do not fit are refused and left out. */
function run(draw: Draw, start: Scenario): Step[] {
  const steps: Step[] = [];
  let scenario = start;
  for (let step = 0; step < STEPS; step += 1) {
    const edit = editSchema.parse(JSON.parse(JSON.stringify(new EditDraw(draw, scenario).edit())));
    const text = canonicalJson(scenario);
    try {
      const edited = applyEdit(scenario, edit);
      steps.push({ ...edited, before: scenario, edit });
      scenario = edited.scenario;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      expect(canonicalJson(scenario)).toBe(text);
    }
  }
  return steps;
}

test('any run of edits, undone, restores the bytes; redone, restores the result; and every state opens again', () => {
  const made = new Map<EditKind, number>();
  fc.assert(
    fc.property(scenarioArbitrary(SIZES), fc.gen(), (start, draw) => {
      const steps = run(draw, start);
      const end = steps.at(-1)?.scenario ?? start;
      let undone = end;
      for (const step of steps.toReversed()) {
        expect(canonicalJson(scenarioSchema.parse(step.scenario))).toBe(canonicalJson(step.scenario));
        undone = applyEdit(undone, editSchema.parse(JSON.parse(JSON.stringify(step.inverse)))).scenario;
        expect(canonicalJson(undone)).toBe(canonicalJson(step.before));
        made.set(step.edit.kind, (made.get(step.edit.kind) ?? 0) + 1);
      }
      const redone = steps.reduce((scenario, { edit }) => applyEdit(scenario, edit).scenario, undone);
      expect(canonicalJson(redone)).toBe(canonicalJson(end));
    }),
    // Shrinking a run of edits takes minutes; the seed is enough to run it again.
    { numRuns: 100, endOnFailure: true },
  );
  // A drawn kind that is always refused would be tested by nothing.
  for (const kind of [
    'setInput',
    'setInputField',
    'setField',
    'clear',
    'addItem',
    'duplicateItem',
    'removeItem',
    'moveItem',
    'several',
  ] as const) {
    expect(made.get(kind) ?? 0, kind).toBeGreaterThan(10);
  }
});

test('a change shows in the history of values, and back again with old and new exchanged', () => {
  fc.assert(
    fc.property(scenarioArbitrary(SIZES), fc.gen(), (start, draw) => {
      for (const { before, scenario } of run(draw, start)) {
        const there = changesBetween(before, scenario);
        const back = changesBetween(scenario, before);
        const exchanged = back.map((change) => ({ path: change.path, before: change.after, after: change.before }));
        const byPath = (one: { path: string }, other: { path: string }): number => (one.path < other.path ? -1 : 1);
        expect(there.map(({ path, before: old, after }) => ({ path, before: old, after })).sort(byPath)).toEqual(exchanged.sort(byPath));
        if (there.length === 0) expect(withoutOrder(scenario)).toBe(withoutOrder(before));
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

/** What a scenario holds, lists in any order and without what is empty. */
function withoutOrder(scenario: Scenario): string {
  const isEmpty = (node: unknown): boolean => typeof node === 'object' && node !== null && Object.keys(node).length === 0;
  const tidied = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map((item) => JSON.stringify(tidied(item))).sort();
    if (typeof node !== 'object' || node === null) return node;
    const held = Object.entries(node).map(([key, part]) => [key, tidied(part)] as const);
    return Object.fromEntries(held.filter(([, part]) => !isEmpty(part)));
  };
  return canonicalJson(tidied(scenario));
}
