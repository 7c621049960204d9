import { ONE, ZERO, sum, times, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import { categoriesInOrder } from './bridge.ts';

/** Recurrent layers that are drawn by themselves; the rest is one layer (model-spec §13: at most four series). */
const MOST_LAYERS = 4;

/** What the schemes of one category put into the system's position, what is one-off apart; amounts in pounds by year index. */
export type SavingsPart = { readonly category: string; readonly isOneOff: boolean; readonly amounts: readonly Decimal[] };

/** Parts that are shown as one: a category, all smaller ones, what nobody has identified, all that is one-off. */
export type SavingsLayer = {
  readonly key: string;
  readonly label: string;
  readonly isOneOff: boolean;
  readonly parts: readonly SavingsPart[];
};

const isNil = ({ amounts }: SavingsPart): boolean => amounts.every((amount) => amount.isZero());

/** What each category puts into the system's position by year, in pounds, what is one-off apart (model-spec §19, Underlying); parts that are nil in every year are left out. */
export function savingsParts(projection: Projection): SavingsPart[] {
  const outcomes = [...projection.savings.schemes.values()];
  const amountsOf = (category: string, isOneOff: boolean): Decimal[] =>
    projection.frame.years.map((_, year) =>
      sum(
        outcomes
          .filter((outcome) => outcome.scheme.category === category)
          .map((outcome) => {
            const oneOff = outcome.nonRecurrentShare[year] ?? ZERO;
            return times(outcome.systemEffect[year] ?? ZERO, isOneOff ? oneOff : ONE.minus(oneOff));
          }),
      ),
    );
  const categories = categoriesInOrder(projection);
  return [false, true]
    .flatMap((isOneOff) => categories.map((category) => ({ category, isOneOff, amounts: amountsOf(category, isOneOff) })))
    .filter((part) => !isNil(part));
}

/** The largest recurrent categories by themselves and the others as one; then what nobody has identified, always by itself; last all that is one-off. */
export function layersOf(parts: readonly SavingsPart[]): SavingsLayer[] {
  const sizeOf = ({ amounts }: SavingsPart): Decimal => sum(amounts.slice(1).map((amount) => amount.abs()));
  const isUnidentified = ({ category }: SavingsPart): boolean => category === 'UNIDENTIFIED';
  const unidentified = parts.filter(isUnidentified);
  const identified = parts.filter((part) => !isUnidentified(part));
  const recurrent = identified.filter(({ isOneOff }) => !isOneOff).sort((a, b) => sizeOf(b).cmp(sizeOf(a)));
  const kept = recurrent.length <= MOST_LAYERS ? recurrent.length : MOST_LAYERS - 1;
  const others = recurrent.slice(kept);
  const oneOff = identified.filter(({ isOneOff }) => isOneOff);
  const layers = [
    ...recurrent
      .slice(0, kept)
      .map((part): SavingsLayer => ({ key: part.category, label: labelOf(part.category), isOneOff: false, parts: [part] })),
    { key: 'OTHERS', label: 'Other categories', isOneOff: false, parts: others },
    { key: 'UNIDENTIFIED', label: labelOf('UNIDENTIFIED'), isOneOff: false, parts: unidentified },
    { key: 'ONE_OFF', label: 'One-off', isOneOff: true, parts: oneOff },
  ];
  return layers.filter((layer) => layer.parts.length > 0);
}
