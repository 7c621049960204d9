import { COST_CATEGORIES, INCOME_CATEGORIES, LINE_CATEGORIES, ORGANISATION_TYPES, SETTINGS, labelOf } from '../scenario/vocabulary.ts';
import { choice, input, reference, text, type TableField } from './fields.ts';

/* The columns of a table of baseline lines, and of one from which a whole system is made. */

export const SETTING_WORDS = {
  ACUTE: ['hospital', 'secondary care'],
  COMMUNITY: ['community health', 'community services'],
  PRIMARY: ['primary care', 'gp'],
  MENTAL_HEALTH: ['mental'],
  SOCIAL_CARE: ['adult social care', 'asc'],
  PREVENTION: ['public health'],
  SPECIALISED: ['specialised commissioning'],
  OTHER: ['corporate', 'other corporate'],
} as const;

/** What people call the categories of lines. A line without a category is looked up here by its name. */
export const CATEGORY_WORDS: Readonly<Record<string, readonly string[]>> = {
  ALLOCATION: ['allocations', 'resource limit', 'revenue resource limit', 'ccg allocation'],
  EXTERNAL_CONTRACT: ['external contracts', 'contract income', 'other contracts', 'clinical income', 'patient care income'],
  COUNCIL_TAX: ['council tax income'],
  ASC_PRECEPT: ['precept', 'asc precept', 'social care precept'],
  GRANT: ['grants', 'government grant', 'public health grant'],
  IBCF: ['improved better care fund'],
  CLIENT_CONTRIBUTION: ['client contributions', 'client income', 'fees and charges'],
  STF_PSF: ['stf', 'psf', 'sustainability and transformation fund', 'provider sustainability fund'],
  DONATED: ['donations', 'donated income'],
  PAY: ['pay costs', 'staff', 'staff costs', 'staffing', 'employee costs', 'substantive pay', 'pay and pensions'],
  AGENCY: ['agency staff', 'agency pay', 'agency and bank'],
  DRUGS: ['drugs cost', 'drug costs', 'medicines'],
  CNST: ['clinical negligence', 'clinical negligence scheme for trusts', 'nhs resolution'],
  NON_PAY: ['nonpay', 'other non pay', 'supplies', 'supplies and services', 'other operating costs', 'other operating expenses'],
  CAPITAL_CHARGES: ['capital charge', 'depreciation and pdc', 'financing costs', 'depreciation'],
  PURCHASED_CARE: ['purchased healthcare', 'care packages', 'independent sector', 'residential care', 'home care'],
  PRESCRIBING: ['gp prescribing', 'primary care prescribing'],
  CHC: ['continuing healthcare', 'continuing health care'],
  CONTINGENCY: ['contingency reserve', 'reserve', 'reserves'],
  OTHER: ['other income', 'other costs', 'other expenditure', 'miscellaneous'],
};

const KIND_WORDS = {
  INCOME: ['inc', 'i', 'revenue', 'funding', 'in'],
  EXPENDITURE: ['exp', 'e', 'cost', 'costs', 'expense', 'expenses', 'spend', 'spending', 'out'],
} as const;

const KIND = choice('kind', {
  label: 'Income or expenditure',
  codes: ['INCOME', 'EXPENDITURE'],
  words: ['kind', 'income expenditure', 'i e', 'inc exp', 'kind of line', 'line type', 'income or cost'],
  means: KIND_WORDS,
  isRequired: true,
});

const AMOUNT_WORDS = [
  'amount',
  'base',
  'base year amount',
  'base year',
  'baseline',
  'baseline amount',
  'recurrent',
  'recurrent amount',
  'outturn',
  'budget',
  'forecast outturn',
  'annual budget',
  'value',
  'total',
];

const GROWTH: readonly TableField[] = [
  reference('volumeSeries', {
    label: 'Volume series',
    list: 'series',
    words: ['volume', 'volume grows by', 'volume growth', 'activity growth'],
  }),
  input('elasticity', { label: 'Elasticity', unit: 'share', words: ['follows'] }),
  reference('priceSeries', {
    label: 'Price series',
    list: 'series',
    words: ['price', 'price grows by', 'price growth', 'inflation', 'inflation series'],
  }),
  input('explicitByYear', { label: 'Explicit amount', unit: '£', words: ['explicit'], isByYear: true }),
  input('nonRecurrentByYear', {
    label: 'Non-recurrent amount',
    unit: '£',
    words: ['non recurrent', 'one off', 'nonrecurrent'],
    isByYear: true,
  }),
];

const NAME: TableField = {
  ...text('name', 'Line', 'name', 'line name', 'description', 'budget line', 'subjective', 'detail', 'heading'),
  isRequired: true,
};

const LINE: readonly TableField[] = [
  NAME,
  KIND,
  choice('category', {
    label: 'Category',
    codes: LINE_CATEGORIES,
    words: ['cost type', 'income type', 'type of line', 'subjective type'],
    means: CATEGORY_WORDS,
    isRequired: true,
  }),
  choice('setting', { label: 'Setting', codes: SETTINGS, words: ['service setting', 'service'], means: SETTING_WORDS }),
  { ...input('baseAmount', { label: 'Base amount', unit: '£', words: AMOUNT_WORDS }), isRequired: true },
  text('note', 'Note', 'notes', 'comment', 'comments'),
  ...GROWTH,
];

const ORGANISATION_WORDS = ['organisation name', 'organization', 'org', 'body', 'trust', 'member', 'provider', 'entity'];

/** Baseline lines of the scenario that is open. */
export const LINE_FIELDS: readonly TableField[] = [
  text('id', 'Id', 'line id', 'code', 'ref', 'reference'),
  reference('organisation', { label: 'Organisation', list: 'organisations', words: ORGANISATION_WORDS, isRequired: true }),
  ...LINE,
];

const TYPE_WORDS: Readonly<Record<string, readonly string[]>> = {
  CCG: ['commissioner', 'clinical commissioning group', 'icb'],
  NHSE_SPEC: ['specialised commissioning', 'nhse specialised', 'nhs england specialised', 'specialised'],
  NHSE_DIRECT: ['direct commissioning', 'nhse direct', 'nhs england direct', 'nhs england'],
  ACUTE: ['acute trust', 'hospital', 'hospitals', 'hospital trust', 'acute provider', 'provider acute'],
  COMMUNITY: ['community trust', 'community provider', 'community health trust'],
  MENTAL_HEALTH: ['mental health trust', 'mental health provider', 'mh'],
  AMBULANCE: ['ambulance trust', 'ambulance service'],
  INTEGRATED: ['integrated trust', 'integrated provider', 'combined trust'],
  COUNCIL: ['local authority', 'la', 'county council', 'borough council', 'unitary'],
  COUNCIL_ASC: ['adult social care', 'asc', 'social care'],
  COUNCIL_PH: ['public health', 'ph'],
};

export const TYPE_FIELD: TableField = choice('type', {
  label: 'Type of organisation',
  codes: ORGANISATION_TYPES,
  words: ['type', 'organisation type', 'org type', 'sector', 'body type'],
  means: TYPE_WORDS,
});

/** A column of amounts of one category: books often have a row for each organisation and a column for each kind of money. */
export type AmountColumn = {
  readonly path: string;
  readonly kind: 'INCOME' | 'EXPENDITURE';
  readonly category: string;
  readonly name: string;
};

const amountColumns = (kind: AmountColumn['kind'], categories: readonly string[]): AmountColumn[] =>
  categories.map((category) => ({
    path: `amountOf.${kind}.${category}`,
    kind,
    category,
    name: category !== 'OTHER' ? labelOf(category) : kind === 'INCOME' ? 'Other income' : 'Other costs',
  }));

export const AMOUNT_COLUMNS: readonly AmountColumn[] = [
  ...amountColumns('INCOME', INCOME_CATEGORIES),
  ...amountColumns('EXPENDITURE', COST_CATEGORIES),
];

const AMOUNT_FIELDS: readonly TableField[] = AMOUNT_COLUMNS.map(({ path, category, name }) =>
  input(path, { label: `${name} (amount)`, unit: '£', words: category === 'OTHER' ? [] : (CATEGORY_WORDS[category] ?? []) }),
);

/** Organisations with their baseline, from which a new scenario is made. */
export const SYSTEM_FIELDS: readonly TableField[] = [
  { ...text('organisation', 'Organisation', 'name', ...ORGANISATION_WORDS), isRequired: true },
  TYPE_FIELD,
  ...LINE.map((field) => (field === NAME ? { ...field, words: field.words.filter((word) => word !== 'name') } : field)),
  ...AMOUNT_FIELDS,
];
