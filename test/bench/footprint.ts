import { yearAfter } from '../../shared/calendar/financial-year.ts';
import { scenarioSchema, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';

/** How much of everything a made-up footprint holds. */
export type FootprintSize = {
  organisations: number;
  savings: number;
  capital: number;
  shifts: number;
  lines: number;
  projectedYears: number;
};

const BASE_YEAR = '2016/17';
type List<Name extends keyof WrittenScenario> = NonNullable<WrittenScenario[Name]>;

/** The items of a list, made from 0 upwards. */
function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const TYPES = ['CCG', 'ACUTE', 'COMMUNITY', 'COUNCIL', 'ACUTE', 'MENTAL_HEALTH'] as const;
const typeOf = (index: number): (typeof TYPES)[number] => TYPES[index % TYPES.length] ?? 'ACUTE';
const organisationId = (index: number): string => `ORG${String(index)}`;

/** Organisations of one type, by index. */
function ofType(size: FootprintSize, ...types: string[]): number[] {
  return many(size.organisations, (index) => index).filter((index) => types.includes(typeOf(index)));
}

function pick(from: readonly number[], index: number): string {
  return organisationId(from[index % from.length] ?? 0);
}

function growthSeries(years: readonly string[]): List<'series'> {
  const flat = (id: string, rate: string) => ({
    id,
    name: id,
    kind: 'RATES' as const,
    rateByYear: Object.fromEntries(years.map((year) => [year, rate])),
  });
  return [
    flat('allocation', '0.0225'),
    flat('pay', '0.0195'),
    flat('prices', '0.021'),
    flat('uplift', '0.0215'),
    flat('efficiency', '0.02'),
    flat('demographic', '0.009'),
    flat('need', '0.013'),
    { id: 'tariff', name: 'tariff', kind: 'TARIFF', costUplift: 'uplift', efficiencyFactor: 'efficiency' },
    { id: 'activity', name: 'activity', kind: 'COMPOUND', of: ['demographic', 'need'] },
  ];
}

const COSTS = ['PAY', 'AGENCY', 'DRUGS', 'NON_PAY', 'CNST', 'CAPITAL_CHARGES', 'PURCHASED_CARE', 'OTHER'] as const;

function books(size: FootprintSize): List<'lines'> {
  return many(size.organisations * size.lines, (index) => {
    const owner = Math.floor(index / size.lines);
    const place = index % size.lines;
    const isIncome = place === 0;
    return {
      id: `L${String(index)}`,
      name: `Line ${String(index)}`,
      organisation: organisationId(owner),
      kind: isIncome ? ('INCOME' as const) : ('EXPENDITURE' as const),
      category: isIncome ? ('ALLOCATION' as const) : (COSTS[place % COSTS.length] ?? 'OTHER'),
      baseAmount: String(isIncome ? 190_000_000 + owner * 1_234_567 : 20_000_000 + place * 345_678 + owner * 91_234),
      volumeSeries: isIncome ? undefined : 'activity',
      priceSeries: isIncome ? 'allocation' : place % 2 === 0 ? 'pay' : 'prices',
    };
  });
}

function contracts(size: FootprintSize): List<'flows'> {
  const payers = ofType(size, 'CCG');
  const payees = ofType(size, 'ACUTE', 'COMMUNITY', 'MENTAL_HEALTH');
  return payees.map((payee, index) => ({
    id: `F${String(index)}`,
    name: `Contract ${String(index)}`,
    payer: pick(payers, index),
    payee: organisationId(payee),
    contractType: 'PBR' as const,
    baseAmount: String(45_000_000 + index * 765_432),
    volumeSeries: 'activity',
    priceSeries: 'tariff',
  }));
}

function schemes(size: FootprintSize, years: readonly string[]): List<'savings'> {
  const providers = ofType(size, 'ACUTE', 'COMMUNITY', 'MENTAL_HEALTH');
  const commissioners = ofType(size, 'CCG');
  return many(size.savings, (index) => {
    const kind = index % 5;
    const contract = kind === 4;
    const common = {
      id: `S${String(index)}`,
      name: `Scheme ${String(index)}`,
      delivery: { value: '0.8', range: { low: '0.5', likely: '0.8', high: '1' } },
      slippageMonths: String(index % 7),
      organisation: contract ? pick(commissioners, index) : pick(providers, index),
      capitalDependencies: index % 11 === 0 ? [`C${String(index % size.capital)}`] : [],
      pool: index % 4 === 1 ? `P${String(index % 10)}` : undefined,
      cashReleasingShare: index % 3 === 0 ? '0.9' : undefined,
    };
    if (kind === 0)
      return {
        ...common,
        category: 'PROVIDER_PRODUCTIVITY' as const,
        mechanism: 'CASH_EXTERNAL' as const,
        recurrentShare: '0.75',
        profile: { kind: 'PROGRAMME' as const, rateByYear: Object.fromEntries(years.map((year) => [year, '0.004'])) },
      };
    const gross = String(700_000 + index * 12_345);
    const profile = {
      kind: kind === 2 ? ('S_CURVE' as const) : ('LINEAR' as const),
      grossFullYearEffect: gross,
      startMonth: String(12 + (index % 30)),
      rampMonths: String(6 + (index % 24)),
    };
    if (!contract) return { ...common, category: 'WORKFORCE_AGENCY' as const, mechanism: 'CASH_EXTERNAL' as const, profile };
    return {
      ...common,
      category: 'RIGHTCARE_QIPP' as const,
      mechanism: 'CONTRACT_REDUCTION' as const,
      counterparty: pick(providers, index),
      releaseShare: '0.35',
      profile,
    };
  });
}

function projects(size: FootprintSize, years: readonly string[]): List<'capital'> {
  const owners = ofType(size, 'ACUTE', 'COMMUNITY');
  return many(size.capital, (index) => ({
    id: `C${String(index)}`,
    name: `Project ${String(index)}`,
    organisation: pick(owners, index),
    operationalMonth: String(24 + (index % 24)),
    slippageMonths: String(index % 9),
    baseCostByYear: { [years[0] ?? '']: String(2_000_000 + index * 50_000), [years[1] ?? '']: '3500000' },
    optimismBias: { upperBound: '0.24', mitigation: '0.4' },
    funding: [
      { source: 'STP_PDC' as const, share: '0.7' },
      { source: 'LOAN' as const, share: '0.3' },
    ],
    priority: String(index + 1),
    runningCostPerYear: '150000',
  }));
}

function activityShifts(size: FootprintSize): List<'shifts'> {
  const from = ofType(size, 'ACUTE');
  const to = ofType(size, 'COMMUNITY');
  const payers = ofType(size, 'CCG');
  return many(size.shifts, (index) => ({
    id: `SH${String(index)}`,
    name: `Shift ${String(index)}`,
    fromOrganisation: pick(from, index),
    toOrganisation: pick(to, index),
    commissioner: pick(payers, index),
    pointOfDelivery: 'Non-elective',
    activityPerYear: String(400 + index * 7),
    startMonth: String(14 + (index % 20)),
    rampMonths: '12',
    delivery: '0.8',
    tariffPerUnit: '2100',
    tariffSeries: 'tariff',
    variableCostPerUnit: '540',
    variableCostSeries: 'prices',
    lengthOfStayDays: '6',
    stepGroup: `W${pick(from, index)}`,
    reprovisionCostPerUnit: '950',
    reprovisionSeries: 'pay',
    leadMonths: '2',
  }));
}

/** A made-up footprint of a given size, always the same for the same size: for timing only, no real place. */
export function footprintOf(size: FootprintSize): Scenario {
  const years = many(size.projectedYears, (index) => yearAfter(BASE_YEAR, index + 1));
  const inEveryYear = (figure: string): Record<string, string> => Object.fromEntries(years.map((year) => [year, figure]));
  const providers = ofType(size, 'ACUTE', 'COMMUNITY', 'MENTAL_HEALTH');
  const written: WrittenScenario = {
    name: 'Made-up footprint',
    footprint: { id: 'MADE-UP', name: 'Made-up footprint' },
    baseYear: BASE_YEAR,
    targetYear: '2020/21',
    horizonYear: yearAfter(BASE_YEAR, size.projectedYears),
    illustrative: true,
    organisations: many(size.organisations, (index) => ({
      id: organisationId(index),
      name: `Organisation ${String(index)}`,
      type: typeOf(index),
    })),
    series: growthSeries(years),
    lines: books(size),
    flows: contracts(size),
    pools: many(10, (index) => ({
      id: `P${String(index)}`,
      name: `Pool ${String(index)}`,
      kind: 'AMOUNT' as const,
      amountByYear: inEveryYear('60000000'),
    })),
    savings: schemes(size, years),
    capital: projects(size, years),
    shifts: activityShifts(size),
    capitalEnvelopes: [{ source: 'STP_PDC', amountByYear: { [years[0] ?? '']: String(size.capital * 4_000_000) } }],
    stepGroups: ofType(size, 'ACUTE').map((index) => ({
      id: `W${organisationId(index)}`,
      name: `Wards ${String(index)}`,
      organisation: organisationId(index),
      costSeries: 'pay',
    })),
    controlTotals: providers.map((index) => ({ organisation: organisationId(index), amountByYear: inEveryYear('-1000000') })),
    support: ofType(size, 'ACUTE').map((index) => ({
      id: `PSF${String(index)}`,
      organisation: organisationId(index),
      allocationByYear: inEveryYear('3000000'),
    })),
    reserves: ofType(size, 'COUNCIL').map((index) => ({ organisation: organisationId(index), opening: '9000000', minimum: '3000000' })),
    riskShares: [
      {
        id: 'R1',
        name: 'System risk-share',
        participants: providers.map((index) => ({
          organisation: organisationId(index),
          gainWeight: share(providers, index),
          lossWeight: share(providers, index),
        })),
        inScopeShare: '0.5',
      },
    ],
  };
  return scenarioSchema.parse(written);
}

/** Equal weights of four places, the last one taking what is left of 1. */
function share(members: readonly number[], index: number): string {
  const each = Math.floor(10_000 / members.length);
  const isLast = members.at(-1) === index;
  return ((isLast ? 10_000 - each * (members.length - 1) : each) / 10_000).toString();
}

export const LARGE: FootprintSize = { organisations: 30, savings: 200, capital: 30, shifts: 50, lines: 10, projectedYears: 7 };
export const MEDIUM: FootprintSize = { organisations: 12, savings: 90, capital: 12, shifts: 18, lines: 10, projectedYears: 4 };
export const FOUR_TIMES_LARGE: FootprintSize = {
  organisations: 120,
  savings: 800,
  capital: 120,
  shifts: 200,
  lines: 10,
  projectedYears: 7,
};
