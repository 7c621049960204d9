import { monthsInUse } from '../../../calendar/phasing.ts';
import { capitalNeededBy, deliveryInput, takesPart } from '../../../engine/frame.ts';
import { activePairs } from '../../../engine/overlap.ts';
import { ownersOf } from '../../../engine/savings.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { Pool, SavingsScheme } from '../../../scenario/schema.ts';
import type { Postings } from './postings.ts';
import { timingPaths, type TimingContext, type TimingPaths } from './savings-timing.ts';
import { NIL, ONE_WHOLE, at, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** A scheme after the capital gate (rung L2). */
type Gated = { readonly scheme: SavingsScheme; readonly timing: TimingPaths; readonly funded: Cell; readonly afterGate: Path };

/** Whether all capital that something needs is funded: 1 or 0. */
export function fundedCell(
  { workings, capital }: Pick<TimingContext, 'workings' | 'capital'>,
  waiting: { id: string; capitalDependencies: readonly string[] },
): Cell {
  const needed = capitalNeededBy(workings.frame.scenario, waiting.id, waiting.capitalDependencies).map(
    ({ id }) => capital.plans.get(id)?.funded,
  );
  if (needed.length === 0) return ONE_WHOLE;
  return workings.scalar(needed, () => (needed.every((funded) => funded?.amount === 1) ? 1 : 0));
}

function poolPath({ workings, doNothing }: TimingContext, pool: Pool): Path {
  if (pool.kind === 'AMOUNT') return workings.pathOf(pool.amountByYear);
  const share = workings.cells.of(pool.share, DEFAULT_INPUTS.fullShare);
  const lines = pool.lines.map((id) => doNothing.lines.get(id));
  return workings.path([share, ...lines], (amounts) => {
    for (let year = 0; year < amounts.length; year += 1) {
      let total = 0;
      for (const line of lines) total += line === undefined ? 0 : at(line.amounts, year);
      amounts[year] = total * share.amount;
    }
  });
}

/** φ of model-spec §5.4 for one year: what share of r₁ … rₙ is left when each pound is removed once. */
function overlapFactor(pool: number, amounts: readonly Path[], year: number): number {
  let [total, left, asking] = [0, 1, 0];
  for (const { amounts: asked } of amounts) {
    const amount = at(asked, year);
    if (amount === 0) continue;
    const share = Math.min(1, amount / pool);
    total += share;
    left *= 1 - share;
    asking += 1;
  }
  return asking <= 1 || total === 0 ? 1 : (1 - left) / total;
}

/** Amounts after pooling: each min(a, P) × φ; schemes of no pool keep what they have (§19 (13)). */
function afterPools(context: TimingContext, gated: readonly Gated[]): Map<string, Path> {
  const { workings } = context;
  const kept = new Map(gated.map(({ scheme, afterGate }) => [scheme.id, afterGate]));
  for (const pool of workings.frame.scenario.pools) {
    if (!takesPart(workings.frame, 'pools', pool.id)) continue;
    const held = poolPath(context, pool);
    const members = gated.filter(({ scheme }) => scheme.pool === pool.id);
    const asked = members.map(({ afterGate }) => afterGate);
    const factors = workings.path([held, ...asked], (amounts) => {
      for (let year = 0; year < amounts.length; year += 1) {
        const size = at(held.amounts, year);
        amounts[year] = size <= 0 ? 0 : overlapFactor(size, asked, year);
      }
    });
    for (const { scheme, afterGate } of members) {
      const path = workings.path([held, afterGate, factors], (amounts) => {
        for (let year = 0; year < amounts.length; year += 1) {
          const size = Math.max(at(held.amounts, year), 0);
          amounts[year] = Math.min(at(afterGate.amounts, year), size) * at(factors.amounts, year);
        }
      });
      kept.set(scheme.id, path);
    }
  }
  return kept;
}

/** Deductions for declared pairs, all at once on amounts after pooling; a scheme loses no more than it has (model-spec §5.4, §19 (14)). */
function afterPairs(workings: Workings, pooled: Map<string, Path>): Map<string, Path> {
  const none = workings.path([], () => undefined);
  const pairs = activePairs(workings.frame).map((pair) => ({
    ...pair,
    amounts: [pooled.get(pair.first) ?? none, pooled.get(pair.second) ?? none] as const,
    shared: workings.cells.of(pair.sharedShare, DEFAULT_INPUTS.nil),
  }));
  const kept = new Map(pooled);
  for (const [id, path] of pooled) {
    const own = pairs.filter((pair) => pair.first === id || pair.second === id);
    if (own.length === 0) continue;
    const reads = own.flatMap(({ amounts, shared }) => [...amounts, shared]);
    const left = workings.path(reads, (amounts) => {
      for (let year = 0; year < amounts.length; year += 1) {
        const amount = at(path.amounts, year);
        let deducted = 0;
        for (const pair of own) {
          const [first, second] = [at(pair.amounts[0].amounts, year), at(pair.amounts[1].amounts, year)];
          if (first + second !== 0) deducted += (pair.shared.amount * Math.min(first, second) * amount) / (first + second);
        }
        amounts[year] = amount - Math.min(deducted, amount);
      }
    });
    kept.set(id, left);
  }
  return kept;
}

/** The part of a delivered saving that the system keeps (model-spec §5.1, §19 (16)). */
function systemFactor(workings: Workings, scheme: SavingsScheme): Cell {
  if (scheme.mechanism === 'TRANSFER') return NIL;
  return scheme.mechanism === 'CONTRACT_REDUCTION' ? workings.cells.of(scheme.releaseShare, DEFAULT_INPUTS.releaseShare) : ONE_WHOLE;
}

/** What of a cash-releasing amount recurs and what does not. */
function split(
  workings: Workings,
  cash: Path,
  onceShare: TimingPaths['onceShare'],
): readonly { readonly path: Path; readonly kind: 'recurrent' | 'once' }[] {
  if (onceShare === 'none') return [{ path: cash, kind: 'recurrent' }];
  if (onceShare === 'all') return [{ path: cash, kind: 'once' }];
  const once = workings.path([cash, onceShare], (amounts) => {
    for (let year = 0; year < amounts.length; year += 1) amounts[year] = at(cash.amounts, year) * at(onceShare.amounts, year);
  });
  const recurrent = workings.path([cash, once], (amounts) => {
    for (let year = 0; year < amounts.length; year += 1) amounts[year] = at(cash.amounts, year) - at(once.amounts, year);
  });
  return [
    { path: recurrent, kind: 'recurrent' },
    { path: once, kind: 'once' },
  ];
}

/** Posts what a scheme delivers: the owner's side by its benefit split, and what the other member loses and releases. */
function postDelivered(
  workings: Workings,
  postings: Postings,
  { scheme, timing }: Gated,
  { cash, delivery }: { cash: Path; delivery: Cell },
): void {
  const { counterparty, mechanism } = scheme;
  const factor = systemFactor(workings, scheme);
  for (const { path, kind } of split(workings, cash, timing.onceShare)) {
    for (const { organisation, weight } of ownersOf(scheme))
      postings.post({ organisation, path, kind, share: delivery, weight: weight.toNumber() });
    if (counterparty === undefined || (mechanism !== 'CONTRACT_REDUCTION' && mechanism !== 'TRANSFER')) continue;
    const lost = workings.path([path, factor], (amounts) => {
      for (let year = 0; year < amounts.length; year += 1) amounts[year] = at(path.amounts, year) * (factor.amount - 1);
    });
    postings.post({ organisation: counterparty, path: lost, kind, share: delivery });
  }
}

/** Running and one-off costs at the owner, only if the capital is there (§19 (15)). */
function postCosts(workings: Workings, postings: Postings, { scheme, timing, funded }: Gated): void {
  const oneOff = workings.pathOf(scheme.implementationCostByYear);
  const annual = workings.cells.of(scheme.runningCostPerYear, DEFAULT_INPUTS.nil);
  const running = workings.path([annual, timing.start, funded], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1)
      amounts[year] = (funded.amount * annual.amount * monthsInUse(year, timing.start.amount)) / 12;
  });
  const implementation = workings.path([oneOff, funded], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) amounts[year] = funded.amount * at(oneOff.amounts, year);
  });
  postings.post({ organisation: scheme.organisation, path: running, kind: 'recurrent', weight: -1 });
  postings.post({ organisation: scheme.organisation, path: implementation, kind: 'once', weight: -1 });
}

function gatedOf(context: TimingContext, scheme: SavingsScheme): Gated {
  const timing = timingPaths(context, scheme);
  const funded = fundedCell(context, scheme);
  return { scheme, timing, funded, afterGate: context.workings.scaled(timing.effective, funded) };
}

/**
 * Steps 4 and 5 of model-spec §10 in the reduced form. Gives the delivery of each scheme, which is a cell of its own for every scheme, also where several take it
 * from their rating: each scheme draws (§19 (42)).
 */
export function addSavings(context: TimingContext, postings: Postings): ReadonlyMap<string, Cell> {
  const { workings } = context;
  const { frame, cells } = workings;
  const taking = frame.scenario.savings.filter((scheme) => takesPart(frame, 'savings', scheme.id));
  const gated = taking.map((scheme) => gatedOf(context, scheme));
  const kept = afterPairs(workings, afterPools(context, gated));
  const deliveries = new Map<string, Cell>();
  for (const each of gated) {
    const { scheme } = each;
    const delivery = cells.own(deliveryInput(frame.scenario, scheme), `savings.${scheme.id}.delivery`);
    deliveries.set(scheme.id, delivery);
    const cashShare = cells.of(scheme.cashReleasingShare, DEFAULT_INPUTS.fullShare);
    const cash = workings.scaled(kept.get(scheme.id) ?? each.afterGate, cashShare);
    postDelivered(workings, postings, each, { cash, delivery });
    postCosts(workings, postings, each);
  }
  for (const cost of frame.scenario.implementation) {
    if (!takesPart(frame, 'implementation', cost.id)) continue;
    const stated = workings.pathOf(cost.amountByYear);
    const charged = workings.path([stated], (amounts) => {
      for (let year = 1; year < amounts.length; year += 1) amounts[year] = at(stated.amounts, year);
    });
    postings.post({ organisation: cost.organisation, path: charged, kind: 'once', weight: -1 });
  }
  return deliveries;
}
