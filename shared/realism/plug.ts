import type { Decimal } from '../money/decimal.ts';

/** Patterns in which a figure looks as if it was chosen to make the sum come out. */
export type PlugPattern =
  | 'nil-ending'
  | 'share-of-gap'
  | 'unidentified-rising'
  | 'hockey-stick'
  | 'above-cost-base'
  | 'round-among-exact'
  | 'growth-bent'
  | 'one-off-closes';

/** One finding: nothing is proved by it, it is worth asking. `sum` in pounds, positive: what of the target year hangs on it. */
export type PlugFinding = {
  /** Under which a reason for keeping it is stored: `plug:share-of-gap:S4`. */
  readonly key: string;
  readonly pattern: PlugPattern;
  /** What it is about: a scheme, series or organisation by id, or `system`. */
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly sum: Decimal;
  /** Inputs to look at, best first. */
  readonly paths: readonly string[];
};

/** A finding as a pattern states it; its key and the words "worth asking" are added in one place. */
export type PlugDraft = Omit<PlugFinding, 'key' | 'text'> & { readonly says: string; readonly question: string };

export function findingFrom({ says, question, ...draft }: PlugDraft): PlugFinding {
  return { ...draft, key: `plug:${draft.pattern}:${draft.subject}`, text: `${says} Worth asking: ${question}` };
}
