import type { Scenario } from '../../shared/scenario/schema.ts';
import { EVERYBODY, TARGET_YEAR, gapLine, publishedInput, publishedPlan, solution } from './published-plan.ts';

/* Norfolk & Waveney: the gap splits into health and social care, but savings and investment are published for the whole, and they do not lead to the residual. */

const SOURCE = 'nsft.nhs.uk, Norfolk & Waveney STP page; edp24.co.uk, article 924608; nhsfunding.info/22';
const FROM_PLAN_PAGE = 'Seen on an NHS page of the plan, hence high confidence.';
const NOT_BY_BODY = 'Both parts stand on the one body, because savings and investment are not published by body.';

const LINES = [
  gapLine({
    id: 'health-gap',
    name: 'Do-nothing gap as published: health',
    gap: { millions: '316', source: SOURCE, confidence: 'H', note: FROM_PLAN_PAGE },
    note: NOT_BY_BODY,
  }),
  gapLine({
    id: 'social-care-gap',
    name: 'Do-nothing gap as published: social care and other non-NHS',
    setting: 'SOCIAL_CARE',
    gap: { millions: '99', source: SOURCE, confidence: 'H', note: FROM_PLAN_PAGE },
    note: NOT_BY_BODY,
  }),
];

const SAVINGS = [
  solution({
    id: 'S1',
    name: 'Savings as published (just under £300m)',
    category: 'PROVIDER_PRODUCTIVITY',
    note:
      'One sum over all programmes. The category is ours, not the plan’s. Parts are published elsewhere (nhsfunding.info/22: £56m GPs, social care and community, ' +
      '£26m hospitals, £8.4m mental health) and do not add up to the sum; they are not used.',
    saving: { millions: '300', source: SOURCE, note: 'Published as "just under" £300m, to 2020/21. Whether it is yearly or cumulative is not stated; read as 2020/21.' },
  }),
];

const INVESTMENT = [
  {
    id: 'investment',
    name: 'Investment as published',
    organisation: EVERYBODY,
    source: SOURCE,
    amountByYear: {
      [TARGET_YEAR]: publishedInput({
        millions: '150',
        source: SOURCE,
        note:
          'Published as about £150m, to 2020/21. Its timing, and whether it recurs, is not published. It is entered whole in 2020/21 as a one-off, ' +
          'so reported bears it and underlying does not.',
      }),
    },
  },
];

const PUBLISHED_FIGURES = [
  {
    id: 'published-do-nothing',
    name: 'Do-nothing gap, health and social care',
    measure: 'doNothing' as const,
    year: TARGET_YEAR,
    amount: publishedInput({ millions: '-415', source: SOURCE, confidence: 'H', note: FROM_PLAN_PAGE }),
  },
  {
    id: 'published-residual',
    name: 'Residual gap',
    measure: 'reported' as const,
    year: TARGET_YEAR,
    amount: publishedInput({ millions: '-50', source: SOURCE, note: 'Published as reducing the gap to £50m by 2021.' }),
    note: 'The published parts give a gap of £115m before investment and £265m after it: £65m or £215m more than the published residual. Nothing published explains the difference.',
  },
];

export function norfolkWaveney(): Scenario {
  return publishedPlan({
    id: 'norfolk-waveney',
    name: 'Norfolk & Waveney',
    description:
      'The figures of the 2016 plan as far as they are published: the gap of 2020/21 for health and for social care, savings, investment and the residual. ' +
      'Earlier versions of the gap were £545m (June 2016 draft) and £416m (November 2016, press). Books by body, earlier years and population are not published and stay blank. ' +
      'Capital awarded in August 2019 (£69.7m, £40m and £25.2m) came after this plan and is not entered.',
    lines: LINES,
    savings: SAVINGS,
    implementation: INVESTMENT,
    publishedFigures: PUBLISHED_FIGURES,
  });
}
