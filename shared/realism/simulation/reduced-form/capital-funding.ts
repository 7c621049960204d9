import { yearAfter } from '../../../calendar/financial-year.ts';
import { fundingOrder, combinedOptimismBound } from '../../../engine/capital-funding.ts';
import { capitalNeededBy, figure, figuresBeyondHorizon, takesPart } from '../../../engine/frame.ts';
import { D, plus } from '../../../money/decimal.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { InputByYear } from '../../../scenario/input.ts';
import type { CapitalScheme } from '../../../scenario/schema.ts';
import type { CapitalSource } from '../../../scenario/vocabulary.ts';
import { slipInto } from './ramp.ts';
import { Cell, NIL, at, type Varying } from './cell.ts';
import type { Workings } from './workings.ts';

/** Pounds by which an amount may miss a threshold in the reduced form and still meet it: above what binary floats lose, far below a penny. */
export const SLACK = 0.001;

/** One capital scheme in the reduced form: its spend beyond the horizon, and whether it is funded (1) or not (0). */
export type CapitalPlanCells = {
  readonly scheme: CapitalScheme;
  readonly slip: Cell;
  /** Month from which it is in use, slippage included. */
  readonly opens: Cell;
  readonly outturn: Float64Array;
  readonly total: Cell;
  readonly funded: Cell;
  readonly reads: Varying;
};

/** The chance that a scheme is approved, and the cell that a draw sets to 1 or 0; schemes that are approved already, or state no chance, have none. */
export type Approval = { readonly scheme: CapitalScheme; readonly chance: number; readonly cell: Cell };

type Receipt = { readonly month: Cell; readonly proceeds: Cell };
/** One limited source: what it holds by year, and what is granted so far. */
type Account = {
  readonly envelopes: readonly (readonly (Cell | undefined)[])[];
  readonly receipts: readonly Receipt[];
  readonly granted: Float64Array;
};

/** Years that the longest slip of a scheme needs beyond its spend. */
function yearsSlipped(workings: Workings, slip: Cell): number {
  const ranged = workings.cells.ranged.find((each) => each.cell === slip);
  return Math.ceil(Math.max(slip.amount, ranged?.range.high ?? 0, 0) / 12) + 1;
}

/** Inputs by year as cells, to the last year that is entered even beyond the horizon. */
function cellsBeyondHorizon(workings: Workings, byYear: InputByYear): (Cell | undefined)[] {
  const { baseYear } = workings.frame.scenario;
  return figuresBeyondHorizon(workings.frame, byYear).map((_, year) => workings.cells.maybe(byYear[yearAfter(baseYear, year)]));
}

function optimismBiasOf(workings: Workings, scheme: CapitalScheme): Cell {
  const stated = scheme.optimismBias;
  if (stated === undefined) return NIL;
  const mitigation = workings.cells.of(stated.mitigation, DEFAULT_INPUTS.nil);
  const nonStandard = workings.cells.of(stated.nonStandardShare, DEFAULT_INPUTS.nil);
  const bound = workings.cells.maybe(stated.upperBound);
  const standardBound = combinedOptimismBound(new D(0)).toNumber();
  const nonStandardBound = combinedOptimismBound(new D(1)).toNumber();
  return workings.scalar([mitigation, nonStandard, bound], () => {
    const upper = bound?.amount ?? nonStandard.amount * nonStandardBound + (1 - nonStandard.amount) * standardBound;
    return upper * (1 - mitigation.amount);
  });
}

type Planned = Omit<CapitalPlanCells, 'funded'>;

function planOf(workings: Workings, scheme: CapitalScheme): Planned {
  const slip = workings.cells.of(scheme.slippageMonths, DEFAULT_INPUTS.noMonths);
  const month = workings.cells.of(scheme.operationalMonth, DEFAULT_INPUTS.noMonths);
  const bias = optimismBiasOf(workings, scheme);
  const costs = cellsBeyondHorizon(workings, scheme.baseCostByYear);
  const biased = new Float64Array(costs.length);
  const outturn = new Float64Array(costs.length + yearsSlipped(workings, slip));
  const total = new Cell(0, { varies: [bias, ...costs].some((cell) => cell?.varies === true) });
  const varies = workings.step([slip, bias, ...costs], () => {
    total.amount = 0;
    costs.forEach((cost, year) => {
      biased[year] = (cost?.amount ?? 0) * (1 + bias.amount);
      total.amount += at(biased, year);
    });
    slipInto(outturn, biased, slip.amount);
  });
  return { scheme, slip, opens: workings.scalar([slip, month], () => slip.amount + month.amount), outturn, total, reads: { varies } };
}

/** Accounts of the sources that are limited; land receipts stand in the year of their month (§19 (22)). */
function accountsOf(workings: Workings, years: number): Map<CapitalSource, Account> {
  const { frame, cells } = workings;
  const accounts = new Map<CapitalSource, { envelopes: (Cell | undefined)[][]; receipts: Receipt[]; granted: Float64Array }>();
  const accountOf = (source: CapitalSource) => {
    const account = accounts.get(source) ?? { envelopes: [], receipts: [], granted: new Float64Array(years) };
    accounts.set(source, account);
    return account;
  };
  for (const { source, amountByYear } of frame.scenario.capitalEnvelopes)
    if (takesPart(frame, 'capitalEnvelopes', source)) accountOf(source).envelopes.push(cellsBeyondHorizon(workings, amountByYear));
  for (const { id, disposal } of frame.scenario.capital) {
    if (disposal === undefined || !takesPart(frame, 'capital', id)) continue;
    const [month, proceeds] = [cells.of(disposal.month, DEFAULT_INPUTS.noMonths), cells.of(disposal.proceeds, DEFAULT_INPUTS.nil)];
    accountOf('LAND_RECEIPT').receipts.push({ month, proceeds });
  }
  return accounts;
}

/** What stands in an account in a year before anything is granted. */
function heldIn({ envelopes, receipts }: Account, year: number): number {
  let held = 0;
  for (const cells of envelopes) held += cells[year]?.amount ?? 0;
  for (const { month, proceeds } of receipts) if (Math.floor(month.amount / 12) === year) held += proceeds.amount;
  return held;
}

/** Shares of a scheme by source; a source that its mix names twice is asked once for both. */
function sharesOf(scheme: CapitalScheme): { source: CapitalSource; share: number }[] {
  const shares = new Map<CapitalSource, ReturnType<typeof figure>>();
  for (const { source, share } of scheme.funding) shares.set(source, plus(shares.get(source) ?? new D(0), figure(share)));
  return [...shares].map(([source, share]) => ({ source, share: share.toNumber() }));
}

/** Whether an account bears a need in every year, cumulatively: headroom of nil passes (model-spec §6.4, §19 (21)). */
function bears(account: Account, outturn: Float64Array, share: number): boolean {
  let headroom = 0;
  for (let year = 0; year < account.granted.length; year += 1) {
    headroom += heldIn(account, year) - at(account.granted, year) - share * at(outturn, year);
    if (headroom < -SLACK) return false;
  }
  return true;
}

/** Approvals that a draw decides: of schemes that are not approved yet and state a chance. */
function approvalsOf(schemes: readonly CapitalScheme[]): Approval[] {
  return schemes.flatMap((scheme) => {
    const chance = scheme.approvalChance === undefined || scheme.approval === 'APPROVED' ? 1 : figure(scheme.approvalChance).toNumber();
    return chance >= 1 ? [] : [{ scheme, chance, cell: new Cell(1, { varies: true }) }];
  });
}

/** One test, in its order: what the scheme waits for, and what it asks of each account that is limited. */
type Test = {
  readonly plan: CapitalPlanCells;
  readonly approval: Cell | undefined;
  readonly waitsFor: readonly (CapitalPlanCells | undefined)[];
  readonly needs: readonly { readonly account: Account; readonly share: number }[];
};

function testsOf(
  workings: Workings,
  plans: ReadonlyMap<string, CapitalPlanCells>,
  accounts: ReadonlyMap<CapitalSource, Account>,
  approvals: readonly Approval[],
): Test[] {
  return [...plans.values()].map((plan) => ({
    plan,
    approval: approvals.find(({ scheme }) => scheme.id === plan.scheme.id)?.cell,
    waitsFor: capitalNeededBy(workings.frame.scenario, plan.scheme.id, plan.scheme.capitalDependencies).map(({ id }) => plans.get(id)),
    needs: sharesOf(plan.scheme).flatMap(({ source, share }) => {
      const account = accounts.get(source);
      return account === undefined ? [] : [{ account, share }];
    }),
  }));
}

function grant({ plan, needs }: Test): void {
  for (const { account, share } of needs)
    for (let year = 0; year < plan.outturn.length; year += 1)
      account.granted[year] = at(account.granted, year) + share * at(plan.outturn, year);
}

/** Capital schemes in the order in which they are tried, with the approvals that a draw decides. */
export type CapitalCells = { readonly plans: ReadonlyMap<string, CapitalPlanCells>; readonly approvals: readonly Approval[] };

/**
 * The funding test of model-spec §6.4 in the reduced form, with the approval that a draw gives or withholds. All results vary where anything that any test reads
 * does: one scheme that slips may take another's money.
 */
export function capitalCells(workings: Workings): CapitalCells {
  const { frame } = workings;
  const taking = frame.scenario.capital.filter((scheme) => takesPart(frame, 'capital', scheme.id));
  const planned = fundingOrder(frame, taking).map((scheme) => planOf(workings, scheme));
  const approvals = approvalsOf(taking);
  const accounts = accountsOf(workings, Math.max(1, ...planned.map((plan) => plan.outturn.length)));
  const reads: Varying[] = [
    ...planned.map((plan) => plan.reads),
    ...approvals.map(({ cell }) => cell),
    ...[...accounts.values()].flatMap(({ envelopes, receipts }) => [
      ...envelopes.flat().filter((cell) => cell !== undefined),
      ...receipts.flatMap(({ month, proceeds }) => [month, proceeds]),
    ]),
  ];
  const varies = reads.some((each) => each.varies);
  const plans = new Map(planned.map((plan): [string, CapitalPlanCells] => [plan.scheme.id, { ...plan, funded: new Cell(0, { varies }) }]));
  const tests = testsOf(workings, plans, accounts, approvals);
  workings.step(reads, () => {
    for (const account of accounts.values()) account.granted.fill(0);
    for (const test of tests) {
      const isReady = test.approval?.amount !== 0 && test.waitsFor.every((needed) => needed?.funded.amount === 1);
      const passes = isReady && test.needs.every(({ account, share }) => bears(account, test.plan.outturn, share));
      test.plan.funded.amount = passes ? 1 : 0;
      if (passes) grant(test);
    }
  });
  return { plans, approvals };
}
