import type { Scenario, WrittenScenario } from '../../shared/scenario/schema.ts';
import { poundsOf, withSource, type Origin } from './written-inputs.ts';

/* The shape that the published plans of 2016 share: figures of the whole system in 2020/21 and nothing by body or by earlier year. */

export const TARGET_YEAR = '2020/21';
const BASE_YEAR = '2019/20';
export const EVERYBODY = 'ALL';
const SET_HERE = 'Set for this file; not published';

/** One figure of a plan: what it says, in £m as published, and where it stands. */
export interface PublishedAmount extends Origin {
  millions: string;
}

type Scheme = NonNullable<WrittenScenario['savings']>[number];
type Line = NonNullable<WrittenScenario['lines']>[number];
type PublishedGap = Pick<Line, 'id' | 'name' | 'setting' | 'note'> & { gap: PublishedAmount };
type PublishedScheme = Pick<Scheme, 'id' | 'name' | 'category' | 'setting' | 'note'> & { saving: PublishedAmount };

export function publishedInput({ millions, ...origin }: PublishedAmount) {
  return { value: poundsOf(millions), ...origin };
}

/** The do nothing of a plan that publishes the gap alone: a cost of 2020/21 with no income against it. */
export function gapLine({ id, name, setting, gap, note }: PublishedGap): Line {
  return {
    id, name, organisation: EVERYBODY, kind: 'EXPENDITURE', category: 'OTHER', setting,
    baseAmount: { value: '0', note: 'The plan publishes no amount by line for earlier years; the gap is entered as published for 2020/21.' },
    explicitByYear: { [TARGET_YEAR]: publishedInput(gap) },
    note,
  };
}

/** A solution line of a plan, counted whole in 2020/21. Delivery is 100% unless the line is nobody's: no plan states how much it expects to deliver. */
export function solution({ saving, ...scheme }: PublishedScheme): Scheme {
  const unidentified = scheme.category === 'UNIDENTIFIED';
  return {
    ...scheme,
    source: saving.source,
    organisation: EVERYBODY,
    mechanism: 'CASH_EXTERNAL',
    profile: {
      kind: 'CUSTOM',
      grossFullYearEffect: publishedInput(saving),
      shareByYear: { [TARGET_YEAR]: { value: '1', note: 'The published figure is the amount of 2020/21; no phasing is published.' } },
    },
    delivery: unidentified
      ? { value: '0', note: 'Savings that nobody has identified are not counted on.' }
      : { value: '1', note: 'The plan states no delivery. At 100% the run shows what the plan claims.' },
  };
}

export interface PublishedPlan {
  /** Of the footprint, such as "norfolk-waveney". */
  id: string;
  name: string;
  description: string;
  lines: NonNullable<WrittenScenario['lines']>;
  savings: NonNullable<WrittenScenario['savings']>;
  implementation?: WrittenScenario['implementation'];
  publishedFigures?: WrittenScenario['publishedFigures'];
}

/** The scenario of a published plan. What the plan does not publish (population, books by body, capital, earlier years) stays blank. */
export function publishedPlan({ id, name, description, ...figures }: PublishedPlan): Scenario {
  const written: WrittenScenario = {
    name: `${name}: published plan of 2016`,
    description,
    footprint: { id, name },
    baseYear: BASE_YEAR,
    targetYear: TARGET_YEAR,
    horizonYear: TARGET_YEAR,
    baselineBasis: 'PLAN',
    organisations: [
      {
        id: EVERYBODY,
        name: 'All NHS and council bodies together (the published figures do not split them)',
        type: 'INTEGRATED',
        note: 'One body stands for all, so the rules for councils, control totals and support are not tested.',
      },
    ],
    ...figures,
  };
  return withSource(written, SET_HERE);
}
