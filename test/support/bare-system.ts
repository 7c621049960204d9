import { project, type Projection } from '../../shared/engine/project.ts';
import type { Step } from '../../shared/engine/ledger.ts';
import { canonical, type Decimal } from '../../shared/money/decimal.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { outcomesOf, type OrganisationOutcome, type Outcomes } from '../../shared/outcomes/positions.ts';
import { verdictOf, type Verdict } from '../../shared/outcomes/verdict.ts';
import { breakEven, type BreakEven } from '../../shared/realism/break-even.ts';
import { scenarioSchema, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';

/* A system of a CCG, an acute trust, a community trust and a council with empty books, 2017/18 to 2020/21. A unit test states the few things that its rule is
   about, in numbers that can be worked by hand, and nothing else happens. */

/** What a test states of the bare system. */
export type Stated = Partial<WrittenScenario>;
type Item<List extends keyof WrittenScenario> = NonNullable<WrittenScenario[List]> extends (infer Each)[] ? Each : never;
type Needed<Each, Keys extends keyof Each> = Partial<Each> & Pick<Each, Keys>;

const PROJECTED = ['2018/19', '2019/20', '2020/21'] as const;

/** Figures of the projected years in order, one a year, keyed by label; fewer figures leave the later years blank. */
export function byYear(...figures: readonly string[]): Record<string, string> {
  return Object.fromEntries(figures.map((figure, index) => [PROJECTED[index] ?? `year ${String(index + 1)}`, figure]));
}

export function income(line: Needed<Item<'lines'>, 'organisation' | 'baseAmount'>): Item<'lines'> {
  return { id: `${line.organisation}-income`, name: 'Income', kind: 'INCOME', category: 'OTHER', ...line };
}

export function cost(line: Needed<Item<'lines'>, 'organisation' | 'baseAmount'>): Item<'lines'> {
  return { id: `${line.organisation}-cost`, name: 'Cost', kind: 'EXPENDITURE', category: 'OTHER', ...line };
}

/** A contract of the CCG with the trust. */
export function contract(flow: Needed<Item<'flows'>, 'baseAmount'>): Item<'flows'> {
  return { id: 'F1', name: 'Contract', payer: 'CCG', payee: 'TRUST', contractType: 'PBR', ...flow };
}

export function rates(id: string, ...figures: readonly string[]): Item<'series'> {
  return { id, name: id, kind: 'RATES', rateByYear: byYear(...figures) };
}

/** A saving of the trust on its own cost, delivered in full. */
export function saving(scheme: Needed<Item<'savings'>, 'profile'>): Item<'savings'> {
  return {
    id: 'S1',
    name: scheme.id ?? 'S1',
    organisation: 'TRUST',
    category: 'PROVIDER_PRODUCTIVITY',
    mechanism: 'CASH_EXTERNAL',
    delivery: '1',
    ...scheme,
  };
}

/** The profile of a saving that is there in full from April of the first projected year. */
export function atOnce(grossFullYearEffect: string): Item<'savings'>['profile'] {
  return { kind: 'STEP', grossFullYearEffect, startMonth: '12' };
}

/** A building of the trust, paid by PDC, open from April 2018 unless stated. */
export function building(scheme: Partial<Item<'capital'>>): Item<'capital'> {
  return {
    id: 'C1',
    name: scheme.id ?? 'C1',
    organisation: 'TRUST',
    operationalMonth: '12',
    funding: [{ source: 'OTHER_PDC', share: '1' }],
    ...scheme,
  };
}

/** 1,200 units a year from the trust to the community trust, all at once from April 2018: £100 tariff, £30 variable cost, £60 reprovision. */
export function shift(scheme: Partial<Item<'shifts'>>): Item<'shifts'> {
  return {
    id: 'SH1',
    name: scheme.id ?? 'SH1',
    fromOrganisation: 'TRUST',
    toOrganisation: 'COMM',
    commissioner: 'CCG',
    pointOfDelivery: 'Spells',
    activityPerYear: '1200',
    startMonth: '12',
    delivery: '1',
    tariffPerUnit: '100',
    variableCostPerUnit: '30',
    reprovisionCostPerUnit: '60',
    ...scheme,
  };
}

/** The bare system with what a test states, as the schema reads it. */
export function bareScenario(stated: Stated): Scenario {
  return scenarioSchema.parse({
    name: 'Bare system',
    footprint: { id: 'BARE', name: 'Bare system' },
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
    organisations: [
      { id: 'CCG', name: 'Vale CCG', type: 'CCG' },
      { id: 'TRUST', name: 'Vale Hospitals', type: 'ACUTE' },
      { id: 'COMM', name: 'Vale Community', type: 'COMMUNITY' },
      { id: 'COUNCIL', name: 'Vale Council', type: 'COUNCIL' },
    ],
    ...stated,
  } satisfies WrittenScenario);
}

/** Exact texts of the projected years, without the base year. */
export function exact(amounts: readonly (Decimal | undefined)[]): string[] {
  return amounts.slice(1).map((amount) => (amount === undefined ? 'n/a' : canonical(amount)));
}

/** Texts of the projected years to the penny, for figures that do not end. */
export function pence(amounts: readonly Decimal[]): string[] {
  return amounts.slice(1).map((amount) => amount.toFixed(2));
}

/** A run of the bare system, and the ways in which tests read it. Lists by year start with 2018/19. */
export type Run = {
  readonly projection: Projection;
  readonly outcomes: Outcomes;
  readonly organisation: (id: string) => OrganisationOutcome;
  /** Exact amounts of one step at one organisation, or over the system where none is named. */
  readonly step: (step: Step, organisation?: string) => string[];
  /** Bars of the target year that are not nil, exactly: `['doNothing', '100']`. */
  readonly bars: () => [string, string][];
  readonly verdict: () => Verdict;
  readonly breakEven: () => BreakEven;
};

/** Projects a scenario for reading. Throws where an object is left out, so that no test passes for want of what it is about; a population is optional. */
export function runOf(scenario: Scenario): Run {
  const projection = project(scenario);
  const leftOut = [...projection.frame.leftOut].filter(([object]) => !object.startsWith('population:'));
  if (leftOut.length > 0) throw new Error(leftOut.map(([object, reason]) => `${object}: ${reason}`).join('\n'));
  const outcomes = outcomesOf(projection);
  const organisation = (id: string): OrganisationOutcome => {
    const found = outcomes.organisations.find((each) => each.id === id);
    if (found === undefined) throw new RangeError(`There is no organisation ${id}.`);
    return found;
  };
  const nil = projection.frame.years.map(() => '0').slice(1);
  return {
    projection,
    outcomes,
    organisation,
    step: (step, id) => {
      const steps = id === undefined ? outcomes.system.steps : organisation(id).steps;
      const amounts = steps.get(step);
      return amounts === undefined ? nil : exact(amounts);
    },
    bars: () =>
      (bridges(projection)[projection.frame.target] ?? [])
        .filter((bar) => !bar.amount.isZero())
        .map((bar) => [bar.bar, canonical(bar.amount)]),
    verdict: () => verdictOf(projection, outcomes),
    breakEven: () => breakEven(projection),
  };
}

export function run(stated: Stated): Run {
  return runOf(bareScenario(stated));
}
