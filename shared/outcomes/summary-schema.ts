import { z } from 'zod';

/* The summary of one projection, as the command line prints it and the contract carries it: JSON, amounts as decimal text. */

const text = z.string();
/** Pounds, rounded half-up to pence: "-21998486.19". Surplus positive. */
const pounds = z.string().regex(/^-?\d+\.\d{2}$/);
/** A share to six places: "0.963663". */
const share = z.string().regex(/^-?\d+\.\d{6}$/);
/** An overlap factor to ten places. */
const factor = z.string().regex(/^-?\d+\.\d{10}$/);
/** Activity, beds, staff: decimal text with a fixed number of places. */
const quantity = z.string().regex(/^-?\d+(\.\d+)?$/);
const byYear = <S extends z.ZodType>(item: S) => z.record(text, item);
const amounts = byYear(pounds);
const amountsOrNull = byYear(pounds.nullable());
const byId = <S extends z.ZodType>(item: S) => z.record(text, item);
/** Null where the object is left out because of a problem: `leftOut` says why. */
const unlessLeftOut = <S extends z.ZodType>(item: S) => byId(item.nullable());

/** Objects, as "savings:S2", that are left out and would belong here. */
const without = z.array(text);

const measures = {
  doNothing: amounts,
  headline: amounts,
  beforeSupport: amounts,
  reported: amounts,
  underlying: amounts,
  exitRunRate: amounts,
};
const settlement = { riskShare: amounts, support: amounts, reserves: amounts };

const systemSchema = z.strictObject({
  ...measures,
  ...settlement,
  basePosition: pounds.nullable(),
  cumulative: amounts,
  perHead: amountsOrNull,
  reportedReal: amounts,
  booksNotAgreed: amounts,
  without,
});

const organisationSchema = z.strictObject({
  name: text,
  type: text,
  regime: z.enum(['NHS_COMMISSIONER', 'NHS_PROVIDER', 'COUNCIL']),
  ...measures,
  ...settlement,
  basePosition: pounds.nullable(),
  /** Before PSF; null in a year without one. Variance: position tested less control total, favourable positive. */
  controlTotal: amountsOrNull,
  variance: amountsOrNull,
  /** Closing cash; null where opening cash is blank or the body is no NHS provider. Below nil it needs a support loan. */
  cash: amounts.nullable(),
  without,
});

const schemeSchema = z.strictObject({
  name: text,
  category: text,
  organisation: text,
  funded: z.boolean(),
  headline: amounts,
  timing: amounts,
  afterGate: amounts,
  afterOverlap: amounts,
  cashReleasing: amounts,
  deliverable: amounts,
  systemEffect: amounts,
});

const capitalSchema = z.strictObject({
  name: text,
  organisation: text,
  funded: z.boolean(),
  /** Why it is not funded. */
  refusal: text.nullable(),
  /** After optimism bias, over all years, whether or not it is funded. */
  outturn: pounds,
  spend: amounts,
  depreciation: amounts,
  pdcDividend: amounts,
  loanInterest: amounts,
  minimumRevenueProvision: amounts,
  runningCost: amounts,
  unitaryCharge: amounts,
  impairment: amounts,
  disposalProfit: amounts,
  netBookValue: amounts,
  loanOutstanding: amounts,
  relevantNetAssets: amounts,
  /** What the owner bears in all, as a cost: depreciation, dividend, interest, MRP, running costs, unitary charge, less charges removed. */
  total: amounts,
});

/** One source of capital, every year with money in it, also beyond the horizon. Headroom is cumulative, since money may be carried forward. */
const capitalSourceSchema = z.strictObject({
  envelope: amounts.nullable(),
  asked: amounts,
  funded: amounts,
  headroom: amounts.nullable(),
  overProgramming: share.nullable(),
});

const shiftSchema = z.strictObject({
  name: text,
  funded: z.boolean(),
  fromOrganisation: text,
  toOrganisation: text,
  commissioner: text,
  activity: byYear(quantity),
  capacity: byYear(quantity),
  headline: amounts,
  tariffSaved: amounts,
  variableReleased: amounts,
  reprovision: amounts,
  contractPaid: amounts,
  /** Price of a unit in each year. */
  tariff: amounts,
  variableCost: amounts,
  reprovisionCost: amounts,
  contractPrice: amounts,
  wteReleased: byYear(quantity).nullable(),
  wteNeeded: byYear(quantity).nullable(),
});

const shiftSystemSchema = z.strictObject({
  headline: amounts,
  tariffSaved: amounts,
  variableReleased: amounts,
  stepReleased: amounts,
  stranded: amounts,
  strandedSupport: amounts,
  reprovision: amounts,
  systemEffect: amounts,
  bedsFreed: byYear(quantity),
  wardsClosed: byYear(quantity),
});

/** Wards, or other capacity that closes only whole. */
const groupSchema = z.strictObject({
  name: text,
  organisation: text,
  bedsFreed: byYear(quantity),
  stepsInMarch: byYear(quantity),
  costReleased: amounts,
  stepCost: amounts,
  /** Beds that growth would have needed less beds freed; null where the base capacity is blank. */
  netCapacity: byYear(quantity).nullable(),
  /** What the released steps are, where base capacity tells: growth that need not be met, or wards that close. */
  releasedAs: byYear(z.enum(['avoided growth', 'closures']).nullable()),
  wteReleased: byYear(quantity).nullable(),
});
const strandedSchema = z.strictObject({ stranded: amounts, support: amounts, paidBy: byId(amounts) });

/** All shifts together, their wards, and the cost that they strand, beside the shifts by id. */
const shiftTotals = { system: shiftSystemSchema, groups: unlessLeftOut(groupSchema), stranded: byId(strandedSchema) };
const shiftsSchema = z
  .object(shiftTotals)
  .catchall(z.union([shiftSchema, shiftTotals.system, shiftTotals.groups, shiftTotals.stranded]).nullable());

const capitalSources = byId(capitalSourceSchema);
/** Capital schemes by id, and what each source was asked for and gave under `sources`. */
const capitalsSchema = z.object({ sources: capitalSources }).catchall(z.union([capitalSchema, capitalSources]).nullable());

const councilSchema = z.strictObject({
  name: text,
  /** Position after risk-share, before reserves. */
  before: amounts,
  reservesUsed: amounts,
  reservesAdded: amounts,
  reservesClosing: amounts,
  requiredMitigation: amounts,
  flag: byYear(z.enum(['balanced', 'reserves used', 's114 risk'])),
});

const supportSchema = z.strictObject({
  organisation: text,
  allocation: amounts,
  atStake: amounts,
  earned: amounts,
  /** Position tested less control total: at or above nil the gate is passed. */
  distanceToGate: amountsOrNull,
});

const checkSchema = z.strictObject({ id: text, holds: z.boolean(), detail: text });

const breakEvenSchema = z.strictObject({
  beforeSupport: share.nullable(),
  reported: share.nullable(),
  dependsOnSupport: z.boolean(),
  text,
  /** In words, why a share is null or beyond reach. */
  beforeSupportText: text,
  reportedText: text,
  assumed: share.nullable(),
  /** All other schemes, with unidentified savings at their own delivery; null where there are none. */
  unidentifiedHeld: share.nullable(),
  justBelow: pounds.nullable(),
  atSolution: pounds.nullable(),
  /** Position before support = constant + perDelivery × delivery. */
  constant: pounds.nullable(),
  perDelivery: pounds.nullable(),
});

export const summarySchema = z.strictObject({
  scenario: z.strictObject({
    name: text,
    footprint: text,
    baseYear: text,
    targetYear: text,
    horizonYear: text,
    illustrative: z.boolean(),
    fingerprint: text,
    deflatorVintage: text.nullable(),
  }),
  engine: text,
  years: z.array(text),
  system: systemSchema,
  organisations: unlessLeftOut(organisationSchema),
  bridge: byYear(z.array(z.strictObject({ bar: text, label: text, kind: z.enum(['position', 'change']), amount: pounds }))),
  schemes: unlessLeftOut(schemeSchema),
  /** Recurrent amounts of the do nothing, in their natural direction. */
  lines: unlessLeftOut(amounts),
  flows: unlessLeftOut(amounts),
  pools: unlessLeftOut(z.strictObject({ amount: amounts, factor: byYear(factor) })),
  capital: capitalsSchema,
  shifts: shiftsSchema,
  /** Whole-time equivalents of all shifts and wards; null in a year where a pay share or average pay is blank. */
  workforce: z.strictObject({ released: byYear(quantity.nullable()), needed: byYear(quantity.nullable()) }),
  prevention: unlessLeftOut(
    z.strictObject({ name: text, investment: amounts, benefit: amounts, cashReleasing: amounts, cashAfterHorizon: pounds }),
  ),
  riskShares: unlessLeftOut(z.strictObject({ name: text, pool: amountsOrNull, transfers: byId(amounts) })),
  support: unlessLeftOut(supportSchema),
  councils: unlessLeftOut(councilSchema),
  verdict: z.strictObject({
    text,
    /** Null where nothing could be computed; `controlTotal` also where nobody has a control total. */
    inYear: z.boolean().nullable(),
    controlTotal: z.boolean().nullable(),
    underlying: z.boolean().nullable(),
    unlawfulCouncilBudget: z.boolean().nullable(),
    controlTotalVariance: pounds.nullable(),
    /** Unidentified savings that the reported position of the target year counts as delivered. */
    unidentified: pounds.nullable(),
    notes: z.array(text),
  }),
  breakEven: breakEvenSchema,
  publishedFigures: byId(
    z.strictObject({
      name: text,
      measure: text,
      organisation: text.nullable(),
      year: text,
      published: pounds,
      computed: pounds.nullable(),
      difference: pounds.nullable(),
    }),
  ),
  checks: z.array(checkSchema),
  masterCheck: checkSchema,
  problems: z.array(z.strictObject({ id: text, path: text, text, severity: z.enum(['error', 'warning']) })),
  leftOut: z.array(z.strictObject({ object: text, reason: text })),
});

/** What one projection comes to, for programs: `footing project --json` prints it. */
export type Summary = z.infer<typeof summarySchema>;
