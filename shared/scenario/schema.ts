import { z } from 'zod';
import { byYear, identifier, input, longText, shortText, yearText } from './input.ts';
import {
  ASSET_CLASSES,
  CAPITAL_SOURCES,
  CONTRACT_TYPES,
  DELIVERY_RATINGS,
  EVIDENCE_GRADES,
  LINE_CATEGORIES,
  MECHANISMS,
  ORGANISATION_TYPES,
  RAMP_SHAPES,
  SAVINGS_CATEGORIES,
  SETTINGS,
} from './vocabulary.ts';

/* The whole scenario, model-spec §2 to §9. Shape and units are checked here; what the figures must satisfy (rules E and W of §15) is checked in
   validate, so that a scenario with problems still opens. Months are whole indexes, 0 = April of the base year. */

const list = <S extends z.ZodType>(item: S) => z.array(item).max(20_000).default([]);
/** A list that came with a later version: left out where there is none, so that what was written before it keeps its bytes and its fingerprint. */
const laterList = <S extends z.ZodType>(item: S) => z.array(item).max(20_000).optional();
const reference = identifier;
const named = { id: identifier, name: shortText, note: longText.optional() };
/** A role that answers for the object, such as "Director of finance"; and where the object as a whole comes from. */
const accountable = { owner: shortText.optional(), source: longText.optional() };

export const organisationSchema = z.strictObject({
  ...named,
  type: z.enum(ORGANISATION_TYPES),
  inScopeShare: input('share').optional(),
  openingCash: input('£').optional(),
  averagePayPerWte: input('£').optional(),
  averagePaySeries: reference.optional(),
  signedOffBaseline: z.strictObject({ position: input('£'), role: shortText, date: shortText.optional() }).optional(),
});

/** A growth series: rates by year; or growth of several together, (1 + a)(1 + b) − 1; or tariff, cost uplift less efficiency factor (model-spec §4). */
export const seriesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('RATES'), rateByYear: byYear('rate') }),
  z.strictObject({ ...named, kind: z.literal('COMPOUND'), of: z.array(reference).min(1).max(10) }),
  z.strictObject({ ...named, kind: z.literal('TARIFF'), costUplift: reference, efficiencyFactor: reference }),
]);

const growth = {
  volumeSeries: reference.optional(),
  elasticity: input('share').optional(),
  priceSeries: reference.optional(),
  explicitByYear: byYear('£').default({}),
  nonRecurrentByYear: byYear('£').default({}),
};

export const lineSchema = z.strictObject({
  ...named,
  organisation: reference,
  kind: z.enum(['INCOME', 'EXPENDITURE']),
  category: z.enum(LINE_CATEGORIES),
  setting: z.enum(SETTINGS).default('OTHER'),
  baseAmount: input('£'),
  ...growth,
});

export const flowSchema = z.strictObject({
  ...named,
  payer: reference,
  payee: reference,
  setting: z.enum(SETTINGS).default('OTHER'),
  contractType: z.enum(CONTRACT_TYPES),
  /** The payee's figure, which is the flow. */
  baseAmount: input('£'),
  /** The payer's own figure where the books do not agree (model-spec §3.3). */
  payerAmount: input('£').optional(),
  ...growth,
});

export const programmeSchema = z.strictObject({ ...named, ...accountable });

/** The cost that several schemes act on: lines of the do nothing, or a fraction of them, or an amount (model-spec §5.4). */
export const poolSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('LINES'), lines: z.array(reference).min(1).max(100), share: input('share') }),
  z.strictObject({ ...named, kind: z.literal('AMOUNT'), amountByYear: byYear('£') }),
]);

export const profileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(RAMP_SHAPES),
    grossFullYearEffect: input('£'),
    startMonth: input('months'),
    rampMonths: input('months').optional(),
  }),
  z.strictObject({
    kind: z.literal('CUSTOM'),
    grossFullYearEffect: input('£'),
    shareByYear: byYear('share'),
    exitShareByYear: byYear('share').default({}),
  }),
  z.strictObject({ kind: z.literal('PROGRAMME'), rateByYear: byYear('rate') }),
  z.strictObject({ kind: z.literal('NON_RECURRENT'), amountByYear: byYear('£') }),
]);

const waitsForCapital = {
  capitalDependencies: list(reference),
  mobilisationMonths: input('months').optional(),
  slippageMonths: input('months').optional(),
};

export const savingsSchema = z.strictObject({
  ...named,
  ...accountable,
  category: z.enum(SAVINGS_CATEGORIES),
  programme: reference.optional(),
  organisation: reference,
  setting: z.enum(SETTINGS).default('OTHER'),
  mechanism: z.enum(MECHANISMS),
  /** The other member: payee of the contract that is reduced, or the member that a transfer costs. */
  counterparty: reference.optional(),
  releaseShare: input('share').optional(),
  /** Whether the gross saving is counted at what is spent or at a tariff price; a tariff price is no cash (rule E12). */
  valuedAt: z.enum(['COST', 'TARIFF']).default('COST'),
  priceBasis: z.enum(['NOMINAL', 'REAL']).default('NOMINAL'),
  profile: profileSchema,
  recurrentShare: input('share').optional(),
  cashReleasingShare: input('share').optional(),
  delivery: input('share').optional(),
  rating: z.enum(DELIVERY_RATINGS).optional(),
  pool: reference.optional(),
  ...waitsForCapital,
  implementationCostByYear: byYear('£').default({}),
  runningCostPerYear: input('£').optional(),
  benefitSplit: list(z.strictObject({ organisation: reference, weight: input('share') })),
  evidenceGrade: z.enum(EVIDENCE_GRADES).optional(),
  qualityImpact: z.boolean().default(false),
  /** Whether the scheme works by shorter stays, which free the same beds as an activity shift (model-spec §5.4, last sentence). */
  shortensStays: z.boolean().default(false),
});

/** Two schemes that share part of the same saving: θ of the smaller counts once (model-spec §5.4, second kind). */
export const declaredPairSchema = z.strictObject({
  id: identifier,
  first: reference,
  second: reference,
  sharedShare: input('share'),
  note: longText.optional(),
});

export const capitalSchema = z.strictObject({
  ...named,
  ...accountable,
  organisation: reference,
  programme: reference.optional(),
  regime: z.enum(['NHS', 'COUNCIL']).optional(),
  assetClass: z.enum(ASSET_CLASSES).default('BUILDING'),
  lifeYears: input('years').optional(),
  baseCostByYear: byYear('£').default({}),
  optimismBias: z
    .strictObject({
      upperBound: input('share').optional(),
      nonStandardShare: input('share').optional(),
      mitigation: input('share').optional(),
    })
    .optional(),
  operationalMonth: input('months'),
  slippageMonths: input('months').optional(),
  runningCostPerYear: input('£').optional(),
  unitaryChargeByYear: byYear('£').default({}),
  impairmentByYear: byYear('£').default({}),
  funding: list(z.strictObject({ source: z.enum(CAPITAL_SOURCES), share: input('share') })),
  loanRate: input('rate').optional(),
  loanTermYears: input('years').optional(),
  priority: input('rank').optional(),
  approval: z.enum(['OUTLINE', 'SUBMITTED', 'APPROVED']).default('OUTLINE'),
  approvalChance: input('share').optional(),
  capitalDependencies: list(reference),
  enables: list(reference),
  disposal: z
    .strictObject({ proceeds: input('£'), netBookValue: input('£'), month: input('months'), remainingLifeYears: input('years').optional() })
    .optional(),
});

export const envelopeSchema = z.strictObject({ source: z.enum(CAPITAL_SOURCES), amountByYear: byYear('£'), note: longText.optional() });

export const shiftSchema = z.strictObject({
  ...named,
  ...accountable,
  programme: reference.optional(),
  fromOrganisation: reference,
  toOrganisation: reference,
  commissioner: reference,
  pointOfDelivery: shortText,
  activityPerYear: input('units'),
  startMonth: input('months'),
  rampMonths: input('months').optional(),
  shape: z.enum(RAMP_SHAPES).default('LINEAR'),
  delivery: input('share').optional(),
  ...waitsForCapital,
  tariffPerUnit: input('£'),
  tariffSeries: reference.optional(),
  priceRealisation: input('share').optional(),
  variableCostPerUnit: input('£'),
  variableCostSeries: reference.optional(),
  variablePayShare: input('share').optional(),
  lengthOfStayDays: input('days').optional(),
  occupancy: input('share').optional(),
  stepGroup: reference.optional(),
  reprovisionCostPerUnit: input('£'),
  reprovisionSeries: reference.optional(),
  reprovisionPayShare: input('share').optional(),
  /** What the commissioner pays the new provider a unit, where it differs from cost. */
  contractPricePerUnit: input('£').optional(),
  leadMonths: input('months').optional(),
  backfillShare: input('share').optional(),
});

/** Wards or clinics that close only whole, and whose capacity is pooled over shifts before the floor (model-spec §7.2). */
export const stepGroupSchema = z.strictObject({
  ...named,
  organisation: reference,
  stepSize: input('beds').optional(),
  stepCostPerYear: input('£').optional(),
  costSeries: reference.optional(),
  lagMonths: input('months').optional(),
  payShare: input('share').optional(),
  baseCapacity: input('beds').optional(),
  capacityGrowthSeries: reference.optional(),
  payLine: reference.optional(),
});

export const strandedSupportSchema = z.strictObject({ organisation: reference, taperByYear: byYear('share') });

export const preventionSchema = z.strictObject({
  ...named,
  ...accountable,
  programme: reference.optional(),
  investments: list(z.strictObject({ organisation: reference, amountByYear: byYear('£') })),
  /** Benefit per £ in the first, second … year, starting with the year of spend. */
  lagProfile: z.array(input('ratio')).max(30).optional(),
  cashReleasingShare: input('share').optional(),
  beneficiaries: list(z.strictObject({ organisation: reference, weight: input('share') })),
  /** A published return on investment. It is refused as a profile (rule E11), and kept so that the refusal can show it. */
  returnOnInvestment: input('ratio').optional(),
});

export const riskShareSchema = z.strictObject({
  ...named,
  ...accountable,
  participants: list(
    z.strictObject({
      organisation: reference,
      gainWeight: input('share'),
      lossWeight: input('share'),
      targetByYear: byYear('£').default({}),
    }),
  ),
  inScopeShare: input('share').optional(),
  deadBand: input('£').optional(),
  cap: input('£').optional(),
  /** The section 75, 76 or 256 agreement that a council's part stands on. */
  legalRoute: shortText.optional(),
});

/** STF or PSF of one organisation (model-spec §9.2). */
export const supportSchema = z.strictObject({
  id: identifier,
  organisation: reference,
  allocationByYear: byYear('£'),
  financeShare: input('share').optional(),
  accessShare: input('share').optional(),
  accessAchievedByYear: byYear('share').default({}),
  note: longText.optional(),
});

export const controlTotalSchema = z.strictObject({
  organisation: reference,
  amountByYear: byYear('£'),
  basis: z.enum(['PRE_PSF', 'POST_PSF']).default('PRE_PSF'),
  note: longText.optional(),
});
export const reservesSchema = z.strictObject({ organisation: reference, opening: input('£'), minimum: input('£') });
export const implementationSchema = z.strictObject({ ...named, ...accountable, organisation: reference, amountByYear: byYear('£') });

/** A figure published elsewhere that the run is held against; nothing is forced to meet it. */
export const publishedFigureSchema = z.strictObject({
  ...named,
  measure: z.enum(['doNothing', 'headline', 'beforeSupport', 'reported', 'underlying']),
  organisation: reference.optional(),
  year: yearText,
  amount: input('£'),
});

/** What an organisation planned to save in past years and what it saved: its own record, which comes before any national figure (model-spec §5.5, §11.1). */
export const ownRecordSchema = z.strictObject({
  organisation: reference,
  plannedByYear: byYear('£').default({}),
  achievedByYear: byYear('£').default({}),
  /** The part of what was achieved that recurs, where it is known. */
  recurrentByYear: byYear('£').default({}),
  note: longText.optional(),
});

/** A question of the tests of realism that was answered with a reason instead of a change; the reason is printed in the paper. */
export const keptAssumptionSchema = z.strictObject({
  id: identifier,
  /** The key of the question, such as "capital-unfunded:C2". */
  question: shortText,
  reason: longText,
  owner: shortText.optional(),
  date: shortText.optional(),
});

/** Thresholds that no national standard gives (model-spec §11, [J]); blank is the tool's own, in defaults.ts. */
const judgementsSchema = z.strictObject({
  requiredAmber: input('ratio').optional(),
  requiredRed: input('ratio').optional(),
  backLoadingAmber: input('ratio').optional(),
  backLoadingRed: input('ratio').optional(),
  redAndUnidentifiedShare: input('ratio').optional(),
  recurrentShare: input('ratio').optional(),
});

export const scenarioSchema = z.strictObject({
  name: shortText,
  description: longText.optional(),
  footprint: z.strictObject({ id: identifier, name: shortText }),
  baseYear: yearText,
  targetYear: yearText,
  horizonYear: yearText,
  baselineBasis: z.enum(['OUTTURN', 'FORECAST_OUTTURN', 'PLAN']).default('OUTTURN'),
  baselineStartsFrom: z.enum(['UNDERLYING', 'REPORTED']).default('UNDERLYING'),
  illustrative: z.boolean().default(false),
  validUntil: shortText.optional(),
  settings: z
    .strictObject({
      psfIsRecurrent: z.boolean().default(false),
      pdcReform2020: z.boolean().default(false),
      pdcDividendRate: input('rate').optional(),
      overProgrammingLimit: input('share').optional(),
      capitalChargesDepreciationShare: input('share').optional(),
      deliveryByRating: z.partialRecord(z.enum(DELIVERY_RATINGS), input('share')).default({}),
    })
    .prefault({}),
  simulation: z
    .strictObject({
      seed: z.int().min(0).max(4_294_967_295).default(20201),
      draws: z.int().min(1000).max(1_000_000).default(10_000),
      correlation: input('share').optional(),
    })
    .prefault({}),
  deflator: z.strictObject({ vintage: shortText.optional(), rateByYear: byYear('rate') }).prefault({ rateByYear: {} }),
  populationByYear: byYear('persons').default({}),
  systemControlTotalByYear: byYear('£').default({}),
  organisations: list(organisationSchema),
  series: list(seriesSchema),
  lines: list(lineSchema),
  flows: list(flowSchema),
  programmes: list(programmeSchema),
  pools: list(poolSchema),
  savings: list(savingsSchema),
  declaredPairs: list(declaredPairSchema),
  capital: list(capitalSchema),
  capitalEnvelopes: list(envelopeSchema),
  shifts: list(shiftSchema),
  stepGroups: list(stepGroupSchema),
  strandedSupport: list(strandedSupportSchema),
  prevention: list(preventionSchema),
  implementation: list(implementationSchema),
  riskShares: list(riskShareSchema),
  support: list(supportSchema),
  controlTotals: list(controlTotalSchema),
  reserves: list(reservesSchema),
  publishedFigures: list(publishedFigureSchema),
  ownRecord: laterList(ownRecordSchema),
  keptAssumptions: laterList(keptAssumptionSchema),
  /** Thresholds of the tests of realism in place of the tool's own. */
  judgements: judgementsSchema.optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as it may be written by hand: bare values, and lists and settings left out. */
export type WrittenScenario = z.input<typeof scenarioSchema>;
export type Organisation = z.infer<typeof organisationSchema>;
export type Series = z.infer<typeof seriesSchema>;
export type Line = z.infer<typeof lineSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Pool = z.infer<typeof poolSchema>;
export type SavingsScheme = z.infer<typeof savingsSchema>;
export type DeclaredPair = z.infer<typeof declaredPairSchema>;
export type CapitalScheme = z.infer<typeof capitalSchema>;
export type ShiftScheme = z.infer<typeof shiftSchema>;
export type StepGroup = z.infer<typeof stepGroupSchema>;
export type PreventionScheme = z.infer<typeof preventionSchema>;
export type RiskShare = z.infer<typeof riskShareSchema>;
export type OwnRecordEntry = z.infer<typeof ownRecordSchema>;
export type Judgement = keyof z.infer<typeof judgementsSchema>;
export type KeptAssumption = z.infer<typeof keptAssumptionSchema>;
export type Support = z.infer<typeof supportSchema>;
