import { ONE, ZERO, maximum, minus, plus, sum, times, type Decimal } from '../money/decimal.ts';
import type { ShiftScheme } from '../scenario/schema.ts';
import type { Capital } from './capital.ts';
import { figure, figuresByYear, takesPart, type Frame } from './frame.ts';
import { nilByYear, type Ledger } from './ledger.ts';
import type { SeriesRates } from './series.ts';
import { shiftActivity, stepRelease, type ShiftActivity, type StepRelease } from './shift-activity.ts';

/** The money of one shift, in pounds by year, index 0 = base year; costs and savings as positive sizes. */
export type ShiftOutcome = {
  readonly activity: ShiftActivity;
  readonly plannedTariff: readonly Decimal[];
  readonly plannedReprovision: readonly Decimal[];
  readonly headline: readonly Decimal[];
  readonly tariffSaved: readonly Decimal[];
  readonly variableReleased: readonly Decimal[];
  /** What the new provider spends, and what the commissioner pays it. */
  readonly reprovision: readonly Decimal[];
  readonly contractPaid: readonly Decimal[];
  /** Staff that the released and the new capacity stand for; undefined where the pay share or the average pay is blank. */
  readonly wteReleased: readonly Decimal[] | undefined;
  readonly wteNeeded: readonly Decimal[] | undefined;
};

/** Stranded cost of one provider over all its shifts and steps, and the support it gets, by year (§19 (31)). */
export type StrandedOutcome = {
  readonly stranded: readonly Decimal[];
  readonly support: readonly Decimal[];
  readonly paidBy: ReadonlyMap<string, readonly Decimal[]>;
};
export type Shifts = {
  readonly schemes: ReadonlyMap<string, ShiftOutcome>;
  readonly groups: ReadonlyMap<string, StepRelease>;
  /** Staff that the released steps of each group stand for, by year; undefined where the pay share or the average pay is blank. */
  readonly groupWteReleased: ReadonlyMap<string, readonly Decimal[] | undefined>;
  readonly stranded: ReadonlyMap<string, StrandedOutcome>;
};

type Context = { frame: Frame; series: SeriesRates; ledger: Ledger };

function multiply(units: readonly Decimal[], prices: readonly Decimal[]): Decimal[] {
  return units.map((unit, year) => times(unit, prices[year] ?? ZERO));
}

/** Average pay per WTE of an organisation by year, or undefined where it is blank. */
export function averagePay({ frame, series }: Pick<Context, 'frame' | 'series'>, organisation: string): Decimal[] | undefined {
  const found = frame.organisations.get(organisation);
  if (found?.averagePayPerWte === undefined) return undefined;
  const pay = figure(found.averagePayPerWte);
  return pay.isZero() ? undefined : series.levelOf(found.averagePaySeries).map((level) => times(pay, level));
}

function staff(
  cost: readonly Decimal[],
  payShare: ShiftScheme['variablePayShare'],
  pay: readonly Decimal[] | undefined,
): Decimal[] | undefined {
  if (payShare === undefined || pay === undefined) return undefined;
  return cost.map((amount, year) => times(amount, figure(payShare)).div(pay[year] ?? ONE));
}

function outcomeOf(context: Context, activity: ShiftActivity): ShiftOutcome {
  const { scheme } = activity;
  const plannedTariff = multiply(activity.planned, activity.tariff);
  const plannedReprovision = multiply(activity.plannedCapacity, activity.reprovisionCost);
  const variableReleased = multiply(activity.avoided, activity.variableCost);
  const reprovision = multiply(activity.capacity, activity.reprovisionCost);
  return {
    activity,
    plannedTariff,
    plannedReprovision,
    variableReleased,
    reprovision,
    headline: plannedTariff.map((tariff, year) => tariff.minus(plannedReprovision[year] ?? ZERO)),
    tariffSaved: multiply(activity.avoided, activity.tariff),
    contractPaid: multiply(activity.capacity, activity.contractPrice),
    wteReleased: staff(variableReleased, scheme.variablePayShare, averagePay(context, scheme.fromOrganisation)),
    wteNeeded: staff(reprovision, scheme.reprovisionPayShare, averagePay(context, scheme.toOrganisation)),
  };
}

/**
 * Posts one shift: the plan, what of it slips or fails, and what the old provider loses and releases. The plan stands at the commissioner, reprovision at cost
 * (§19 (37)); a contract price above or below cost is a matter of delivery.
 */
function postShift({ frame, ledger }: Context, outcome: ShiftOutcome): void {
  const { scheme, funded } = outcome.activity;
  const common = { source: scheme.id, setting: 'ACUTE', recurrent: true } as const;
  for (let year = 1; year <= frame.yearCount; year += 1) {
    const at = (amounts: readonly Decimal[]): Decimal => amounts[year] ?? ZERO;
    const moves = [
      {
        organisation: scheme.commissioner,
        category: 'tariff',
        plan: at(outcome.plannedTariff),
        actual: at(outcome.tariffSaved),
        between: true,
      },
      {
        organisation: scheme.commissioner,
        category: 'reprovision',
        plan: at(outcome.plannedReprovision).neg(),
        actual: at(outcome.contractPaid).neg(),
        between: true,
      },
      {
        organisation: scheme.toOrganisation,
        category: 'reprovision',
        plan: at(outcome.plannedReprovision),
        actual: at(outcome.contractPaid),
        between: true,
      },
      {
        organisation: scheme.toOrganisation,
        category: 'reprovisionCost',
        plan: at(outcome.plannedReprovision).neg(),
        actual: at(outcome.reprovision).neg(),
        between: false,
      },
    ];
    for (const { organisation, category, plan, actual, between } of moves) {
      ledger.post({ ...common, year, organisation, step: 'shiftHeadline', category, amount: plan, betweenMembers: between });
      ledger.post({
        ...common,
        year,
        organisation,
        step: funded ? 'shiftDelivery' : 'capitalNotAvailable',
        category,
        amount: actual.minus(plan),
        betweenMembers: between,
      });
    }
    ledger.post({
      ...common,
      year,
      organisation: scheme.fromOrganisation,
      step: 'tariffIllusionShift',
      category: 'tariff',
      amount: at(outcome.tariffSaved).neg(),
      betweenMembers: true,
    });
    ledger.post({
      ...common,
      year,
      organisation: scheme.fromOrganisation,
      step: 'tariffIllusionShift',
      category: 'variableReleased',
      amount: at(outcome.variableReleased),
      betweenMembers: false,
    });
  }
}

function postSteps({ frame, ledger }: Context, release: StepRelease): void {
  for (let year = 1; year <= frame.yearCount; year += 1) {
    ledger.post({
      year,
      organisation: release.group.organisation,
      step: 'tariffIllusionShift',
      category: 'stepReleased',
      source: release.group.id,
      setting: 'ACUTE',
      amount: release.costReleased[year] ?? ZERO,
      recurrent: true,
      betweenMembers: false,
    });
  }
}

/** Stranded cost of a provider: income lost less variable and step cost released, over all its shifts (§19 (31)). */
function strandedOf(frame: Frame, organisation: string, schemes: Iterable<ShiftOutcome>, groups: Iterable<StepRelease>): Decimal[] {
  const stranded = nilByYear(frame.yearCount);
  const add = (amounts: readonly Decimal[], sign: 1 | -1): void => {
    amounts.forEach((amount, year) => {
      stranded[year] = plus(stranded[year] ?? ZERO, sign === 1 ? amount : amount.neg());
    });
  };
  for (const outcome of schemes) {
    if (outcome.activity.scheme.fromOrganisation !== organisation) continue;
    add(outcome.tariffSaved, 1);
    add(outcome.variableReleased, -1);
  }
  for (const release of groups) if (release.group.organisation === organisation) add(release.costReleased, -1);
  return stranded;
}

/** Support for stranded cost: taper × max(0, stranded), paid by commissioners in proportion to the tariff that they saved; zero-sum (model-spec §7.2). */
function supportFor(
  { frame, ledger }: Context,
  organisation: string,
  stranded: readonly Decimal[],
  schemes: readonly ShiftOutcome[],
): StrandedOutcome {
  const stated = frame.scenario.strandedSupport.find(
    (support) => support.organisation === organisation && takesPart(frame, 'strandedSupport', organisation),
  );
  const taper = stated === undefined ? nilByYear(frame.yearCount) : figuresByYear(frame, stated.taperByYear);
  const own = schemes.filter((outcome) => outcome.activity.scheme.fromOrganisation === organisation);
  const payers = [...new Set(own.map((outcome) => outcome.activity.scheme.commissioner))];
  const support = nilByYear(frame.yearCount);
  const paidBy = new Map(payers.map((payer) => [payer, nilByYear(frame.yearCount)]));
  for (let year = 1; year <= frame.yearCount; year += 1) {
    const saved = sum(own.map((outcome) => outcome.tariffSaved[year] ?? ZERO));
    const amount = times(taper[year] ?? ZERO, maximum(stranded[year] ?? ZERO, ZERO));
    if (amount.isZero() || saved.isZero()) continue;
    support[year] = amount;
    const common = {
      year,
      step: 'tariffIllusionShift',
      category: 'strandedSupport',
      source: `stranded-${organisation}`,
      setting: 'ACUTE',
      recurrent: true,
      betweenMembers: true,
    } as const;
    ledger.post({ ...common, organisation, amount });
    for (const payer of payers) {
      const share = sum(
        own.filter((outcome) => outcome.activity.scheme.commissioner === payer).map((outcome) => outcome.tariffSaved[year] ?? ZERO),
      );
      const paid = times(amount, share).div(saved);
      (paidBy.get(payer) ?? [])[year] = paid;
      ledger.post({ ...common, organisation: payer, amount: paid.neg() });
    }
  }
  return { stranded, support, paidBy };
}

/** Step 6 of model-spec §10: every shift, the wards that close together, and the stranded cost that remains. */
export function shifts(frame: Frame, inputs: { series: SeriesRates; capital: Capital }, ledger: Ledger): Shifts {
  const context: Context = { frame, series: inputs.series, ledger };
  const schemes = new Map<string, ShiftOutcome>();
  for (const scheme of frame.scenario.shifts) {
    if (!takesPart(frame, 'shifts', scheme.id)) continue;
    const outcome = outcomeOf(context, shiftActivity(frame, inputs.series, inputs.capital, scheme));
    schemes.set(scheme.id, outcome);
    postShift(context, outcome);
  }
  const groups = new Map<string, StepRelease>();
  for (const group of frame.scenario.stepGroups) {
    if (!takesPart(frame, 'stepGroups', group.id)) continue;
    const members = [...schemes.values()].map((outcome) => outcome.activity).filter((activity) => activity.scheme.stepGroup === group.id);
    const release = stepRelease(frame, inputs.series, group, members);
    groups.set(group.id, release);
    postSteps(context, release);
  }
  const losers = new Set([...schemes.values()].map((outcome) => outcome.activity.scheme.fromOrganisation));
  const all = [...schemes.values()];
  const stranded = new Map(
    [...losers].map((organisation) => [
      organisation,
      supportFor(context, organisation, strandedOf(frame, organisation, all, groups.values()), all),
    ]),
  );
  const groupWteReleased = new Map(
    [...groups].map(([id, release]) => [
      id,
      staff(release.costReleased, release.group.payShare, averagePay(context, release.group.organisation)),
    ]),
  );
  return { schemes, groups, groupWteReleased, stranded };
}

/** Full-year effect of the shifts on each organisation: level at 31 March × 12 months, wards closed in March × 12, less in-year (model-spec §10). */
export function shiftExitEffect(frame: Frame, outcome: Shifts): Map<string, Decimal[]> {
  const effects = new Map<string, Decimal[]>();
  const add = (organisation: string, effectIn: (year: number) => Decimal): void => {
    const known = effects.get(organisation) ?? nilByYear(frame.yearCount);
    effects.set(
      organisation,
      known.map((total, year) => (year === 0 ? total : plus(total, effectIn(year)))),
    );
  };
  for (const each of outcome.schemes.values()) {
    const { scheme, avoidedAtExit, capacityAtExit, tariff, variableCost, reprovisionCost, contractPrice } = each.activity;
    // Once the ramp is full the level at 31 March is the year's own, and most years are such.
    const gap = (year: number, units: { atExit: readonly Decimal[]; inYear: readonly Decimal[] }, price: readonly Decimal[]): Decimal =>
      times(minus(units.atExit[year] ?? ZERO, units.inYear[year] ?? ZERO), price[year] ?? ZERO);
    const avoided = { atExit: avoidedAtExit, inYear: each.activity.avoided };
    const bought = { atExit: capacityAtExit, inYear: each.activity.capacity };
    const tariffGap = (year: number): Decimal => gap(year, avoided, tariff);
    const paidGap = (year: number): Decimal => gap(year, bought, contractPrice);
    add(scheme.commissioner, (year) => tariffGap(year).minus(paidGap(year)));
    add(scheme.toOrganisation, (year) => paidGap(year).minus(gap(year, bought, reprovisionCost)));
    add(scheme.fromOrganisation, (year) => gap(year, avoided, variableCost).minus(tariffGap(year)));
  }
  for (const release of outcome.groups.values()) {
    add(release.group.organisation, (year) =>
      times(release.stepsInMarch[year] ?? ZERO, release.stepCost[year] ?? ZERO).minus(release.costReleased[year] ?? ZERO),
    );
  }
  return effects;
}
