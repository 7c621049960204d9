import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  EASTMERE_CCG,
  EASTMERE_COUNTY,
  EASTMERE_HOSPITALS,
  HARROWFEN_CCG,
  LODEWATER_CCG,
  LODEWATER_COUNCIL,
  REEDHOLM_TRUST,
  SOURCE,
  inEachYear,
  millionsByYear,
} from './sample-bodies.ts';
import { by, countedInFull } from './sample-savings.ts';
import { poundsOf, ranged } from './written-inputs.ts';

/* The sample system: capital, shifts of activity, prevention and one-off costs. All capital opens on the planned day, because the submitted plan says so. */

const onTime = { ...ranged({ low: '0', likely: '6', high: '18' }), value: '0', note: 'The plan allows for no slippage. Likely: what the last schemes of these bodies slipped.' };
const halfMitigated = { upperBound: '0.24', mitigation: '0.5' };

export const PROGRAMMES: WrittenScenario['programmes'] = [
  { id: 'productive-hospitals', name: 'Productive hospitals', owner: 'Chief executive, Eastmere Hospitals' },
  { id: 'closer-to-home', name: 'Care closer to home', owner: 'Chief executive, Reedholm' },
  { id: 'right-care', name: 'Right care, right medicine', owner: 'Accountable officer, Eastmere CCG' },
  { id: 'shared-services', name: 'Shared services and estate', owner: 'Chief executive, Harrowfen Hospital' },
];

export const CAPITAL: WrittenScenario['capital'] = [
  {
    id: 'C1', name: 'Elective centre', ...by(EASTMERE_HOSPITALS), programme: 'productive-hospitals', assetClass: 'BUILDING', lifeYears: '40',
    baseCostByYear: millionsByYear('7.8', '16.4'), optimismBias: halfMitigated, operationalMonth: '36', slippageMonths: onTime, runningCostPerYear: poundsOf('0.9'),
    funding: [{ source: 'STP_PDC', share: '1' }], priority: '1', approval: 'SUBMITTED', approvalChance: '0.65',
  },
  {
    id: 'C2', name: 'Community hubs', ...by(REEDHOLM_TRUST), programme: 'closer-to-home', assetClass: 'BUILDING', lifeYears: '40',
    baseCostByYear: millionsByYear('6.2', '7.1'), optimismBias: halfMitigated, operationalMonth: '30', slippageMonths: onTime, runningCostPerYear: poundsOf('0.6'),
    funding: [
      { source: 'STP_PDC', share: '0.8' },
      { source: 'LOAN', share: '0.2' },
    ],
    loanRate: '0.02', loanTermYears: '20', priority: '2', approval: 'OUTLINE', approvalChance: '0.5',
  },
  {
    id: 'C3', name: 'Shared record and back-office systems', ...by(EASTMERE_HOSPITALS), programme: 'shared-services', assetClass: 'ICT', lifeYears: '7',
    baseCostByYear: millionsByYear('7.2', '1.1'), optimismBias: { upperBound: '0.2', mitigation: '0.5' }, operationalMonth: '24', slippageMonths: onTime,
    runningCostPerYear: poundsOf('0.5'), funding: [{ source: 'INTERNAL_CASH', share: '1' }], priority: '3', approval: 'APPROVED',
  },
  {
    id: 'C4', name: 'Extra care flats', ...by(EASTMERE_COUNTY), programme: 'closer-to-home', assetClass: 'BUILDING', lifeYears: '40',
    baseCostByYear: millionsByYear('5.9', '6.4'), optimismBias: halfMitigated, operationalMonth: '30', slippageMonths: onTime,
    funding: [
      { source: 'COUNCIL_BORROWING', share: '0.6' },
      { source: 'COUNCIL_CAPITAL_GRANT', share: '0.4' },
    ],
    loanRate: '0.026', priority: '4', approval: 'APPROVED',
  },
];

export const ENVELOPES: WrittenScenario['capitalEnvelopes'] = [
  {
    source: 'STP_PDC', amountByYear: millionsByYear('16', '24', '5'),
    note: 'The share of the £3.5bn of the Autumn Budget 2017 that the plan counts on: £45m. By population, the £2.6bn for STPs would give about £48m.',
  },
];

export const STEP_GROUPS: WrittenScenario['stepGroups'] = [
  {
    id: 'eastmere-wards', name: 'Medical wards of Eastmere Hospitals', organisation: EASTMERE_HOSPITALS, stepSize: '28', stepCostPerYear: poundsOf('2.4'), costSeries: 'pay',
    lagMonths: '3', payLine: 'eastmere-pay', payShare: '0.8', baseCapacity: '640', capacityGrowthSeries: 'acuteVolume',
  },
];

const SPELLS = {
  fromOrganisation: EASTMERE_HOSPITALS, toOrganisation: REEDHOLM_TRUST, programme: 'closer-to-home', pointOfDelivery: 'Emergency spells of frail people', shape: 'LINEAR' as const,
  tariffPerUnit: '2780', tariffSeries: 'tariff', variableCostPerUnit: '560', variableCostSeries: 'otherOperating', variablePayShare: '0.3', occupancy: '0.92',
  stepGroup: 'eastmere-wards', reprovisionSeries: 'pay', reprovisionPayShare: '0.75',
};

export const SHIFTS: WrittenScenario['shifts'] = [
  {
    id: 'SH1', name: 'Rapid response and hospital at home', ...SPELLS, owner: by(EASTMERE_CCG).owner, source: by(EASTMERE_CCG).source, commissioner: EASTMERE_CCG,
    activityPerYear: '3200', startMonth: '21', rampMonths: '12', leadMonths: '3', lengthOfStayDays: '6.5', reprovisionCostPerUnit: '1720',
    delivery: countedInFull({ low: '0.4', likely: '0.75', high: '1' }),
  },
  {
    id: 'SH2', name: 'Step-up care in the community hubs', ...SPELLS, owner: by(LODEWATER_CCG).owner, source: by(LODEWATER_CCG).source, commissioner: LODEWATER_CCG,
    activityPerYear: '2100', startMonth: '31', rampMonths: '9', leadMonths: '1', lengthOfStayDays: '6', reprovisionCostPerUnit: '1680', capitalDependencies: ['C2'],
    mobilisationMonths: '1', delivery: countedInFull({ low: '0.3', likely: '0.65', high: '1' }),
  },
];

/** What the commissioners pay the hospital for cost that it cannot shed at once, falling year by year. */
export const STRANDED_SUPPORT: WrittenScenario['strandedSupport'] = [{ organisation: EASTMERE_HOSPITALS, taperByYear: inEachYear('1', '0.75', '0.5') }];

export const PREVENTION: WrittenScenario['prevention'] = [
  {
    id: 'PV1', name: 'Falls, frailty and loneliness', owner: 'Directors of public health', source: SOURCE, programme: 'closer-to-home',
    investments: [
      { organisation: EASTMERE_COUNTY, amountByYear: millionsByYear('0.9', '1.5', '1.8') },
      { organisation: LODEWATER_COUNCIL, amountByYear: millionsByYear('0.4', '0.6', '0.8') },
    ],
    beneficiaries: [
      { organisation: EASTMERE_CCG, weight: '0.3' },
      { organisation: LODEWATER_CCG, weight: '0.15' },
      { organisation: HARROWFEN_CCG, weight: '0.15' },
      { organisation: EASTMERE_COUNTY, weight: '0.28' },
      { organisation: LODEWATER_COUNCIL, weight: '0.12' },
    ],
  },
];

export const IMPLEMENTATION: WrittenScenario['implementation'] = [
  { id: 'eastmere-change', name: 'Programme team and redundancy, Eastmere Hospitals', ...by(EASTMERE_HOSPITALS), amountByYear: millionsByYear('1.7', '1.6', '1.1') },
  { id: 'reedholm-change', name: 'Training and mobilisation, Reedholm', ...by(REEDHOLM_TRUST), amountByYear: millionsByYear('0.6', '0.9', '0.6') },
  { id: 'county-change', name: 'Practice change, Eastmere County Council', ...by(EASTMERE_COUNTY), amountByYear: inEachYear('450000', '250000', '0') },
];
