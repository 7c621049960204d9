import type { Scenario, WrittenScenario } from '../../shared/scenario/schema.ts';
import { overYears, withSource } from './written-inputs.ts';

/* Worked example A of model-spec §14: two organisations and one projected year, small enough to check with a calculator. */

const SOURCE = 'Worked example, fictitious';
const inOneYear = (written: string) => overYears(['2018/19'], [written]);
const rate = (id: string, name: string, written: string) => ({ id, name, kind: 'RATES' as const, rateByYear: inOneYear(written) });

const COMMISSIONER = { owner: 'Chief finance officer, CCG', source: SOURCE };
const TRUST = { owner: 'Director of finance, trust', source: SOURCE };

const SERIES: WrittenScenario['series'] = [
  rate('allocation', 'CCG allocation growth', '0.0203'),
  rate('demographic', 'Demographic growth', '0.009'),
  rate('nonDemographic', 'Non-demographic growth', '0.013'),
  { id: 'volume', name: 'Volume growth', kind: 'COMPOUND', of: ['demographic', 'nonDemographic'] },
  rate('costUplift', 'Tariff cost uplift', '0.021'),
  rate('efficiency', 'Tariff efficiency factor', '0.02'),
  { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'costUplift', efficiencyFactor: 'efficiency' },
  rate('pay', 'Pay', '0.016'),
  rate('drugs', 'Drugs', '0.036'),
  rate('other', 'Other prices', '0.021'),
];

const LINES: WrittenScenario['lines'] = [
  {
    id: 'ccg-allocation', name: 'Allocation', organisation: 'CCG', kind: 'INCOME', category: 'ALLOCATION', baseAmount: '100000000', priceSeries: 'allocation',
  },
  {
    id: 'ccg-other-care', name: 'Other care', organisation: 'CCG', kind: 'EXPENDITURE', category: 'PURCHASED_CARE',
    baseAmount: '40500000', volumeSeries: 'volume', elasticity: '1', priceSeries: 'other',
  },
  {
    id: 'trust-external-income', name: 'External income', organisation: 'TRUST', kind: 'INCOME', category: 'EXTERNAL_CONTRACT', setting: 'ACUTE',
    baseAmount: '10000000', volumeSeries: 'volume', elasticity: '1', priceSeries: 'tariff',
  },
  {
    id: 'trust-pay', name: 'Pay', organisation: 'TRUST', kind: 'EXPENDITURE', category: 'PAY', setting: 'ACUTE',
    baseAmount: '45000000', volumeSeries: 'volume', elasticity: '0.8', priceSeries: 'pay',
  },
  {
    id: 'trust-drugs', name: 'Drugs', organisation: 'TRUST', kind: 'EXPENDITURE', category: 'DRUGS', setting: 'ACUTE',
    baseAmount: '7000000', volumeSeries: 'volume', elasticity: '1', priceSeries: 'drugs',
  },
  {
    id: 'trust-non-pay', name: 'Non-pay', organisation: 'TRUST', kind: 'EXPENDITURE', category: 'NON_PAY', setting: 'ACUTE',
    baseAmount: '19000000', volumeSeries: 'volume', elasticity: '0.7', priceSeries: 'other',
  },
];

const SAVINGS: WrittenScenario['savings'] = [
  {
    id: 'S1', name: 'Rostering', ...TRUST, category: 'PROVIDER_PRODUCTIVITY', organisation: 'TRUST', setting: 'ACUTE', mechanism: 'CASH_EXTERNAL',
    profile: { kind: 'STEP', grossFullYearEffect: '900000', startMonth: '15' }, delivery: '0.85', pool: 'WARD',
  },
  {
    id: 'S2', name: 'Length of stay', ...TRUST, category: 'PROVIDER_PRODUCTIVITY', organisation: 'TRUST', setting: 'ACUTE', mechanism: 'CASH_EXTERNAL',
    profile: { kind: 'LINEAR', grossFullYearEffect: '600000', startMonth: '12', rampMonths: '12' }, delivery: '0.7', pool: 'WARD', shortensStays: true,
  },
  {
    id: 'S3', name: 'QIPP (contract reduction)', ...COMMISSIONER, category: 'RIGHTCARE_QIPP', organisation: 'CCG', setting: 'ACUTE',
    mechanism: 'CONTRACT_REDUCTION', counterparty: 'TRUST', valuedAt: 'TARIFF', releaseShare: '0.35',
    profile: { kind: 'CUSTOM', grossFullYearEffect: '1200000', shareByYear: inOneYear('0.5') }, delivery: '0.8',
  },
];

export function workedExampleA(): Scenario {
  const written: WrittenScenario = {
    name: 'Worked example A: two organisations, one year',
    description: 'A commissioner and a trust over one projected year, to be checked with a calculator. All organisations and figures are fictitious.',
    footprint: { id: 'worked-example-a', name: 'Worked example A (fictitious)' },
    baseYear: '2017/18',
    targetYear: '2018/19',
    horizonYear: '2018/19',
    illustrative: true,
    organisations: [
      { id: 'CCG', name: 'CCG', type: 'CCG' },
      { id: 'TRUST', name: 'Trust', type: 'ACUTE' },
    ],
    series: SERIES,
    lines: LINES,
    flows: [
      {
        id: 'trust-contract', name: 'Contract (payment by results)', payer: 'CCG', payee: 'TRUST', setting: 'ACUTE', contractType: 'PBR',
        baseAmount: '60000000', volumeSeries: 'volume', elasticity: '1', priceSeries: 'tariff',
      },
    ],
    pools: [{ id: 'WARD', name: 'Ward cost that both schemes act on', kind: 'AMOUNT', amountByYear: inOneYear('6000000') }],
    savings: SAVINGS,
  };
  return withSource(written, SOURCE);
}
