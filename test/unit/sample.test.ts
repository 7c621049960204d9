import { describe, expect, test } from 'vitest';
import { balancedBy } from '../../scripts/scenarios/sample-balance.ts';
import { project } from '../../shared/engine/project.ts';
import { TOLERANCE, ZERO, type Decimal } from '../../shared/money/decimal.ts';
import { allProblems } from '../../shared/outcomes/all-problems.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { checksOf } from '../../shared/outcomes/displayed-checks.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { verdictOf } from '../../shared/outcomes/verdict.ts';
import { replaceInput } from '../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { capitalSlipped, ownRecord } from '../../shared/scenario/what-ifs.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';

/* The system that the product opens with, and the three things that its reader is invited to try (README of scenarios/). */

const SAMPLE = shippedScenario('sample');
const UNIDENTIFIED = 'savings.S20.profile.grossFullYearEffect';

function run(scenario: Scenario) {
  const projection = project(scenario);
  const outcomes = outcomesOf(projection);
  return { projection, outcomes, verdict: verdictOf(projection, outcomes) };
}

const inPounds = (amounts: readonly Decimal[]): string[] => amounts.map((amount) => amount.toFixed(2));
const effectOf = ({ projection }: ReturnType<typeof run>, id: string): string[] =>
  inPounds(projection.savings.schemes.get(id)?.systemEffect ?? []).slice(1);
/** What each council must still find, by year. */
const requiredOf = ({ projection }: ReturnType<typeof run>): Decimal[] =>
  [...projection.settlement.reserves.values()].flatMap((years) => years.slice(1).map((year) => year?.requiredMitigation ?? ZERO));

describe('the plan as submitted', () => {
  const submitted = run(SAMPLE);
  const { projection, outcomes, verdict } = submitted;

  test('runs without a problem, a failed check or a body whose finance lead has not signed', () => {
    expect(allProblems(projection, outcomes)).toEqual([]);
    expect(checksOf(projection, { outcomes }).filter(({ holds }) => !holds)).toEqual([]);
    expect(SAMPLE.organisations.every(({ signedOffBaseline }) => signedOffBaseline !== undefined)).toBe(true);
  });

  test('closes a gap of £140.0m to £0.00', () => {
    expect(inPounds(outcomes.system.doNothing)).toEqual(['-18600000.00', '-72044996.95', '-109378653.39', '-139974886.36']);
    expect(inPounds(outcomes.system.reported)).toEqual(['-18600000.00', '-22545076.49', '-9814784.17', '0.00']);
    expect(outcomes.system.reported[3]?.abs().lte(TOLERANCE)).toBe(true);
  });

  test('passes the three tests, and says what that rests on', () => {
    expect(verdict).toMatchObject({
      text: 'Balanced and sustainable', inYear: true, controlTotal: true, underlying: true, notes: ['Balance rests on unidentified savings of £20.1m.'],
    });
  });

  test('balances by a line of the bridge that has no scheme behind it', () => {
    const line = bridges(projection)[3]?.find(({ bar }) => bar === 'headline:UNIDENTIFIED');
    expect(line?.amount.toFixed(2)).toBe('20128130.92');
    const without = run(replaceInput(SAMPLE, UNIDENTIFIED, { value: '0', unit: '£' }));
    expect(without.outcomes.system.reported[3]?.toFixed(2)).toBe('-20128130.92');
  });

  test('counts every scheme in full, and knows what each body delivered before', () => {
    const deliveries = [...SAMPLE.savings, ...SAMPLE.shifts].map(({ delivery }) => delivery);
    expect(deliveries.every((delivery) => delivery?.value === '1' && delivery.range !== undefined)).toBe(true);
    expect(SAMPLE.capital.every(({ slippageMonths }) => slippageMonths?.value === '0')).toBe(true);
  });

  test('asks no council to find more', () => {
    expect(requiredOf(submitted).every((amount) => amount.isZero())).toBe(true);
  });
});

describe('at the bodies’ own record', () => {
  const recorded = run(ownRecord(SAMPLE));

  test('the system is £47.7m short, and the councils live on reserves', () => {
    expect(inPounds(recorded.outcomes.system.reported)).toEqual(['-18600000.00', '-50195080.68', '-56071262.45', '-47673768.29']);
    expect(recorded.verdict.text).toBe('Not balanced: £47.7m short, misses the system control total by £47.7m');
    expect(bridges(recorded.projection)[3]?.find(({ bar }) => bar === 'reserves')?.amount.toFixed(2)).toBe('4931404.55');
    expect(requiredOf(recorded).every((amount) => amount.isZero())).toBe(true);
  });

  test('nothing of the unidentified line is counted', () => {
    expect(effectOf(recorded, 'S20')).toEqual(['0.00', '0.00', '0.00']);
  });
});

describe('with the capital a year late', () => {
  const late = run(capitalSlipped(SAMPLE, 12));

  test('the system is £8.4m short', () => {
    expect(inPounds(late.outcomes.system.reported)).toEqual(['-18600000.00', '-22142492.49', '-18294045.49', '-8368857.64']);
    expect(late.projection.capital.funding.refusals.size).toBe(0);
  });

  test.each([
    // £8.4m over a ramp of six months is 75% of a year, of which 85% is cash; a year late, nothing of it falls into 2020/21.
    { id: 'S7', submitted: ['0.00', '0.00', '5355000.00'], slipped: ['0.00', '0.00', '0.00'] },
    { id: 'S9', submitted: ['0.00', '3200000.00', '6400000.00'], slipped: ['0.00', '0.00', '3200000.00'] },
    { id: 'S10', submitted: ['0.00', '775000.00', '3100000.00'], slipped: ['0.00', '0.00', '775000.00'] },
    { id: 'S18', submitted: ['0.00', '400000.00', '2300000.00'], slipped: ['0.00', '0.00', '400000.00'] },
  ])('$id, which waits for capital, moves by the year', ({ id, submitted, slipped }) => {
    expect(effectOf(run(SAMPLE), id)).toEqual(submitted);
    expect(effectOf(late, id)).toEqual(slipped);
  });
});

describe('the balancing figure', () => {
  test('is found again whatever stood there before', () => {
    const moved = replaceInput(SAMPLE, UNIDENTIFIED, { value: '1', unit: '£', source: 'Sample, fictitious' });
    const found = balancedBy(moved, UNIDENTIFIED);
    expect(found.savings.at(-1)?.profile).toMatchObject({ grossFullYearEffect: { value: '20128130.91518858' } });
  });

  test('is refused where the system is in surplus without it, where it does not count in full, and where there is no such input', () => {
    const rich = replaceInput(SAMPLE, 'lines.eastmere-ccg-allocation.baseAmount', { value: '700000000', unit: '£' });
    expect(() => balancedBy(rich, UNIDENTIFIED)).toThrow('only from below');
    expect(() => balancedBy(SAMPLE, 'savings.S7.profile.grossFullYearEffect')).toThrow('only where it counts in full');
    expect(() => balancedBy(SAMPLE, 'savings.S99.delivery')).toThrow('no input at savings.S99.delivery');
  });
});
