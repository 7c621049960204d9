import { figure, takesPart } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { RiskShare } from '../../../scenario/schema.ts';
import { SLACK } from './capital-funding.ts';
import type { PositionLists, Postings } from './postings.ts';
import { NIL, ONE_WHOLE, at, type Cell, type Workings } from './workings.ts';

type Totals = ReadonlyMap<string, readonly (ControlTotalCell | undefined)[]>;
/** A pre-PSF control total of one year: what is stated, less the year's full allocations where it is stated after PSF (§19 (4)). */
type ControlTotalCell = { readonly stated: Cell; readonly allocations: readonly Cell[] };

function controlTotalOf({ stated, allocations }: ControlTotalCell): number {
  let total = stated.amount;
  for (const allocation of allocations) total -= allocation.amount;
  return total;
}

function controlTotalCells({ frame, cells }: Workings): Totals {
  const totals = new Map<string, (ControlTotalCell | undefined)[]>();
  for (const total of frame.scenario.controlTotals) {
    if (!takesPart(frame, 'controlTotals', total.organisation)) continue;
    const supports = frame.scenario.support.filter(
      (support) => support.organisation === total.organisation && takesPart(frame, 'support', support.id),
    );
    const stated = frame.years.map((label, year): ControlTotalCell | undefined => {
      const amount = year === 0 ? undefined : cells.maybe(total.amountByYear[label]);
      if (amount === undefined) return undefined;
      const allocations = total.basis === 'PRE_PSF' ? [] : supports.map((support) => cells.maybe(support.allocationByYear[label]) ?? NIL);
      return { stated: amount, allocations };
    });
    const known = totals.get(total.organisation);
    totals.set(total.organisation, known === undefined ? stated : known.map((cell, year) => stated[year] ?? cell));
  }
  return totals;
}

/** One participant of an agreement in one year. */
type Member = { readonly place: number; readonly target: ControlTotalCell; readonly gainWeight: number; readonly lossWeight: number };
type Agreement = {
  readonly inScope: Cell;
  readonly deadBand: Cell;
  readonly cap: Cell | undefined;
  readonly membersByYear: readonly (readonly Member[])[];
};

/** Participants in a year; none where one of them has no target, and then nothing is shared. */
function membersIn(workings: Workings, postings: Postings, agreement: RiskShare, totals: Totals, year: number): Member[] {
  const label = workings.frame.years[year] ?? '';
  const members: Member[] = [];
  for (const participant of agreement.participants) {
    const own = workings.cells.maybe(participant.targetByYear[label]);
    const target = own === undefined ? totals.get(participant.organisation)?.[year] : { stated: own, allocations: [] };
    const start = postings.placeOf(participant.organisation);
    if (target === undefined || start === undefined) return [];
    const [gainWeight, lossWeight] = [figure(participant.gainWeight).toNumber(), figure(participant.lossWeight).toNumber()];
    members.push({ place: start + year, target, gainWeight, lossWeight });
  }
  return members;
}

function agreementsOf(workings: Workings, postings: Postings, totals: Totals): Agreement[] {
  const { frame, cells } = workings;
  const active = frame.scenario.riskShares.filter(
    (agreement) =>
      takesPart(frame, 'riskShares', agreement.id) &&
      agreement.participants.some((participant) => !figure(participant.gainWeight).isZero() || !figure(participant.lossWeight).isZero()),
  );
  return active.map((agreement) => ({
    inScope: cells.of(agreement.inScopeShare, DEFAULT_INPUTS.fullShare),
    deadBand: cells.of(agreement.deadBand, DEFAULT_INPUTS.nil),
    cap: cells.maybe(agreement.cap),
    membersByYear: frame.years.map((_, year) => (year === 0 ? [] : membersIn(workings, postings, agreement, totals, year))),
  }));
}

/** Transfers of one agreement in one year, on the positions that the one before left (model-spec §9.1). */
function share({ inScope, deadBand, cap }: Agreement, members: readonly Member[], tested: Float64Array, transfers: Float64Array): void {
  let pool = 0;
  for (const { place, target } of members) pool += at(tested, place) - controlTotalOf(target);
  pool *= inScope.amount;
  const size = Math.abs(pool);
  if (size - deadBand.amount < -SLACK) return;
  const capFactor = cap !== undefined && size > cap.amount ? cap.amount / size : 1;
  for (const { place, target, gainWeight, lossWeight } of members) {
    const variance = at(tested, place) - controlTotalOf(target);
    const transfer = capFactor * ((pool >= 0 ? gainWeight : lossWeight) * pool - inScope.amount * variance);
    transfers[place] = at(transfers, place) + transfer;
  }
}

/** PSF of one organisation in one year (model-spec §9.2). */
type Gate = {
  readonly place: number;
  readonly total: ControlTotalCell;
  readonly allocation: Cell;
  readonly finance: Cell;
  readonly access: Cell;
  readonly achieved: Cell;
};

function gatesOf({ frame, cells }: Workings, postings: Postings, totals: Totals): Gate[] {
  return frame.scenario.support.flatMap((support) => {
    const start = postings.placeOf(support.organisation);
    if (start === undefined || !takesPart(frame, 'support', support.id)) return [];
    const finance = cells.of(support.financeShare, DEFAULT_INPUTS.financeShare);
    const access = cells.of(support.accessShare, DEFAULT_INPUTS.accessShare);
    return frame.years.flatMap((label, year) => {
      const allocation = year === 0 ? undefined : cells.maybe(support.allocationByYear[label]);
      const total = totals.get(support.organisation)?.[year];
      if (allocation === undefined || total === undefined) return [];
      const achieved = cells.maybe(support.accessAchievedByYear[label]) ?? ONE_WHOLE;
      return [{ place: start + year, total, allocation, finance, access, achieved }];
    });
  });
}

/** A council, and its reserves at the start (model-spec §9.3). */
type Council = { readonly start: number; readonly opening: Cell; readonly minimum: Cell };

function councilsOf({ frame, cells }: Workings, postings: Postings): Council[] {
  return frame.scenario.organisations.flatMap((organisation) => {
    const start = postings.placeOf(organisation.id);
    if (start === undefined || !organisation.type.startsWith('COUNCIL') || !takesPart(frame, 'organisations', organisation.id)) return [];
    const stated = takesPart(frame, 'reserves', organisation.id)
      ? frame.scenario.reserves.find((reserves) => reserves.organisation === organisation.id)
      : undefined;
    return [{ start, opening: cells.of(stated?.opening, DEFAULT_INPUTS.nil), minimum: cells.of(stated?.minimum, DEFAULT_INPUTS.nil) }];
  });
}

/** Positions by organisation and year after steps 9 to 11, in the order of `PositionLists`. */
export type Settled = {
  readonly reported: Float64Array;
  readonly underlying: Float64Array;
  /** Position after risk-share and before PSF, without what control totals do not test. */
  readonly tested: Float64Array;
};
export type Settling = {
  readonly settled: Settled;
  /** Settles the positions as they stand. */
  readonly run: () => void;
  /** Pre-PSF control total of an organisation in a year, as it stands in this draw; undefined where none is entered. */
  readonly controlTotalIn: (organisation: string, year: number) => (() => number) | undefined;
};

/** Reserves of one council, drawn no lower than the minimum; a surplus is added. Both are taken from or given to reported. */
function settleCouncil({ start, opening, minimum }: Council, years: number, reported: Float64Array): void {
  let balance = opening.amount;
  for (let place = start + 1; place < start + years; place += 1) {
    const position = at(reported, place);
    const used = Math.min(Math.max(-position, 0), Math.max(balance - minimum.amount, 0));
    const added = Math.max(position, 0);
    balance += added - used;
    reported[place] = position + used - added;
  }
}

/** Steps 9 to 11 of model-spec §10 in the reduced form: risk-shares in listed order, the PSF gate, council reserves. */
export function settlingOf(workings: Workings, postings: Postings): Settling {
  const totals = controlTotalCells(workings);
  const agreements = agreementsOf(workings, postings, totals);
  const gates = gatesOf(workings, postings, totals);
  const councils = councilsOf(workings, postings);
  const size = postings.lists.beforeSupport.length;
  const lists = (): Float64Array => new Float64Array(size);
  const [transfers, reported, underlying, tested] = [lists(), lists(), lists(), lists()];
  const { psfIsRecurrent } = workings.frame.scenario.settings;
  const run = (): void => {
    startFrom(postings.lists, { tested, transfers });
    for (const agreement of agreements)
      for (const members of agreement.membersByYear) {
        if (members.length === 0) continue;
        share(agreement, members, tested, transfers);
        for (const { place } of members)
          tested[place] = at(postings.lists.beforeSupport, place) - at(postings.lists.untested, place) + at(transfers, place);
      }
    for (let place = 0; place < size; place += 1) {
      const position = at(postings.lists.beforeSupport, place) + at(transfers, place);
      reported[place] = position;
      underlying[place] = position - at(postings.lists.once, place);
    }
    for (const council of councils) settleCouncil(council, workings.length, reported);
    for (const { place, total, allocation, finance, access, achieved } of gates) {
      if (at(tested, place) - controlTotalOf(total) < -SLACK) continue;
      const earned = allocation.amount * (finance.amount + access.amount * achieved.amount);
      reported[place] = at(reported, place) + earned;
      if (psfIsRecurrent) underlying[place] = at(underlying, place) + earned;
    }
  };
  const controlTotalIn = (organisation: string, year: number): (() => number) | undefined => {
    const cell = totals.get(organisation)?.[year];
    return cell === undefined ? undefined : () => controlTotalOf(cell);
  };
  return { settled: { reported, underlying, tested }, run, controlTotalIn };
}

function startFrom(
  { beforeSupport, untested }: PositionLists,
  { tested, transfers }: { tested: Float64Array; transfers: Float64Array },
): void {
  transfers.fill(0);
  for (let place = 0; place < tested.length; place += 1) tested[place] = at(beforeSupport, place) - at(untested, place);
}
