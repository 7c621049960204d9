import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import { alwaysThe, inEachYear } from './worked-example-b-books.ts';
import { ranged } from './written-inputs.ts';

/* Worked example B of model-spec §14: what the partners plan to do about the gap. Delivery ranges are those of its simulation (example C). */

export const SOURCE = 'Worked example, fictitious';
export const OWNERS = {
  CCG: { owner: 'Chief finance officer, CCG', source: SOURCE },
  ACUTE: { owner: 'Director of finance, acute trust', source: SOURCE },
  COMM: { owner: 'Director of finance, community trust', source: SOURCE },
  COUNCIL: { owner: 'Director of adult social services, council', source: SOURCE },
};

const by = (organisation: keyof typeof OWNERS) => ({ organisation, ...OWNERS[organisation] });
/** A range that ends above 100% carries its reason. */
const overDelivery = { note: 'The example lets this scheme deliver more than is planned.' };
const cash = { mechanism: 'CASH_EXTERNAL' as const };

export const POOLS: WrittenScenario['pools'] = [
  { id: 'WARD', name: 'Ward pay of the acute trust', kind: 'LINES', lines: ['acute-pay'], share: '0.25' },
];

export const SAVINGS: WrittenScenario['savings'] = [
  {
    id: 'S1', name: 'Acute CIP programme', ...by('ACUTE'), ...cash, category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE',
    profile: { kind: 'PROGRAMME', rateByYear: alwaysThe('0.02') }, recurrentShare: '0.8', delivery: { ...ranged({ low: '0.7', likely: '0.9', high: '1.1' }), ...overDelivery },
  },
  {
    id: 'S2', name: 'Agency and rostering', ...by('ACUTE'), ...cash, category: 'WORKFORCE_AGENCY', setting: 'ACUTE', pool: 'WARD',
    profile: { kind: 'LINEAR', grossFullYearEffect: '4000000', startMonth: '12', rampMonths: '24' },
    delivery: { ...ranged({ low: '0.5', likely: '0.85', high: '1.05' }), ...overDelivery },
  },
  {
    id: 'S3', name: 'Length of stay and ward productivity', ...by('ACUTE'), ...cash, category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE', pool: 'WARD',
    profile: { kind: 'S_CURVE', grossFullYearEffect: '5000000', startMonth: '18', rampMonths: '24' }, shortensStays: true,
    delivery: ranged({ low: '0.4', likely: '0.8', high: '1' }),
  },
  {
    id: 'S4', name: 'Prescribing and CHC (RightCare)', ...by('CCG'), ...cash, category: 'RIGHTCARE_QIPP', setting: 'PRIMARY',
    profile: { kind: 'S_CURVE', grossFullYearEffect: '8000000', startMonth: '12', rampMonths: '30' },
    delivery: { ...ranged({ low: '0.5', likely: '0.85', high: '1.1' }), ...overDelivery },
  },
  {
    id: 'S5', name: 'Community productivity programme', ...by('COMM'), ...cash, category: 'PROVIDER_PRODUCTIVITY', setting: 'COMMUNITY',
    profile: { kind: 'PROGRAMME', rateByYear: alwaysThe('0.02') }, recurrentShare: '0.75', delivery: { ...ranged({ low: '0.7', likely: '0.9', high: '1.05' }), ...overDelivery },
  },
  {
    id: 'S6', name: 'Strengths-based practice in adult social care', ...by('COUNCIL'), ...cash, category: 'ASC_DEMAND', setting: 'SOCIAL_CARE',
    profile: { kind: 'CUSTOM', grossFullYearEffect: '10000000', shareByYear: inEachYear('0.25', '0.6', '1') }, cashReleasingShare: '0.9',
    delivery: ranged({ low: '0.4', likely: '0.85', high: '1' }),
  },
  {
    id: 'S7', name: 'Back office', ...by('ACUTE'), ...cash, category: 'BACK_OFFICE',
    profile: { kind: 'LINEAR', grossFullYearEffect: '3000000', startMonth: '24', rampMonths: '12' }, capitalDependencies: ['C2'],
    delivery: ranged({ low: '0', likely: '0.8', high: '1' }),
  },
  {
    id: 'S8', name: 'Balance-sheet flexibility', ...by('CCG'), ...cash, category: 'NON_RECURRENT',
    profile: { kind: 'NON_RECURRENT', amountByYear: inEachYear('0', '0', '1500000') }, delivery: ranged({ low: '0.8', likely: '1', high: '1' }),
  },
  {
    id: 'S9', name: 'Musculoskeletal and elective demand (contract reduction)', ...by('CCG'), category: 'RIGHTCARE_QIPP', setting: 'ACUTE',
    mechanism: 'CONTRACT_REDUCTION', counterparty: 'ACUTE', valuedAt: 'TARIFF', releaseShare: ranged({ low: '0.2', likely: '0.35', high: '0.6' }),
    profile: { kind: 'LINEAR', grossFullYearEffect: '6000000', startMonth: '18', rampMonths: '18' },
    delivery: ranged({ low: '0.3', likely: '0.8', high: '1' }),
  },
];

export const CAPITAL: WrittenScenario['capital'] = [
  {
    id: 'C1', name: 'Community hub', ...by('COMM'), assetClass: 'BUILDING', lifeYears: '40',
    baseCostByYear: inEachYear('3600000', '5400000'), optimismBias: { upperBound: '0.24', mitigation: '0.5' },
    operationalMonth: '36', slippageMonths: ranged({ low: '0', likely: '6', high: '12' }), runningCostPerYear: '300000',
    funding: [
      { source: 'STP_PDC', share: '0.7' },
      { source: 'LOAN', share: '0.3' },
    ],
    loanRate: '0.02', loanTermYears: '20', priority: '1',
  },
  {
    id: 'C2', name: 'Back-office systems', ...by('ACUTE'), assetClass: 'ICT',
    baseCostByYear: inEachYear('1000000', '1000000'), optimismBias: { upperBound: '0.1', mitigation: '0' },
    operationalMonth: '24', funding: [{ source: 'STP_PDC', share: '1' }], priority: '2',
    note: 'Never built: what C1 leaves of the envelope does not pay for it.',
  },
];

export const STEP_GROUPS: WrittenScenario['stepGroups'] = [
  {
    id: 'acute-wards', name: 'Wards of the acute trust', organisation: 'ACUTE', stepSize: '28', stepCostPerYear: '2400000', costSeries: 'pay',
    lagMonths: '3', payLine: 'acute-pay', payShare: { value: '0.8', note: 'For the workforce figures alone; no amount of the example stands on it.' },
  },
];

const SHIFTED_SPELLS = {
  fromOrganisation: 'ACUTE', toOrganisation: 'COMM', commissioner: 'CCG', pointOfDelivery: 'Inpatient spells', shape: 'LINEAR' as const, delivery: '0.8',
  tariffPerUnit: '2100', tariffSeries: 'tariff', variableCostPerUnit: '540', variableCostSeries: 'other',
  variablePayShare: { value: '0.3', note: 'For the workforce figures alone; no amount of the example stands on it.' },
  lengthOfStayDays: '6', occupancy: '0.92', stepGroup: 'acute-wards', reprovisionCostPerUnit: '950', reprovisionSeries: 'pay',
  reprovisionPayShare: { value: '0.75', note: 'For the workforce figures alone; no amount of the example stands on it.' },
};

export const SHIFTS: WrittenScenario['shifts'] = [
  {
    id: 'SH1', name: 'Shift to community teams', ...OWNERS.CCG, ...SHIFTED_SPELLS,
    activityPerYear: '1500', startMonth: '24', rampMonths: '12', leadMonths: '2',
  },
  {
    id: 'SH2', name: 'Shift to the community hub', ...OWNERS.CCG, ...SHIFTED_SPELLS,
    activityPerYear: '2000', startMonth: '36', rampMonths: '6', leadMonths: '1', capitalDependencies: ['C1'],
  },
];

export const PREVENTION: WrittenScenario['prevention'] = [
  {
    id: 'PV1', name: 'Prevention', ...OWNERS.COUNCIL, investments: [{ organisation: 'COUNCIL', amountByYear: alwaysThe('800000') }],
    lagProfile: ['0', '0.1', '0.25', '0.4', '0.4', '0.3', '0.2'], cashReleasingShare: '0.5',
    beneficiaries: [
      { organisation: 'CCG', weight: '0.6' },
      { organisation: 'COUNCIL', weight: '0.4' },
    ],
  },
];

export const IMPLEMENTATION: WrittenScenario['implementation'] = [
  { id: 'acute-implementation', name: 'Implementation, acute trust', ...by('ACUTE'), amountByYear: inEachYear('600000', '300000', '0') },
  { id: 'council-implementation', name: 'Implementation, council', ...by('COUNCIL'), amountByYear: inEachYear('250000', '0', '0') },
];
