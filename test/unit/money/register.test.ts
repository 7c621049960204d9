import { describe, expect, test } from 'vitest';
import { decimal, type Decimal } from '../../../shared/money/decimal.ts';
import { namedSum, RoundingRegister, RoundingRegisterError, type NamedAmount } from '../../../shared/money/register.ts';

const STEP = decimal('1');
const named = (id: string, amount: string): NamedAmount => ({ id, amount: decimal(amount) });
const texts = (figures: readonly Decimal[]): string[] => figures.map(String);

describe('the rounding register', () => {
  test('a figure is rounded once for each step', () => {
    const register = new RoundingRegister();
    expect(register.figure(named('system', '2.5'), STEP).toFixed()).toBe('3');
    expect(register.figure(named('system', '2.5'), decimal('0.1')).toFixed()).toBe('2.5');
    expect(register.registered('system', STEP)).toMatchObject({ isMoved: false });
    expect(register.registered('ACUTE', STEP)).toBeUndefined();
  });

  test('a leaf moved on one page is shown so on every other', () => {
    const register = new RoundingRegister();
    const organisations = [named('CCG', '0.6'), named('ACUTE', '0.6'), named('COMM', '0.2')];
    const first = register.foot({ total: namedSum('system', organisations), leaves: organisations }, STEP);
    expect(texts(first.figures)).toEqual(['1', '0', '0']);
    expect(register.registered('ACUTE', STEP)).toMatchObject({ isMoved: true });
    expect(register.registered('CCG', STEP)).toMatchObject({ isMoved: false });
    // The same leaves in another order, and one of them alone.
    const again = register.foot({ total: namedSum('system', organisations), leaves: [...organisations].reverse() }, STEP);
    expect(texts(again.figures)).toEqual(['0', '0', '1']);
    expect(register.figure(named('ACUTE', '0.6'), STEP).toFixed()).toBe('0');
  });

  test('the table below a moved leaf foots to what the leaf shows', () => {
    const register = new RoundingRegister();
    const organisations = [named('CCG', '0.6'), named('ACUTE', '0.6'), named('COMM', '0.2')];
    register.foot({ total: namedSum('system', organisations), leaves: organisations }, STEP);
    const lines = [named('ACUTE.pay', '-1.7'), named('ACUTE.income', '2.3')];
    const statement = register.foot({ total: named('ACUTE', '0.6'), leaves: lines }, STEP);
    expect(statement.total.toFixed()).toBe('0');
    expect(texts(statement.figures)).toEqual(['-2', '2']);
    expect(statement.rounding.isZero()).toBe(true);
  });

  test('a pinned opening value, with what cannot be met in a rounding line', () => {
    const register = new RoundingRegister();
    const footed = register.foot({ total: named('total', '-0.5'), leaves: [named('opening', '0.5'), named('change', '-1')], pin: 0 }, STEP);
    expect(texts(footed.figures)).toEqual(['1', '-1']);
    expect(footed.rounding.toFixed()).toBe('-1');
  });

  test('a bridge opens and closes at the figures that stand', () => {
    const register = new RoundingRegister();
    const organisations = [named('CCG', '1.6'), named('ACUTE', '1.6'), named('COMM', '0.2')];
    register.foot({ total: namedSum('system', organisations), leaves: organisations }, STEP);
    const bridge = register.footBridge(
      [
        { kind: 'bar', ...named('ACUTE.doNothing', '-2.2') },
        { kind: 'bar', ...named('ACUTE.savings', '3.8') },
        { kind: 'subtotal', ...named('ACUTE', '1.6') },
      ],
      STEP,
    );
    expect(texts(bridge.figures)).toEqual(['-2', '3', '1']);
    expect(register.registered('ACUTE.savings', STEP)).toMatchObject({ isMoved: true });
    expect(register.figure(named('ACUTE.savings', '3.8'), STEP).toFixed()).toBe('3');
  });

  test('a two-way table keeps registered totals and registers the others', () => {
    const register = new RoundingRegister();
    const organisations = [named('CCG', '0.6'), named('ACUTE', '0.6')];
    register.foot({ total: namedSum('system', organisations), leaves: organisations }, STEP);
    const table = {
      cells: [
        [named('CCG.a', '0.3'), named('CCG.b', '0.3')],
        [named('ACUTE.a', '0.3'), named('ACUTE.b', '0.3')],
      ],
      rows: organisations,
      columns: [named('a', '0.6'), named('b', '0.6')],
      grand: named('system', '1.2'),
    };
    const footed = register.footTable(table, STEP);
    expect(texts(footed.rowTotals)).toEqual(['1', '0']);
    expect(texts(footed.columnTotals)).toEqual(['1', '0']);
    expect(register.registered('b', STEP)?.figure.toFixed()).toBe('0');
    expect(register.registered('CCG.a', STEP)?.figure.toFixed()).toBe('1');
    expect(texts(register.footTable(table, STEP).rowTotals)).toEqual(['1', '0']);
  });

  test('a two-way table keeps registered totals that it would have rounded otherwise', () => {
    const register = new RoundingRegister();
    const rows = [named('CCG', '0.6'), named('ACUTE', '0.7')];
    const columns = [named('a', '0.6'), named('b', '0.7')];
    // The larger remainders go up: ACUTE and b. A table left to itself shows the same; these totals are registered the other way round.
    register.foot({ total: named('high', '1.2'), leaves: [named('CCG', '0.6'), named('other', '0.6')] }, STEP);
    register.foot({ total: named('low', '1.2'), leaves: [named('a', '0.6'), named('another', '0.6')] }, STEP);
    const cells = [
      [named('CCG.a', '0.3'), named('CCG.b', '0.3')],
      [named('ACUTE.a', '0.3'), named('ACUTE.b', '0.4')],
    ];
    const footed = register.footTable({ cells, rows, columns, grand: named('system', '1.3') }, STEP);
    expect(texts(footed.rowTotals)).toEqual(['1', '0']);
    expect(texts(footed.columnTotals)).toEqual(['1', '0']);
    expect(footed.rounding).toBeNull();
    expect(register.registered('ACUTE', STEP)).toMatchObject({ isMoved: true });
    expect(register.registered('b', STEP)).toMatchObject({ isMoved: true });
    expect(register.registered('system', STEP)?.figure.toFixed()).toBe('1');
  });

  test('one name for two amounts is refused, with both', () => {
    const register = new RoundingRegister();
    register.figure(named('system', '2.5'), STEP);
    expect(() => register.figure(named('system', '2.6'), STEP)).toThrow(RoundingRegisterError);
    expect(() => register.figure(named('system', '2.6'), STEP)).toThrow('"system" is registered as £2.5 and was asked for again as £2.6');
    // A sum in another order may differ in the last digit; that is the same amount.
    expect(register.figure(named('system', '2.5000000000001'), STEP).toFixed()).toBe('3');
    expect(new RoundingRegisterError('x', { registered: STEP, asked: STEP })).toMatchObject({
      code: 'two-amounts-one-name',
      name: 'RoundingRegisterError',
    });
  });
});
