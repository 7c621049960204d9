import type { Scenario, WrittenScenario } from '../../shared/scenario/schema.ts';
import { CONTROL_TOTALS, RESERVES, RISK_SHARES, SUPPORT } from './sample-agreements.ts';
import { balancedBy } from './sample-balance.ts';
import { ORGANISATIONS, SERIES, SOURCE, YEARS, inEachYear } from './sample-bodies.ts';
import { LINES } from './sample-books.ts';
import { FLOWS } from './sample-flows.ts';
import { CAPITAL, ENVELOPES, IMPLEMENTATION, PREVENTION, PROGRAMMES, SHIFTS, STEP_GROUPS, STRANDED_SUPPORT } from './sample-investment.ts';
import { DECLARED_PAIRS, POOLS, SAVINGS, UNIDENTIFIED } from './sample-savings.ts';
import { inputAt, replaceInput } from '../../shared/scenario/inputs-of.ts';
import { withSource, within } from './written-inputs.ts';

/* The system that the product opens with: a plan as plans were submitted, which balances because a line without a scheme makes it balance. */

/** How far each rate may lie to either side, in points of growth a year: what the tornado moves it by. */
const MARGINS = { pay: '0.005', allocation: '0.0025', acuteBesidesDemography: '0.005', socialCareNeed: '0.005', socialCarePrice: '0.005' };

/** The scenario with a range around each year's rate of some series; the rates and their sources stay. */
function withMargins(scenario: Scenario, margins: Readonly<Record<string, string>>): Scenario {
  const paths = Object.entries(margins).flatMap(([id, margin]) => YEARS.map((year) => ({ path: `series.${id}.rateByYear.${year}`, margin })));
  return paths.reduce((before, { path, margin }) => {
    const rate = inputAt(before, path);
    if (rate === undefined) throw new RangeError(`The scenario has no rate at ${path}.`);
    return replaceInput(before, path, { ...rate, range: within({ likely: rate.value, margin }).range });
  }, scenario);
}

export function sample(): Scenario {
  const written: WrittenScenario = {
    name: 'Sample system: the plan as submitted',
    description:
      'Fictional. The submitted plan balances to exactly £0.0m. Should you believe it? A system of about a million people, with three commissioners, three trusts and two ' +
      'councils, made up for this product. Every scheme is counted as the plan counts it: in full and on time. Ranges carry what the bodies themselves delivered before.',
    footprint: { id: 'sample', name: 'Eastmere & Fenland (fictitious sample)' },
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    illustrative: true,
    populationByYear: { '2017/18': '1021400', ...inEachYear('1029600', '1037800', '1046100') },
    organisations: ORGANISATIONS,
    series: SERIES,
    lines: LINES,
    flows: FLOWS,
    programmes: PROGRAMMES,
    pools: POOLS,
    savings: SAVINGS,
    declaredPairs: DECLARED_PAIRS,
    capital: CAPITAL,
    capitalEnvelopes: ENVELOPES,
    shifts: SHIFTS,
    stepGroups: STEP_GROUPS,
    strandedSupport: STRANDED_SUPPORT,
    prevention: PREVENTION,
    implementation: IMPLEMENTATION,
    riskShares: RISK_SHARES,
    support: SUPPORT,
    controlTotals: CONTROL_TOTALS,
    reserves: RESERVES,
  };
  return balancedBy(withMargins(withSource(written, SOURCE), MARGINS), `savings.${UNIDENTIFIED}.profile.grossFullYearEffect`);
}
