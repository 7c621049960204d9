import { decimal } from '../money/decimal.ts';
import { COST_CATEGORIES, INCOME_CATEGORIES, LINE_CATEGORIES, labelOf } from '../scenario/vocabulary.ts';
import { CATEGORY_WORDS } from './fields-of-lines.ts';
import { codeOf } from './read-cell.ts';

/* What a baseline line is, where its row does not say all of it: nothing here is invented, and what is taken is said. */

export type LineKind = 'INCOME' | 'EXPENDITURE';
type Written = { readonly kind: string; readonly category: string; readonly name: string };

const KIND_OF: Readonly<Record<string, LineKind | undefined>> = Object.fromEntries(
  LINE_CATEGORIES.map((category) => {
    const inIncome = INCOME_CATEGORIES.some((each) => each === category);
    const inCosts = COST_CATEGORIES.some((each) => each === category);
    return [category, inIncome && inCosts ? undefined : inIncome ? 'INCOME' : 'EXPENDITURE'];
  }),
);

const CATEGORIES = { codes: LINE_CATEGORIES, words: CATEGORY_WORDS } as const;

/** Whether a line is income or expenditure by its category or, where costs stand as negatives, by its sign. Null where neither says. */
export function impliedKind(
  { category, name }: Pick<Written, 'category' | 'name'>,
  { amount, isCostNegative }: { amount: string | null; isCostNegative: boolean },
): { kind: LineKind; note: string } | null {
  const code = codeOf(category, CATEGORIES);
  const kind = code === undefined ? undefined : KIND_OF[code];
  if (code !== undefined && kind !== undefined) return { kind, note: `${wordsOf(kind)}, because its category is ${labelOf(code)}.` };
  if (isCostNegative && amount !== null) {
    const signed = decimal(amount).lt(0) ? 'EXPENDITURE' : 'INCOME';
    return { kind: signed, note: `${wordsOf(signed)}, by its sign.` };
  }
  const byName = codeOf(name, CATEGORIES);
  const named = byName === undefined ? undefined : KIND_OF[byName];
  return named === undefined ? null : { kind: named, note: `${wordsOf(named)}, because its name is that of ${labelOf(byName ?? '')}.` };
}

/** The category of a line without one: that of its name, where it suits its kind, else Other. */
export function impliedCategory(name: string, kind: LineKind): { category: string; note: string } {
  const code = codeOf(name, CATEGORIES);
  const allowed: readonly string[] = kind === 'INCOME' ? INCOME_CATEGORIES : COST_CATEGORIES;
  if (code !== undefined && allowed.includes(code)) return { category: code, note: `Category ${labelOf(code)}, from its name.` };
  return { category: 'OTHER', note: 'Category Other, because the table says none.' };
}

/** Categories that a line of a kind may have (rule E28). */
export function categoriesOf(kind: LineKind): readonly string[] {
  return kind === 'INCOME' ? INCOME_CATEGORIES : COST_CATEGORIES;
}

function wordsOf(kind: LineKind): string {
  return kind === 'INCOME' ? 'Income' : 'Expenditure';
}
