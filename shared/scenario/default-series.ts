import type { WrittenScenario } from './schema.ts';

/* Growth series that a new scenario starts with (model-spec §4.1). Each rate carries its source, so that nothing looks like the system's own figure. */

type WrittenSeries = NonNullable<WrittenScenario['series']>[number];
/** A rate of every projected year, or rates of the years for which they were published. */
type Growth = { readonly everyYear: string } | { readonly published: Readonly<Record<string, string>> };
type DefaultRates = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly note?: string;
  readonly growth: Growth;
};

const ASSUMPTIONS = 'NHS Improvement, Economic assumptions 2016/17 to 2020/21';
const ALLOCATIONS = 'Computed from the allocations of NHS England in £m (CIPFA, Resource allocation)';
const HOSPITAL_PROGRAMME = 'Strategy Unit, New Hospital Programme model, national non-demographic growth';
const LATER_VINTAGE = 'Later than the plans of 2017; use as context.';
const OWN_ALLOCATION = 'The average of England. Use the published allocation of your own commissioner where you have it.';

/** Rates of 2017/18 to 2020/21. Those of 2016/17 were published too, but it is the earliest base year, which does not grow. */
const publishedRates = (...[first, second, third, fourth]: readonly [string, string, string, string]): Growth => ({
  published: { '2017/18': first, '2018/19': second, '2019/20': third, '2020/21': fourth },
});

const RATES: readonly DefaultRates[] = [
  {
    id: 'pay',
    name: 'Pay and pensions',
    source: ASSUMPTIONS,
    note: 'Includes drift.',
    growth: publishedRates('0.02', '0.016', '0.016', '0.029'),
  },
  { id: 'drugs', name: 'Drugs', source: ASSUMPTIONS, growth: publishedRates('0.046', '0.036', '0.041', '0.041') },
  { id: 'capitalCosts', name: 'Capital costs', source: ASSUMPTIONS, growth: publishedRates('0.032', '0.032', '0.031', '0.031') },
  {
    id: 'otherOperating',
    name: 'Other operating costs',
    source: ASSUMPTIONS,
    note: 'Excludes CNST.',
    growth: publishedRates('0.018', '0.021', '0.019', '0.02'),
  },
  {
    id: 'costUplift',
    name: 'Tariff cost uplift',
    source: ASSUMPTIONS,
    note: 'The overall cost rise, which stands for the uplift of the tariff.',
    growth: publishedRates('0.023', '0.02', '0.02', '0.029'),
  },
  {
    id: 'efficiency',
    name: 'Tariff efficiency factor',
    source: `${ASSUMPTIONS} (planning assumption of each year)`,
    growth: publishedRates('0.02', '0.02', '0.02', '0.02'),
  },
  {
    id: 'allocation',
    name: 'CCG allocation',
    source: ALLOCATIONS,
    note: OWN_ALLOCATION,
    growth: publishedRates('0.0209', '0.0203', '0.0216', '0.038'),
  },
  {
    id: 'primaryCareAllocation',
    name: 'Primary care allocation',
    source: ALLOCATIONS,
    note: OWN_ALLOCATION,
    growth: publishedRates('0.04', '0.0451', '0.048', '0.0542'),
  },
  {
    id: 'specialisedAllocation',
    name: 'Specialised allocation',
    source: ALLOCATIONS,
    note: OWN_ALLOCATION,
    growth: publishedRates('0.048', '0.045', '0.0447', '0.0503'),
  },
  {
    id: 'settlementBudget',
    name: 'NHS England budget, settlement of 2018',
    source:
      'Computed from £bn 114.6, 120.6, 126.9, 133.2, 139.8, 147.8 for 2018/19 to 2023/24 (NHS Providers, Funding settlement, table 1)',
    note: 'An alternative to the allocation series. Nothing uses it until you choose it.',
    growth: { published: { '2019/20': '0.0524', '2020/21': '0.0522', '2021/22': '0.0496', '2022/23': '0.0495', '2023/24': '0.0572' } },
  },
  { id: 'cnst', name: 'CNST', source: 'Tool default: judgement', growth: { everyYear: '0.08' } },
  {
    id: 'demographic',
    name: 'Demographic growth',
    source: 'Health Foundation, The bigger picture: demography explains around 1% a year',
    growth: { everyYear: '0.01' },
  },
  {
    id: 'emergencyDepartment',
    name: 'A&E, growth besides demography',
    source: HOSPITAL_PROGRAMME,
    note: `P10 to P90: 1.21% to 1.41%. ${LATER_VINTAGE}`,
    growth: { everyYear: '0.0131' },
  },
  {
    id: 'elective',
    name: 'Elective, growth besides demography',
    source: HOSPITAL_PROGRAMME,
    note: `P10 to P90: 0.53% to 0.71%. ${LATER_VINTAGE}`,
    growth: { everyYear: '0.0062' },
  },
  {
    id: 'nonElective',
    name: 'Non-elective, growth besides demography',
    source: HOSPITAL_PROGRAMME,
    note: `P10 to P90: (0.45%) to 0.17%; as experts see it 1.16%, (0.37%) to 2.68%. ${LATER_VINTAGE}`,
    growth: { everyYear: '-0.0014' },
  },
  {
    id: 'outpatient',
    name: 'Outpatient, growth besides demography',
    source: HOSPITAL_PROGRAMME,
    note: `P10 to P90: 2.28% to 2.70%. ${LATER_VINTAGE}`,
    growth: { everyYear: '0.0249' },
  },
  { id: 'socialCareNeed', name: 'Adult social care need', source: 'ADASS Budget Survey 2017', growth: { everyYear: '0.028' } },
  {
    id: 'socialCarePrice',
    name: 'Adult social care prices',
    source: 'Tool default: judgement',
    note: 'Driven by the National Living Wage.',
    growth: { everyYear: '0.03' },
  },
];

const TARIFF: WrittenSeries = { id: 'tariff', name: 'Tariff', kind: 'TARIFF', costUplift: 'costUplift', efficiencyFactor: 'efficiency' };

/**
 * The default growth series for some projected years (model-spec §4.1): rates as fractions, each with its source. A year for which nothing was published is
 * left blank, because no growth is not what is known of it.
 */
export function defaultSeries(projectedYears: readonly string[]): WrittenSeries[] {
  const series = RATES.map((each): WrittenSeries => ({
    id: each.id,
    name: each.name,
    kind: 'RATES',
    rateByYear: ratesOf(each, projectedYears),
  }));
  return [...series, TARIFF];
}

function ratesOf(
  { growth, source, note }: DefaultRates,
  projectedYears: readonly string[],
): Extract<WrittenSeries, { kind: 'RATES' }>['rateByYear'] {
  const known = projectedYears.flatMap((year) => {
    const rate = 'everyYear' in growth ? growth.everyYear : growth.published[year];
    return rate === undefined ? [] : [[year, { value: rate, source, ...(note === undefined ? {} : { note }) }] as const];
  });
  return Object.fromEntries(known);
}
