import type { WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  EASTMERE_CCG,
  EASTMERE_COUNTY,
  EASTMERE_HOSPITALS,
  HARROWFEN_CCG,
  HARROWFEN_HOSPITAL,
  LODEWATER_CCG,
  LODEWATER_COUNCIL,
  REEDHOLM_TRUST,
  SOURCE,
  inEachYear,
  millionsByYear,
} from './sample-bodies.ts';
import { poundsOf, ranged } from './written-inputs.ts';

/* The sample system: its savings as submitted. The plan counts every scheme in full; each carries the range that the body's own record supports. */

type Scheme = NonNullable<WrittenScenario['savings']>[number];
type Range = { low: string; likely: string; high: string };

const OWNERS: Readonly<Record<string, string>> = {
  [EASTMERE_CCG]: 'Chief finance officer, Eastmere CCG',
  [LODEWATER_CCG]: 'Chief finance officer, Lodewater CCG',
  [HARROWFEN_CCG]: 'Chief finance officer, Harrowfen CCG',
  [EASTMERE_HOSPITALS]: 'Director of finance, Eastmere Hospitals',
  [HARROWFEN_HOSPITAL]: 'Director of finance, Harrowfen Hospital',
  [REEDHOLM_TRUST]: 'Director of finance, Reedholm',
  [EASTMERE_COUNTY]: 'Director of adult social services, Eastmere County Council',
  [LODEWATER_COUNCIL]: 'Director of adult social services, Lodewater Council',
};
/** Who answers for what an organisation owns, and where its figures come from. */
export const by = (organisation: string) => ({ organisation, owner: OWNERS[organisation], source: SOURCE });

/** What the plan counts, which is the whole, and what the record of the last three years says. */
export const countedInFull = (record: Range) => ({
  ...ranged(record), value: '1', note: 'The plan counts the whole. Likely: what was delivered of plan from 2015/16 to 2017/18.',
});

const cash = { mechanism: 'CASH_EXTERNAL' as const };
const split = (...weights: readonly (readonly [organisation: string, weight: string])[]) => ({
  benefitSplit: weights.map(([organisation, weight]) => ({ organisation, weight })),
});
const BY_COMMISSIONER = split([EASTMERE_CCG, '0.42'], [LODEWATER_CCG, '0.32'], [HARROWFEN_CCG, '0.26']);

/** The annual programme of a trust; the plan counts every pound of it as recurrent. */
const costImprovement = ({ id, name, organisation, ratePerYear, delivery }: { id: string; name: string; organisation: string; ratePerYear: string; delivery: Range }): Scheme => ({
  id, name, ...by(organisation), ...cash, category: 'PROVIDER_PRODUCTIVITY', programme: 'productive-hospitals', rating: 'GREEN',
  profile: { kind: 'PROGRAMME', rateByYear: inEachYear(ratePerYear, ratePerYear, ratePerYear) },
  recurrentShare: { ...ranged({ low: '0.65', likely: '0.76', high: '1' }), value: '1', note: 'The plan counts all of it as recurrent. Likely: the recurrent share of 2015/16 to 2017/18.' },
  delivery: countedInFull(delivery),
});

export const DECLARED_PAIRS: WrittenScenario['declaredPairs'] = [
  {
    id: 'planned-care', first: 'S13', second: 'S14', sharedShare: '0.4', note: 'Both count on fewer referrals from the same practices.',
  },
];

export const POOLS: WrittenScenario['pools'] = [
  { id: 'harrowfen-ward-pay', name: 'Ward pay of Harrowfen Hospital', kind: 'LINES', lines: ['harrowfen-pay', 'harrowfen-agency'], share: '0.35' },
];

const HOSPITAL_SAVINGS: Scheme[] = [
  costImprovement({
    id: 'S1', name: 'Cost improvement programme, Eastmere Hospitals', organisation: EASTMERE_HOSPITALS, ratePerYear: '0.016',
    delivery: { low: '0.68', likely: '0.78', high: '1' },
  }),
  costImprovement({
    id: 'S2', name: 'Cost improvement programme, Harrowfen Hospital', organisation: HARROWFEN_HOSPITAL, ratePerYear: '0.015',
    delivery: { low: '0.68', likely: '0.77', high: '1' },
  }),
  costImprovement({
    id: 'S3', name: 'Cost improvement programme, Reedholm', organisation: REEDHOLM_TRUST, ratePerYear: '0.016', delivery: { low: '0.73', likely: '0.81', high: '1' },
  }),
  {
    id: 'S4', name: 'Agency and locum spend, Eastmere Hospitals', ...by(EASTMERE_HOSPITALS), ...cash, category: 'WORKFORCE_AGENCY', setting: 'ACUTE',
    programme: 'productive-hospitals', rating: 'AMBER', profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('4.2'), startMonth: '12', rampMonths: '24' },
    delivery: countedInFull({ low: '0.5', likely: '0.75', high: '1' }),
  },
  {
    id: 'S5', name: 'Agency and rostering, Harrowfen Hospital', ...by(HARROWFEN_HOSPITAL), ...cash, category: 'WORKFORCE_AGENCY', setting: 'ACUTE',
    programme: 'productive-hospitals', rating: 'AMBER', pool: 'harrowfen-ward-pay',
    profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('2.9'), startMonth: '12', rampMonths: '18' },
    delivery: countedInFull({ low: '0.5', likely: '0.76', high: '1' }),
  },
  {
    id: 'S6', name: 'Length of stay, Harrowfen Hospital', ...by(HARROWFEN_HOSPITAL), ...cash, category: 'PROVIDER_PRODUCTIVITY', setting: 'ACUTE',
    programme: 'productive-hospitals', rating: 'AMBER', pool: 'harrowfen-ward-pay', shortensStays: true, evidenceGrade: 'EMERGING_POSITIVE',
    profile: { kind: 'S_CURVE', grossFullYearEffect: poundsOf('3.4'), startMonth: '18', rampMonths: '18' }, cashReleasingShare: '0.8',
    delivery: countedInFull({ low: '0.4', likely: '0.73', high: '1' }),
  },
  {
    id: 'S7', name: 'Elective centre: theatres and day surgery', ...by(EASTMERE_HOSPITALS), ...cash, category: 'CARTER', setting: 'ACUTE', programme: 'productive-hospitals',
    rating: 'AMBER', profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('8.4'), startMonth: '36', rampMonths: '6' }, capitalDependencies: ['C1'], cashReleasingShare: '0.85',
    delivery: countedInFull({ low: '0.4', likely: '0.7', high: '1' }),
  },
  {
    id: 'S8', name: 'Hospital medicines and procurement', ...by(EASTMERE_HOSPITALS), ...cash, category: 'CARTER', setting: 'ACUTE', programme: 'productive-hospitals',
    rating: 'GREEN', profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('4.9'), startMonth: '12', rampMonths: '24' }, cashReleasingShare: '0.95',
    ...split([EASTMERE_HOSPITALS, '0.75'], [HARROWFEN_HOSPITAL, '0.25']), delivery: countedInFull({ low: '0.75', likely: '0.86', high: '1' }),
  },
];

const SHARED_SERVICES: Scheme[] = [
  {
    id: 'S9', name: 'Shared back office and record', ...by(EASTMERE_HOSPITALS), ...cash, category: 'BACK_OFFICE', programme: 'shared-services', rating: 'AMBER',
    profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('6.4'), startMonth: '24', rampMonths: '12' }, capitalDependencies: ['C3'],
    ...split([EASTMERE_HOSPITALS, '0.5'], [HARROWFEN_HOSPITAL, '0.2'], [REEDHOLM_TRUST, '0.3']), delivery: countedInFull({ low: '0.4', likely: '0.7', high: '1' }),
    implementationCostByYear: millionsByYear('0.9', '0.7', '0.2'),
  },
  {
    id: 'S10', name: 'Fewer sites: estate given up for the hubs', ...by(REEDHOLM_TRUST), ...cash, category: 'ESTATES', programme: 'shared-services', rating: 'AMBER',
    profile: { kind: 'STEP', grossFullYearEffect: poundsOf('3.1'), startMonth: '33' }, capitalDependencies: ['C2'], mobilisationMonths: '3',
    delivery: countedInFull({ low: '0.5', likely: '0.77', high: '1' }),
  },
];

const COMMISSIONER_SAVINGS: Scheme[] = [
  {
    id: 'S11', name: 'Prescribing: best value and waste', ...by(EASTMERE_CCG), ...cash, category: 'PRESCRIBING_CHC', setting: 'PRIMARY', programme: 'right-care', rating: 'GREEN',
    profile: { kind: 'S_CURVE', grossFullYearEffect: poundsOf('8.9'), startMonth: '12', rampMonths: '24' }, ...BY_COMMISSIONER,
    delivery: countedInFull({ low: '0.7', likely: '0.86', high: '1' }),
  },
  {
    id: 'S12', name: 'Continuing healthcare: reviews and brokerage', ...by(LODEWATER_CCG), ...cash, category: 'PRESCRIBING_CHC', setting: 'COMMUNITY', programme: 'right-care',
    rating: 'AMBER', profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('4.2'), startMonth: '15', rampMonths: '21' }, ...BY_COMMISSIONER,
    delivery: countedInFull({ low: '0.55', likely: '0.8', high: '1' }),
  },
  {
    id: 'S13', name: 'RightCare pathways outside the system', ...by(HARROWFEN_CCG), ...cash, category: 'RIGHTCARE_QIPP', setting: 'ACUTE', programme: 'right-care', rating: 'AMBER',
    profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('4.3'), startMonth: '18', rampMonths: '18' }, cashReleasingShare: '0.85',
    ...split([EASTMERE_CCG, '0.3'], [LODEWATER_CCG, '0.3'], [HARROWFEN_CCG, '0.4']),
    delivery: countedInFull({ low: '0.4', likely: '0.75', high: '1' }),
  },
  {
    id: 'S14', name: 'Planned care demand: contract reduction', ...by(EASTMERE_CCG), category: 'RIGHTCARE_QIPP', setting: 'ACUTE', programme: 'right-care', rating: 'AMBER',
    mechanism: 'CONTRACT_REDUCTION', counterparty: EASTMERE_HOSPITALS, valuedAt: 'TARIFF', releaseShare: ranged({ low: '0.2', likely: '0.35', high: '0.6' }),
    profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('7.1'), startMonth: '18', rampMonths: '24' },
    delivery: countedInFull({ low: '0.3', likely: '0.73', high: '1' }),
  },
  {
    id: 'S15', name: 'New care model: complex patients in Lodewater', ...by(LODEWATER_CCG), category: 'NEW_CARE_MODEL', setting: 'ACUTE', programme: 'closer-to-home', rating: 'AMBER',
    mechanism: 'CONTRACT_REDUCTION', counterparty: EASTMERE_HOSPITALS, valuedAt: 'TARIFF', releaseShare: ranged({ low: '0.2', likely: '0.35', high: '0.6' }),
    profile: { kind: 'S_CURVE', grossFullYearEffect: poundsOf('5.6'), startMonth: '18', rampMonths: '24' }, runningCostPerYear: poundsOf('2.3'),
    evidenceGrade: 'EMERGING_POSITIVE', delivery: countedInFull({ low: '0.3', likely: '0.65', high: '1' }),
  },
];

const SOCIAL_CARE_SAVINGS: Scheme[] = [
  {
    id: 'S16', name: 'Strengths-based practice, Eastmere County', ...by(EASTMERE_COUNTY), ...cash, category: 'ASC_DEMAND', setting: 'SOCIAL_CARE', programme: 'closer-to-home',
    rating: 'AMBER', profile: { kind: 'CUSTOM', grossFullYearEffect: poundsOf('14.9'), shareByYear: inEachYear('0.25', '0.6', '1') }, cashReleasingShare: '0.95',
    delivery: countedInFull({ low: '0.5', likely: '0.76', high: '1' }),
  },
  {
    id: 'S17', name: 'Strengths-based practice, Lodewater', ...by(LODEWATER_COUNCIL), ...cash, category: 'ASC_DEMAND', setting: 'SOCIAL_CARE', programme: 'closer-to-home',
    rating: 'AMBER', profile: { kind: 'CUSTOM', grossFullYearEffect: poundsOf('7.1'), shareByYear: inEachYear('0.25', '0.6', '1') }, cashReleasingShare: '0.95',
    delivery: countedInFull({ low: '0.5', likely: '0.76', high: '1' }),
  },
  {
    id: 'S18', name: 'Extra care in place of residential care', ...by(EASTMERE_COUNTY), ...cash, category: 'ASC_DEMAND', setting: 'SOCIAL_CARE', programme: 'closer-to-home',
    rating: 'GREEN', profile: { kind: 'LINEAR', grossFullYearEffect: poundsOf('2.4'), startMonth: '30', rampMonths: '9' }, capitalDependencies: ['C4'],
    delivery: countedInFull({ low: '0.6', likely: '0.83', high: '1' }),
  },
];

/** Where each pound that nobody has found is expected to fall, as the plan states it. */
const WHERE_UNIDENTIFIED_FALLS = split(
  [EASTMERE_HOSPITALS, '0.62'], [HARROWFEN_HOSPITAL, '0.16'], [REEDHOLM_TRUST, '0.14'], [HARROWFEN_CCG, '0.08'],
);
export const UNIDENTIFIED = 'S20';

export const SAVINGS: WrittenScenario['savings'] = [
  ...HOSPITAL_SAVINGS,
  ...SHARED_SERVICES,
  ...COMMISSIONER_SAVINGS,
  ...SOCIAL_CARE_SAVINGS,
  {
    id: 'S19', name: 'Vacancies held and provisions released', ...by(EASTMERE_HOSPITALS), ...cash, category: 'NON_RECURRENT', rating: 'GREEN',
    profile: { kind: 'NON_RECURRENT', amountByYear: millionsByYear('4.2', '3.4', '0') }, delivery: countedInFull({ low: '0.8', likely: '0.95', high: '1' }),
    note: 'A bridge for two years. Nothing of it is left for 2020/21.',
  },
  {
    id: UNIDENTIFIED, name: 'Unidentified savings', ...by(EASTMERE_HOSPITALS), owner: 'System finance group', ...cash, category: 'UNIDENTIFIED', ...WHERE_UNIDENTIFIED_FALLS,
    profile: {
      kind: 'CUSTOM', shareByYear: inEachYear('0', '0.4', '1'),
      grossFullYearEffect: {
        value: '0', confidence: 'L',
        note: 'The balancing figure: what the named schemes leave short in 2020/21, worked out so that the plan as submitted comes to exactly nil.',
      },
    },
    delivery: {
      ...ranged({ low: '0', likely: '0', high: '1' }), value: '1', confidence: 'L',
      note: 'Counted as delivered because the submitted plan counts it, although no scheme stands behind it. The tool default for unidentified savings is 0%.',
    },
    note: 'Nobody has said where these savings come from.',
  },
];
