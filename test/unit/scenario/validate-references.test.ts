import { describe, expect, test } from 'vitest';
import { problemsOf, textsOf, type Change } from '../../support/problems.ts';
import { eachYear, item } from '../../support/small-scenario.ts';

describe('E10: organisations outside the footprint', () => {
  test('a line of an organisation that is not there', () => {
    expect(problemsOf('E10', (written) => (item(written.lines, 'L3').organisation = 'ELSEWHERE'))).toEqual([
      {
        id: 'E10',
        path: 'lines.L3.organisation',
        text: 'Other contracts (L3): organisation: names "ELSEWHERE", which is no organisation of this footprint. Allowed: CCG, ACUTE and COUNCIL. Add the organisation; or, if it lies outside the footprint, enter the money as an external line of the member that pays or receives it.',
        severity: 'error',
        blocks: ['lines:L3'],
      },
    ]);
  });

  test('a shift whose commissioner is outside', () => {
    expect(textsOf('E10', (written) => (item(written.shifts, 'SH1').commissioner = 'NHSE'))).toEqual([
      'Frailty at home (SH1): commissioner: names "NHSE", which is no organisation of this footprint. Allowed: CCG, ACUTE and COUNCIL. A shift needs a commissioner inside the footprint, whose contract it changes. Choose one of these, or add the organisation.',
    ]);
  });

  const everywhere: [string, Change, string][] = [
    ['flows.F1.payer', (written) => (item(written.flows, 'F1').payer = 'X'), 'flows:F1'],
    ['flows.F1.payee', (written) => (item(written.flows, 'F1').payee = 'X'), 'flows:F1'],
    ['savings.S1.organisation', (written) => (item(written.savings, 'S1').organisation = 'X'), 'savings:S1'],
    ['savings.S6.counterparty', (written) => (item(written.savings, 'S6').counterparty = 'X'), 'savings:S6'],
    [
      'savings.S7.benefitSplit.X',
      (written) => (item(written.savings, 'S7').benefitSplit = [{ organisation: 'X', weight: '1' }]),
      'savings:S7',
    ],
    ['capital.C1.organisation', (written) => (item(written.capital, 'C1').organisation = 'X'), 'capital:C1'],
    ['shifts.SH1.fromOrganisation', (written) => (item(written.shifts, 'SH1').fromOrganisation = 'X'), 'shifts:SH1'],
    ['shifts.SH1.toOrganisation', (written) => (item(written.shifts, 'SH1').toOrganisation = 'X'), 'shifts:SH1'],
    ['stepGroups.W1.organisation', (written) => (item(written.stepGroups, 'W1').organisation = 'X'), 'stepGroups:W1'],
    ['strandedSupport.X.organisation', (written) => (item(written.strandedSupport, 'ACUTE').organisation = 'X'), 'strandedSupport:X'],
    [
      'prevention.P1.investments.X',
      (written) => (item(written.prevention, 'P1').investments = [{ organisation: 'X', amountByYear: {} }]),
      'prevention:P1',
    ],
    [
      'prevention.P1.beneficiaries.X',
      (written) => (item(written.prevention, 'P1').beneficiaries = [{ organisation: 'X', weight: '1' }]),
      'prevention:P1',
    ],
    ['implementation.I1.organisation', (written) => (item(written.implementation, 'I1').organisation = 'X'), 'implementation:I1'],
    [
      'riskShares.R1.participants.X',
      (written) =>
        (item(written.riskShares, 'R1').participants = [
          { organisation: 'X', gainWeight: '1', lossWeight: '1', targetByYear: eachYear('0') },
        ]),
      'riskShares:R1',
    ],
    ['support.PSF1.organisation', (written) => (item(written.support, 'PSF1').organisation = 'X'), 'support:PSF1'],
    ['controlTotals.X.organisation', (written) => (item(written.controlTotals, 'CCG').organisation = 'X'), 'controlTotals:X'],
    ['reserves.X.organisation', (written) => (item(written.reserves, 'COUNCIL').organisation = 'X'), 'reserves:X'],
    [
      'publishedFigures.G.organisation',
      (written) =>
        (written.publishedFigures = [{ id: 'G', name: 'Gap', measure: 'reported', year: '2020/21', amount: '0', organisation: 'X' }]),
      'publishedFigures:G',
    ],
  ];
  test.each(everywhere)('%s', (path, change, object) => {
    expect(problemsOf('E10', change).map((problem) => [problem.path, problem.blocks])).toEqual([[path, [object]]]);
  });
});

describe('E10: payer and payee', () => {
  test('a flow from a member to itself', () => {
    expect(problemsOf('E10', (written) => (item(written.flows, 'F1').payee = 'CCG'))).toEqual([
      {
        id: 'E10',
        path: 'flows.F1.payee',
        text: 'Acute contract (F1): payer and payee are both CCG. A flow runs between two members. Choose another payer or payee, or take the flow out: inside one organisation nothing changes hands.',
        severity: 'error',
        blocks: ['flows:F1'],
      },
    ]);
  });

  test('a scheme whose counterparty is its owner', () => {
    expect(
      problemsOf('E10', (written) => (item(written.savings, 'S6').counterparty = 'CCG')).map(({ path, text, severity, blocks }) => [
        path,
        text,
        severity,
        blocks,
      ]),
    ).toEqual([
      [
        'savings.S6.counterparty',
        'Fewer referrals (S6): owner and counterparty are both CCG. The counterparty is the other member, whose income falls or whose cost rises. Choose it, or leave it blank for a saving on outside spending.',
        'error',
        ['savings:S6'],
      ],
    ]);
  });
});

describe('E6: capital that is not there', () => {
  test('of a savings scheme', () => {
    expect(problemsOf('E6', (written) => (item(written.savings, 'S7').capitalDependencies = ['C1', 'C9']))).toEqual([
      {
        id: 'E6',
        path: 'savings.S7.capitalDependencies.C9',
        text: 'Shared back office (S7): capital dependencies: names "C9", and there is no capital scheme of that id. Allowed: C1. Choose one of these, add the capital scheme, or take the reference out.',
        severity: 'error',
        blocks: ['savings:S7'],
      },
    ]);
  });

  test('of a shift, and of capital itself', () => {
    expect(problemsOf('E6', (written) => (item(written.shifts, 'SH1').capitalDependencies = ['C9']))[0]?.blocks).toEqual(['shifts:SH1']);
    expect(problemsOf('E6', (written) => (item(written.capital, 'C1').capitalDependencies = ['C9']))[0]?.blocks).toEqual(['capital:C1']);
  });
});

describe('E23: references to what is not there', () => {
  test('a growth series', () => {
    expect(problemsOf('E23', (written) => (item(written.lines, 'L1').priceSeries = 'growth'))).toEqual([
      {
        id: 'E23',
        path: 'lines.L1.priceSeries',
        text: 'Allocation (L1): price series: names "growth", and there is no growth series of that id. Allowed: allocation, pay, prices, uplift, efficiency, tariff, demographic, nonDemographic and 1 more. Choose one of these, add the growth series, or take the reference out.',
        severity: 'error',
        blocks: ['lines:L1'],
      },
    ]);
  });

  test('where nothing of the kind is entered', () => {
    const change: Change = (written) => {
      written.pools = [];
      item(written.savings, 'S2').pool = undefined;
    };
    expect(textsOf('E23', change)).toEqual([
      'Rostering (S1): pool: names "WARD", and there is no cost pool of that id. Allowed: none is entered yet. Choose one of these, add the cost pool, or take the reference out.',
    ]);
  });

  const everywhere: [string, Change, string[] | undefined][] = [
    [
      'organisations.ACUTE.averagePaySeries',
      (written) => (item(written.organisations, 'ACUTE').averagePaySeries = 'X'),
      ['workforce:ACUTE'],
    ],
    [
      'series.acuteVolume.of.X',
      (written) => (written.series[8] = { id: 'acuteVolume', name: 'V', kind: 'COMPOUND', of: ['pay', 'X'] }),
      ['series:acuteVolume'],
    ],
    [
      'series.tariff.costUplift',
      (written) => (written.series[5] = { id: 'tariff', name: 'T', kind: 'TARIFF', costUplift: 'X', efficiencyFactor: 'pay' }),
      ['series:tariff'],
    ],
    [
      'series.tariff.efficiencyFactor',
      (written) => (written.series[5] = { id: 'tariff', name: 'T', kind: 'TARIFF', costUplift: 'pay', efficiencyFactor: 'X' }),
      ['series:tariff'],
    ],
    ['lines.L5.volumeSeries', (written) => (item(written.lines, 'L5').volumeSeries = 'X'), ['lines:L5']],
    ['flows.F1.volumeSeries', (written) => (item(written.flows, 'F1').volumeSeries = 'X'), ['flows:F1']],
    ['flows.F1.priceSeries', (written) => (item(written.flows, 'F1').priceSeries = 'X'), ['flows:F1']],
    [
      'pools.WARD.lines.X',
      (written) => (written.pools = [{ id: 'WARD', name: 'Ward pay', kind: 'LINES', lines: ['L5', 'X'], share: '1' }]),
      ['pools:WARD'],
    ],
    ['savings.S1.programme', (written) => (item(written.savings, 'S1').programme = 'X'), undefined],
    ['declaredPairs.D1.first', (written) => (item(written.declaredPairs, 'D1').first = 'X'), ['declaredPairs:D1']],
    ['declaredPairs.D1.second', (written) => (item(written.declaredPairs, 'D1').second = 'X'), ['declaredPairs:D1']],
    ['capital.C1.programme', (written) => (item(written.capital, 'C1').programme = 'X'), undefined],
    ['capital.C1.enables.X', (written) => (item(written.capital, 'C1').enables = ['SH1', 'X']), undefined],
    ['shifts.SH1.programme', (written) => (item(written.shifts, 'SH1').programme = 'X'), undefined],
    ['shifts.SH1.tariffSeries', (written) => (item(written.shifts, 'SH1').tariffSeries = 'X'), ['shifts:SH1']],
    ['shifts.SH1.variableCostSeries', (written) => (item(written.shifts, 'SH1').variableCostSeries = 'X'), ['shifts:SH1']],
    ['shifts.SH1.reprovisionSeries', (written) => (item(written.shifts, 'SH1').reprovisionSeries = 'X'), ['shifts:SH1']],
    ['shifts.SH1.stepGroup', (written) => (item(written.shifts, 'SH1').stepGroup = 'X'), ['shifts:SH1']],
    ['stepGroups.W1.costSeries', (written) => (item(written.stepGroups, 'W1').costSeries = 'X'), ['stepGroups:W1']],
    ['stepGroups.W1.capacityGrowthSeries', (written) => (item(written.stepGroups, 'W1').capacityGrowthSeries = 'X'), ['stepGroups:W1']],
    ['stepGroups.W1.payLine', (written) => (item(written.stepGroups, 'W1').payLine = 'X'), ['stepGroups:W1']],
    ['prevention.P1.programme', (written) => (item(written.prevention, 'P1').programme = 'X'), undefined],
  ];
  test.each(everywhere)('%s', (path, change, blocks) => {
    expect(problemsOf('E23', change).map((problem) => [problem.path, problem.blocks])).toEqual([[path, blocks]]);
  });

  test('what capital enables may be a saving, a shift or capital, and nothing else', () => {
    expect(textsOf('E23', (written) => (item(written.capital, 'C1').enables = ['P1']))[0]).toContain(
      'Health hub (C1): enables: names "P1", and there is no savings scheme, shift or capital scheme of that id.',
    );
  });
});

describe('E24: named or entered twice', () => {
  test('an id in one list', () => {
    expect(problemsOf('E24', (written) => (item(written.savings, 'S2').id = 'S1'))).toEqual([
      {
        id: 'E24',
        path: 'savings.S1~2',
        text: 'Savings scheme S1: the id "S1" stands more than once. An id names one savings scheme. Rename all but one; none of them is computed until then.',
        severity: 'error',
        blocks: ['savings:S1'],
      },
    ]);
  });

  test('three times is one problem', () => {
    const thrice: Change = (written) => written.programmes.push({ id: 'G1', name: 'A' }, { id: 'G1', name: 'B' });
    expect(problemsOf('E24', thrice)).toHaveLength(1);
  });

  test('an id over the kinds of scheme', () => {
    expect(problemsOf('E24', (written) => (item(written.prevention, 'P1').id = 'S3'))).toEqual([
      {
        id: 'E24',
        path: 'prevention.S3',
        text: 'Prevention scheme S3: the id "S3" also names a savings scheme. An id names one scheme. Rename one of the two; neither is computed until then.',
        severity: 'error',
        blocks: ['savings:S3', 'prevention:S3'],
      },
    ]);
    expect(problemsOf('E24', (written) => (item(written.programmes, 'G1').id = 'L1'))).toEqual([]);
  });

  test('two control totals of one organisation: once a year, in two entries for two years', () => {
    const second =
      (year: string): Change =>
      (written) =>
        written.controlTotals.push({ organisation: 'ACUTE', amountByYear: { [year]: '0' }, basis: 'POST_PSF' });
    expect(problemsOf('E24', second('2019/20'))).toEqual([
      {
        id: 'E24',
        path: 'controlTotals.ACUTE~2.amountByYear',
        text: 'Control total of Vale Hospitals: 2019/20 is entered more than once. Allowed: one control total a year for an organisation. Add the amounts up into one entry, or take one out; until then this entry is left out.',
        severity: 'error',
        blocks: ['controlTotals:ACUTE'],
      },
    ]);
    expect(problemsOf('E24', second('2017/18'))).toEqual([]);
  });

  test('support and envelopes of one year', () => {
    const support = problemsOf('E24', (written) =>
      written.support.push({ id: 'PSF2', organisation: 'ACUTE', allocationByYear: { '2018/19': '1' } }),
    );
    expect(support.map(({ path, blocks }) => [path, blocks])).toEqual([['support.PSF2.allocationByYear', ['support:PSF2']]]);
    const envelope = problemsOf('E24', (written) => written.capitalEnvelopes.push({ source: 'STP_PDC', amountByYear: { '2018/19': '1' } }));
    expect(envelope.map(({ path, blocks }) => [path, blocks])).toEqual([
      ['capitalEnvelopes.STP_PDC~2.amountByYear', ['capitalEnvelopes:STP_PDC']],
    ]);
    expect(
      problemsOf('E24', (written) => written.support.push({ id: 'PSF2', organisation: 'CCG', allocationByYear: { '2018/19': '1' } })),
    ).toEqual([]);
  });

  test('reserves, support for stranded cost and participants of one organisation', () => {
    expect(problemsOf('E24', (written) => written.reserves.push({ organisation: 'COUNCIL', opening: '0', minimum: '0' }))).toEqual([
      {
        id: 'E24',
        path: 'reserves.COUNCIL~2',
        text: 'Reserves of Vale Council: entered more than once. Allowed: one entry for an organisation. Combine the entries, or take one out; none of them counts until then.',
        severity: 'error',
        blocks: ['reserves:COUNCIL'],
      },
    ]);
    expect(problemsOf('E24', (written) => written.strandedSupport.push({ organisation: 'ACUTE', taperByYear: {} }))[0]?.blocks).toEqual([
      'strandedSupport:ACUTE',
    ]);
    const twice = problemsOf('E24', (written) =>
      item(written.riskShares, 'R1').participants?.push({ organisation: 'CCG', gainWeight: '0', lossWeight: '0' }),
    );
    expect(twice.map(({ path, text, blocks }) => [path, text.slice(0, 56), blocks])).toEqual([
      ['riskShares.R1.participants.CCG~2', 'System risk share (R1): participant CCG: entered more th', ['riskShares:R1']],
    ]);
  });
});
