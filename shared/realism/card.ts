import type { Decimal } from '../money/decimal.ts';
import { outsideView, sourceOf } from '../evidence/evidence.ts';
import type { Edit } from '../scenario/edit-kinds.ts';
import { freshId } from '../scenario/edits.ts';
import type { KeptAssumption, Scenario } from '../scenario/schema.ts';

/** One question on the realism screen: the plan's own number, what it is held against, and when the comparison does not apply. */
export type RealismCard = {
  /** Under which a reason for keeping it is stored; stays the same while the question does. */
  readonly key: string;
  /** The kind of doubt in two or three words: "Someone else pays". */
  readonly heading: string;
  /** What is so, by how much. */
  readonly finding: string;
  readonly yours: string;
  readonly comparison: string;
  /** Where the comparison is from, and when; "Tool default" where it is a judgement of the tool. */
  readonly source: string;
  readonly notWhen: string;
  /** £ at stake in the target year, positive: cards are shown by it, worst first. */
  readonly effect: Decimal;
  /** Inputs that would change it, best first. */
  readonly paths: readonly string[];
  /** The reason given for keeping it, if there is one; it is printed in the paper. */
  readonly kept: KeptAssumption | undefined;
};

/** A card before it is known whether somebody gave a reason. */
export type CardDraft = Omit<RealismCard, 'kept'>;

export const TOOL_DEFAULT = 'Tool default';

/** Comparison, source and limits of an outside view, as a card prints them. */
export function heldAgainst(id: string, comparison: string): Pick<RealismCard, 'comparison' | 'source' | 'notWhen'> {
  const view = outsideView(id);
  return { comparison, source: sourceOf(view), notWhen: view.notWhen };
}

/** The reason given for keeping what a question asks about. */
export function keptFor({ keptAssumptions = [] }: Scenario, key: string): KeptAssumption | undefined {
  return keptAssumptions.find(({ question }) => question === key);
}

/** Keeps what a question asks about, with the reason, whose it is and when; a reason given before is replaced. `date` comes from the caller. */
export function keepWithReason(scenario: Scenario, given: { question: string; reason: string; owner?: string; date?: string }): Edit {
  const { keptAssumptions = [] } = scenario;
  const before = keptFor(scenario, given.question);
  const item = {
    id: before?.id ?? freshId(keptAssumptions, 'K'),
    question: given.question,
    reason: given.reason,
    ...(given.owner === undefined ? {} : { owner: given.owner }),
    ...(given.date === undefined ? {} : { date: given.date }),
  };
  const label = 'Kept, with reason';
  if (before === undefined)
    return { kind: 'several', label, edits: [{ kind: 'addItem', list: 'keptAssumptions', position: keptAssumptions.length, item }] };
  return { kind: 'several', label, edits: [{ kind: 'setField', path: `keptAssumptions.${before.id}`, to: item }] };
}

/** Takes the reason away again; undefined where none was given. */
export function keepNoLonger(scenario: Scenario, question: string): Edit | undefined {
  const before = keptFor(scenario, question);
  if (before === undefined) return undefined;
  return { kind: 'several', label: 'Asked again', edits: [{ kind: 'removeItem', list: 'keptAssumptions', key: before.id }] };
}
