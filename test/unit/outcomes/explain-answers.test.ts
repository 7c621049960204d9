import { describe, expect, test } from 'vitest';
import { project, type Projection } from '../../../shared/engine/project.ts';
import { D } from '../../../shared/money/decimal.ts';
import { ExplanationError, explain, explainText, figurePaths, type Explained, type Explanation } from '../../../shared/outcomes/explain.ts';
import { bareScenario, byYear, cost, income } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';
import { item, smallScenario, type Written } from '../../support/small-scenario.ts';

const small = project(smallScenario());
const b = project(shippedScenario('worked-example-b'));
const projected = (change: (written: Written) => void): Projection => project(smallScenario(change));

function explained(projection: Projection, path: string): Explained {
  const explanation = explain(projection, path);
  if (explanation.kind !== 'explained') throw new Error(`${path} is ${explanation.kind}`);
  return explanation;
}

describe('a path that leads nowhere', () => {
  const suggestions = (path: string): readonly string[] => {
    const explanation = explain(small, path);
    return explanation.kind === 'unknown' ? explanation.suggestions : [];
  };

  test('says what was read, the nearest that there are, and the way out', () => {
    expect(explain(small, 'system.reprted.2020/21')).toEqual({
      kind: 'unknown',
      path: 'system.reprted.2020/21',
      suggestions: suggestions('system.reprted.2020/21'),
      text: `Read "system.reprted.2020/21", which is no figure of this projection. Nearest: ${suggestions('system.reprted.2020/21').join(', ')}. Choose one of these.`,
    });
  });

  test.each([
    ['system.reprted.2020/21', 'system.reported.2020/21'],
    ['System.Reported.2020/21', 'system.reported.2020/21'],
    ['system.reported.2020-21', 'system.reported.2020/21'],
    ['system.reported', 'system.reported.2017/18'],
    ['schemes.S33.headline.2019/20', 'schemes.S3.headline.2019/20'],
    ['support.PSF.earned.2019/20', 'support.PSF1.earned.2019/20'],
    ['capital.source.STP_PDC.headroom.2018/19', 'capital.sources.STP_PDC.headroom.2018/19'],
  ])('%s: %s first', (read, nearest) => {
    expect(suggestions(read)[0]).toBe(nearest);
  });

  test('suggestions are figures that there are', () => {
    const known = new Set(figurePaths(small));
    for (const path of ['', '.', 'x'.repeat(5000), 'a.'.repeat(500), '__proto__', 'constructor.prototype', 'system.constructor.2020/21']) {
      const explanation = explain(small, path);
      expect(explanation.kind).toBe('unknown');
      expect(suggestions(path).every((suggestion) => known.has(suggestion))).toBe(true);
    }
  });

  test('a year beyond the horizon is no figure, save of sources of capital that hold money then', () => {
    expect(explain(small, 'system.reported.2021/22').kind).toBe('unknown');
    const later = projected(
      (written) => (item(written.capitalEnvelopes, 'STP_PDC').amountByYear = { '2018/19': '2000000', '2022/23': '7' }),
    );
    expect(explained(later, 'capital.sources.STP_PDC.envelope.2022/23').value).toBe('7');
    expect(figurePaths(later)).toContain('capital.sources.STP_PDC.headroom.2022/23');
  });
});

describe('a figure that is not computed', () => {
  const reason = (explanation: Explanation): string => (explanation.kind === 'not-computed' ? explanation.reason : explanation.kind);

  test('says why its object is left out', () => {
    const broken = projected((written) => (item(written.savings, 'S7').benefitSplit = [{ organisation: 'ACUTE', weight: '0.6' }]));
    expect(reason(explain(broken, 'schemes.S7.headline.2020/21'))).toBe(broken.frame.leftOut.get('savings:S7'));
    expect(figurePaths(broken).some((path) => path.startsWith('schemes.S7.'))).toBe(false);
  });

  test('says that nothing is computed where the years cannot be used', () => {
    const nothing = projected((written) => (written.horizonYear = '2016/17'));
    expect(figurePaths(nothing)).toEqual([]);
    expect(reason(explain(nothing, 'system.reported.2020/21'))).toBe(nothing.frame.leftOut.get('scenario'));
    expect(reason(explain(nothing, 'no.such.figure'))).toBe(nothing.frame.leftOut.get('scenario'));
  });

  test.each([
    ['organisations.COUNCIL.controlTotal.2020/21', 'no control total is entered for 2020/21'],
    ['organisations.CCG.averagePay.2020/21', 'no average pay is entered'],
    ['system.cumulative.2017/18', '2017/18 is the base year; this figure starts with the first projected year'],
    ['flows.F1.mismatch.2018/19', 'payer and payee book the same figure'],
    ['lines.L4.nonRecurrent.2019/20', 'no non-recurrent amount is entered for 2019/20'],
    ['capital.sources.LOAN.headroom.2018/19', 'no envelope is entered for Loan, so it is not limited'],
  ])('%s: %s', (path, words) => {
    expect(reason(explain(small, path))).toBe(words);
    expect(figurePaths(small)).not.toContain(path);
  });

  test('per head without a population; an agreement or line that is left out', () => {
    const bare = project(
      bareScenario({ lines: [income({ organisation: 'CCG', baseAmount: '5' })], riskShares: [{ id: 'R1', name: 'R1' }] }),
    );
    expect(reason(explain(bare, 'system.perHead.2020/21'))).toBe('no population is entered for 2020/21');
    expect(reason(explain(bare, 'riskShares.R1.pool.2020/21'))).toBe(bare.frame.leftOut.get('riskShares:R1'));
    const grown = project(
      bareScenario({ series: [], lines: [cost({ organisation: 'CCG', baseAmount: '5', priceSeries: 'p', explicitByYear: byYear('6') })] }),
    );
    expect(grown.frame.leftOut.has('lines:CCG-cost')).toBe(true);
    expect(reason(explain(grown, 'lines.CCG-cost.2018/19'))).toBe(grown.frame.leftOut.get('lines:CCG-cost'));
  });
});

describe('inputs', () => {
  test('carry source, owner, date, confidence and note', () => {
    const noted = projected((written) => {
      item(written.savings, 'S1').delivery = {
        value: '0.8',
        source: 'Board paper 12',
        owner: 'Chief nurse',
        date: '2018-03-01',
        confidence: 'L',
        note: 'Third year running',
      };
    });
    expect(explained(noted, 'schemes.S1.deliverable.2020/21').inputs).toEqual([
      {
        path: 'savings.S1.delivery',
        label: 'Rostering (S1): delivery',
        value: '0.8',
        unit: 'share',
        source: 'Board paper 12',
        owner: 'Chief nurse',
        date: '2018-03-01',
        confidence: 'L',
        note: 'Third year running',
        isDefault: false,
      },
    ]);
  });

  test('a tool default stands where it would be entered, with its source', () => {
    expect(explained(small, 'schemes.S3.deliverable.2020/21').inputs).toEqual([
      {
        path: 'settings.deliveryByRating.GREEN',
        label: 'Settings: delivery by rating, Green',
        value: '0.9',
        unit: 'share',
        source: 'Tool default: judgement; no national weighting of ratings was found',
        isDefault: true,
      },
    ]);
    const occupancy = explained(small, 'shifts.SH1.bedsAtFullEffect').inputs.find(({ path }) => path === 'shifts.SH1.occupancy');
    expect(occupancy).toMatchObject({ label: 'Frailty at home (SH1): occupancy', value: '0.92', isDefault: true });
  });

  test('a blank year counts as nil, and says so', () => {
    const blank = projected((written) => {
      const series = item(written.series, 'pay');
      if (series.kind === 'RATES') series.rateByYear = { '2018/19': '0.02' };
    });
    expect(explained(blank, 'series.pay.2019/20').inputs).toEqual([
      {
        path: 'series.pay.rateByYear.2019/20',
        label: 'Pay (pay): rate, 2019/20',
        value: '0',
        unit: 'rate',
        source: 'Blank: counted as nil',
        isDefault: true,
      },
    ]);
  });

  test('a month index says its month', () => {
    const start = explained(b, 'schemes.S2.headline.2020/21').inputs.find(({ path }) => path.endsWith('startMonth'));
    expect(start).toMatchObject({ value: '12', unit: 'months', month: 'Apr 2018' });
  });
});

describe('proof', () => {
  test('terms that miss the figure are an error that names it, and so are factors', () => {
    const wrong = (change: (projection: Projection) => void): Projection => {
      const projection = project(smallScenario());
      change(projection);
      return projection;
    };
    const penny = new D('0.01');
    const inLine = wrong(({ doNothing }) => {
      const amounts = doNothing.lines.get('L5') as unknown as (typeof penny)[];
      amounts[1] = (amounts[1] ?? penny).plus(penny);
    });
    const inDividend = wrong(({ capital }) => {
      const amounts = capital.schemes.get('C1')?.pdcDividend as unknown as (typeof penny)[];
      amounts[1] = (amounts[1] ?? penny).plus(penny);
    });
    const thrown = (projection: Projection, path: string): unknown => {
      try {
        return explain(projection, path);
      } catch (error) {
        return error;
      }
    };
    expect(thrown(inLine, 'lines.L5.2018/19')).toBeInstanceOf(ExplanationError);
    expect(thrown(inLine, 'lines.L5.2018/19')).toMatchObject({ code: 'terms-do-not-add-up', name: 'ExplanationError' });
    expect(thrown(inDividend, 'capital.C1.pdcDividend.2018/19')).toMatchObject({ code: 'factors-do-not-multiply' });
    expect(String(thrown(inLine, 'lines.L5.2018/19'))).toMatch(
      /"lines\.L5\.2018\/19" does not hold: its terms add up to [\d.]+, and the figure is [\d.]+\./,
    );
  });
});

describe('as text', () => {
  const text = explainText(explained(b, 'schemes.S3.deliverable.2020/21'));

  test('figure, sentence, terms with their total, factors, inputs and path', () => {
    expect(text.split('\n')).toEqual([
      'Deliverable saving, Length of stay and ward productivity, 2020/21                    £3,732,339.22',
      '',
      '£3.7m of Length of stay and ward productivity is expected to be delivered in 2020/21: 80% of £4.7m',
      'that releases cash.',
      'How: cash-releasing × delivery share.',
      '',
      '  Cash-releasing                                                                        4,665,424.03',
      '  Not delivered                                                                         (933,084.81)',
      '                                                                              ----------------------',
      '  Total                                                                                 3,732,339.22',
      '                                                                              ======================',
      '',
      'Multiplied:',
      '  Cash-releasing                                                                        4,665,424.03',
      '  Delivery share                                                                                 80%',
      '                                                                              ----------------------',
      '  Product                                                                               3,732,339.22',
      '                                                                              ======================',
      '',
      'Inputs:',
      '  Length of stay and ward productivity (S3): delivery: 80%. Worked example, fictitious',
      '',
      'Figure: schemes.S3.deliverable.2020/21',
    ]);
  });

  test('lists what is one level down when asked', () => {
    const deeper = explainText(explained(b, 'schemes.S3.deliverable.2020/21'), { deeper: 'listed' });
    expect(deeper).toBe(`${text}\n\nDeeper:\n  Cash-releasing: schemes.S3.cashReleasing.2020/21`);
  });

  test('divides, brackets, singular units, months, defaults and notes', () => {
    expect(explainText(explained(b, 'system.perHead.2020/21'))).toContain('  ÷ Population ');
    expect(explainText(explained(b, 'system.reported.2020/21'))).toContain('(£4,278,659.77)');
    expect(explainText(explained(b, 'shifts.groups.acute-wards.stepsInMarch.2020/21'))).toContain(' 1 step\n');
    expect(explainText(explained(b, 'schemes.S2.headline.2020/21'))).toContain('start month: Apr 2018.');
    expect(explainText(explained(small, 'schemes.S3.deliverable.2020/21'))).toContain('Green: 90%. Tool default: judgement;');
    expect(explainText(explained(b, 'schemes.S7.afterGate.2020/21'))).toContain('\nBack-office systems is not funded: ');
  });

  test('every figure fits 100 columns, and long words and names are broken', () => {
    const long = projected((written) => {
      item(written.savings, 'S1').name = 'A name that goes on '.repeat(14).trim();
      item(written.savings, 'S2').name = 'Unbroken'.repeat(30);
      item(written.savings, 'S1').delivery = { value: '0.8', note: 'word '.repeat(300) };
    });
    for (const projection of [b, small, long]) {
      for (const path of figurePaths(projection)) {
        const lines = explainText(explained(projection, path), { deeper: 'listed' }).split('\n');
        expect(lines.filter((line) => line.length > 100 && line.includes(' ') && line.trim().includes(' '))).toEqual([]);
        expect(lines.some((line) => line !== line.trimEnd())).toBe(false);
      }
    }
  });

  test('of what is unknown or not computed is a sentence', () => {
    expect(explainText(explain(small, 'organisations.COUNCIL.variance.2020/21'))).toBe(
      'organisations.COUNCIL.variance.2020/21 is not computed: no control total is entered for 2020/21',
    );
    expect(explainText(explain(small, 'nothing'))).toMatch(/^Read "nothing", which is no figure/);
  });
});

test('the same figure is explained alike each time, and listing explains nothing', () => {
  expect(explain(small, 'bridge.2020/21.overlap')).toEqual(explain(project(smallScenario()), 'bridge.2020/21.overlap'));
  expect(figurePaths(small)).toBe(figurePaths(small));
});

describe('sentences', () => {
  const sentence = (projection: Projection, path: string): string => explained(projection, path).sentence;

  test.each([
    [
      'bridge.2020/21.deliveryRisk',
      'The system is £7.1m worse off in 2020/21 through delivery risk: what remains after overlap and cash release, times the share not delivered. Largest of 7: Acute CIP programme, then Strengths-based practice in adult social care.',
    ],
    [
      'bridge.2020/21.headline:RIGHTCARE_QIPP',
      'The system would be £13.9m better off in 2020/21 through RightCare and QIPP: what the plans claim, on planned dates and fully delivered.',
    ],
    [
      'system.support.2020/21',
      'The system is neither better nor worse off in 2020/21 through PSF earned: PSF of those who meet their control total.',
    ],
    ['organisations.ACUTE.reported.2020/21', 'Acute trust reports a deficit of £6.0m in 2020/21.'],
    ['organisations.CCG.variance.2020/21', 'Clinical commissioning group is £4.9m better than its control total in 2020/21.'],
    [
      'lines.ccg-allocation.2020/21',
      'Allocation of Clinical commissioning group is £454.4m in 2020/21: £437.8m the year before and £16.6m of price growth.',
    ],
    ['capital.C1.exitEffect.2020/21', 'A full year of Community hub costs £276,000 more than 2020/21 does.'],
    [
      'councils.COUNCIL.requiredMitigation.2020/21',
      'Council must still find £1.4m in 2020/21: without it the budget is not lawful (section 114).',
    ],
    ['capital.sources.STP_PDC.overProgramming', 'Schemes ask 15.7% more of STP capital (PDC) than it holds: £9.3m against £8.0m.'],
  ])('%s', (path, words) => {
    expect(sentence(b, path)).toBe(words);
  });

  describe('say why a scheme starts late', () => {
    const start = (change: (scheme: Written['savings'][number], written: Written) => void): string => {
      const projection = projected((written) => {
        const hubs = ['C8', 'C9'].map((id, index) => ({
          ...item(written.capital, 'C1'),
          id,
          name: `Hub ${id}`,
          operationalMonth: index === 0 ? 30 : 20,
          enables: [],
        }));
        written.capital = [...written.capital, ...hubs];
        written.capitalEnvelopes = [];
        const scheme = item(written.savings, 'S1');
        scheme.profile = { kind: 'STEP', grossFullYearEffect: '1000', startMonth: 12 };
        change(scheme, written);
      });
      return sentence(projection, 'schemes.S1.timing.2020/21').split('claimed. ')[1] ?? '';
    };

    test('not at all', () => {
      expect(start(() => undefined)).toBe('It starts in Apr 2018, as planned.');
    });

    test('its own slippage, of one month and of more', () => {
      expect(start((scheme) => (scheme.slippageMonths = 1))).toBe(
        'It starts in May 2018 instead of Apr 2018, because it slips by 1 month.',
      );
      expect(start((scheme) => (scheme.slippageMonths = 6))).toBe(
        'It starts in Oct 2018 instead of Apr 2018, because it slips by 6 months.',
      );
    });

    test('the last of the capital that it waits for, and mobilising', () => {
      const waits = (scheme: Written['savings'][number]): void => void (scheme.capitalDependencies = ['C9', 'C8']);
      expect(start(waits)).toBe('It starts in Oct 2019 instead of Apr 2018, because Hub C8 opens in Oct 2019.');
      expect(
        start((scheme) => {
          waits(scheme);
          scheme.mobilisationMonths = 2;
        }),
      ).toBe('It starts in Dec 2019 instead of Apr 2018, because Hub C8 opens in Oct 2019, and mobilising takes 2 months.');
    });

    test('slippage, where it is longer than the wait', () => {
      expect(
        start((scheme) => {
          scheme.capitalDependencies = ['C9'];
          scheme.slippageMonths = 24;
        }),
      ).toBe('It starts in Apr 2020 instead of Apr 2018, because it slips by 24 months.');
    });
  });
});
