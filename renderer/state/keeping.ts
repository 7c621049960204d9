import type { Edit } from '../../shared/scenario/edit-kinds.ts';
import type { KeptAssumption, Scenario } from '../../shared/scenario/schema.ts';

/* Questions of the tests of realism that are answered with a reason instead of a change. */

export type Answered = {
  readonly question: string;
  readonly title: string;
  readonly reason: string;
  readonly owner: string;
  readonly date: string;
};

const LONGEST_LABEL = 300;

/** The reason that a question was answered with. */
export function keptFor({ keptAssumptions = [] }: Scenario, question: string): KeptAssumption | undefined {
  return keptAssumptions.find((kept) => kept.question === question);
}

function freeId({ keptAssumptions = [] }: Scenario): string {
  const taken = new Set(keptAssumptions.map(({ id }) => id));
  let number = keptAssumptions.length + 1;
  while (taken.has(`K${String(number)}`)) number += 1;
  return `K${String(number)}`;
}

/** Keeps an assumption with its reason: one step, which replaces the reason given before. */
export function keepEdit(scenario: Scenario, { question, title, reason, owner, date }: Answered): Edit {
  const before = keptFor(scenario, question);
  const label = `Kept, with reason: ${title}`.slice(0, LONGEST_LABEL);
  const item = { id: before?.id ?? freeId(scenario), question, reason, date, ...(owner === '' ? {} : { owner }) };
  const list = 'keptAssumptions';
  const position = before === undefined ? (scenario.keptAssumptions?.length ?? 0) : (scenario.keptAssumptions?.indexOf(before) ?? 0);
  const removal = before === undefined ? [] : [{ kind: 'removeItem' as const, list, key: before.id }];
  return { kind: 'several', label, edits: [...removal, { kind: 'addItem', list, position, item }] };
}

/** Takes the reason back, so that the question stands open again. */
export function askAgainEdit({ id }: KeptAssumption, title: string): Edit {
  const label = `Asked again: ${title}`.slice(0, LONGEST_LABEL);
  return { kind: 'several', label, edits: [{ kind: 'removeItem', list: 'keptAssumptions', key: id }] };
}
