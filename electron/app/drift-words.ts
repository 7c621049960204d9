import { decimal } from '../../shared/money/decimal.ts';
import { moneyInSentence } from '../../shared/money/format.ts';
import { measureWords } from '../projection/file-results.ts';
import { SYSTEM, type Drift, type DriftedFigure, type OpenedScenario } from '../store/types.ts';

const LISTED = 12;

/** What to say where an opened scenario no longer gives the figures that were stored, or its seal no longer holds; nothing where all is the same. */
export function driftWords({ drift, sealHolds, scenario }: OpenedScenario): string[] {
  const broken =
    sealHolds === false ? ['The sealed version was changed outside Footing. Do not rely on its approval; approve it anew.'] : [];
  if (drift === undefined) return broken;
  const names = new Map(scenario.organisations.map(({ id, name }) => [id, name]));
  const figures = drift.figures.slice(0, LISTED).map((figure) => figureWords(figure, names));
  const more = drift.figures.length > LISTED ? [`and ${String(drift.figures.length - LISTED)} more figures`] : [];
  return [...broken, introduction(drift), ...figures, ...more];
}

function introduction({ storedBy, recomputedBy, reason }: Drift): string {
  const engines = storedBy === recomputedBy ? `engine ${storedBy}` : `engine ${storedBy}, and now by engine ${recomputedBy}`;
  return `Some figures differ from those that were stored. They were computed by ${engines}.${reason === undefined ? '' : ` ${reason}`}`;
}

function figureWords({ organisation, year, measure, stored, recomputed }: DriftedFigure, names: ReadonlyMap<string, string>): string {
  const body = organisation === SYSTEM ? 'System' : (names.get(organisation) ?? organisation);
  const inWords = (amount: string | undefined): string =>
    amount === undefined ? 'nothing' : moneyInSentence(decimal(amount), { unit: '£', places: 2 });
  return `${body}, ${measureWords(measure)}, ${year}: was ${inWords(stored)}, is ${inWords(recomputed)}`;
}
