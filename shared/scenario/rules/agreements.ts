import { startOf } from '../../calendar/financial-year.ts';
import { decimal } from '../../money/decimal.ts';
import { listed } from '../labels.ts';
import type { Problem } from '../problem.ts';
import type { RiskShare } from '../schema.ts';
import { regimeOf } from '../vocabulary.ts';
import { organisationName, type Rule, type ScenarioIndex } from './scenario-index.ts';
import { hasNoWeight } from './shares.ts';
import { shown } from './wording.ts';

/** Years in which each organisation has a control total. */
function yearsWithControlTotal({ scenario }: ScenarioIndex): Map<string, Set<string>> {
  const years = new Map<string, Set<string>>();
  for (const { organisation, amountByYear } of scenario.controlTotals) {
    years.set(organisation, new Set([...(years.get(organisation) ?? []), ...Object.keys(amountByYear)]));
  }
  return years;
}

/** E15: nobody takes part, or nobody has a weight. The agreement is left out. */
function withoutEffect(index: ScenarioIndex): Problem[] {
  return index.place('riskShares', index.scenario.riskShares).flatMap(({ item, path, subject, object }): Problem[] => {
    const weights = item.participants.flatMap(({ gainWeight, lossWeight }) => [gainWeight, lossWeight]);
    if (!hasNoWeight(weights)) return [];
    const read = weights.length === 0 ? 'it has no participants' : 'all weights are nil';
    const text = `${subject}: ${read}. An agreement needs participants whose weights add up to 100%. Enter them, or take the agreement out; until then it moves nothing.`;
    return [{ id: 'E15', path: `${path}.participants`, text, severity: 'warning', blocks: [object] }];
  });
}

/**
 * Years in which an agreement is in force: to the target year all; after it those in which some participant has a target,
 * so that a horizon beyond the plans of the day needs no invented targets.
 */
function yearsInForce(
  { projectedYears, calendar }: ScenarioIndex,
  agreement: RiskShare,
  hasTarget: (organisation: string, year: string) => boolean,
): string[] {
  return projectedYears.filter(
    (year) =>
      (startOf(year) ?? 0) <= (calendar?.target ?? 0) || agreement.participants.some(({ organisation }) => hasTarget(organisation, year)),
  );
}

/** E26: without a target nobody can say what a participant's variance is (model-spec §19 (34)). */
function withoutTarget(index: ScenarioIndex): Problem[] {
  const controlTotals = yearsWithControlTotal(index);
  return index.place('riskShares', index.scenario.riskShares).flatMap(({ item, path, subject, object }) => {
    const own = new Map(item.participants.map(({ organisation, targetByYear }) => [organisation, new Set(Object.keys(targetByYear))]));
    const hasTarget = (organisation: string, year: string): boolean =>
      own.get(organisation)?.has(year) === true || controlTotals.get(organisation)?.has(year) === true;
    const years = yearsInForce(index, item, hasTarget);
    return index.place(`${path}.participants`, item.participants).flatMap((at): Problem[] => {
      const { organisation } = at.item;
      const lacking = years.filter((year) => !hasTarget(organisation, year));
      if (lacking.length === 0) return [];
      const text = `${subject}: ${organisationName(index, organisation)} has no target in ${listed(lacking)}. Allowed: a target of its own, or its control total, in each year of the agreement. Enter one, or take the participant out; until then the agreement moves nothing.`;
      return [{ id: 'E26', path: `${at.path}.targetByYear`, text, severity: 'error', blocks: [object] }];
    });
  });
}

/** W7: money to or from a council needs a legal route (model-spec §9.1). */
function withoutLegalRoute(index: ScenarioIndex): Problem[] {
  return index.place('riskShares', index.scenario.riskShares).flatMap(({ item, path, subject }): Problem[] => {
    const councils = item.participants.flatMap(({ organisation }) => {
      const type = index.organisations.get(organisation)?.type;
      return type !== undefined && regimeOf(type) === 'COUNCIL' ? [organisationName(index, organisation)] : [];
    });
    if (councils.length === 0 || (item.legalRoute ?? '').trim() !== '') return [];
    const text = `${subject}: a council takes part (${listed(councils)}), and no legal route is given. Money to or from a council needs an agreement under section 75, 76 or 256. Enter its reference as the legal route, or take the council out.`;
    return [{ id: 'W7', path: `${path}.legalRoute`, text, severity: 'warning' }];
  });
}

/** E25: support is earned against a control total, so a year without one cannot have any (model-spec §19 (4)). */
function supportWithoutControlTotal(index: ScenarioIndex): Problem[] {
  const controlTotals = yearsWithControlTotal(index);
  return index.place('support', index.scenario.support).flatMap(({ item, path, subject, object }) =>
    Object.entries(item.allocationByYear)
      .filter(([year, { value }]) => !decimal(value).isZero() && controlTotals.get(item.organisation)?.has(year) !== true)
      .map(([year, { value, unit }]): Problem => {
        const text = `${subject}: allocation, ${year}: read ${shown(value, unit)}, and ${organisationName(index, item.organisation)} has no control total in ${year}. Support is earned by meeting one. Enter the control total, or take the allocation out.`;
        return { id: 'E25', path: `${path}.allocationByYear.${year}`, text, severity: 'error', blocks: [object] };
      }),
  );
}

/** W5: support that is in the recurrent baseline, and allocated again (model-spec §3.7). */
function supportTwice(index: ScenarioIndex): Problem[] {
  const allocated = new Set(
    index.scenario.support
      .filter(({ allocationByYear }) => Object.values(allocationByYear).some(({ value }) => !decimal(value).isZero()))
      .map(({ organisation }) => organisation),
  );
  return index.place('lines', index.scenario.lines).flatMap(({ item, path, subject }): Problem[] => {
    if (item.category !== 'STF_PSF' || decimal(item.baseAmount.value).isZero() || !allocated.has(item.organisation)) return [];
    const text = `${subject}: ${shown(item.baseAmount.value, '£')} of STF or PSF stands in the recurrent baseline, and is allocated again under support. It may count once. Move the base-year sum to the non-recurrent amounts, or take the allocation out.`;
    return [{ id: 'W5', path: `${path}.baseAmount`, text, severity: 'warning' }];
  });
}

/** E15, E25, E26, W5 and W7: risk shares and support (model-spec §9, §15, §19 (4), (34)). */
export const agreementRules: Rule = (index) => [
  ...withoutEffect(index),
  ...withoutTarget(index),
  ...supportWithoutControlTotal(index),
  ...supportTwice(index),
  ...withoutLegalRoute(index),
];
