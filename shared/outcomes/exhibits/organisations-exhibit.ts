import { ZERO, isBelow } from '../../money/decimal.ts';
import type { OrganisationOutcome } from '../positions.ts';
import { organisationTable } from '../tables-organisations.ts';
import type { Exhibit, ExhibitSource, PositionMark, Tone } from './exhibit.ts';
import { commonNotes, listed, positionSaid, restsOnUnidentified, said } from './words.ts';

const TONE_WORDS = { position: 'system', improves: 'in surplus', worsens: 'short', attention: 'must still find' } as const;

/** A council's shortfall is not a position that it may report: it is what must still be found (model-spec §9.3). */
function toneOf(outcome: OrganisationOutcome, mark: Pick<PositionMark, 'shown'>): Tone {
  if (!isBelow(mark.shown.exact, ZERO)) return 'improves';
  return outcome.regime === 'COUNCIL' ? 'attention' : 'worsens';
}

function findingOf(source: ExhibitSource, rows: readonly PositionMark[], year: string): string {
  const worst = rows.toSorted((a, b) => a.shown.exact.cmp(b.shown.exact))[0];
  if (worst === undefined || !isBelow(worst.shown.exact, ZERO)) return `No organisation is short in ${year}${restsOnUnidentified(source)}`;
  const amount = said(worst.shown, source.figures.unit);
  return worst.tone === 'attention'
    ? `${worst.label} must still find the most, ${amount} in ${year}`
    : `${worst.label} carries the largest shortfall, ${amount} in ${year}`;
}

/** Exhibit 4 of model-spec §13: every organisation from do nothing to underlying in the target year, with its control total. */
export function organisationsExhibit(source: ExhibitSource): Exhibit {
  const { figures, verdict } = source;
  const { unit, projection } = figures;
  const year = projection.frame.target;
  const label = figures.label(year);
  const rows = figures.organisations.map((outcome): PositionMark => {
    const shown = figures.organisation(outcome, 'reported', year);
    return { key: outcome.id, label: outcome.name, tone: toneOf(outcome, { shown }), shown };
  });
  const total: PositionMark = { key: 'system', label: 'System', tone: 'position', shown: figures.system('reported', year) };
  const table = organisationTable(figures, year, verdict.controlTotalVariance);
  const seen = [...rows, total].map(({ label: name, tone, shown }) =>
    tone === 'attention' ? `${name} must still find ${said(shown, unit)}` : `${name} ${positionSaid(shown, unit)}`,
  );
  return {
    id: 'organisations',
    name: 'Organisations',
    finding: findingOf(source, rows, label),
    subtitle: `Reported position by organisation, ${label}, ${unit}`,
    series: { kind: 'positions', rows, total, toneWords: TONE_WORDS },
    tables: [table],
    altText: `Bars on one scale, to the left of nil where short. ${listed(seen)}.`,
    notes: commonNotes(figures),
  };
}
