import type { InputOf } from '../../shared/contract/contract.ts';
import { FIRST_START, LAST_START } from '../../shared/scenario/rules/scenario-index.ts';
import { labelOf } from '../../shared/scenario/vocabulary.ts';
import { labelOfStart, yearAfter, yearsBetween } from '../../shared/calendar/financial-year.ts';

export type BlankSystem = InputOf<'library.createBlank'>;
export type Body = BlankSystem['organisations'][number] & { readonly key: number };

/** Years that a scenario may have, first to last. */
const YEARS: readonly string[] = Array.from({ length: LAST_START - FIRST_START + 1 }, (_, index) => labelOfStart(FIRST_START + index));

/** Any of these may be the base year: one must come after it. */
export const BASE_YEARS: readonly string[] = YEARS.slice(0, -1);

/** The years that a plan with this base year may reach. */
export function yearsAfter(year: string): readonly string[] {
  return YEARS.filter((each) => (yearsBetween(year, each) ?? 0) > 0);
}

/** The years of a system, put right where a change of one has overtaken another: base before target, target not after horizon. */
export function yearsInOrder({ baseYear, targetYear, horizonYear }: Pick<BlankSystem, 'baseYear' | 'targetYear' | 'horizonYear'>) {
  const target = (yearsBetween(baseYear, targetYear) ?? 0) < 1 ? yearAfter(baseYear, 1) : targetYear;
  const horizon = (yearsBetween(target, horizonYear) ?? 0) < 0 ? target : horizonYear;
  return { baseYear, targetYear: target, horizonYear: horizon };
}

/** The bodies that most footprints have; each is renamed, or taken out. */
export const USUAL_BODIES: readonly Body[] = [
  { key: 1, name: 'Commissioner', type: 'CCG' },
  { key: 2, name: 'Acute trust', type: 'ACUTE' },
  { key: 3, name: 'Community trust', type: 'COMMUNITY' },
  { key: 4, name: 'Mental health trust', type: 'MENTAL_HEALTH' },
  { key: 5, name: 'Council', type: 'COUNCIL' },
];

export const LONGEST_NAME = 300;
/** More organisations than any footprint has. */
export const MOST_BODIES = 200;

/** The bodies with more of a type after them: named by their type and counted, or one that waits for its name. Never more than a footprint holds. */
export function moreBodies(
  bodies: readonly Body[],
  { type, count, isNamed }: { type: Body['type']; count: number; isNamed: boolean },
): readonly Body[] {
  const key = Math.max(0, ...bodies.map((body) => body.key)) + 1;
  const taken = new Set(bodies.map(({ name }) => name.trim()));
  const names = Array.from({ length: MOST_BODIES + count }, (_, index) => `${labelOf(type)} ${String(index + 1)}`).filter(
    (name) => !taken.has(name),
  );
  const added = Array.from({ length: count }, (_, index): Body => ({ key: key + index, name: isNamed ? (names[index] ?? '') : '', type }));
  return [...bodies, ...added].slice(0, MOST_BODIES);
}

export type FormFault = { readonly field: 'name' | 'footprint' | 'bodies'; readonly text: string };

/** What keeps a system from being made, in words with the way out; empty where nothing does. */
export function faultsOf({ name, footprint, bodies }: { name: string; footprint: string; bodies: readonly Body[] }): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', text: 'Give the scenario a name.' });
  if (footprint.trim() === '') faults.push({ field: 'footprint', text: 'Name the area that it plans for.' });
  if (bodies.length === 0) faults.push({ field: 'bodies', text: 'Add at least one organisation.' });
  if (bodies.some((body) => body.name.trim() === ''))
    faults.push({ field: 'bodies', text: 'Give each organisation a name, or take it out.' });
  const names = bodies.map((body) => body.name.trim());
  const twice = names.find((each, index) => each !== '' && names.indexOf(each) < index);
  if (twice !== undefined) faults.push({ field: 'bodies', text: `Two organisations are called “${twice}”. Give each a name of its own.` });
  return faults;
}
