import { minus, ONE, type Decimal } from '../../../shared/money/decimal.ts';
import { formatPercent, moneyInFittingUnit } from '../../../shared/money/format.ts';
import type { BreakEven } from '../../../shared/realism/break-even.ts';

/* The break-even of a plan in the words that a board member could repeat. */

/** "As reported, the system balances without savings", or "As reported, no delivery rate up to 150% balances the system". */
function systemWords(basis: string, text: string): string {
  return text.startsWith('no ') ? `${basis}, ${text} the system` : `${basis}, the system ${text}`;
}

/** "Balance needs 94.0% of savings delivered; the plan assumes 86.7%." */
export function headlineOf({ reported, assumed }: BreakEven): string {
  if (reported.share === null) return systemWords('As reported', reported.text);
  const needed = `Balance needs ${formatPercent(reported.share)} of savings delivered`;
  const more = reported.share.gt(ONE) ? ', more than there are' : '';
  return `${needed}${more}${assumed === null ? '' : `; the plan assumes ${formatPercent(assumed)}`}`;
}

function cliffWords(share: Decimal, { justBelow, atSolution }: BreakEven): string {
  if (justBelow === null || atSolution === null) return '';
  const support = moneyInFittingUnit(minus(atSolution, justBelow));
  const short = moneyInFittingUnit(justBelow.abs());
  return `At ${formatPercent(share)} it balances only because ${support} of support is then earned: just below that point the system is ${short} short.`;
}

/** What stands behind the headline: the cliff of support where there is one, and what is needed without support or without unidentified savings. */
export function behindHeadline(breakEven: BreakEven): readonly string[] {
  const { reported, beforeSupport, unidentifiedHeld, dependsOnSupport } = breakEven;
  const words: string[] = [];
  if (reported.share !== null && dependsOnSupport) words.push(cliffWords(reported.share, breakEven));
  if (beforeSupport.text !== reported.text) words.push(`${systemWords('Before support', beforeSupport.text)}.`);
  if (unidentifiedHeld !== undefined)
    words.push(`${systemWords('With unidentified savings left as they are and before support', unidentifiedHeld.text)} of the others.`);
  return words;
}
