import { ZERO, sum } from '../../money/decimal.ts';
import { formatCount, formatPercent } from '../../money/format.ts';
import type { Exhibit, PositionMark } from '../../outcomes/exhibits/exhibit.ts';
import { commonNotes, listed, said } from '../../outcomes/exhibits/words.ts';
import { named } from '../../outcomes/shown-figures.ts';
import { tableOf } from '../../outcomes/shown-grid.ts';
import { backLoadingOf, concentrationOf } from '../concentration.ts';
import { inWords } from '../realism-context.ts';
import { REALISM_EXHIBIT_NAMES } from './exhibit-names.ts';
import type { RealismSource } from './realism-source.ts';

const SHOWN = 10;
const NAMED = 3;
const TONE_WORDS = { position: 'counts for the system', improves: 'saves', worsens: 'costs', attention: 'unidentified' } as const;

function shapeNotes({ context }: RealismSource): string[] {
  const { effectiveSchemes } = concentrationOf(context.projection);
  const { index } = backLoadingOf(context.projection);
  return [
    ...(effectiveSchemes === undefined ? [] : [`Counts like ${formatCount(effectiveSchemes, 1)} equal schemes.`]),
    ...(index === undefined
      ? []
      : [`Back-loading index ${formatCount(index, 2)}: 0 is all in the first year, 0.5 even, 1 all in ${context.label}.`]),
  ];
}

/** How far the savings of the target year rest on few schemes, and how late they come (model-spec §11.4); undefined where nothing is saved. */
export function concentrationExhibit(source: RealismSource): Exhibit | undefined {
  const { figures, context } = source;
  const { shares, topThreeShare } = concentrationOf(context.projection);
  if (topThreeShare === undefined) return undefined;
  const schemes = context.projection.savings.schemes;
  const nameOf = (id: string): string => inWords(schemes.get(id)?.scheme ?? { id, name: id });
  const rest = shares.slice(SHOWN);
  const leaves = [
    ...shares.slice(0, SHOWN).map(({ scheme, amount }) => ({ label: nameOf(scheme), ...named(`concentration.${scheme}`, amount) })),
    ...(rest.length === 0
      ? []
      : [{ label: `${String(rest.length)} smaller schemes`, ...named('concentration.rest', sum(rest.map(({ amount }) => amount))) }]),
  ];
  const total = named('concentration.total', sum(shares.map(({ amount }) => amount)));
  figures.register.foot({ total, leaves }, figures.step);
  const rows = leaves.map(({ id, label, amount }): PositionMark => {
    const isUnidentified = schemes.get(id.replace('concentration.', ''))?.scheme.category === 'UNIDENTIFIED';
    return { key: id, label, tone: isUnidentified ? 'attention' : 'position', shown: figures.shown(id, amount) };
  });
  const all: PositionMark = { key: total.id, label: 'All savings', tone: 'position', shown: figures.shown(total.id, total.amount) };
  const share = (at: number): string => formatPercent((leaves[at]?.amount ?? ZERO).div(total.amount));
  return {
    id: 'concentration',
    name: REALISM_EXHIBIT_NAMES.concentration,
    finding: `Three schemes bring ${formatPercent(topThreeShare)} of the savings that count in ${context.label}`,
    subtitle: `Effect of each scheme on the system, largest first, ${context.label}, ${figures.unit}`,
    series: { kind: 'positions', rows, total: all, toneWords: TONE_WORDS },
    tables: [
      tableOf({
        id: 'concentration',
        title: `Savings by scheme, ${context.label}`,
        unit: figures.unit,
        columns: ['Effect on the system', 'Share'],
        rows: rows.map(({ label, shown }, at) => ({ label, entries: [shown, share(at)] })),
        total: { label: all.label, entries: [all.shown, '100.0%'] },
      }),
    ],
    altText: `Bars by scheme. ${listed(rows.slice(0, NAMED).map(({ label, shown }) => `${label} ${said(shown, figures.unit)}`))} are the largest of ${String(shares.length)}.`,
    notes: [...shapeNotes(source), ...commonNotes(figures)],
  };
}
