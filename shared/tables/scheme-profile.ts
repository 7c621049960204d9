import { isJsonObject } from '../scenario/canonical.ts';
import { decimal } from '../money/decimal.ts';
import { isInput, textIn } from '../scenario/places.ts';
import { capitalised, fieldWords } from '../scenario/labels.ts';
import type { JsonObject } from '../scenario/strict-json.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import type { TableRow } from './delimited.ts';
import { headingOf } from './fields.ts';
import { PROFILE_KINDS } from './fields-of-savings.ts';
import { writtenIn, type CellFault, type Column } from './reading.ts';

type ProfileKind = (typeof PROFILE_KINDS)[number];

const RAMPED = ['grossFullYearEffect', 'startMonth', 'rampMonths'] as const;
/** What each kind of profile holds (model-spec §5.2). */
const HELD: Readonly<Record<ProfileKind, readonly string[]>> = {
  LINEAR: RAMPED,
  S_CURVE: RAMPED,
  STEP: RAMPED,
  CUSTOM: ['grossFullYearEffect', 'shareByYear', 'exitShareByYear'],
  PROGRAMME: ['rateByYear'],
  NON_RECURRENT: ['amountByYear'],
};

/** What a kind holds by year stands there even where no year is filled. */
const BY_YEAR_OF: Readonly<Partial<Record<ProfileKind, JsonObject>>> = {
  CUSTOM: { shareByYear: {} },
  PROGRAMME: { rateByYear: {} },
  NON_RECURRENT: { amountByYear: {} },
};

type Fitted = { readonly item: JsonObject; readonly notes: readonly string[]; readonly faults: readonly CellFault[] };

/** The profile of a scheme with what its kind holds. A row without a kind has the one that its figures make; a cell that the kind cannot hold is a fault. */
export function fittedProfile(item: JsonObject, { columns, row }: { columns: readonly Column[]; row: TableRow }): Fitted {
  const profile = item['profile'];
  if (!isJsonObject(profile)) return { item, notes: [], faults: [] };
  const said = PROFILE_KINDS.find((each) => each === textIn(profile, 'kind'));
  const kind = said ?? kindBy(profile);
  const held = HELD[kind];
  const faults = columns.flatMap((column): CellFault[] => {
    const [part, field = ''] = column.target.field.path.split('.');
    if (part !== 'profile' || field === 'kind' || held.includes(field)) return [];
    const written = writtenIn(row, column);
    if (written === '') return [];
    const allowed = `${capitalised(held.map(fieldWords).join(', '))}, which is what the profile ${labelOf(kind)} holds`;
    const wayOut = 'Leave the cell blank, or choose another profile.';
    return [{ row: row.number, column: column.letter, heading: headingOf(column.target), read: `“${written}”`, allowed, wayOut }];
  });
  const kept = { ...BY_YEAR_OF[kind], ...Object.fromEntries(Object.entries(profile).filter(([field]) => held.includes(field))) };
  const notes = said === undefined ? [`Profile ${labelOf(kind)}, by the figures that stand there.`] : [];
  return { item: { ...item, profile: { ...kept, kind } }, notes, faults };
}

/** The kind that the figures of a row make: a ramp is a straight line, none a step. */
function kindBy(profile: JsonObject): ProfileKind {
  if (profile['rateByYear'] !== undefined) return 'PROGRAMME';
  if (profile['amountByYear'] !== undefined) return 'NON_RECURRENT';
  if (profile['shareByYear'] !== undefined) return 'CUSTOM';
  const ramp = profile['rampMonths'];
  return isInput(ramp) && !decimal(ramp.value).isZero() ? 'LINEAR' : 'STEP';
}
