import { project, type Projection } from '../../shared/engine/project.ts';
import { D, canonical, type Decimal } from '../../shared/money/decimal.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import type { PlugPattern } from '../../shared/realism/plug.ts';
import { savingsSchema, scenarioSchema, type SavingsScheme, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';
import { MEDIUM, footprintOf } from '../bench/footprint.ts';
import { shippedScenario } from './shipped-scenario.ts';
import { smallWritten } from './small-scenario.ts';

/* Scenarios with a plug in them, made by rule from clean ones: what the plug finder must find, and what it must leave alone. */

export type Planted = {
  readonly name: string;
  readonly pattern: PlugPattern;
  readonly subject: string | undefined;
  readonly scenario: Scenario;
};
export type Clean = { readonly name: string; readonly scenario: Scenario };

/** Savings without the ones that a scenario is shipped with as a plug, or that look like one: the sample's unidentified line, one-offs of the target year. */
function without(scenario: Scenario, ids: readonly string[]): Scenario {
  return { ...scenario, savings: scenario.savings.filter(({ id }) => !ids.includes(id)) };
}

/** The clean files: supplied scenarios, the ones with a plug without it, and a made-up footprint of middle size. */
export function cleanFiles(): Clean[] {
  return [
    { name: 'worked example A', scenario: shippedScenario('worked-example-a') },
    { name: 'worked example B without its one-off', scenario: without(shippedScenario('worked-example-b'), ['S8']) },
    { name: 'sample without its unidentified line', scenario: without(shippedScenario('sample'), ['S20']) },
    { name: 'Norfolk & Waveney', scenario: shippedScenario('norfolk-waveney-2016') },
    { name: 'West Yorkshire & Harrogate', scenario: shippedScenario('west-yorkshire-harrogate-2016') },
    { name: 'Hampshire without its unidentified line', scenario: without(shippedScenario('hampshire-isle-of-wight-2016'), ['S10']) },
    { name: 'small scenario without its one-off', scenario: without(scenarioSchema.parse(smallWritten()), ['S5']) },
    { name: 'a footprint of middle size', scenario: footprintOf(MEDIUM) },
  ];
}

const PLANTED_ID = 'PLANTED';
type Context = { readonly base: Projection; readonly scenario: Scenario; readonly owner: string; readonly years: readonly string[] };

function contextOf(scenario: Scenario): Context {
  const base = project(scenario);
  const owner = scenario.organisations.find(({ type }) => type === 'ACUTE')?.id ?? scenario.organisations[0]?.id ?? '';
  return { base, scenario, owner, years: base.frame.years.slice(1, base.frame.target + 1) };
}

type WrittenScheme = NonNullable<WrittenScenario['savings']>[number];

function planted({ scenario, owner }: Context, scheme: Partial<WrittenScheme> & Pick<WrittenScheme, 'profile'>): Scenario {
  const common = {
    id: PLANTED_ID,
    name: 'Planted',
    organisation: owner,
    category: 'PROVIDER_PRODUCTIVITY',
    mechanism: 'CASH_EXTERNAL',
    delivery: '1',
  };
  return { ...scenario, savings: [...scenario.savings, savingsSchema.parse({ ...common, ...scheme })] };
}

/** Years of a profile: `last` in the target year, `earlier` in the years before it. */
function byYear({ years }: Context, { earlier, last }: { earlier: string; last: string }): Record<string, string> {
  return Object.fromEntries(years.map((year, at) => [year, at === years.length - 1 ? last : earlier]));
}

function rising({ years }: Context, first: string): Record<string, string> {
  const start = new D(first);
  return Object.fromEntries(
    years.map((year, at) => [
      year,
      canonical(
        start
          .plus(
            new D(1)
              .minus(start)
              .times(at)
              .div(years.length - 1),
          )
          .toDecimalPlaces(6),
      ),
    ]),
  );
}

const custom = (grossFullYearEffect: Decimal, shareByYear: Record<string, string>) => ({
  kind: 'CUSTOM' as const,
  grossFullYearEffect: canonical(grossFullYearEffect.toDecimalPlaces(0)),
  shareByYear,
});
const inFull = (context: Context) => byYear(context, { earlier: '1', last: '1' });

type Rule = {
  readonly pattern: PlugPattern;
  readonly variant: string;
  readonly plant: (context: Context) => { scenario: Scenario; subject?: string } | undefined;
};

/** A saving of any size that brings the headline plan, or the reported position, to nil. */
function closing(context: Context, measure: 'headline' | 'reported'): Scenario | undefined {
  let gross = new D(0);
  for (let round = 0; round < 30; round += 1) {
    const shares = byYear(context, { earlier: '0.5', last: '1' });
    const scenario = planted(context, { profile: { ...custom(gross, shares), grossFullYearEffect: canonical(gross.toDecimalPlaces(8)) } });
    const left = outcomesOf(project(scenario)).system[measure][context.base.frame.target] ?? new D(0);
    if (left.abs().lt('0.01')) return gross.gt(0) ? scenario : undefined;
    gross = gross.minus(left);
    if (gross.lt(0)) return undefined;
  }
  return undefined;
}

const gapOf = ({ base }: Context, organisation?: string): Decimal => {
  const { system, organisations } = outcomesOf(base);
  const amounts = organisation === undefined ? system.doNothing : (organisations.find(({ id }) => id === organisation)?.doNothing ?? []);
  return (amounts[base.frame.target] ?? new D(0)).neg();
};

/** All typed amounts worked out to the pound, and one round sum beside them. */
function roundOne(context: Context, amount: string): Scenario | undefined {
  const savings = context.scenario.savings.map((scheme, at): SavingsScheme => {
    const { profile } = scheme;
    if (profile.kind === 'PROGRAMME' || profile.kind === 'NON_RECURRENT') return scheme;
    const exact = new D(profile.grossFullYearEffect.value)
      .times('1.0137')
      .plus(1237 + 311 * at)
      .toDecimalPlaces(0);
    return { ...scheme, profile: { ...profile, grossFullYearEffect: { ...profile.grossFullYearEffect, value: canonical(exact) } } };
  });
  const stated = savings.filter(({ profile }) => profile.kind !== 'PROGRAMME').length;
  return stated < 4
    ? undefined
    : planted({ ...context, scenario: { ...context.scenario, savings } }, { profile: custom(new D(amount), rising(context, '0.3')) });
}

/** The rate of the target year moved away from an even run of the years before. */
function bent(context: Context, series: string | undefined, move: string): { scenario: Scenario; subject: string } | undefined {
  const found = context.scenario.series.find(({ id }) => id === series);
  if (found?.kind !== 'RATES' || context.years.length < 3) return undefined;
  const even = '0.0193';
  const rates = byYear(context, { earlier: even, last: canonical(new D(even).plus(move)) });
  const rateByYear = Object.fromEntries(Object.entries(rates).map(([year, value]) => [year, { value, unit: 'rate' as const }]));
  const moved = context.scenario.series.map((each) => (each.id === found.id ? { ...found, rateByYear } : each));
  return { scenario: { ...context.scenario, series: moved }, subject: found.id };
}

const seriesOf = ({ scenario }: Context, category: string): string | undefined =>
  scenario.lines.find((line) => line.category === category)?.priceSeries;

function tooLarge(context: Context): Scenario | undefined {
  const { scenario, owner, base } = context;
  const pay = scenario.lines.filter(
    ({ organisation, category }) => organisation === owner && (category === 'PAY' || category === 'AGENCY'),
  );
  const spent = pay.reduce((total, { id }) => total.plus(base.doNothing.lines.get(id)?.[base.frame.target] ?? 0), new D(0));
  return spent.isZero()
    ? undefined
    : planted(context, { category: 'WORKFORCE_AGENCY', profile: custom(spent.times('1.2'), rising(context, '0.3')) });
}

function beyondContract(context: Context): Scenario | undefined {
  const { scenario, base } = context;
  const flow = scenario.flows.find(({ contractType }) => contractType === 'PBR');
  const amount =
    flow === undefined
      ? undefined
      : scenario.flows
          .filter(({ payer, payee }) => payer === flow.payer && payee === flow.payee)
          .reduce((total, { id }) => total.plus(base.doNothing.flows.get(id)?.[base.frame.target] ?? 0), new D(0));
  if (flow === undefined || amount === undefined) return undefined;
  const parts = {
    organisation: flow.payer,
    counterparty: flow.payee,
    mechanism: 'CONTRACT_REDUCTION',
    category: 'RIGHTCARE_QIPP',
  } as const;
  return planted(context, { ...parts, profile: custom(amount.times('1.1'), rising(context, '0.3')) });
}

const alone = (scenario: Scenario | undefined, subject?: string) =>
  scenario === undefined ? undefined : { scenario, ...(subject === undefined ? {} : { subject }) };
const MILLION = new D(1_000_000);
const RULES: readonly Rule[] = [
  { pattern: 'nil-ending', variant: 'headline', plant: (context) => alone(closing(context, 'headline'), 'system') },
  { pattern: 'nil-ending', variant: 'reported', plant: (context) => alone(closing(context, 'reported'), 'system') },
  {
    pattern: 'share-of-gap',
    variant: 'a quarter of the system',
    plant: (context) => alone(planted(context, { profile: custom(gapOf(context).times('0.25'), inFull(context)) }), PLANTED_ID),
  },
  {
    pattern: 'share-of-gap',
    variant: 'a third of the owner, to thousands',
    plant: (context) => {
      const gap = gapOf(context, context.owner);
      return gap.lte(MILLION)
        ? undefined
        : alone(planted(context, { profile: custom(gap.div(3).div(1000).toDecimalPlaces(0).times(1000), inFull(context)) }), PLANTED_ID);
    },
  },
  {
    pattern: 'unidentified-rising',
    variant: 'steadily',
    plant: (context) =>
      alone(planted(context, { category: 'UNIDENTIFIED', profile: custom(MILLION.times('5.3'), rising(context, '0.2')) }), PLANTED_ID),
  },
  {
    pattern: 'unidentified-rising',
    variant: 'at the end',
    plant: (context) =>
      alone(
        planted(context, {
          category: 'UNIDENTIFIED',
          profile: custom(MILLION.times('4.1'), byYear(context, { earlier: '0.1', last: '1' })),
        }),
        PLANTED_ID,
      ),
  },
  {
    pattern: 'hockey-stick',
    variant: 'typed shares',
    plant: (context) =>
      alone(planted(context, { profile: custom(MILLION.times('3.7'), byYear(context, { earlier: '0.05', last: '1' })) }), PLANTED_ID),
  },
  {
    pattern: 'hockey-stick',
    variant: 'annual programme',
    plant: (context) =>
      alone(
        planted(context, { profile: { kind: 'PROGRAMME', rateByYear: byYear(context, { earlier: '0.002', last: '0.03' }) } }),
        PLANTED_ID,
      ),
  },
  { pattern: 'above-cost-base', variant: 'pay and agency', plant: (context) => alone(tooLarge(context), PLANTED_ID) },
  { pattern: 'above-cost-base', variant: 'contract', plant: (context) => alone(beyondContract(context), PLANTED_ID) },
  { pattern: 'round-among-exact', variant: '£3m', plant: (context) => alone(roundOne(context, '3000000'), PLANTED_ID) },
  { pattern: 'round-among-exact', variant: '£7.5m', plant: (context) => alone(roundOne(context, '7500000'), PLANTED_ID) },
  { pattern: 'growth-bent', variant: 'pay falls', plant: (context) => bent(context, seriesOf(context, 'PAY'), '-0.01') },
  { pattern: 'growth-bent', variant: 'allocation rises', plant: (context) => bent(context, seriesOf(context, 'ALLOCATION'), '0.01') },
  {
    pattern: 'one-off-closes',
    variant: 'only then',
    plant: (context) =>
      alone(planted(context, { profile: { kind: 'NON_RECURRENT', amountByYear: byYear(context, { earlier: '0', last: '2300000' }) } })),
  },
  {
    pattern: 'one-off-closes',
    variant: 'mostly then',
    plant: (context) =>
      alone(
        planted(context, {
          category: 'NON_RECURRENT',
          profile: { kind: 'NON_RECURRENT', amountByYear: byYear(context, { earlier: '100000', last: '4700000' }) },
        }),
      ),
  },
];

/** Every rule on every clean file that plans several years and has what the rule needs. */
export function plantedFiles(): Planted[] {
  const bases = cleanFiles().filter(({ scenario }) => contextOf(scenario).years.length > 2);
  return bases.flatMap(({ name, scenario }) => {
    const context = contextOf(scenario);
    return RULES.flatMap(({ pattern, variant, plant }): Planted[] => {
      const made = plant(context);
      return made === undefined
        ? []
        : [{ name: `${name}: ${pattern}, ${variant}`, pattern, subject: made.subject, scenario: made.scenario }];
    });
  });
}
