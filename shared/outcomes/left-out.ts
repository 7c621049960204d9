import { leftOutOfPositions } from '../engine/frame.ts';
import type { Projection } from '../engine/project.ts';
import { referencesOf } from '../scenario/references-of.ts';

/** Objects that positions are without because of a problem, as "savings:S2": all of them, and those that concern each organisation. */
export type Without = { readonly system: readonly string[]; readonly ofOrganisation: (id: string) => readonly string[] };

/** What is left out of the system's figures, and of whose: an object concerns every organisation that it names. */
export function withoutOf(projection: Projection): Without {
  const system = leftOutOfPositions(projection.frame);
  const absent = new Set(system);
  const byOrganisation = new Map<string, Set<string>>();
  if (absent.size > 0) {
    for (const { object, id, lists } of referencesOf(projection.frame.scenario)) {
      if (!lists.includes('organisations') || !absent.has(object)) continue;
      const known = byOrganisation.get(id) ?? new Set<string>();
      byOrganisation.set(id, known.add(object));
    }
  }
  return { system, ofOrganisation: (id) => [...(byOrganisation.get(id) ?? [])] };
}
