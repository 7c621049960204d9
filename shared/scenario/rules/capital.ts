import { listed } from '../labels.ts';
import { orderByNeed } from '../order-by-need.ts';
import type { Problem } from '../problem.ts';
import type { CapitalScheme } from '../schema.ts';
import { CAPITAL_SOURCES, COUNCIL_ONLY_SOURCES, NHS_ONLY_SOURCES, labelOf, regimeOf } from '../vocabulary.ts';
import { organisationName, type Rule, type ScenarioIndex } from './scenario-index.ts';

/** What each capital scheme waits for among capital: what it names, and what says that it enables it. */
function capitalBeforeCapital(schemes: readonly CapitalScheme[]): Map<string, string[]> {
  const needs = new Map(schemes.map(({ id, capitalDependencies }): [string, string[]] => [id, [...capitalDependencies]]));
  for (const { id, enables } of schemes) for (const waiting of enables) needs.get(waiting)?.push(id);
  return needs;
}

/** E6: capital that waits for itself, at once or through others. */
function circles({ scenario, place }: ScenarioIndex): Problem[] {
  const { circular } = orderByNeed(capitalBeforeCapital(scenario.capital));
  return place('capital', scenario.capital).flatMap(({ item, path, subject, object }): Problem[] => {
    const next = circular.get(item.id);
    if (next === undefined) return [];
    const read = next === item.id ? 'it waits for itself' : `it needs ${next}, which waits in turn for ${item.id}`;
    const text = `${subject}: ${read}. A capital scheme may wait only for others that can open first. Take one of these dependencies out.`;
    return [{ id: 'E6', path: `${path}.capitalDependencies`, text, severity: 'error', blocks: [object] }];
  });
}

const RULES_OF = {
  NHS: 'an NHS body pays depreciation and dividend',
  COUNCIL: 'a council sets money aside for its borrowing (MRP)',
} as const;
const NAME_OF = { NHS: 'NHS', COUNCIL: 'Council' } as const;

/** E9: capital charged under the rules of the other sector, or paid from its sources (model-spec §6.5). */
function regimes(index: ScenarioIndex): Problem[] {
  return index.place('capital', index.scenario.capital).flatMap(({ item, path, subject, object }): Problem[] => {
    const owner = index.organisations.get(item.organisation);
    if (owner === undefined) return [];
    const sector = regimeOf(owner.type) === 'COUNCIL' ? 'COUNCIL' : 'NHS';
    const name = organisationName(index, item.organisation);
    const ownerIs = `${name} is ${sector === 'COUNCIL' ? 'a council' : 'an NHS body'}`;
    const problems: Problem[] = [];
    if (item.regime !== undefined && item.regime !== sector) {
      const text = `${subject}: regime: read ${NAME_OF[item.regime]}, and ${ownerIs}. Allowed: ${NAME_OF[sector]}, since ${RULES_OF[sector]}. Clear the regime, or change the owner.`;
      problems.push({ id: 'E9', path: `${path}.regime`, text, severity: 'error', blocks: [object] });
    }
    const closed = sector === 'COUNCIL' ? NHS_ONLY_SOURCES : COUNCIL_ONLY_SOURCES;
    const open = CAPITAL_SOURCES.filter((source) => !closed.has(source)).map(labelOf);
    for (const at of index.place(`${path}.funding`, item.funding)) {
      if (!closed.has(at.item.source)) continue;
      const text = `${subject}: funding mix: read ${labelOf(at.item.source)}, and ${ownerIs}. Allowed: ${listed(open)}. Choose one of these, or change the owner.`;
      problems.push({ id: 'E9', path: at.path, text, severity: 'error', blocks: [object] });
    }
    return problems;
  });
}

/** E6 (circles) and E9: capital schemes (model-spec §6, §15). */
export const capitalRules: Rule = (index) => [...circles(index), ...regimes(index)];
