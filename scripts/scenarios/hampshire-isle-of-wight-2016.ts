import type { Scenario } from '../../shared/scenario/schema.ts';
import { gapLine, publishedPlan, solution } from './published-plan.ts';

/* Hampshire & Isle of Wight: a gap of £577m and nine solution lines of £443m together; the published list does not say where the other £134m come from. */

const SOURCE = 'starandcrescent.org.uk, 31 July 2019 (citing the November 2016 plan); portsmouth.co.uk, article 1177620';
const CATEGORY_IS_OURS = 'The published list gives a name and an amount. The category is ours, not the plan’s.';

const published = (millions: string) => ({ millions, source: SOURCE, date: 'November 2016' });

const SAVINGS = [
  solution({ id: 'S1', name: 'Prevention at scale', category: 'PREVENTION', setting: 'PREVENTION', note: CATEGORY_IS_OURS, saving: published('10') }),
  solution({ id: 'S2', name: 'New care models', category: 'NEW_CARE_MODEL', note: CATEGORY_IS_OURS, saving: published('46') }),
  solution({ id: 'S3', name: 'Effective patient flow', category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE', note: CATEGORY_IS_OURS, saving: published('15') }),
  solution({ id: 'S4', name: 'Solent Acute Alliance', category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE', note: CATEGORY_IS_OURS, saving: published('165') }),
  solution({
    id: 'S5', name: 'North & Mid Hampshire', category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE',
    note: `${CATEGORY_IS_OURS} Another published figure for this line is £60m (nhsfunding.info/42); it is not used.`, saving: published('41'),
  }),
  solution({
    id: 'S6', name: 'Mental health alliance', category: 'PROVIDER_PRODUCTIVITY', setting: 'MENTAL_HEALTH', note: CATEGORY_IS_OURS, saving: published('28'),
  }),
  solution({
    id: 'S7', name: 'Digital', category: 'BACK_OFFICE', note: `${CATEGORY_IS_OURS} No category is for digital programmes; this is the nearest.`,
    saving: published('10'),
  }),
  solution({ id: 'S8', name: 'Estates', category: 'ESTATES', note: CATEGORY_IS_OURS, saving: published('24') }),
  solution({
    id: 'S9', name: 'New commissioning models', category: 'RIGHTCARE_QIPP',
    note: `${CATEGORY_IS_OURS} The source labels this line 2020; it is read as 2020/21.`, saving: published('104'),
  }),
  solution({
    id: 'S10', name: 'Unidentified savings (not attributed in the published list)', category: 'UNIDENTIFIED',
    note: 'Not a line of the plan: it is what the nine published lines leave of the gap.',
    saving: {
      millions: '134',
      source: `Derived: the gap of £577m less the nine published solution lines, £443m. ${SOURCE}`,
      date: 'November 2016',
      note: 'A subtraction of published figures. Nothing published says what these savings are.',
    },
  }),
];

export function hampshireIsleOfWight(): Scenario {
  return publishedPlan({
    id: 'hampshire-isle-of-wight',
    name: 'Hampshire & Isle of Wight',
    description:
      'The figures of the November 2016 plan as far as they are published: the gap of 2020/21 and nine solution lines. Whether the gap is the NHS alone or health ' +
      'and care is not stated (the press calls it healthcare). Books by body, earlier years, population and investment are not published and stay blank.',
    lines: [
      gapLine({
        id: 'do-nothing-gap',
        name: 'Do-nothing gap as published',
        gap: {
          ...published('577'),
          confidence: 'M',
          note: 'Scope not stated; press wording: healthcare. Quoted in secondary sources, hence medium confidence.',
        },
        note:
          'For context: funding is published to grow by £333m over the five years 2016/17 to 2020/21 (portsmouth.co.uk, article 1177620). ' +
          'How it relates to the gap is not published, so it is not in the sum.',
      }),
    ],
    savings: SAVINGS,
  });
}
