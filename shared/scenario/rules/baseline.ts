import { decimal } from '../../money/decimal.ts';
import { listed } from '../labels.ts';
import type { Problem } from '../problem.ts';
import { COST_CATEGORIES, INCOME_CATEGORIES, labelOf } from '../vocabulary.ts';
import { organisationName, type Rule, type ScenarioIndex } from './scenario-index.ts';
import { shown } from './wording.ts';

const CATEGORIES_OF: Readonly<Record<'INCOME' | 'EXPENDITURE', readonly string[]>> = {
  INCOME: INCOME_CATEGORIES,
  EXPENDITURE: COST_CATEGORIES,
};

/** E28: a category of income on a cost line, or the reverse. */
function categories({ scenario, place }: ScenarioIndex): Problem[] {
  return place('lines', scenario.lines).flatMap(({ item, path, subject, object }): Problem[] => {
    const allowed = CATEGORIES_OF[item.kind];
    if (allowed.includes(item.category)) return [];
    const kind = item.kind === 'INCOME' ? 'income' : 'expenditure';
    const text = `${subject}: category: read ${labelOf(item.category)}, on an ${kind} line. Allowed: ${listed(allowed.map(labelOf), { most: allowed.length })}. Choose one of these, or change the kind of line.`;
    return [{ id: 'E28', path: `${path}.category`, text, severity: 'error', blocks: [object] }];
  });
}

/** E16: per head needs heads. */
function population({ scenario, projectedYears }: ScenarioIndex): Problem[] {
  const lacking = projectedYears.filter((year) => {
    const persons = scenario.populationByYear[year];
    return persons === undefined || decimal(persons.value).isZero();
  });
  if (lacking.length === 0) return [];
  const text = `Population: none is entered for ${listed(lacking)}. Allowed: above 0 persons. Enter the population; until then figures per head are n/a in ${lacking.length === 1 ? 'that year' : 'those years'}.`;
  const path = lacking.length === projectedYears.length ? 'populationByYear' : `populationByYear.${lacking[0] ?? ''}`;
  return [{ id: 'E16', path, text, severity: 'warning', blocks: lacking.map((year) => `population:${year}`) }];
}

/** W4 and W6: what the baseline is. */
function basis({ scenario }: ScenarioIndex): Problem[] {
  const problems: Problem[] = [];
  if (scenario.baselineStartsFrom === 'REPORTED') {
    const text =
      'Baseline: do nothing starts from the reported position, so one-off income and support roll forward. It should start from the underlying one. Enter recurrent base amounts, move one-offs to the non-recurrent amounts, and say so under baseline.';
    problems.push({ id: 'W4', path: 'baselineStartsFrom', text, severity: 'warning' });
  }
  if (scenario.baselineBasis === 'PLAN') {
    const text = `Baseline: ${scenario.baseYear} is a plan, not an outturn. Outturn or forecast outturn is firmer ground. Replace it when the outturn is known; until then every paper says so.`;
    problems.push({ id: 'W6', path: 'baselineBasis', text, severity: 'warning' });
  }
  return problems;
}

/** W12: the two parties book different figures for one contract (model-spec §3.3). */
function booksNotAgreed(index: ScenarioIndex): Problem[] {
  return index.place('flows', index.scenario.flows).flatMap(({ item, path, subject }): Problem[] => {
    if (item.payerAmount === undefined) return [];
    const difference = decimal(item.payerAmount.value).minus(decimal(item.baseAmount.value));
    if (difference.isZero()) return [];
    const [payer, payee] = [organisationName(index, item.payer), organisationName(index, item.payee)];
    const text = `${subject}: ${payer} books ${shown(item.payerAmount.value, '£')} and ${payee} ${shown(item.baseAmount.value, '£')}. The two should agree. The flow is ${payee}'s figure, and the difference stands at ${payer} as contract mismatch. Agree the figure, or enter what the difference is.`;
    return [{ id: 'W12', path: `${path}.payerAmount`, text, severity: 'warning' }];
  });
}

/** E16, E28, W4, W6 and W12: baseline and population (model-spec §3, §10, §15). */
export const baselineRules: Rule = (index) => [...categories(index), ...population(index), ...basis(index), ...booksNotAgreed(index)];
