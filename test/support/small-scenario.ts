import { scenarioSchema, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';

type ListName = { [Key in keyof WrittenScenario]-?: NonNullable<WrittenScenario[Key]> extends readonly unknown[] ? Key : never }[keyof WrittenScenario];
/** A scenario as a person writes it, with every list there so that a test can change it. */
export type Written = WrittenScenario & Required<Pick<WrittenScenario, ListName | 'systemControlTotalByYear' | 'populationByYear'>>;

const YEARS = ['2018/19', '2019/20', '2020/21'] as const;
const answered = { owner: 'Director of finance', source: 'Operating plan, March 2018' };

/** The same figure in each of the years 2018/19 to 2020/21. */
export function eachYear<T>(figure: T): Record<string, T> {
  return Object.fromEntries(YEARS.map((year) => [year, figure]));
}

/** The item of a list that carries an id, or, where the list has none, the one of an organisation or source. */
export function item<T>(list: readonly T[], id: string): T {
  const found = list.find((each) => ['id', 'organisation', 'source'].some((key) => hasText(each, key, id)));
  if (found === undefined) throw new RangeError(`The small scenario has no ${id} in that list.`);
  return found;
}

function hasText(holder: unknown, key: string, text: string): boolean {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) && Reflect.get(holder, key) === text;
}

/** Books of the base year: the CCG balances, the trust is £4m short, the council balances. */
function books(): Pick<Written, 'organisations' | 'series' | 'lines' | 'flows'> {
  return {
    organisations: [
      { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
      { id: 'ACUTE', name: 'Vale Hospitals', type: 'ACUTE', averagePayPerWte: '40000', averagePaySeries: 'pay', openingCash: '5000000' },
      { id: 'COUNCIL', name: 'Vale Council', type: 'COUNCIL' },
    ],
    series: [
      { id: 'allocation', name: 'CCG allocation', kind: 'RATES', rateByYear: eachYear('0.02') },
      { id: 'pay', name: 'Pay', kind: 'RATES', rateByYear: eachYear('0.02') },
      { id: 'prices', name: 'Other prices', kind: 'RATES', rateByYear: eachYear('0.015') },
      { id: 'uplift', name: 'Cost uplift', kind: 'RATES', rateByYear: eachYear('0.025') },
      { id: 'efficiency', name: 'Efficiency factor', kind: 'RATES', rateByYear: eachYear('0.02') },
      { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'uplift', efficiencyFactor: 'efficiency' },
      { id: 'demographic', name: 'Demographic growth', kind: 'RATES', rateByYear: eachYear('0.01') },
      { id: 'nonDemographic', name: 'Other acute growth', kind: 'RATES', rateByYear: eachYear('0.01') },
      { id: 'acuteVolume', name: 'Acute activity', kind: 'COMPOUND', of: ['demographic', 'nonDemographic'] },
    ],
    lines: [
      { id: 'L1', name: 'Allocation', organisation: 'CCG', kind: 'INCOME', category: 'ALLOCATION', baseAmount: '200000000', priceSeries: 'allocation' },
      { id: 'L2', name: 'Purchased care', organisation: 'CCG', kind: 'EXPENDITURE', category: 'PURCHASED_CARE', baseAmount: '80000000', priceSeries: 'prices' },
      { id: 'L3', name: 'Other contracts', organisation: 'ACUTE', kind: 'INCOME', category: 'EXTERNAL_CONTRACT', baseAmount: '10000000', priceSeries: 'tariff' },
      { id: 'L4', name: 'STF', organisation: 'ACUTE', kind: 'INCOME', category: 'STF_PSF', baseAmount: '0', nonRecurrentByYear: { '2017/18': '2000000' } },
      { id: 'L5', name: 'Pay', organisation: 'ACUTE', kind: 'EXPENDITURE', category: 'PAY', setting: 'ACUTE', baseAmount: '84000000', volumeSeries: 'acuteVolume', priceSeries: 'pay' },
      { id: 'L6', name: 'Drugs', organisation: 'ACUTE', kind: 'EXPENDITURE', category: 'DRUGS', setting: 'ACUTE', baseAmount: '10000000', volumeSeries: 'acuteVolume', priceSeries: 'prices' },
      { id: 'L7', name: 'Non-pay', organisation: 'ACUTE', kind: 'EXPENDITURE', category: 'NON_PAY', setting: 'ACUTE', baseAmount: '40000000', volumeSeries: 'acuteVolume', priceSeries: 'prices' },
      { id: 'L8', name: 'Council tax', organisation: 'COUNCIL', kind: 'INCOME', category: 'COUNCIL_TAX', baseAmount: '50000000', priceSeries: 'prices' },
      { id: 'L9', name: 'Care packages', organisation: 'COUNCIL', kind: 'EXPENDITURE', category: 'PURCHASED_CARE', setting: 'SOCIAL_CARE', baseAmount: '40000000', priceSeries: 'pay' },
      { id: 'L10', name: 'Care staff', organisation: 'COUNCIL', kind: 'EXPENDITURE', category: 'PAY', setting: 'SOCIAL_CARE', baseAmount: '10000000', priceSeries: 'pay' },
    ],
    flows: [
      { id: 'F1', name: 'Acute contract', payer: 'CCG', payee: 'ACUTE', setting: 'ACUTE', contractType: 'PBR', baseAmount: '120000000', volumeSeries: 'acuteVolume', priceSeries: 'tariff' },
    ],
  };
}

/** One savings scheme of each profile: a pooled pair, a programme, a custom one, a one-off and a contract reduction. */
function savings(): Pick<Written, 'programmes' | 'pools' | 'savings' | 'declaredPairs'> {
  const inTrust = { organisation: 'ACUTE', mechanism: 'CASH_EXTERNAL', ...answered } as const;
  return {
    programmes: [{ id: 'G1', name: 'Productive hospital' }],
    pools: [{ id: 'WARD', name: 'Ward pay', kind: 'LINES', lines: ['L5'], share: '0.25' }],
    savings: [
      { id: 'S1', name: 'Rostering', ...inTrust, category: 'WORKFORCE_AGENCY', programme: 'G1', pool: 'WARD', delivery: '0.8', profile: { kind: 'LINEAR', grossFullYearEffect: '2000000', startMonth: 12, rampMonths: 24 } },
      { id: 'S2', name: 'Ward productivity', ...inTrust, category: 'PROVIDER_PRODUCTIVITY', programme: 'G1', pool: 'WARD', delivery: '0.7', profile: { kind: 'S_CURVE', grossFullYearEffect: '1000000', startMonth: 18, rampMonths: 12 } },
      { id: 'S3', name: 'Annual efficiency', ...inTrust, category: 'PROVIDER_PRODUCTIVITY', recurrentShare: '0.75', rating: 'GREEN', profile: { kind: 'PROGRAMME', rateByYear: eachYear('0.015') } },
      { id: 'S4', name: 'Reablement', ...answered, organisation: 'COUNCIL', mechanism: 'CASH_EXTERNAL', category: 'ASC_DEMAND', cashReleasingShare: '0.9', profile: { kind: 'CUSTOM', grossFullYearEffect: '1000000', shareByYear: { '2018/19': '0.25', '2019/20': '0.6', '2020/21': '1' } } },
      { id: 'S5', name: 'Balance sheet release', ...answered, organisation: 'CCG', mechanism: 'CASH_EXTERNAL', category: 'NON_RECURRENT', profile: { kind: 'NON_RECURRENT', amountByYear: { '2020/21': '500000' } } },
      { id: 'S6', name: 'Fewer referrals', ...answered, organisation: 'CCG', mechanism: 'CONTRACT_REDUCTION', counterparty: 'ACUTE', category: 'RIGHTCARE_QIPP', releaseShare: '0.4', valuedAt: 'TARIFF', profile: { kind: 'STEP', grossFullYearEffect: '1500000', startMonth: 15 } },
      { id: 'S7', name: 'Shared back office', ...inTrust, category: 'BACK_OFFICE', capitalDependencies: ['C1'], implementationCostByYear: { '2018/19': '200000' }, benefitSplit: [{ organisation: 'ACUTE', weight: '0.6' }, { organisation: 'CCG', weight: '0.4' }], profile: { kind: 'STEP', grossFullYearEffect: '400000', startMonth: 30 } },
    ],
    declaredPairs: [{ id: 'D1', first: 'S1', second: 'S3', sharedShare: '0.1' }],
  };
}

/** A hub that the shift waits for, the shift of its activity, and prevention that the council pays and the CCG gains from. */
function investment(): Pick<Written, 'capital' | 'capitalEnvelopes' | 'shifts' | 'stepGroups' | 'strandedSupport' | 'prevention' | 'implementation'> {
  return {
    capital: [
      { id: 'C1', name: 'Health hub', ...answered, organisation: 'ACUTE', baseCostByYear: { '2018/19': '1000000', '2019/20': '1000000' }, optimismBias: { mitigation: '0.5' }, operationalMonth: 24, runningCostPerYear: '60000', funding: [{ source: 'STP_PDC', share: '0.7' }, { source: 'LOAN', share: '0.3' }], priority: 1, enables: ['SH1'] },
    ],
    capitalEnvelopes: [{ source: 'STP_PDC', amountByYear: { '2018/19': '1500000', '2019/20': '500000' } }],
    shifts: [
      { id: 'SH1', name: 'Frailty at home', ...answered, fromOrganisation: 'ACUTE', toOrganisation: 'COUNCIL', commissioner: 'CCG', pointOfDelivery: 'Non-elective', activityPerYear: '1200', startMonth: 27, rampMonths: 12, delivery: '0.8', tariffPerUnit: '2000', tariffSeries: 'tariff', variableCostPerUnit: '500', variableCostSeries: 'prices', variablePayShare: '0.4', lengthOfStayDays: '6', stepGroup: 'W1', reprovisionCostPerUnit: '900', reprovisionSeries: 'pay', reprovisionPayShare: '0.9', leadMonths: 2 },
    ],
    stepGroups: [{ id: 'W1', name: 'Medical wards', organisation: 'ACUTE', costSeries: 'pay', baseCapacity: '400', capacityGrowthSeries: 'acuteVolume', payLine: 'L5', payShare: '0.8' }],
    strandedSupport: [{ organisation: 'ACUTE', taperByYear: { '2019/20': '1', '2020/21': '0.5' } }],
    prevention: [
      { id: 'P1', name: 'Falls prevention', ...answered, investments: [{ organisation: 'COUNCIL', amountByYear: eachYear('100000') }], beneficiaries: [{ organisation: 'CCG', weight: '0.6' }, { organisation: 'COUNCIL', weight: '0.4' }] },
    ],
    implementation: [{ id: 'I1', name: 'Programme office', ...answered, organisation: 'CCG', amountByYear: { '2018/19': '100000' } }],
  };
}

/** A risk share of the two NHS bodies, support that the trust earns at its control total, and the council's reserves. */
type Agreements = 'riskShares' | 'support' | 'controlTotals' | 'reserves' | 'systemControlTotalByYear' | 'publishedFigures' | 'ownRecord' | 'keptAssumptions';

function agreements(): Pick<Written, Agreements> {
  return {
    riskShares: [
      { id: 'R1', name: 'System risk share', ...answered, participants: [{ organisation: 'CCG', gainWeight: '0.6', lossWeight: '0.5' }, { organisation: 'ACUTE', gainWeight: '0.4', lossWeight: '0.5' }], inScopeShare: '0.5', deadBand: '100000', cap: '2000000' },
    ],
    support: [{ id: 'PSF1', organisation: 'ACUTE', allocationByYear: eachYear('2000000'), accessAchievedByYear: eachYear('0.5') }],
    controlTotals: [
      { organisation: 'CCG', amountByYear: eachYear('0') },
      { organisation: 'ACUTE', amountByYear: eachYear('-3000000') },
    ],
    reserves: [{ organisation: 'COUNCIL', opening: '2000000', minimum: '500000' }],
    systemControlTotalByYear: {},
    publishedFigures: [],
    ownRecord: [],
    keptAssumptions: [],
  };
}

/** The small scenario as written: 2017/18 to 2020/21, three organisations, one of most things, and nothing that a rule would object to. */
export function smallWritten(): Written {
  return {
    name: 'Small scenario',
    description: 'A system that fits on a page.',
    footprint: { id: 'VALE', name: 'Vale' },
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    baselineBasis: 'OUTTURN',
    baselineStartsFrom: 'UNDERLYING',
    illustrative: true,
    validUntil: '2019-03-31',
    settings: {},
    simulation: {},
    deflator: { rateByYear: eachYear('0.015') },
    populationByYear: { '2017/18': '200000', '2018/19': '201000', '2019/20': '202000', '2020/21': '203000' },
    ...books(),
    ...savings(),
    ...investment(),
    ...agreements(),
  };
}

/** The small scenario, after a change to what is written, as the schema reads it. */
export function smallScenario(change?: (written: Written) => void): Scenario {
  const written = smallWritten();
  change?.(written);
  return scenarioSchema.parse(written);
}
