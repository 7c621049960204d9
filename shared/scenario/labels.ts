/* The words of the field for what the schema names in code: fields and lists. Codes of the vocabulary have their words in vocabulary.ts. */

const FIELD_WORDS: Readonly<Record<string, string>> = {
  profile: '',
  inScopeShare: 'in-scope share',
  averagePayPerWte: 'average pay per WTE',
  averagePaySeries: 'growth series of average pay',
  signedOffBaseline: 'signed-off baseline',
  of: 'growth of several together',
  rateByYear: 'rate',
  grossFullYearEffect: 'gross full-year effect',
  shareByYear: 'share of the full-year effect',
  exitShareByYear: 'exit share',
  taperByYear: 'taper',
  explicitByYear: 'explicit amount',
  nonRecurrentByYear: 'non-recurrent amount',
  sharedShare: 'share of the smaller scheme that both claim',
  cashReleasingShare: 'cash-releasing share',
  implementationCostByYear: 'implementation cost',
  runningCostPerYear: 'running cost per year',
  lifeYears: 'asset life',
  loanTermYears: 'loan term',
  remainingLifeYears: 'remaining life',
  baseCostByYear: 'base cost',
  funding: 'funding mix',
  nonStandardShare: 'non-standard share',
  month: 'month of receipt',
  slippageMonths: 'slippage',
  mobilisationMonths: 'mobilisation',
  rampMonths: 'ramp',
  leadMonths: 'lead time',
  lagMonths: 'lag',
  fromOrganisation: 'from',
  toOrganisation: 'to',
  lengthOfStayDays: 'length of stay',
  deadBand: 'dead-band',
  allocationByYear: 'allocation',
  accessAchievedByYear: 'access standard achieved',
  targetByYear: 'target',
  amountByYear: 'amount',
  plannedByYear: 'planned saving',
  achievedByYear: 'saving achieved',
  recurrentByYear: 'recurrent part of the saving achieved',
  psfIsRecurrent: 'PSF is recurrent',
  pdcReform2020: 'loans become PDC in 2020/21',
  pdcDividendRate: 'PDC dividend rate',
  overProgrammingLimit: 'over-programming limit',
  capitalChargesDepreciationShare: 'depreciation part of capital charges',
  requiredAmber: 'required ÷ achieved, amber from',
  requiredRed: 'required ÷ achieved, red from',
  backLoadingAmber: 'back-loading, amber from',
  backLoadingRed: 'back-loading, red from',
  redAndUnidentifiedShare: 'red or unidentified part of the plan, asked from',
};

const LIST_NOUNS: Readonly<Record<string, string>> = {
  settings: 'settings',
  series: 'growth series',
  pools: 'cost pool',
  savings: 'savings scheme',
  declaredPairs: 'declared pair',
  capital: 'capital scheme',
  capitalEnvelopes: 'capital envelope',
  shifts: 'shift',
  stepGroups: 'step group',
  strandedSupport: 'stranded-cost support',
  prevention: 'prevention scheme',
  implementation: 'implementation cost',
  riskShares: 'risk share',
  support: 'support (STF or PSF)',
  controlTotals: 'control total',
  reserves: 'reserves',
  publishedFigures: 'published figure',
  ownRecord: 'own record',
  keptAssumptions: 'kept assumption',
  judgements: 'threshold of realism',
  deliveryByRating: 'delivery by rating',
  of: 'part of the growth',
  benefitSplit: 'share of the benefit',
  capitalDependencies: 'capital dependency',
  enables: 'saving that it enables',
  funding: 'funding source',
  investments: 'investment',
  beneficiaries: 'beneficiary',
  lagProfile: 'year of the lag profile',
  systemControlTotal: 'system control total',
  population: 'population',
  deflator: 'GDP deflator',
  workforce: 'average pay',
  ranges: 'range',
};

const knownWords = new Map(Object.entries(FIELD_WORDS));

/** A field of the schema in words: "gross full-year effect" for `grossFullYearEffect`; nothing where the field only groups others. */
export function fieldWords(field: string): string {
  const known = knownWords.get(field);
  if (known !== undefined) return known;
  const words = field
    .replace(/ByYear$/, '')
    .replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .trim();
  knownWords.set(field, words);
  return words;
}

/** What one object of a list is called: "savings scheme" for `savings`. */
export function nounOf(list: string): string {
  return LIST_NOUNS[list] ?? list.replace(/s$/, '');
}

/** Words as a sentence lists them: "a", "a and b", "a, b and c". Beyond `most`, the rest is counted. */
export function listed(words: readonly string[], { most = 8 }: { most?: number } = {}): string {
  const shown = words.length > most ? [...words.slice(0, most), `${String(words.length - most)} more`] : words;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** The text with its first letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
