import { ZERO, sum, type Decimal } from '../shared/money/decimal.ts';
import { exactPounds, formatPercent, moneyInSentence, roundToStep } from '../shared/money/format.ts';
import { displayStep } from '../shared/money/units.ts';
import type { BreakEvenFigures } from '../shared/outcomes/summary.ts';
import { publishedComparisons, type PublishedComparison } from '../shared/outcomes/published.ts';
import { systemEffectOf, type Measure, type Outcomes } from '../shared/outcomes/positions.ts';
import { wrapped } from './layout.ts';
import type { Page } from './report-investment.ts';

const item = (text: string): string[] => wrapped(text, { first: '  ', indent: '    ' });

/** The delivery at which the target year balances, against what the plan assumes; and the cliff, where balance hangs on the PSF gate. */
export function breakEvenLines(page: Page, found: BreakEvenFigures): string[] {
  const money = (amount: Decimal): string => moneyInSentence(amount, { unit: page.unit });
  const assumed = found.assumed === null ? '' : ` The plan assumes ${formatPercent(found.assumed)}.`;
  const cliff =
    found.dependsOnSupport && found.justBelow !== null && found.atSolution !== null
      ? [`Just below that delivery the reported position is ${money(found.justBelow)}; at it, ${money(found.atSolution)}.`]
      : [];
  const held =
    found.unidentifiedHeld === undefined
      ? []
      : [`With unidentified savings at their own delivery, before support the system ${found.unidentifiedHeld.text}.`];
  return [`${found.text}${assumed}`, ...cliff, ...held].flatMap(item);
}

/** What the plan claims of unidentified savings and what of it is counted on: no output is silent about it (product.md §1). */
export function unidentifiedLines({ projection, year, unit }: Page): string[] {
  const schemes = [...projection.savings.schemes.values()].filter((outcome) => outcome.scheme.category === 'UNIDENTIFIED');
  if (schemes.length === 0) return [];
  const claimed = sum(schemes.map((outcome) => outcome.headline[year] ?? ZERO));
  const counted = systemEffectOf(projection, 'UNIDENTIFIED')[year] ?? ZERO;
  const label = projection.frame.years[year] ?? '';
  return wrapped(
    `Unidentified savings: ${moneyInSentence(claimed, { unit })} in the headline plan of ${label}, ${moneyInSentence(counted, { unit })} counted as delivered.`,
  );
}

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  doNothing: 'do nothing',
  headline: 'headline plan',
  beforeSupport: 'before support',
  reported: 'reported',
  underlying: 'underlying',
  exitRunRate: 'exit run-rate',
};

/** How far two figures stand apart as shown; where that is nothing and they are not the same, to the penny. */
function apartText({ unit }: Page, { published, computed }: { published: Decimal; computed: Decimal }): string {
  if (published.eq(computed)) return 'they agree';
  const step = displayStep({ unit });
  const shown = roundToStep(published, step).minus(roundToStep(computed, step)).abs();
  if (shown.isZero()) return `differs by ${exactPounds(published.minus(computed).abs())}, less than is shown here`;
  return `differs by ${moneyInSentence(shown, { unit })}`;
}

function publishedText(page: Page, figure: PublishedComparison): string {
  const { frame } = page.projection;
  const money = (amount: Decimal): string => moneyInSentence(amount, { unit: page.unit });
  const whose = figure.organisation === undefined ? '' : `${frame.organisations.get(figure.organisation)?.name ?? figure.organisation}, `;
  const what = `${figure.name} (${whose}${MEASURE_WORDS[figure.measure]}, ${figure.year})`;
  const { published, computed } = figure;
  if (computed === null) return `${what}: published ${money(published)}; this run has no such figure.`;
  return `${what}: published ${money(published)}; this run ${money(computed)}: ${apartText(page, { published, computed })}.`;
}

/** Published figures beside this run, and by how much they differ; nothing is forced to meet them. */
export function publishedLines(page: Page, outcomes: Outcomes): string[] {
  return publishedComparisons(page.projection, outcomes).flatMap((figure) => item(publishedText(page, figure)));
}
