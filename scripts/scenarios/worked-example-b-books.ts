import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import { overYears, within } from './written-inputs.ts';

/* Worked example B of model-spec §14: the books of four organisations in 2017/18 and the rates by which they grow. */

export const YEARS = ['2018/19', '2019/20', '2020/21'] as const;
export const inEachYear = (...written: readonly unknown[]) => overYears(YEARS, written);
export const alwaysThe = (written: unknown) => inEachYear(written, written, written);

/** A growth series. With a margin, each year's rate carries the range that the tornado of the example moves it by. */
function rates({ id, name, margin }: { id: string; name: string; margin?: string }, ...written: readonly string[]) {
  const rateByYear = inEachYear(...written.map((likely) => (margin === undefined ? likely : within({ likely, margin }))));
  return { id, name, kind: 'RATES' as const, rateByYear };
}

const compound = (id: string, name: string, ...of: string[]) => ({ id, name, kind: 'COMPOUND' as const, of });

export const ORGANISATIONS: WrittenScenario['organisations'] = [
  { id: 'CCG', name: 'Clinical commissioning group', type: 'CCG' },
  {
    id: 'ACUTE', name: 'Acute trust', type: 'ACUTE', averagePaySeries: 'pay',
    averagePayPerWte: { value: '42000', note: 'For the workforce figures alone; no amount of the example stands on it.' },
  },
  {
    id: 'COMM', name: 'Community trust', type: 'COMMUNITY', averagePaySeries: 'pay',
    averagePayPerWte: { value: '36000', note: 'For the workforce figures alone; no amount of the example stands on it.' },
  },
  { id: 'COUNCIL', name: 'Council', type: 'COUNCIL' },
];

export const SERIES: WrittenScenario['series'] = [
  rates({ id: 'allocation', name: 'CCG allocation growth', margin: '0.0025' }, '0.0203', '0.0216', '0.038'),
  rates({ id: 'costUplift', name: 'Tariff cost uplift' }, '0.02', '0.02', '0.029'),
  rates({ id: 'efficiency', name: 'Tariff efficiency factor' }, '0.02', '0.02', '0.02'),
  { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'costUplift', efficiencyFactor: 'efficiency' },
  rates({ id: 'pay', name: 'Pay', margin: '0.005' }, '0.016', '0.016', '0.029'),
  rates({ id: 'drugs', name: 'Drugs' }, '0.036', '0.041', '0.041'),
  rates({ id: 'capitalCharges', name: 'Capital charges' }, '0.032', '0.031', '0.031'),
  rates({ id: 'other', name: 'Other prices' }, '0.021', '0.019', '0.02'),
  rates({ id: 'cnst', name: 'CNST' }, '0.08', '0.08', '0.08'),
  rates({ id: 'demographic', name: 'Demographic growth' }, '0.009', '0.009', '0.009'),
  rates({ id: 'nonDemographicAcute', name: 'Non-demographic growth, acute', margin: '0.005' }, '0.013', '0.013', '0.013'),
  rates({ id: 'nonDemographicCommunity', name: 'Non-demographic growth, community' }, '0.006', '0.006', '0.006'),
  rates({ id: 'nonDemographicPrescribing', name: 'Non-demographic growth, prescribing' }, '0.015', '0.015', '0.015'),
  rates({ id: 'nonDemographicOther', name: 'Non-demographic growth, other care' }, '0.008', '0.008', '0.008'),
  compound('acuteVolume', 'Acute volume', 'demographic', 'nonDemographicAcute'),
  compound('communityVolume', 'Community volume', 'demographic', 'nonDemographicCommunity'),
  compound('prescribingVolume', 'Prescribing volume', 'demographic', 'nonDemographicPrescribing'),
  compound('otherCareVolume', 'Other care volume', 'demographic', 'nonDemographicOther'),
  rates({ id: 'councilFunding', name: 'Council tax, precept and grants' }, '0.03', '0.03', '0.025'),
  rates({ id: 'clientContributions', name: 'Client contributions' }, '0.02', '0.02', '0.02'),
  rates({ id: 'bcf', name: 'Better Care Fund' }, '0.019', '0.019', '0.019'),
  rates({ id: 'socialCareNeed', name: 'Adult social care need' }, '0.028', '0.028', '0.028'),
  rates({ id: 'socialCarePrice', name: 'Care package prices', margin: '0.005' }, '0.027', '0.027', '0.027'),
  rates({ id: 'publicHealth', name: 'Public health contract' }, '0', '0', '0'),
];

const ccg = { organisation: 'CCG' };
const acute = { organisation: 'ACUTE', setting: 'ACUTE' as const };
const community = { organisation: 'COMM', setting: 'COMMUNITY' as const };
const council = { organisation: 'COUNCIL', setting: 'SOCIAL_CARE' as const };
const income = { kind: 'INCOME' as const };
const cost = { kind: 'EXPENDITURE' as const };

const INCOME_LINES: WrittenScenario['lines'] = [
  { id: 'ccg-allocation', name: 'Allocation', ...ccg, ...income, category: 'ALLOCATION', baseAmount: '420000000', priceSeries: 'allocation' },
  {
    id: 'acute-specialised-income', name: 'NHS England specialised and other external', ...acute, ...income, category: 'EXTERNAL_CONTRACT',
    baseAmount: '75000000', volumeSeries: 'acuteVolume', elasticity: '1', priceSeries: 'tariff',
  },
  {
    id: 'acute-stf', name: 'Sustainability and transformation fund', ...acute, ...income, category: 'STF_PSF', baseAmount: '0',
    nonRecurrentByYear: { '2017/18': '4000000' }, note: 'Received in the base year and not carried forward: the do nothing starts from recurrent amounts.',
  },
  {
    id: 'council-tax-and-grants', name: 'Council tax, precept and grants', ...council, ...income, category: 'COUNCIL_TAX',
    baseAmount: '96000000', priceSeries: 'councilFunding',
  },
  {
    id: 'council-ibcf', name: 'iBCF', ...council, ...income, category: 'IBCF', baseAmount: '5000000',
    explicitByYear: inEachYear('6000000', '7000000', '7000000'),
  },
  {
    id: 'council-client-contributions', name: 'Client contributions', ...council, ...income, category: 'CLIENT_CONTRIBUTION',
    baseAmount: '18000000', priceSeries: 'clientContributions',
  },
];

const COST_LINES: WrittenScenario['lines'] = [
  {
    id: 'ccg-prescribing', name: 'Prescribing', ...ccg, ...cost, category: 'PRESCRIBING', setting: 'PRIMARY',
    baseAmount: '52000000', volumeSeries: 'prescribingVolume', elasticity: '1', priceSeries: 'drugs',
  },
  {
    id: 'ccg-other-care', name: 'Other purchased care and running costs', ...ccg, ...cost, category: 'PURCHASED_CARE',
    baseAmount: '79000000', volumeSeries: 'otherCareVolume', elasticity: '1', priceSeries: 'other',
  },
  {
    id: 'acute-pay', name: 'Pay', ...acute, ...cost, category: 'PAY',
    baseAmount: '192000000', volumeSeries: 'acuteVolume', elasticity: '0.8', priceSeries: 'pay',
  },
  {
    id: 'acute-drugs', name: 'Drugs', ...acute, ...cost, category: 'DRUGS',
    baseAmount: '26000000', volumeSeries: 'acuteVolume', elasticity: '1', priceSeries: 'drugs',
  },
  { id: 'acute-cnst', name: 'CNST', ...acute, ...cost, category: 'CNST', baseAmount: '8000000', priceSeries: 'cnst' },
  {
    id: 'acute-non-pay', name: 'Other non-pay', ...acute, ...cost, category: 'NON_PAY',
    baseAmount: '58000000', volumeSeries: 'acuteVolume', elasticity: '0.7', priceSeries: 'other',
  },
  {
    id: 'acute-capital-charges', name: 'Capital charges (existing)', ...acute, ...cost, category: 'CAPITAL_CHARGES',
    baseAmount: '14000000', priceSeries: 'capitalCharges',
  },
  {
    id: 'comm-pay', name: 'Pay', ...community, ...cost, category: 'PAY',
    baseAmount: '50000000', volumeSeries: 'communityVolume', elasticity: '0.8', priceSeries: 'pay',
  },
  {
    id: 'comm-non-pay', name: 'Other non-pay', ...community, ...cost, category: 'NON_PAY',
    baseAmount: '14500000', volumeSeries: 'communityVolume', elasticity: '0.7', priceSeries: 'other',
  },
  {
    id: 'comm-capital-charges', name: 'Capital charges (existing)', ...community, ...cost, category: 'CAPITAL_CHARGES',
    baseAmount: '1000000', priceSeries: 'capitalCharges',
  },
  {
    id: 'council-care-packages', name: 'Care packages', ...council, ...cost, category: 'PURCHASED_CARE',
    baseAmount: '112000000', volumeSeries: 'socialCareNeed', elasticity: '1', priceSeries: 'socialCarePrice',
  },
  { id: 'council-staffing', name: 'Staffing', ...council, ...cost, category: 'PAY', baseAmount: '18000000', priceSeries: 'pay' },
];

export const LINES: WrittenScenario['lines'] = [...INCOME_LINES, ...COST_LINES];

export const FLOWS: WrittenScenario['flows'] = [
  {
    id: 'acute-contract', name: 'Acute contract (payment by results)', payer: 'CCG', payee: 'ACUTE', setting: 'ACUTE', contractType: 'PBR',
    baseAmount: '215000000', volumeSeries: 'acuteVolume', elasticity: '1', priceSeries: 'tariff',
  },
  {
    id: 'community-contract', name: 'Community contract (block)', payer: 'CCG', payee: 'COMM', setting: 'COMMUNITY', contractType: 'BLOCK',
    baseAmount: '62000000', priceSeries: 'tariff',
  },
  {
    id: 'better-care-fund', name: 'Better Care Fund, section 75 contribution', payer: 'CCG', payee: 'COUNCIL', setting: 'SOCIAL_CARE', contractType: 'POOL',
    baseAmount: '14000000', priceSeries: 'bcf',
  },
  {
    id: 'public-health-contract', name: 'Public health 0–19', payer: 'COUNCIL', payee: 'COMM', setting: 'PREVENTION', contractType: 'BLOCK',
    baseAmount: '3000000', priceSeries: 'publicHealth',
  },
];
