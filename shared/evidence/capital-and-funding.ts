import type { OutsideView } from './outside-view.ts';

const TREASURY = 'HM Treasury optimism bias upper bounds, PPP online (Affinitext)';

/** Capital asked for, allocated and paid; bounds of optimism bias; growth of allocations. */
export const CAPITAL_VIEWS: readonly OutsideView[] = [
  {
    id: 'capital-asked-bma',
    topic: 'capital',
    what: 'STP capital asked for, 37 of 44 footprints',
    period: 'February 2017',
    unit: '£m',
    planned: '9530',
    measures: 'What footprints said they needed.',
    notWhen: 'Seven footprints did not answer; another count names £14,300m.',
    source: 'BMA, 14 February 2017',
  },
  {
    id: 'capital-budget-2017',
    topic: 'capital',
    what: 'Capital for STP transformation, Autumn Budget 2017',
    period: 'to 2022/23',
    unit: '£m',
    achieved: '2600',
    measures: 'The part of the £3,500m that was for STPs; £700m was for trusts in difficulty and £200m for efficiency.',
    notWhen: 'To 2022/23, and not shared out by population.',
    source: 'Healthcare Leader, 22 November 2017',
  },
  {
    id: 'capital-mean-share',
    topic: 'capital',
    what: 'Mean share of a footprint',
    period: 'to 2022/23',
    unit: '£m',
    achieved: '59.1',
    derived: true,
    measures: '£2,600m over 44 footprints.',
    notWhen: 'Footprints differ in size by more than five times: use the share of population where it is known.',
    source: 'Derived from Healthcare Leader, 22 November 2017',
  },
  {
    id: 'capital-bids',
    topic: 'capital',
    what: 'Capital asked for and allocated in bids',
    period: '2017 to 2019',
    unit: '£m',
    planned: '8700',
    achieved: '2300',
    measures: 'About 360 bids; one in three succeeded.',
    notWhen: 'When another source is agreed in writing.',
    source: 'HSJ 7024398',
  },
  {
    id: 'capital-wave-4',
    topic: 'capital',
    what: 'Capital asked for and allocated, wave 4',
    period: 'December 2018',
    unit: '£m',
    planned: '8600',
    achieved: '963',
    measures: '314 bids in one wave.',
    notWhen: 'One wave; a bid may succeed in another.',
    source: 'HSJ 7024022',
  },
  {
    id: 'capital-paid',
    topic: 'capital',
    what: 'STP capital schemes: value and paid out',
    period: '2017 to 2023',
    unit: '£m',
    planned: '2700',
    achieved: '1200',
    measures: 'Of 143 schemes worth £2,700m, what had been paid by 2023.',
    notWhen: 'Looks back from 2023.',
    source: 'HSJ 7034794',
  },
  {
    id: 'capital-completed',
    topic: 'capital',
    what: 'STP capital schemes completed',
    period: '2017 to 2023',
    unit: 'schemes',
    planned: '143',
    achieved: '55',
    measures: '55 completed, 1 by other funds, 10 scrapped, 43 part-paid, 30 unpaid, 4 unknown.',
    notWhen: 'Looks back from 2023.',
    source: 'HSJ 7034794',
  },
  {
    id: 'bias-standard',
    topic: 'optimismBias',
    what: 'Standard building: capital cost above the first estimate, upper bound',
    period: 'as published',
    unit: '%',
    high: '24',
    measures: 'Starting bound for a standard building before mitigation; duration 4%.',
    notWhen: 'A scheme with a full business case has removed part of it, and says why.',
    source: TREASURY,
  },
  {
    id: 'bias-non-standard',
    topic: 'optimismBias',
    what: 'Non-standard building: capital cost above the first estimate, upper bound',
    period: 'as published',
    unit: '%',
    high: '51',
    measures: 'Starting bound for a non-standard building before mitigation; duration 39%.',
    notWhen: 'A scheme with a full business case has removed part of it, and says why.',
    source: TREASURY,
  },
  {
    id: 'capital-under-spend',
    topic: 'capital',
    what: 'Government capital spent below plan',
    period: 'to 2020',
    unit: '% a year',
    low: '3',
    high: '6',
    measures: 'Persistent under-spending of government capital budgets.',
    notWhen: 'All government departments, not health alone.',
    source: 'Institute for Government, Capital spending, February 2020',
  },
];

const CIPFA = 'CIPFA, Resource allocation, from NHS England, December 2015 and January 2016';

function allocation(year: string, growth: string, place: string): OutsideView[] {
  const shared = { topic: 'allocation', period: year, unit: '%', derived: true, source: CIPFA } as const;
  const notWhen = 'A place above or below its target share grows otherwise; later budgets moved these figures.';
  return [
    {
      id: `allocation-ccg-${year.replace('/', '-')}`,
      what: 'CCG allocations, growth, England',
      achieved: growth,
      measures: 'Growth of published CCG allocations.',
      notWhen,
      ...shared,
    },
    {
      id: `allocation-place-${year.replace('/', '-')}`,
      what: 'Place-based allocations, growth, England',
      achieved: place,
      measures: 'Growth of CCG, primary care and specialised allocations together.',
      notWhen,
      ...shared,
    },
  ];
}

export const ALLOCATION_VIEWS: readonly OutsideView[] = [
  ...allocation('2016/17', '3.41', '4.04'),
  ...allocation('2017/18', '2.09', '2.69'),
  ...allocation('2018/19', '2.03', '2.65'),
  ...allocation('2019/20', '2.16', '2.78'),
  ...allocation('2020/21', '3.8', '4.15'),
];

/** What people who had to deliver the plans thought of them. */
export const CONFIDENCE_VIEWS: readonly OutsideView[] = [
  {
    id: 'finance-directors-2017',
    topic: 'confidence',
    what: 'Finance directors not confident that cost improvement will be delivered',
    period: 'autumn 2017',
    unit: '%',
    achieved: '66',
    measures: 'Answers to a survey of finance directors.',
    notWhen: 'A survey of opinion at one moment.',
    source: 'HFMA, 5 December 2017',
  },
  {
    id: 'commissioners-22bn',
    topic: 'confidence',
    what: 'Commissioners not confident in the £22bn of efficiency',
    period: '2016',
    unit: '%',
    achieved: '79',
    measures: 'Survey of 350 members; 2% were confident.',
    notWhen: 'A survey of opinion at one moment, on the national figure.',
    source: 'HSJ 7002881',
  },
  {
    id: 'contingency-2016',
    topic: 'confidence',
    what: 'Plans with a quantified contingency, of nine read',
    period: 'November 2016',
    unit: 'plans',
    planned: '9',
    achieved: '1',
    measures: 'A review of nine plans whose savings come to £5.3bn.',
    notWhen: 'Nine plans of 44.',
    source: 'CIPFA, reported by Public Sector Executive, 21 November 2016',
  },
];

/** How 99 CCG leaders answered whether their plan would have the impact that it planned in 2017/18. They add to 99. */
export const CONFIDENCE_SURVEY = {
  what: 'Confidence of 99 CCG leaders that their plan will have its planned impact in 2017/18',
  period: 'November 2016',
  answers: [
    { level: 'very high', count: 0 },
    { level: 'high', count: 1 },
    { level: 'moderate', count: 33 },
    { level: 'low', count: 47 },
    { level: 'very low', count: 18 },
  ],
  measures: 'How many leaders gave each answer.',
  notWhen: 'Opinion at one moment, before any delivery; it is not a probability.',
  source: 'HSJ and PA Consulting barometer, HSJ 7012749',
} as const;
