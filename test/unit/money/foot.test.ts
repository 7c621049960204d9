import { describe, expect, test } from 'vitest';
import { decimal, type Decimal } from '../../../shared/money/decimal.ts';
import { foot, footBridge, isMoved, type BridgeLine } from '../../../shared/money/foot.ts';
import { displayStep } from '../../../shared/money/units.ts';
import golden from '../../golden/worked-example-golden.json' with { type: 'json' };

const TENTH = decimal('0.1');
const MILLIONS = displayStep({ unit: '£m' });

const amounts = (texts: readonly string[]): Decimal[] => texts.map(decimal);
const shown = (figures: readonly Decimal[], divisor: Decimal = decimal('1')): string[] =>
  figures.map((figure) => figure.div(divisor).toFixed(1));
const inMillions = (figures: readonly Decimal[]): string[] => shown(figures, decimal('1000000'));

describe('the golden columns', () => {
  test.each([
    { inputs: ['1.05', '1.05', '1.05'], key: "D.foot 1dp ('1.05', '1.05', '1.05')" },
    { inputs: ['0.04', '-0.04', '0.04'], key: "D.foot 1dp ('0.04', '-0.04', '0.04')" },
    {
      inputs: ['-3.644', '0.975', '-0.034', '-0.185', '0.480', '-0.312'],
      key: "D.foot 1dp ('-3.644', '0.975', '-0.034', '-0.185', '0.480', '-0.312')",
    },
  ] as const)('$key', ({ inputs, key }) => {
    const footed = foot(amounts(inputs), TENTH);
    expect([...shown(footed.figures), ...shown([footed.total])]).toEqual(golden[key]);
    expect(footed.rounding.isZero()).toBe(true);
  });

  test('D.foot 1dp, first pinned', () => {
    const footed = foot(amounts(['-3.644', '0.975', '-0.034', '-0.185', '0.480', '-0.312']), TENTH, { pin: 0 });
    expect([...shown(footed.figures), ...shown([footed.total])]).toEqual(golden['D.foot 1dp, first pinned']);
  });

  test('A.foot, from the pounds of example A', () => {
    // Do nothing; a1 + a2; overlap; d1 + d2 less what they were before delivery; QIPP; released less QIPP.
    const footed = foot(amounts(['-3644335.09', '975000', '-33750', '-184629.81', '480000', '-312000']), MILLIONS, { pin: 0 });
    expect([...inMillions(footed.figures), ...inMillions([footed.total])]).toEqual(golden['A.foot']);
  });

  test.each(['2018/19', '2019/20', '2020/21'] as const)('B.board of %s: organisations footed to the system', (year) => {
    const organisations = (['CCG', 'ACUTE', 'COMM', 'COUNCIL'] as const).map((id) => golden[`B.final.${id}.${year}`]);
    const footed = foot(amounts(organisations), MILLIONS);
    expect([...inMillions(footed.figures), ...inMillions([footed.total])]).toEqual(golden[`B.board.${year}`]);
  });
});

describe('B.bridge.display', () => {
  const bars = Object.entries(golden).filter(([key]) => key.startsWith('B.bridge.') && key !== 'B.bridge.display');
  const lines = bars.flatMap(([, pounds]): BridgeLine[] => (typeof pounds === 'string' ? [{ kind: 'bar', amount: decimal(pounds) }] : []));
  const headline = bars.findIndex(([key]) => key.startsWith('B.bridge.Timing'));
  const bridge: BridgeLine[] = [...lines.slice(0, headline), { kind: 'subtotal' }, ...lines.slice(headline), { kind: 'subtotal' }];

  test('segment by segment, each opening value pinned', () => {
    const footed = footBridge(bridge, MILLIONS);
    const display = inMillions(footed.figures).map((text, index) => (bridge[index]?.kind === 'subtotal' ? `=${text}` : text));
    expect(display).toEqual(golden['B.bridge.display']);
    expect(footed.rounding.every((line) => line.isZero())).toBe(true);
  });

  test('without a closing subtotal the last bars still foot to the running total', () => {
    expect(footBridge(bridge.slice(0, -1), MILLIONS).figures.map(String)).toEqual(
      footBridge(bridge, MILLIONS).figures.slice(0, -1).map(String),
    );
  });
});

describe('bridges with figures that stand already', () => {
  const bar = (pounds: string, kept?: string): BridgeLine => ({
    kind: 'bar',
    amount: decimal(pounds),
    kept: kept === undefined ? null : decimal(kept),
  });

  test('a kept opening value and a kept subtotal are shown as they are', () => {
    // An organisation that footing moved from 1.6 to 2 (step 1) opens its own bridge at 2, and closes at the 3 that the system's table shows.
    const footed = footBridge([bar('1.4', '2'), bar('1.3'), { kind: 'subtotal', kept: decimal('3') }], decimal('1'));
    expect(footed.figures.map(String)).toEqual(['2', '1', '3']);
    expect(footed.rounding.map(String)).toEqual(['0', '0', '0']);
  });

  test('a kept subtotal opens the next segment as it is shown', () => {
    const lines = [bar('1.6'), { kind: 'subtotal', kept: decimal('1') } as const, bar('0.7'), bar('0.4'), { kind: 'subtotal' } as const];
    const footed = footBridge(lines, decimal('1'));
    // 1.6 + 0.7 + 0.4 is 2.7, shown 3; from the 1 that stands, both bars must show their ceiling.
    expect(footed.figures.map(String)).toEqual(['2', '1', '1', '1', '3']);
    expect(footed.rounding.map(String)).toEqual(['0', '-1', '0', '0', '0']);
  });

  test('a kept bar in a later segment stays', () => {
    const lines = [bar('1'), { kind: 'subtotal' } as const, bar('0.6', '0'), bar('0.6'), { kind: 'subtotal' } as const];
    expect(footBridge(lines, decimal('1')).figures.map(String)).toEqual(['1', '1', '0', '1', '2']);
  });

  test('what cannot be met is a rounding line at the subtotal', () => {
    const footed = footBridge([bar('1', '2'), bar('1'), { kind: 'subtotal' }], decimal('1'));
    expect(footed.figures.map(String)).toEqual(['2', '1', '2']);
    expect(footed.rounding.map(String)).toEqual(['0', '0', '-1']);
  });

  test('a rounding line of open bars stands at the last bar', () => {
    expect(footBridge([bar('1', '2'), bar('1')], decimal('1')).rounding.map(String)).toEqual(['0', '-1']);
  });

  test('no lines, no figures; a subtotal of nothing is nil', () => {
    expect(footBridge([], TENTH)).toEqual({ figures: [], rounding: [] });
    expect(footBridge([{ kind: 'subtotal' }], TENTH).figures.map(String)).toEqual(['0']);
  });
});

describe('rules of footing', () => {
  const step = decimal('1');
  const steps = (inputs: string[], options?: Parameters<typeof foot>[2]): string[] => {
    const footed = foot(amounts(inputs), step, options);
    return [...footed.figures, footed.total, footed.rounding].map(String);
  };

  test('the largest remainder goes up first', () => {
    expect(steps(['0.6', '0.7', '0.7'])).toEqual(['0', '1', '1', '2', '0']);
  });

  test('of equal remainders the larger figure goes up, then the earlier one', () => {
    expect(steps(['1.5', '-7.5', '2.5', '4.5'])).toEqual(['1', '-7', '2', '5', '1', '0']);
    expect(steps(['0.5', '0.5', '0'])).toEqual(['1', '0', '0', '1', '0']);
  });

  test('nil and exact multiples never move', () => {
    expect(steps(['0', '0.4', '0.4', '3'])).toEqual(['0', '1', '0', '3', '4', '0']);
  });

  test('the total is half-up, away from zero', () => {
    expect(steps(['-0.25', '-0.25'])).toEqual(['0', '-1', '-1', '0']);
    expect(steps(['0.25', '0.25'])).toEqual(['1', '0', '1', '0']);
  });

  test('a target takes the place of the total', () => {
    expect(steps(['0.4', '0.4'], { target: decimal('1') })).toEqual(['1', '0', '1', '0']);
    expect(steps(['0.6', '0.6', '0.6'], { target: decimal('1') })).toEqual(['1', '0', '0', '1', '0']);
  });

  test('a pin that cannot be met leaves a rounding line of one step', () => {
    // 0.5 − 1.0 is −0.5, shown −1; the pin shows 1 and the exact −1 cannot move.
    expect(steps(['0.5', '-1'], { pin: 0 })).toEqual(['1', '-1', '-1', '-1']);
    expect(steps(['0.4', '0.3'], { pin: 0 })).toEqual(['0', '1', '1', '0']);
    expect(steps(['0.4', '1'], { pin: 0, target: decimal('2') })).toEqual(['0', '1', '2', '1']);
  });

  test('figures that stand elsewhere are kept', () => {
    expect(steps(['0.6', '0.6', '0.6'], { kept: [decimal('0'), null, null] })).toEqual(['0', '1', '1', '2', '0']);
    expect(steps(['0.6', '0.6', '0.6'], { kept: [decimal('0'), decimal('0')] })).toEqual(['0', '0', '1', '2', '1']);
    expect(steps(['0.4', '0.6'], { kept: [decimal('1')], pin: 0 })).toEqual(['1', '0', '1', '0']);
  });

  test('an empty column is nil', () => {
    expect(steps([])).toEqual(['0', '0']);
  });

  test('negative zero is never shown', () => {
    const footed = foot(amounts(['-0.4', '-0.3']), step);
    expect(footed.figures.every((figure) => !(figure.isZero() && figure.isNeg()))).toBe(true);
  });

  test('a leaf that footing moved is told from one that it did not', () => {
    expect(isMoved({ exact: decimal('0.6'), figure: decimal('0') }, step)).toBe(true);
    expect(isMoved({ exact: decimal('0.6'), figure: decimal('1') }, step)).toBe(false);
    expect(isMoved({ exact: decimal('-0.05'), figure: decimal('-0.1') }, TENTH)).toBe(false);
  });
});
