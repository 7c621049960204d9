import { describe, expect, test } from 'vitest';
import { D } from '../../../shared/money/decimal.ts';
import { project } from '../../../shared/engine/project.ts';
import {
  aboveEvenSpread,
  backLoadingIndex,
  backLoadingOf,
  concentrationOf,
  schemeFailures,
} from '../../../shared/realism/concentration.ts';
import { slipSets } from '../../../shared/realism/slip-sets.ts';
import { atOnce, byYear, cost, income, run, saving } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const decimals = (...figures: readonly (number | string)[]) => figures.map((figure) => new D(figure));

describe('concentration', () => {
  test('of shares 60, 30 and 10 per cent, worked by hand', () => {
    const { projection } = run({
      savings: [
        saving({ id: 'S1', profile: atOnce('600') }),
        saving({ id: 'S2', profile: atOnce('300') }),
        saving({ id: 'S3', profile: atOnce('100') }),
      ],
    });
    const { index, effectiveSchemes, topThreeShare, shares } = concentrationOf(projection);
    // 0.36 + 0.09 + 0.01
    expect([index?.toString(), effectiveSchemes?.toFixed(4), topThreeShare?.toString()]).toEqual(['0.46', '2.1739', '1']);
    expect(shares.map(({ scheme }) => scheme)).toEqual(['S1', 'S2', 'S3']);
  });

  test('is not stated where nothing is saved', () => {
    expect(concentrationOf(run({}).projection)).toEqual({
      index: undefined,
      effectiveSchemes: undefined,
      topThreeShare: undefined,
      shares: [],
    });
  });

  test('of worked example B', () => {
    const { effectiveSchemes, topThreeShare } = concentrationOf(project(shippedScenario('worked-example-b')));
    expect([effectiveSchemes?.toFixed(2), topThreeShare?.times(100).toFixed(1)]).toEqual(['5.12', '68.1']);
  });
});

describe('back-loading', () => {
  test('is nil for all at once, a half for even, one for all at the end; a fall counts as no increase', () => {
    expect(backLoadingIndex(decimals(3, 0, 0))?.toString()).toBe('0');
    expect(backLoadingIndex(decimals(1, 1, 1))?.toString()).toBe('0.5');
    expect(backLoadingIndex(decimals(0, 0, 3))?.toString()).toBe('1');
    expect(backLoadingIndex(decimals(2, -5, 2))?.toString()).toBe('0.5');
  });

  test('is not stated for one year or without increase', () => {
    expect([backLoadingIndex(decimals(5)), backLoadingIndex(decimals(0, 0)), backLoadingIndex([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is graded by the tool’s thresholds, or by those of the scenario', () => {
    const late = { kind: 'CUSTOM' as const, grossFullYearEffect: '100', shareByYear: byYear('0.1', '0.4', '1') };
    // Increases 10, 30, 60: (10 + 60 + 180)/100 = 2.5; less 1, over 2: 0.75.
    const stated = { savings: [saving({ profile: late })] };
    expect(backLoadingOf(run(stated).projection)).toMatchObject({ grade: 'red' });
    expect(backLoadingOf(run(stated).projection).index?.toString()).toBe('0.75');
    expect(backLoadingOf(run({ ...stated, judgements: { backLoadingRed: '0.8' } }).projection).grade).toBe('amber');
    expect(backLoadingOf(run({ ...stated, judgements: { backLoadingRed: '0.8', backLoadingAmber: '0.76' } }).projection).grade).toBe(
      'clear',
    );
  });

  test('says what the last year holds above an even spread', () => {
    expect(aboveEvenSpread(decimals(10, 30, 60)).toFixed(6)).toBe('26.666667');
    expect(aboveEvenSpread([]).toString()).toBe('0');
  });
});

describe('one scheme that fails', () => {
  const stated = {
    lines: [income({ organisation: 'TRUST', baseAmount: '1000' }), cost({ organisation: 'TRUST', baseAmount: '1050' })],
    savings: [
      saving({ id: 'S1', profile: atOnce('40'), runningCostPerYear: '5' }),
      saving({ id: 'S2', profile: atOnce('25'), delivery: '0.8' }),
    ],
  };

  test('loses what it delivers and keeps its cost; worst first', () => {
    // −50 + 40 − 5 + 20 = 5; without S1 −35, without S2 −15.
    const failures = schemeFailures(run(stated).projection);
    expect(
      failures.map(({ scheme, reported, change, losesBalance }) => [scheme, reported.toString(), change.toString(), losesBalance]),
    ).toEqual([
      ['S1', '-35', '-40', true],
      ['S2', '-15', '-20', true],
    ]);
  });

  test('agrees with the whole model calculated again at no delivery', () => {
    const scenario = shippedScenario('worked-example-b');
    for (const { scheme, reported } of schemeFailures(project(scenario)).slice(0, 3)) {
      const failed = scenario.savings.map((each) =>
        each.id === scheme ? { ...each, delivery: { value: '0', unit: 'share' as const } } : each,
      );
      const again = project({ ...scenario, savings: failed });
      const total = [...again.settlement.reported.values()].reduce((all, years) => all.plus(years[3] ?? 0), new D(0));
      expect(total.minus(reported).abs().lt('0.000001')).toBe(true);
    }
  });

  test('cannot lose a balance that is not there', () => {
    expect(schemeFailures(project(shippedScenario('worked-example-b'))).some(({ losesBalance }) => losesBalance)).toBe(false);
  });
});

describe('the smallest sets of slips', () => {
  const base = { lines: [income({ organisation: 'TRUST', baseAmount: '1000' }), cost({ organisation: 'TRUST', baseAmount: '1050' })] };
  /** In full from April of the target year, so that a year late takes all of it away. */
  const last = (id: string, amount: string) => saving({ id, profile: { kind: 'STEP', grossFullYearEffect: amount, startMonth: '36' } });

  test('single schemes that lose balance, worst first', () => {
    const { sets, text } = slipSets(run({ ...base, savings: [last('S1', '30'), last('S2', '40'), last('S3', '1')] }).projection);
    expect(sets.map(({ schemes, reported }) => [schemes.join('+'), reported.toString()])).toEqual([
      ['S2', '-19'],
      ['S1', '-9'],
    ]);
    expect(text).toBe('Any one of 2 schemes a year late loses balance by itself.');
  });

  test('pairs where no single one does, and threes where no pair does', () => {
    // 60 against 50: two of 8 are missed, one is not.
    const pairs = slipSets(run({ ...base, savings: [last('S1', '8'), last('S2', '8'), last('S3', '44')] }).projection);
    expect(pairs.sets.map(({ schemes }) => schemes.join('+'))).toEqual(['S3']);
    const three = slipSets(
      run({ ...base, savings: [atOnceSaving('S0', '41'), last('S1', '7'), last('S2', '7'), last('S3', '3')] }).projection,
    );
    // 58 against 50: 8 to spare; 7 + 7 = 14 loses it, 7 + 3 = 10 too; no single one does.
    expect(three.sets.map(({ schemes, reported }) => [schemes.join('+'), reported.toString()])).toEqual([
      ['S1+S2', '-6'],
      ['S1+S3', '-2'],
      ['S2+S3', '-2'],
    ]);
    const threes = slipSets(
      run({ ...base, savings: [atOnceSaving('S0', '44'), last('S1', '4'), last('S2', '4'), last('S3', '4'), last('S4', '4')] }).projection,
    );
    // 60 against 50: 10 to spare, so that three of 4 are needed.
    expect(threes.sets).toHaveLength(4);
    expect(threes.text).toBe('No single scheme loses balance by being a year late; 4 sets of 3 do.');
  });

  test('none for a plan that is short as it stands, or that stands whatever slips', () => {
    expect(slipSets(run(base).projection).text).toContain('short as it stands');
    expect(slipSets(run({ ...base, savings: [atOnceSaving('S0', '90'), last('S1', '1')] }).projection)).toEqual({
      sets: [],
      text: 'No 3 of the 2 schemes that cost most when a year late lose balance together.',
    });
  });

  /** In full from the first year; a year late it is still there in the target year. */
  function atOnceSaving(id: string, amount: string) {
    return saving({ id, profile: atOnce(amount) });
  }
});
