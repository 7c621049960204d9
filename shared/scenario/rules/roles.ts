import { regimeOf } from '../vocabulary.ts';
import type { Problem } from '../problem.ts';
import { organisationName, type Rule, type ScenarioIndex } from './scenario-index.ts';

/** The type of an organisation that is there; undefined for one that is not, which another rule speaks of. */
function regimeAt(index: ScenarioIndex, id: string): ReturnType<typeof regimeOf> | undefined {
  const organisation = index.organisations.get(id);
  return organisation === undefined ? undefined : regimeOf(organisation.type);
}

/** E29 for shifts: the old provider, the new provider and the commissioner are three bodies, and the wards are the old provider's. */
function shiftRoles(index: ScenarioIndex): Problem[] {
  const groups = new Map(index.scenario.stepGroups.map((group) => [group.id, group]));
  return index.place('shifts', index.scenario.shifts).flatMap(({ item, path, object, subject }) => {
    const problem = (field: string, text: string): Problem => ({
      id: 'E29',
      path: `${path}.${field}`,
      text: `${subject}: ${text}`,
      severity: 'error',
      blocks: [object],
    });
    const name = (id: string): string => organisationName(index, id);
    if (item.fromOrganisation === item.toOrganisation) {
      return [
        problem(
          'toOrganisation',
          `read ${name(item.toOrganisation)} as the provider that activity leaves and the one it goes to. A shift moves it between two bodies. Choose another provider, or enter the change as a saving.`,
        ),
      ];
    }
    if (item.commissioner === item.fromOrganisation || item.commissioner === item.toOrganisation) {
      return [
        problem(
          'commissioner',
          `read ${name(item.commissioner)} as commissioner and as provider. The commissioner must be a third body, which pays both. Choose the body that holds the contract.`,
        ),
      ];
    }
    const group = item.stepGroup === undefined ? undefined : groups.get(item.stepGroup);
    if (group !== undefined && group.organisation !== item.fromOrganisation) {
      return [
        problem(
          'stepGroup',
          `read ${group.name}, which belongs to ${name(group.organisation)}. Wards close where activity leaves: at ${name(item.fromOrganisation)}. Choose one of its step groups.`,
        ),
      ];
    }
    if (group !== undefined && item.lengthOfStayDays === undefined) {
      return [
        {
          id: 'W14',
          path: `${path}.lengthOfStayDays`,
          text: `${subject}: the length of stay is blank, so its activity frees no beds in ${group.name}. Enter the average days in a bed.`,
          severity: 'warning',
        },
      ];
    }
    return [];
  });
}

/** E29 for support: PSF is earned by NHS bodies; a council's position is made nil by reserves and mitigation (rule E21). */
function supportRoles(index: ScenarioIndex): Problem[] {
  return index.place('support', index.scenario.support).flatMap(({ item, path, object }) => {
    if (regimeAt(index, item.organisation) !== 'COUNCIL') return [];
    const text = `PSF: read an allocation for ${organisationName(index, item.organisation)}, a council. PSF is for NHS bodies. Remove it, or enter the money as a grant.`;
    return [{ id: 'E29', path: `${path}.organisation`, text, severity: 'error', blocks: [object] }];
  });
}

/** W13: the reserves rule is a council's; what an NHS body holds changes nothing here. */
function reservesRoles(index: ScenarioIndex): Problem[] {
  return index.scenario.reserves.flatMap(({ organisation }) => {
    const regime = regimeAt(index, organisation);
    if (regime === undefined || regime === 'COUNCIL') return [];
    const text = `Reserves: read for ${organisationName(index, organisation)}, an NHS body, where they have no effect. Only councils meet a shortfall from reserves. Remove them, or choose the council.`;
    return [{ id: 'W13', path: `reserves.${organisation}.opening`, text, severity: 'warning' }];
  });
}

/** E30: a pool is a cost that schemes act on; income cannot be saved. */
function poolLines(index: ScenarioIndex): Problem[] {
  const income = new Map(index.scenario.lines.filter(({ kind }) => kind === 'INCOME').map((line) => [line.id, line]));
  return index.place('pools', index.scenario.pools).flatMap(({ item, path, object, subject }) => {
    const line = item.kind === 'LINES' ? item.lines.map((id) => income.get(id)).find((found) => found !== undefined) : undefined;
    if (line === undefined) return [];
    const text = `${subject}: read ${line.name}, an income line. A cost pool is made of expenditure lines. Choose the cost that its schemes act on.`;
    return [{ id: 'E30', path: `${path}.lines`, text, severity: 'error', blocks: [object] }];
  });
}

/** Bodies and lines in a role that they cannot have (model-spec §5.4, §7.1, §9.2, §9.3). */
export const roleRules: Rule = (index) => [...shiftRoles(index), ...supportRoles(index), ...reservesRoles(index), ...poolLines(index)];
