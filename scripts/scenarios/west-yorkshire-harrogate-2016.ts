import type { Scenario } from '../../shared/scenario/schema.ts';
import { TARGET_YEAR, gapLine, publishedInput, publishedPlan, solution, type PublishedAmount } from './published-plan.ts';

/* West Yorkshire & Harrogate: gap, solutions and residual are published, and they do not add up: 1,070 less 983 is 87, not 91, and 135 less 43 is 92. */

const SOURCE = 'calderdaleandkirklees999callforthenhs.wordpress.com, 29 October 2016 and 13 November 2016; ripongazette.co.uk, article 761386';
const SECONDARY = 'Quoted in secondary sources, hence medium confidence.';

const published = (millions: string, note: string): PublishedAmount => ({ millions, source: SOURCE, date: '29 October and 13 November 2016', confidence: 'M', note });

const PUBLISHED_FIGURES = [
  {
    id: 'published-residual',
    name: 'Residual gap',
    measure: 'reported' as const,
    year: TARGET_YEAR,
    amount: publishedInput(published('-91', SECONDARY)),
    note: 'The published gap less the published solutions is £87m. The difference of £4m is not explained; the gap is published as £1.07bn, so rounding is likely.',
  },
  {
    id: 'published-residual-by-sector',
    name: 'NHS surplus of £43m less social care shortfall of £135m',
    measure: 'reported' as const,
    year: TARGET_YEAR,
    amount: publishedInput({
      ...published('-92', `${SECONDARY} The two parts are published; their sum is derived.`),
      source: `Derived: 43 less 135, both published. ${SOURCE}`,
    }),
    note: 'The two published parts of the residual come to £92m, against the published £91m.',
  },
];

export function westYorkshireHarrogate(): Scenario {
  return publishedPlan({
    id: 'west-yorkshire-harrogate',
    name: 'West Yorkshire & Harrogate',
    description:
      'The figures of the 2016 plan as far as they are published: the gap of 2020/21 for health and social care, all solutions in one sum, and the residual, ' +
      'which the figures do not lead to. Books by body, earlier years, population and investment are not published and stay blank. The plan’s capital requirement is ' +
      'known only as more than £500m (BMA, February 2017) and is not entered.',
    lines: [
      gapLine({
        id: 'do-nothing-gap',
        name: 'Do-nothing gap as published: health and social care',
        gap: published('1070', `Published as £1.07bn, health and social care. ${SECONDARY}`),
      }),
    ],
    savings: [
      solution({
        id: 'S1',
        name: 'All solutions (efficiency, prevention)',
        category: 'PROVIDER_PRODUCTIVITY',
        note: 'One sum over all programmes. The category is ours, not the plan’s.',
        saving: published('983', `No detail by programme is published with it. ${SECONDARY}`),
      }),
    ],
    publishedFigures: PUBLISHED_FIGURES,
  });
}
