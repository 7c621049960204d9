import { ZERO, isAtLeast, sum } from '../../money/decimal.ts';
import type { NamedAmount } from '../../money/register.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { labelOf } from '../../scenario/vocabulary.ts';
import { layersOf, savingsParts, type SavingsPart } from '../savings-layers.ts';
import { named, type ShownFigures } from '../shown-figures.ts';
import { tableOf } from '../shown-grid.ts';
import type { Shown } from '../shown-table.ts';
import type { Exhibit, ExhibitSource, Layer } from './exhibit.ts';
import { commonNotes, listed, projectedYears, said, showAs, yearSpan } from './words.ts';

function namedPart(figures: ShownFigures, part: SavingsPart, year: number): NamedAmount {
  return named(`savings.${part.category}.${part.isOneOff ? 'oneOff' : 'recurrent'}.${figures.label(year)}`, part.amounts[year]);
}

/** The name of what one scheme puts into the system's position in a year. */
export function schemeEffect(figures: ShownFigures, outcome: SavingsOutcome, year: number): NamedAmount {
  return named(`schemes.${outcome.scheme.id}.systemEffect.${figures.label(year)}`, outcome.systemEffect[year]);
}

/** The name of what all savings put into the system's position in a year. */
export function savingsTotal(figures: ShownFigures, year: number): NamedAmount {
  const outcomes = [...figures.projection.savings.schemes.values()];
  return named(`savings.total.${figures.label(year)}`, sum(outcomes.map((outcome) => outcome.systemEffect[year] ?? ZERO)));
}

/** Rounds what the verdict says in a sentence first, then foots the parts to all savings; a category that is one scheme shows as that scheme does. */
function footYear({ figures, verdict }: ExhibitSource, parts: readonly SavingsPart[], year: number): void {
  const outcomes = [...figures.projection.savings.schemes.values()];
  for (const part of parts) {
    const own = namedPart(figures, part, year);
    if (part.category === 'UNIDENTIFIED' && own.amount.eq(verdict.unidentified)) figures.register.figure(own, figures.step);
  }
  figures.register.foot({ total: savingsTotal(figures, year), leaves: parts.map((part) => namedPart(figures, part, year)) }, figures.step);
  for (const part of parts) {
    const members = outcomes.filter(({ scheme }) => scheme.category === part.category);
    const [only] = members;
    if (members.length === 1 && only !== undefined) showAs(figures, namedPart(figures, part, year), schemeEffect(figures, only, year));
  }
}

function together(parts: readonly (readonly Shown[])[]): Shown[] {
  return (parts[0] ?? []).map((_, index) => ({
    exact: sum(parts.map((part) => part[index]?.exact ?? ZERO)),
    figure: sum(parts.map((part) => part[index]?.figure ?? ZERO)),
  }));
}

function altTextOf(figures: ShownFigures, layers: readonly Layer[], totals: readonly Shown[]): string {
  const columns = projectedYears(figures).map((year, index) => {
    const seen = layers.flatMap(({ label, amounts }) => {
      const amount = amounts[index];
      return amount === undefined || amount.exact.isZero() ? [] : [`${label} ${said(amount, figures.unit)}`];
    });
    const total = totals[index];
    return `${figures.label(year)}: ${total === undefined ? 'nil' : said(total, figures.unit)}${seen.length === 0 ? '' : `, of which ${listed(seen)}`}.`;
  });
  return ['Stacked columns by year, one-off savings hatched and on top.', ...columns].join(' ');
}

function findingOf({ figures, verdict }: ExhibitSource, total: Shown, oneOff: Shown | undefined): string {
  const { unit } = figures;
  const year = figures.label(figures.projection.frame.target);
  const parts = [
    ...(oneOff === undefined || oneOff.exact.isZero() ? [] : [`${said(oneOff, unit)} of it one-off`]),
    ...(verdict.unidentified.isZero()
      ? []
      : [`${said(figures.shown(`savings.unidentified.${year}`, verdict.unidentified), unit)} of it unidentified`]),
  ];
  return `${said(total, unit)} of savings counts for the system in ${year}${parts.length === 0 ? '' : `, ${listed(parts)}`}`;
}

/** Exhibit 3 of model-spec §13: what savings put into the system's position by category and year, recurrent and one-off apart; undefined without savings. */
export function savingsExhibit(source: ExhibitSource): Exhibit | undefined {
  const { figures } = source;
  const years = projectedYears(figures);
  const parts = savingsParts(figures.projection);
  if (parts.length === 0) return undefined;
  for (const year of years) footYear(source, parts, year);
  const shownOf = ({ id, amount }: NamedAmount): Shown => figures.shown(id, amount);
  const totals = years.map((year) => shownOf(savingsTotal(figures, year)));
  const layers = layersOf(parts).map(({ key, label, isOneOff, parts: own }): Layer => {
    const amounts = own.map((part) => years.map((year) => shownOf(namedPart(figures, part, year))));
    return { key, label, isOneOff, amounts: together(amounts) };
  });
  const atTarget = years.indexOf(figures.projection.frame.target);
  const oneOff = layers.find(({ isOneOff }) => isOneOff)?.amounts[atTarget];
  return {
    id: 'savings',
    name: 'Savings by category',
    finding: findingOf(source, totals[atTarget] ?? { exact: ZERO, figure: ZERO }, oneOff),
    subtitle: `Savings that count for the system, by category, ${yearSpan(figures)}, ${figures.unit}`,
    // A stack of parts below nil says nothing; such a plan keeps its table.
    series: parts.every(({ amounts }) => amounts.every((amount) => isAtLeast(amount, ZERO)))
      ? { kind: 'stack', years: years.map((year) => figures.label(year)), layers, totals }
      : undefined,
    tables: [
      tableOf({
        id: 'savings',
        title: 'Savings that count for the system',
        unit: figures.unit,
        columns: years.map((year) => figures.label(year)),
        rows: parts.map((part) => ({
          label: `${labelOf(part.category)}, ${part.isOneOff ? 'one-off' : 'recurrent'}`,
          entries: years.map((year) => shownOf(namedPart(figures, part, year))),
        })),
        total: { label: 'All savings', entries: totals },
      }),
    ],
    altText: altTextOf(figures, layers, totals),
    notes: [
      'After timing, capital, overlap, cash release, delivery and income that one member loses when another saves.',
      ...commonNotes(figures),
    ],
  };
}
