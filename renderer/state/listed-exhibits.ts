import { REALISM_EXHIBIT_IDS, type Exhibit, type ExhibitId, type RealismExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import { REALISM_EXHIBIT_NAMES } from '../../shared/realism/exhibits/exhibit-names.ts';
import type { WorkedExhibit } from './exporting.ts';

/** An exhibit of the list. One that takes many projections is worked out by the shell when somebody turns to it, and is seen as its picture. */
export type ListedExhibit = { readonly exhibit: Exhibit; readonly isSlow: boolean };

type Worked = Readonly<Partial<Record<ExhibitId, WorkedExhibit>>>;

function notWorked(id: RealismExhibitId): Exhibit {
  return { id, name: REALISM_EXHIBIT_NAMES[id], finding: '', subtitle: '', series: undefined, tables: [], altText: '', notes: [] };
}

/** The exhibits that a scenario can have, those at hand first. */
export function listedExhibits(exhibits: readonly Exhibit[], worked: Worked): ListedExhibit[] {
  const slow = REALISM_EXHIBIT_IDS.map((id) => ({ exhibit: { ...notWorked(id), ...worked[id]?.drafted }, isSlow: true }));
  return [...exhibits.map((exhibit) => ({ exhibit, isSlow: false })), ...slow];
}

/** Whether there is a picture of it, as far as that is known. */
export function hasPicture({ exhibit, isSlow }: ListedExhibit, worked: Worked): boolean {
  return isSlow ? (worked[exhibit.id]?.png ?? null) !== null : exhibit.series !== undefined;
}

/** What is taken in: what somebody chose, else every exhibit that is at hand. */
export function chosenOf(listed: readonly ListedExhibit[], chosen: readonly ExhibitId[] | null): ExhibitId[] {
  return listed.filter(({ exhibit, isSlow }) => (chosen === null ? !isSlow : chosen.includes(exhibit.id))).map(({ exhibit }) => exhibit.id);
}
