import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  EASTMERE_CCG,
  EASTMERE_COUNTY,
  EASTMERE_HOSPITALS,
  HARROWFEN_CCG,
  HARROWFEN_HOSPITAL,
  LODEWATER_CCG,
  LODEWATER_COUNCIL,
  REEDHOLM_TRUST,
  millionsByYear,
} from './sample-bodies.ts';
import { poundsOf } from './written-inputs.ts';

/* The sample system: recurrent income and cost of each body in 2017/18 towards those outside, in £m. What members pay each other is in sample-flows.ts. */

type Line = NonNullable<WrittenScenario['lines']>[number];
type Growth = Pick<Line, 'volumeSeries' | 'priceSeries' | 'setting' | 'explicitByYear' | 'note'>;
type Entry = readonly [id: string, name: string, category: Line['category'], millions: string, growth?: Growth];

const linesOf = (organisation: string, kind: Line['kind'], entries: readonly Entry[]): Line[] =>
  entries.map(([id, name, category, millions, growth]) => ({ id, name, organisation, kind, category, baseAmount: poundsOf(millions), ...growth }));

/** Amounts of one commissioner, in £m. */
type CommissionerBooks = {
  allocation: string;
  primaryCare: string;
  prescribing: string;
  continuingCare: string;
  otherHospitals: string;
  otherCare: string;
  running: string;
  commitmentsByYear: Line['explicitByYear'];
};

function commissionerLines(organisation: string, prefix: string, books: CommissionerBooks): Line[] {
  return [
    ...linesOf(organisation, 'INCOME', [
      [`${prefix}-allocation`, 'Allocation', 'ALLOCATION', books.allocation, { priceSeries: 'allocation' }],
      [`${prefix}-primary-care-allocation`, 'Allocation for delegated primary care', 'ALLOCATION', books.primaryCare, { priceSeries: 'primaryCareAllocation' }],
    ]),
    ...linesOf(organisation, 'EXPENDITURE', [
      [`${prefix}-prescribing`, 'Prescribing', 'PRESCRIBING', books.prescribing, { setting: 'PRIMARY', volumeSeries: 'demographic', priceSeries: 'drugs' }],
      [`${prefix}-chc`, 'Continuing healthcare', 'CHC', books.continuingCare, { setting: 'COMMUNITY', volumeSeries: 'socialCareNeed', priceSeries: 'socialCarePrice' }],
      [
        `${prefix}-primary-care`, 'Delegated primary care', 'PURCHASED_CARE', books.primaryCare,
        { setting: 'PRIMARY', priceSeries: 'primaryCareAllocation', note: 'Spent as it is allocated.' },
      ],
      [
        `${prefix}-other-hospitals`, 'Hospitals outside the system, ambulance and independent sector', 'PURCHASED_CARE', books.otherHospitals,
        { setting: 'ACUTE', volumeSeries: 'acuteVolume', priceSeries: 'tariff' },
      ],
      [`${prefix}-other-care`, 'Other purchased care', 'PURCHASED_CARE', books.otherCare, { volumeSeries: 'demographic', priceSeries: 'otherOperating' }],
      [`${prefix}-running`, 'Running costs', 'OTHER', books.running, { note: 'The allowance does not grow.' }],
      [
        `${prefix}-commitments`, 'New commitments to national priorities', 'OTHER', '0',
        { explicitByYear: books.commitmentsByYear, note: 'General practice, cancer and mental health standards, as costed in the plan. Nothing was spent on them in 2017/18.' },
      ],
    ]),
  ];
}

/** Amounts of one trust, in £m: other income stands in the list beside it. */
type TrustCosts = { pay: string; agency: string; drugs: string; cnst: string; nonPay: string; capitalCharges: string };

function trustCosts(organisation: string, prefix: string, costs: TrustCosts, volumeSeries: string): Line[] {
  return linesOf(organisation, 'EXPENDITURE', [
    [`${prefix}-pay`, 'Pay', 'PAY', costs.pay, { volumeSeries, priceSeries: 'pay' }],
    [`${prefix}-agency`, 'Agency and locum staff', 'AGENCY', costs.agency, { volumeSeries, priceSeries: 'pay' }],
    [`${prefix}-drugs`, 'Drugs', 'DRUGS', costs.drugs, { volumeSeries, priceSeries: 'drugs' }],
    [`${prefix}-cnst`, 'CNST', 'CNST', costs.cnst, { priceSeries: 'cnst' }],
    [`${prefix}-non-pay`, 'Other non-pay', 'NON_PAY', costs.nonPay, { volumeSeries, priceSeries: 'otherOperating' }],
    [`${prefix}-capital-charges`, 'Capital charges (existing)', 'CAPITAL_CHARGES', costs.capitalCharges, { priceSeries: 'capitalCosts' }],
  ]);
}

/** STF of the base year: received once, and no part of what the do nothing starts from. */
function sustainabilityFund(organisation: string, prefix: string, millions: string): Line {
  return {
    id: `${prefix}-stf`, name: 'Sustainability and transformation fund', organisation, kind: 'INCOME', category: 'STF_PSF', baseAmount: '0',
    nonRecurrentByYear: { '2017/18': poundsOf(millions) }, note: 'Received in 2017/18 and not carried forward.',
  };
}

const acute = { setting: 'ACUTE', volumeSeries: 'acuteVolume', priceSeries: 'tariff' } as const;

const TRUST_LINES: Line[] = [
  ...linesOf(EASTMERE_HOSPITALS, 'INCOME', [
    ['eastmere-specialised', 'Specialised services (NHS England)', 'EXTERNAL_CONTRACT', '165.2', { ...acute, setting: 'SPECIALISED' }],
    ['eastmere-other-ccgs', 'CCGs outside the system', 'EXTERNAL_CONTRACT', '34.3', acute],
    ['eastmere-education', 'Education, training and research', 'OTHER', '25.8', { priceSeries: 'tariff' }],
    ['eastmere-other-income', 'Other income', 'OTHER', '31.8', { priceSeries: 'otherOperating' }],
  ]),
  sustainabilityFund(EASTMERE_HOSPITALS, 'eastmere', '11.4'),
  ...trustCosts(
    EASTMERE_HOSPITALS, 'eastmere', { pay: '443.2', agency: '24.6', drugs: '73.8', cnst: '18.3', nonPay: '149.6', capitalCharges: '41.2' }, 'acuteVolume',
  ),
  ...linesOf(HARROWFEN_HOSPITAL, 'INCOME', [
    ['harrowfen-specialised', 'Specialised services (NHS England)', 'EXTERNAL_CONTRACT', '11.2', { ...acute, setting: 'SPECIALISED' }],
    ['harrowfen-other-income', 'Other income', 'OTHER', '16.9', { priceSeries: 'otherOperating' }],
  ]),
  sustainabilityFund(HARROWFEN_HOSPITAL, 'harrowfen', '4.6'),
  ...trustCosts(
    HARROWFEN_HOSPITAL, 'harrowfen', { pay: '141.1', agency: '11.3', drugs: '18.1', cnst: '6.7', nonPay: '47.2', capitalCharges: '11.1' }, 'acuteVolume',
  ),
  ...linesOf(REEDHOLM_TRUST, 'INCOME', [
    ['reedholm-specialised', 'Specialised mental health (NHS England)', 'EXTERNAL_CONTRACT', '16.1', { setting: 'MENTAL_HEALTH', priceSeries: 'tariff' }],
    ['reedholm-other-income', 'Other income', 'OTHER', '11.2', { priceSeries: 'otherOperating' }],
  ]),
  sustainabilityFund(REEDHOLM_TRUST, 'reedholm', '2.2'),
  ...trustCosts(
    REEDHOLM_TRUST, 'reedholm', { pay: '206.3', agency: '7.9', drugs: '5.1', cnst: '1.2', nonPay: '52.2', capitalCharges: '9.6' }, 'demographic',
  ),
];

/** Amounts of one council, in £m; iBCF by year as its letter says. */
type CouncilBooks = {
  general: string;
  precept: string;
  betterCareGrant: string;
  betterCareGrantByYear: Line['explicitByYear'];
  publicHealth: string;
  clients: string;
  packages: string;
  staffing: string;
};

function councilLines(organisation: string, prefix: string, books: CouncilBooks): Line[] {
  const setting = 'SOCIAL_CARE' as const;
  return [
    ...linesOf(organisation, 'INCOME', [
      [`${prefix}-council-tax`, 'Council tax and general funding for adult social care', 'COUNCIL_TAX', books.general, { setting, priceSeries: 'councilTax' }],
      [`${prefix}-precept`, 'Adult social care precept', 'ASC_PRECEPT', books.precept, { setting, priceSeries: 'councilTax' }],
      [`${prefix}-ibcf`, 'iBCF', 'IBCF', books.betterCareGrant, { setting, explicitByYear: books.betterCareGrantByYear }],
      [`${prefix}-public-health-grant`, 'Public health grant for the 0–19 service', 'GRANT', books.publicHealth, { setting: 'PREVENTION' }],
      [`${prefix}-clients`, 'Client contributions', 'CLIENT_CONTRIBUTION', books.clients, { setting, priceSeries: 'clientContributions' }],
    ]),
    ...linesOf(organisation, 'EXPENDITURE', [
      [`${prefix}-packages`, 'Care packages', 'PURCHASED_CARE', books.packages, { setting, volumeSeries: 'socialCareNeed', priceSeries: 'socialCarePrice' }],
      [`${prefix}-staffing`, 'Assessment and care staff', 'PAY', books.staffing, { setting, priceSeries: 'pay' }],
    ]),
  ];
}

export const LINES: WrittenScenario['lines'] = [
  ...commissionerLines(EASTMERE_CCG, 'eastmere-ccg', {
    allocation: '600.4', primaryCare: '60.5', prescribing: '69.1', continuingCare: '28.2', otherHospitals: '49.3', otherCare: '25.4', running: '9.4',
    commitmentsByYear: millionsByYear('1.4', '2.6', '3.2'),
  }),
  ...commissionerLines(LODEWATER_CCG, 'lodewater-ccg', {
    allocation: '455.1', primaryCare: '46.4', prescribing: '52.8', continuingCare: '21.1', otherHospitals: '77.2', otherCare: '28.3', running: '7.3',
    commitmentsByYear: millionsByYear('1.1', '1.9', '2.4'),
  }),
  ...commissionerLines(HARROWFEN_CCG, 'harrowfen-ccg', {
    allocation: '385.2', primaryCare: '36.6', prescribing: '43.6', continuingCare: '19.4', otherHospitals: '45.1', otherCare: '18.9', running: '5.9',
    commitmentsByYear: millionsByYear('0.9', '1.5', '1.9'),
  }),
  ...TRUST_LINES,
  ...councilLines(EASTMERE_COUNTY, 'county', {
    general: '124.2', precept: '9.1', betterCareGrant: '10.4', betterCareGrantByYear: millionsByYear('14.1', '16.8', '16.8'), publicHealth: '9.5', clients: '30.1',
    packages: '170.7', staffing: '26.6',
  }),
  ...councilLines(LODEWATER_COUNCIL, 'lodewater-council', {
    general: '55.2', precept: '4.1', betterCareGrant: '5.3', betterCareGrantByYear: millionsByYear('7.2', '8.6', '8.6'), publicHealth: '4', clients: '13.2',
    packages: '75.2', staffing: '13.1',
  }),
];
