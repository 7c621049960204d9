import { DELIVERY_RATINGS, EVIDENCE_GRADES, MECHANISMS, RAMP_SHAPES, SAVINGS_CATEGORIES, SETTINGS } from '../scenario/vocabulary.ts';
import { SETTING_WORDS } from './fields-of-lines.ts';
import { choice, input, reference, text, type TableField } from './fields.ts';

/* The columns of a table of savings schemes (model-spec §5.1). */

const CATEGORY_WORDS: Readonly<Record<string, readonly string[]>> = {
  PROVIDER_PRODUCTIVITY: ['cip', 'productivity', 'cost improvement', 'efficiency'],
  CARTER: ['carter'],
  WORKFORCE_AGENCY: ['workforce', 'agency'],
  RIGHTCARE_QIPP: ['qipp', 'rightcare'],
  PRESCRIBING_CHC: ['prescribing', 'chc', 'medicines', 'medicines optimisation'],
  BACK_OFFICE: ['corporate', 'back office and corporate'],
  ESTATES: ['estate'],
  NEW_CARE_MODEL: ['new care model', 'care model', 'transformation'],
  ASC_DEMAND: ['demand management', 'social care demand', 'adult social care'],
  PREVENTION: [],
  INCOME: ['income generation', 'commercial income'],
  NON_RECURRENT: ['one off'],
  UNIDENTIFIED: ['unidentified', 'to be identified', 'tbc'],
};

const MECHANISM_WORDS: Readonly<Record<string, readonly string[]>> = {
  CASH_EXTERNAL: ['cash', 'cost reduction', 'cash releasing', 'external cash'],
  CONTRACT_REDUCTION: ['contract', 'qipp on a contract', 'reduction of contract'],
  INCOME_EXTERNAL: ['income', 'new income', 'external income'],
  TRANSFER: ['transfer between members', 'cost shift'],
};

export const PROFILE_KINDS = [...RAMP_SHAPES, 'CUSTOM', 'PROGRAMME', 'NON_RECURRENT'] as const;

const WHAT: readonly TableField[] = [
  text('id', 'Id', 'scheme id', 'ref', 'reference', 'code', 'scheme ref', 'scheme number'),
  {
    ...text('name', 'Scheme', 'name', 'scheme name', 'title', 'saving', 'initiative', 'project', 'cip', 'savings scheme', 'description'),
    isRequired: true,
  },
  reference('organisation', {
    label: 'Organisation',
    list: 'organisations',
    words: ['owner organisation', 'org', 'organization', 'body', 'trust', 'member', 'lead organisation'],
    isRequired: true,
  }),
  choice('category', {
    label: 'Category',
    codes: SAVINGS_CATEGORIES,
    words: ['savings category', 'type', 'theme', 'workstream'],
    means: CATEGORY_WORDS,
    isRequired: true,
  }),
  choice('mechanism', { label: 'Mechanism', codes: MECHANISMS, words: ['how it saves'], means: MECHANISM_WORDS, isRequired: true }),
  reference('counterparty', { label: 'Counterparty', list: 'organisations', words: ['payee', 'other member', 'other organisation'] }),
  choice('setting', { label: 'Setting', codes: SETTINGS, words: ['service setting', 'service'], means: SETTING_WORDS }),
  reference('programme', { label: 'Programme', list: 'programmes', words: ['programme name', 'program'] }),
];

const PROFILE: readonly TableField[] = [
  choice('profile.kind', {
    label: 'Profile',
    codes: PROFILE_KINDS,
    words: ['profile kind', 'shape', 'phasing', 'ramp shape'],
    means: { LINEAR: ['straight line', 'ramp'], S_CURVE: ['s curve'], STEP: ['at once'], CUSTOM: ['by year'] },
  }),
  input('profile.grossFullYearEffect', {
    label: 'Gross full-year effect',
    unit: '£',
    words: [
      'gross',
      'gross fye',
      'fye',
      'full year effect',
      'full year',
      'amount',
      'saving',
      'savings',
      'annual saving',
      'gross saving',
      'value',
      'plan',
      'target',
    ],
  }),
  {
    path: 'profile.startMonth',
    label: 'Start',
    words: ['start month', 'start date', 'starts', 'from', 'begins'],
    takes: { kind: 'month' },
  },
  input('profile.rampMonths', { label: 'Ramp', unit: 'months', words: ['ramp months', 'ramp up', 'ramp up months'] }),
  input('profile.shareByYear', {
    label: 'Share of the full-year effect',
    unit: 'share',
    words: ['share of fye', 'phasing'],
    isByYear: true,
  }),
  input('profile.exitShareByYear', { label: 'Exit share', unit: 'share', isByYear: true }),
  input('profile.rateByYear', {
    label: 'Programme rate',
    unit: 'rate',
    words: ['rate', 'cip rate', 'efficiency', 'target rate'],
    isByYear: true,
  }),
  input('profile.amountByYear', { label: 'Non-recurrent saving', unit: '£', words: ['one off saving'], isByYear: true }),
];

const STRENGTH: readonly TableField[] = [
  input('recurrentShare', { label: 'Recurrent share', unit: 'share', words: ['recurrent'] }),
  input('cashReleasingShare', { label: 'Cash-releasing share', unit: 'share', words: ['cash releasing', 'cash share'] }),
  input('releaseShare', { label: 'Release share', unit: 'share', words: ['release'] }),
  input('delivery', {
    label: 'Delivery',
    unit: 'share',
    words: ['delivery share', 'likelihood', 'confidence of delivery', 'risk adjusted share'],
  }),
  choice('rating', { label: 'Rating', codes: DELIVERY_RATINGS, words: ['rag', 'rag rating', 'delivery rating'] }),
  choice('valuedAt', { label: 'Valued at', codes: ['COST', 'TARIFF'] }),
  choice('priceBasis', { label: 'Price basis', codes: ['NOMINAL', 'REAL'] }),
];

const AROUND: readonly TableField[] = [
  reference('pool', { label: 'Cost pool', list: 'pools', words: ['pool', 'cost base'] }),
  reference('capitalDependencies', {
    label: 'Waits for capital',
    list: 'capital',
    words: ['capital dependencies', 'capital dependency', 'depends on', 'capital'],
    isList: true,
  }),
  input('mobilisationMonths', { label: 'Mobilisation', unit: 'months', words: ['mobilisation months'] }),
  input('slippageMonths', { label: 'Slippage', unit: 'months', words: ['slip', 'slippage months'] }),
  input('implementationCostByYear', {
    label: 'Implementation cost',
    unit: '£',
    words: ['cost to deliver', 'one off cost'],
    isByYear: true,
  }),
  input('runningCostPerYear', { label: 'Running cost per year', unit: '£', words: ['running cost', 'recurrent cost'] }),
  { path: 'benefitSplit', label: 'Benefit split', words: ['split', 'who gains'], takes: { kind: 'split' } },
  choice('evidenceGrade', { label: 'Evidence grade', codes: EVIDENCE_GRADES, words: ['evidence'] }),
  { path: 'qualityImpact', label: 'Quality impact', words: ['qia', 'affects quality'], takes: { kind: 'flag' } },
  { path: 'shortensStays', label: 'Shortens stays', words: ['length of stay'], takes: { kind: 'flag' } },
  text('owner', 'Owner', 'lead', 'owner role', 'responsible'),
  text('source', 'Source'),
  text('note', 'Note', 'notes', 'comment', 'comments'),
];

export const SAVINGS_FIELDS: readonly TableField[] = [...WHAT, ...PROFILE, ...STRENGTH, ...AROUND];
