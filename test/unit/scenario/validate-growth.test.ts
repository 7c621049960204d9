import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { eachYear, item } from '../../support/small-scenario.ts';

const rates =
  (id: string, rate: unknown): Change =>
  (written) => {
    const series = item(written.series, id);
    if (series.kind === 'RATES') series.rateByYear = { ...eachYear('0.02'), '2019/20': rate };
  };

describe('E5: growth as entered', () => {
  test('nothing shrinks by the whole of it', () => {
    expect(problemsOf('E5', rates('pay', '-1'))).toEqual([
      {
        id: 'E5',
        path: 'series.pay.rateByYear.2019/20',
        text: 'Pay (pay): rate, 2019/20: read (100%) a year. Allowed: above (100%). Enter growth as a share of the year before, such as 2%.',
        severity: 'error',
        blocks: ['series:pay'],
      },
    ]);
  });

  test('beyond 20% a year either way is asked about', () => {
    expect(problemsOf('E5', rates('pay', '0.25'))).toEqual([
      {
        id: 'E5',
        path: 'series.pay.rateByYear.2019/20',
        text: 'Pay (pay): rate, 2019/20: read 25% a year. Usual: between (20%) and 20%. If 2.5% was meant, correct it; else give the reason in the note.',
        severity: 'warning',
      },
    ]);
    expect(textsOf('E5', rates('pay', '-0.21'))[0]).toContain('read (21%) a year. Usual: between (20%) and 20%. If (2.1%) was meant');
    expect(textsOf('E5', rates('pay', '2.1'))[0]).toContain('read 210% a year. Usual: between (20%) and 20%. If 2.1% was meant');
    expect(textsOf('E5', rates('pay', '1'))[0]).toContain('read 100% a year. Usual: between (20%) and 20%. If 1% was meant');
  });

  test('20% itself says nothing', () => {
    expect(problemsOf('E5', rates('pay', '0.2'))).toEqual([]);
    expect(problemsOf('E5', rates('pay', '-0.2'))).toEqual([]);
  });

  test('the deflator, and the ends of a range', () => {
    expect(problemsOf('E5', (written) => (written.deflator = { rateByYear: { '2018/19': '-1.5' } }))[0]?.blocks).toEqual(['deflator']);
    expect(
      problemsOf('E5', rates('pay', { value: '0.02', range: { low: '-1', likely: '0.02', high: '0.03' } })).map(({ text, blocks }) => [
        text,
        blocks,
      ]),
    ).toEqual([
      [
        'Pay (pay): rate, 2019/20, low end of the range: read (100%) a year. Allowed: above (100%). Enter growth as a share of the year before, such as 2%.',
        ['ranges:series.pay.rateByYear.2019/20'],
      ],
    ]);
  });
});

describe('E5: growth of several series together', () => {
  test('each within bounds, together not: 1.15 × 1.1 − 1 = 26.5%', () => {
    const together: Change = (written) => {
      rates('demographic', '0.15')(written);
      rates('nonDemographic', '0.1')(written);
    };
    expect(problemsOf('E5', together)).toEqual([
      {
        id: 'E5',
        path: 'series.acuteVolume',
        text: 'Acute activity (acuteVolume): demographic and nonDemographic together make 26.5% in 2019/20. Usual: between (20%) and 20%. Correct the series that it stands on, or give the reason in its note.',
        severity: 'warning',
      },
    ]);
  });

  test('a tariff of (100%): 2% − 102%', () => {
    const problems = problemsOf('E5', rates('efficiency', '1.02')).filter(({ path }) => path === 'series.tariff');
    // The uplift of 2019/20 stays at 2.5%, so 3.5% more is taken off to reach the whole.
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    const total = problemsOf('E5', rates('efficiency', '1.025')).filter(({ path }) => path === 'series.tariff');
    expect(total).toEqual([
      {
        id: 'E5',
        path: 'series.tariff',
        text: 'Tariff (tariff): uplift and efficiency together make (100%) in 2019/20. Allowed: above (100%). Enter growth as a share of the year before, such as 2%.',
        severity: 'error',
        blocks: ['series:tariff'],
      },
    ]);
  });

  test('an impossible year counts before an unusual one, in whatever order they come', () => {
    const efficiency =
      (first: string, second: string): Change =>
      (written) => {
        const series = item(written.series, 'efficiency');
        if (series.kind === 'RATES') series.rateByYear = { '2018/19': first, '2019/20': second, '2020/21': '0.02' };
      };
    const ofTariff = (change: Change) => problemsOf('E5', change).filter(({ path }) => path === 'series.tariff');
    for (const change of [efficiency('0.5', '1.2'), efficiency('1.2', '0.5')]) {
      expect(ofTariff(change).map(({ severity }) => severity)).toEqual(['error']);
    }
    expect(ofTariff(efficiency('0.5', '0.6')).map(({ text }) => text.slice(0, 73))).toEqual([
      'Tariff (tariff): uplift and efficiency together make (47.5%) in 2018/19. ',
    ]);
  });

  test('what stands on an impossible rate has nothing to add', () => {
    expect(problemsOf('E5', rates('demographic', '-1')).map(({ path }) => path)).toEqual(['series.demographic.rateByYear.2019/20']);
  });

  test('a series of series is followed in whatever order the list has', () => {
    const nested: Change = (written) => {
      written.series.unshift({ id: 'all', name: 'All', kind: 'COMPOUND', of: ['acuteVolume', 'tariff'] });
      rates('demographic', '0.2')(written);
    };
    expect(problemsOf('E5', nested).map(({ path }) => path)).toEqual(['series.acuteVolume', 'series.all']);
  });
});

describe('E23: series that lead back to themselves', () => {
  test('at once', () => {
    expect(
      problemsOf(
        'E23',
        (written) => (written.series[8] = { id: 'acuteVolume', name: 'Acute activity', kind: 'COMPOUND', of: ['acuteVolume'] }),
      ),
    ).toEqual([
      {
        id: 'E23',
        path: 'series.acuteVolume',
        text: 'Acute activity (acuteVolume): it stands on itself. A growth series stands on others only. Take one of these references out.',
        severity: 'error',
        blocks: ['series:acuteVolume'],
      },
    ]);
  });

  test('through another; a series that only stands on the circle is not in it', () => {
    const circle: Change = (written) => {
      written.series.push(
        { id: 'a', name: 'A', kind: 'COMPOUND', of: ['b', 'pay'] },
        { id: 'b', name: 'B', kind: 'TARIFF', costUplift: 'a', efficiencyFactor: 'pay' },
        { id: 'c', name: 'C', kind: 'COMPOUND', of: ['a'] },
      );
    };
    expect(textsOf('E23', circle)).toEqual([
      'A (a): it stands on b, which leads back to a. A growth series stands on others only. Take one of these references out.',
      'B (b): it stands on a, which leads back to b. A growth series stands on others only. Take one of these references out.',
    ]);
  });

  test('a chain of 50 is followed, one of 51 is not', () => {
    const chain =
      (length: number): Change =>
      (written) => {
        for (let depth = 2; depth <= length; depth += 1) {
          written.series.push({
            id: `x${String(depth)}`,
            name: `X${String(depth)}`,
            kind: 'COMPOUND',
            of: [depth === 2 ? 'pay' : `x${String(depth - 1)}`],
          });
        }
      };
    expect(problemsOf('E23', chain(50))).toEqual([]);
    expect(textsOf('E23', chain(53))).toEqual([
      'X51 (x51): it stands on a chain of more than 50 growth series. Allowed: at most 50 deep. Combine some of them.',
    ]);
  });
});

describe('W11: blank years of a series in use', () => {
  const blank =
    (id: string): Change =>
    (written) => {
      const series = item(written.series, id);
      if (series.kind === 'RATES') series.rateByYear = { '2018/19': '0.02' };
    };

  test('the years are named, and that no growth is assumed', () => {
    expect(problemsOf('W11', blank('pay'))).toEqual([
      {
        id: 'W11',
        path: 'series.pay.rateByYear',
        text: 'Pay (pay): no rate is entered for 2019/20 and 2020/21. Allowed: a rate for each year from 2018/19. Enter the rates; until then no growth is assumed in those years.',
        severity: 'warning',
      },
    ]);
  });

  test('a series that nothing uses may be blank', () => {
    expect(problemsOf('W11', (written) => written.series.push({ id: 'spare', name: 'Spare', kind: 'RATES', rateByYear: {} }))).toEqual([]);
  });
});
