import { nounOf } from './labels.ts';
import type { Problem } from './problem.ts';
import { referencesOf } from './references-of.ts';
import type { Scenario } from './schema.ts';
import { INFLUENCEABLE } from './vocabulary.ts';

/** A link between lines and the annual programmes that are a rate of them; no object of the scenario, and so none of the result. */
const BASE_OF_PROGRAMMES = 'influenceable';

/** What is left out together with each object: `dependants.get('capital:C1')` holds `savings:S7`. */
type Dependants = Map<string, Set<string>>;

function addDependant(dependants: Dependants, { object, on }: { object: string; on: string }): void {
  const known = dependants.get(on);
  if (known === undefined) dependants.set(on, new Set([object]));
  else known.add(object);
}

/** Objects that stand on others although they do not name them. */
function addUnnamed(dependants: Dependants, scenario: Scenario): void {
  for (const scheme of scenario.savings) {
    const object = `savings:${scheme.id}`;
    if (scheme.priceBasis === 'REAL') addDependant(dependants, { object, on: 'deflator' });
    if (scheme.delivery === undefined && scheme.rating !== undefined)
      addDependant(dependants, { object, on: `deliveryByRating:${scheme.rating}` });
    if (scheme.profile.kind === 'PROGRAMME') addDependant(dependants, { object, on: `${BASE_OF_PROGRAMMES}:${scheme.organisation}` });
  }
  for (const line of scenario.lines) {
    const isBase = line.kind === 'EXPENDITURE' && INFLUENCEABLE.has(line.category);
    if (isBase) addDependant(dependants, { object: `${BASE_OF_PROGRAMMES}:${line.organisation}`, on: `lines:${line.id}` });
  }
  for (const { id, funding } of scenario.capital) {
    for (const { source } of funding) addDependant(dependants, { object: `capital:${id}`, on: `capitalEnvelopes:${source}` });
  }
  for (const { id, participants } of scenario.riskShares) {
    for (const { organisation } of participants)
      addDependant(dependants, { object: `riskShares:${id}`, on: `controlTotals:${organisation}` });
  }
  for (const { id, organisation } of scenario.support)
    addDependant(dependants, { object: `support:${id}`, on: `controlTotals:${organisation}` });
}

function dependantsOf(scenario: Scenario): Dependants {
  const dependants: Dependants = new Map();
  const waiting = { savings: scenario.savings, shifts: scenario.shifts, capital: scenario.capital };
  const there = new Set(Object.entries(waiting).flatMap(([list, schemes]) => schemes.map(({ id }) => `${list}:${id}`)));
  for (const { kind, object, id, lists } of referencesOf(scenario)) {
    for (const list of lists) {
      const named = `${list}:${id}`;
      if (kind === 'needs') addDependant(dependants, { object, on: named });
      if (kind === 'enables' && there.has(named)) addDependant(dependants, { object: named, on: object });
    }
  }
  addUnnamed(dependants, scenario);
  return dependants;
}

/** An object in words: "capital scheme C1" for "capital:C1". */
function objectWords(object: string): string {
  const colon = object.indexOf(':');
  if (colon < 0) return nounOf(object);
  const [list, id] = [object.slice(0, colon), object.slice(colon + 1)];
  return list === BASE_OF_PROGRAMMES ? `the influenceable cost base of ${id}` : `${nounOf(list)} ${id}`;
}

/**
 * The objects that are not computed, as `savings:S2`, each with the reason: the text of its own problem, or "because capital scheme C1 is not computed: …"
 * for what stands on another (model-spec §15: what depends on an object that is blocked says so). `scenario` where nothing can be computed.
 */
export function blockedObjects(scenario: Scenario, problems: readonly Problem[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const causes = new Map<string, string>();
  const block = (object: string, { reason, cause }: { reason: string; cause: string }): void => {
    if (reasons.has(object)) return;
    reasons.set(object, reason);
    causes.set(object, cause);
  };
  for (const { blocks, text } of problems) for (const object of blocks ?? []) block(object, { reason: text, cause: text });
  if (reasons.size === 0) return reasons;
  const dependants = dependantsOf(scenario);
  for (const [object] of reasons) {
    const cause = causes.get(object) ?? '';
    for (const dependant of dependants.get(object) ?? []) {
      block(dependant, { reason: `because ${objectWords(object)} is not computed: ${cause}`, cause });
    }
  }
  for (const object of reasons.keys()) if (object.startsWith(`${BASE_OF_PROGRAMMES}:`)) reasons.delete(object);
  return reasons;
}
