import { figure, takesPart } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { RiskShare } from '../../../scenario/schema.ts';
import { SLACK } from './capital-funding.ts';
import type { Postings } from './postings.ts';
import { ONE_WHOLE, at, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** Pre-PSF control totals of one organisation, and in which years one is entered. */
type ControlTotal = { readonly path: Path; readonly isStated: readonly boolean[] };
type Totals = ReadonlyMap<string, ControlTotal>;

/** Control totals by organisation: what is stated, less the year's full allocations where it is stated after PSF (§19 (4)). */
function controlTotalPaths(workings: Workings): Totals {
  const { frame, cells } = workings;
  const totals = new Map<string, ControlTotal>();
  for (const total of frame.scenario.controlTotals) {
    if (!takesPart(frame, 'controlTotals', total.organisation)) continue;
    const supports = frame.scenario.support.filter(
      ({ organisation, id }) => organisation === total.organisation && takesPart(frame, 'support', id),
    );
    const stated = frame.years.map((label, year) => (year === 0 ? undefined : cells.maybe(total.amountByYear[label])));
    const allocations = (total.basis === 'PRE_PSF' ? [] : supports).map(({ allocationByYear }) => workings.cellsByYear(allocationByYear));
    const known = totals.get(total.organisation);
    const path = workings.path([...stated, ...allocations.flat(), known?.path], (amounts) => {
      for (let year = 1; year < amounts.length; year += 1) {
        let amount = stated[year]?.amount ?? 0;
        for (const byYear of allocations) amount -= byYear[year]?.amount ?? 0;
        amounts[year] = stated[year] === undefined && known !== undefined ? at(known.path.amounts, year) : amount;
      }
    });
    totals.set(total.organisation, { path, isStated: stated.map((cell, year) => cell !== undefined || known?.isStated[year] === true) });
  }
  return totals;
}

/** One participant of an agreement in one year: where its position stands, and its target. */
type Member = {
  readonly place: number;
  readonly year: number;
  readonly target: Path;
  readonly gainWeight: number;
  readonly lossWeight: number;
};
type Agreement = {
  readonly inScope: Cell;
  readonly deadBand: Cell;
  readonly cap: Cell | undefined;
  readonly membersByYear: readonly (readonly Member[])[];
};

/** Participants in a year; none where one of them has no target, and then nothing is shared. */
function membersIn(
  workings: Workings,
  postings: Postings,
  agreement: RiskShare,
  { totals, year }: { totals: Totals; year: number },
): Member[] {
  const label = workings.frame.years[year] ?? '';
  const members: Member[] = [];
  for (const { organisation, targetByYear, gainWeight, lossWeight } of agreement.participants) {
    const total = totals.get(organisation);
    const target =
      targetByYear[label] === undefined ? (total?.isStated[year] === true ? total.path : undefined) : workings.pathOf(targetByYear);
    const start = postings.placeOf(organisation);
    if (target === undefined || start === undefined) return [];
    const weights = { gainWeight: figure(gainWeight).toNumber(), lossWeight: figure(lossWeight).toNumber() };
    members.push({ place: start + year, year, target, ...weights });
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
    membersByYear: frame.years.map((_, year) => (year === 0 ? [] : membersIn(workings, postings, agreement, { totals, year }))),
  }));
}

/** Transfers of one agreement in one year, on the positions that the one before left (model-spec §9.1): into `moved`, one a member; nil inside the dead-band. */
function share({ inScope, deadBand, cap }: Agreement, members: readonly Member[], tested: Float64Array, moved: Float64Array): void {
  let pool = 0;
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index];
    if (member === undefined) continue;
    const variance = (tested[member.place] ?? 0) - (member.target.amounts[member.year] ?? 0);
    moved[index] = inScope.amount * variance;
    pool += variance;
  }
  pool *= inScope.amount;
  const size = Math.abs(pool);
  const isInside = size - deadBand.amount < -SLACK;
  const factor = isInside ? 0 : cap !== undefined && size > cap.amount ? cap.amount / size : 1;
  for (let index = 0; index < members.length; index += 1) {
    const weight = (pool >= 0 ? members[index]?.gainWeight : members[index]?.lossWeight) ?? 0;
    moved[index] = factor * (weight * pool - (moved[index] ?? 0));
  }
}

/** PSF of one organisation in one year (model-spec §9.2). */
type Gate = {
  readonly place: number;
  readonly year: number;
  readonly total: Path;
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
      const total = totals.get(support.organisation);
      if (allocation === undefined || total?.isStated[year] !== true) return [];
      const achieved = cells.maybe(support.accessAchievedByYear[label]) ?? ONE_WHOLE;
      return [{ place: start + year, year, total: total.path, allocation, finance, access, achieved }];
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

/** Adds the transfers of every agreement to what is tested, one agreement on the other. */
function runAgreements(agreements: readonly Agreement[], tested: Float64Array, moved: Float64Array): void {
  for (const agreement of agreements) {
    for (const members of agreement.membersByYear) {
      share(agreement, members, tested, moved);
      for (let index = 0; index < members.length; index += 1) {
        const place = members[index]?.place ?? 0;
        tested[place] = (tested[place] ?? 0) + (moved[index] ?? 0);
      }
    }
  }
}

/** Steps 9 to 11 of model-spec §10 in the reduced form: risk-shares in listed order, the PSF gate, council reserves. */
export function settlingOf(workings: Workings, postings: Postings): Settling {
  const totals = controlTotalPaths(workings);
  const agreements = agreementsOf(workings, postings, totals);
  const gates = gatesOf(workings, postings, totals);
  const councils = councilsOf(workings, postings);
  const { beforeSupport, once, untested } = postings.lists;
  const lists = (): Float64Array => new Float64Array(beforeSupport.length);
  const [reported, underlying, tested] = [lists(), lists(), lists()];
  const moved = new Float64Array(Math.max(1, ...agreements.flatMap(({ membersByYear }) => membersByYear.map((members) => members.length))));
  const { psfIsRecurrent } = workings.frame.scenario.settings;
  const run = (): void => {
    for (let place = 0; place < tested.length; place += 1) tested[place] = (beforeSupport[place] ?? 0) - (untested[place] ?? 0);
    runAgreements(agreements, tested, moved);
    for (let place = 0; place < tested.length; place += 1) {
      const position = (tested[place] ?? 0) + (untested[place] ?? 0);
      reported[place] = position;
      underlying[place] = position - (once[place] ?? 0);
    }
    for (const council of councils) settleCouncil(council, workings.length, reported);
    for (const { place, year, total, allocation, finance, access, achieved } of gates) {
      if (at(tested, place) - at(total.amounts, year) < -SLACK) continue;
      const earned = allocation.amount * (finance.amount + access.amount * achieved.amount);
      reported[place] = at(reported, place) + earned;
      if (psfIsRecurrent) underlying[place] = at(underlying, place) + earned;
    }
  };
  const controlTotalIn = (organisation: string, year: number): (() => number) | undefined => {
    const total = totals.get(organisation);
    return total?.isStated[year] === true ? () => at(total.path.amounts, year) : undefined;
  };
  return { settled: { reported, underlying, tested }, run, controlTotalIn };
}
