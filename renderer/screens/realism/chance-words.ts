import { D } from '../../../shared/money/decimal.ts';
import { groupThousands, moneyInFittingUnit } from '../../../shared/money/format.ts';
import type { CorrelationResult, SimulationResults } from '../../../shared/realism/simulation/results.ts';
import { chanceText, type Chance } from '../../../shared/realism/simulation/statistics.ts';

/* What the draws show, in words. Never "0%", never one figure for the whole. */

/** The interval in which the share lies 95 times in 100, because draws are only draws; empty where it says no more than the chance itself. */
function intervalOf({ low, high, text }: Chance): string {
  const [from, to] = [chanceText(low), chanceText(high)];
  return from === to && to === text ? '' : `${from} to ${to}`;
}

/** "< 0.1%" in a sentence: "below 0.1%". */
function placeOf(text: string): string {
  if (text.startsWith('<')) return text.replace('<', 'below');
  return text.startsWith('>') ? text.replace('>', 'above') : `at ${text}`;
}

/** The draws at the correlation that is shown first: 0.3 where it was drawn. */
function middleOf({ correlations }: SimulationResults): CorrelationResult | undefined {
  return correlations.find(({ correlation }) => correlation === 0.3) ?? correlations[0];
}

const inWords = (pounds: number): string => {
  const text = moneyInFittingUnit(new D(Math.round(pounds)).abs());
  return pounds < 0 ? `(${text})` : text;
};

/** "Balance in 2020/21: 1.6% of 10,000 draws …": the chance, its interval, and the middle beside the case in which everything lands at its most likely value. */
export function chanceWords(results: SimulationResults): string {
  const middle = middleOf(results);
  if (middle === undefined) return '';
  const { reported } = middle.chances;
  const { targetYear, drawn, mostLikely } = results;
  const chance = `${reported.text} of ${groupThousands(String(drawn))} draws balance in ${targetYear} as reported, schemes linked at ${String(middle.correlation)}`;
  const within = intervalOf(reported);
  const lies = within === '' ? placeOf(reported.text) : `within ${within}`;
  const interval = `; draws are only draws: 95 times in 100 the share lies ${lies}`;
  const half = `Half end below ${inWords(middle.reported.p50)}; with every ranged figure at its most likely value it would be ${inWords(mostLikely.reported)}`;
  return `${chance}${interval}. ${half}.`;
}

/** The finding, read off the draws and not assumed. */
export function findingOf(results: SimulationResults): string {
  const [first, last] = [results.correlations[0], results.correlations.at(-1)];
  if (first !== undefined && last !== undefined && last.beforeSupport.p10 < first.beforeSupport.p10) {
    return 'The more the schemes are linked, the longer the bad tail';
  }
  return `Half of the draws end ${results.targetYear} below ${inWords(middleOf(results)?.beforeSupport.p50 ?? 0)}`;
}
