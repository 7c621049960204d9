import { fullLevel, monthCount, type Ramp } from '../../../calendar/phasing.ts';
import { takesPart } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { Input } from '../../../scenario/input.ts';
import type { ShiftScheme, StepGroup } from '../../../scenario/schema.ts';
import type { Postings } from './postings.ts';
import { rampPath, startCell, type TimingContext } from './savings-timing.ts';
import { fundedCell } from './savings.ts';
import { at, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

const DAYS = 365;
/** Guards a capacity that is an exact multiple of the step (model-spec §1.5.2). */
const STEP_GUARD = 1e-9;

/** The money of one shift by year, and the beds that it frees month by month (model-spec §7.2). */
type ShiftPaths = {
  readonly scheme: ShiftScheme;
  readonly tariff: Path;
  readonly variable: Path;
  /** Beds freed by month, from `lag` months before April of the base year, once a group asks for them. */
  readonly bedsByMonth: (lag: Cell) => MonthlyBeds;
};
type MonthlyBeds = { readonly beds: Float64Array; readonly varies: boolean };

/** A price in the prices of each year, with what it is reduced by. */
function priced(workings: Workings, price: Cell, levels: Path, factor?: (share: Cell) => number, share?: Cell): Path {
  return workings.path([price, levels, share], (amounts) => {
    const unit = price.amount * (share === undefined || factor === undefined ? 1 : factor(share));
    for (let year = 0; year < amounts.length; year += 1) amounts[year] = unit * at(levels.amounts, year);
  });
}

function product(workings: Workings, first: Path, second: Path): Path {
  return workings.path([first, second], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) amounts[year] = at(first.amounts, year) * at(second.amounts, year);
  });
}

/** Beds freed in every month of the years, each as it stood `lag` months before. */
function monthlyBeds(
  workings: Workings,
  scheme: ShiftScheme,
  ramp: { start: Cell; months: Cell },
  { full, lag }: { full: Cell; lag: Cell },
): MonthlyBeds {
  const beds = new Float64Array(12 * workings.length);
  const levels = new Float64Array(12 * workings.length);
  workings.step([ramp.start, ramp.months, lag], () => {
    const shape: Ramp['shape'] = ramp.months.amount === 0 ? 'STEP' : scheme.shape;
    const timed: Ramp = { shape, startMonth: ramp.start.amount, rampMonths: ramp.months.amount };
    const whole = fullLevel(timed);
    for (let month = 0; month < levels.length; month += 1) levels[month] = monthCount(timed, month - lag.amount) / whole;
  });
  const varies = workings.step([ramp.start, ramp.months, lag, full], () => {
    for (let month = 0; month < beds.length; month += 1) beds[month] = full.amount * at(levels, month);
  });
  return { beds, varies };
}

function shiftPaths(context: TimingContext, postings: Postings, scheme: ShiftScheme): ShiftPaths {
  const { workings, growth } = context;
  const { cells } = workings;
  const share = (input: Input | undefined): Cell => cells.of(input, DEFAULT_INPUTS.fullShare);
  const none = (input: Input | undefined): Cell => cells.of(input, DEFAULT_INPUTS.nil);
  const funded = fundedCell(context, scheme);
  const start = startCell(context, scheme, cells.of(scheme.startMonth, DEFAULT_INPUTS.noMonths));
  const months = cells.of(scheme.rampMonths, DEFAULT_INPUTS.noMonths);
  const lead = cells.of(scheme.leadMonths, DEFAULT_INPUTS.noMonths);
  const begins = workings.scalar([start, lead], () => start.amount - lead.amount);
  const activity = none(scheme.activityPerYear);
  const delivery = share(scheme.delivery);
  const full = workings.scalar([funded, activity], () => funded.amount * activity.amount);
  const delivered = workings.scalar([full, delivery], () => full.amount * delivery.amount);
  const avoided = workings.scaled(rampPath(workings, scheme.shape, { start, months }), delivered);
  const capacity = workings.scaled(rampPath(workings, scheme.shape, { start: begins, months }), full);
  const backfill = none(scheme.backfillShare);
  const realised = share(scheme.priceRealisation);
  const tariffs = priced(workings, none(scheme.tariffPerUnit), growth.levelOf(scheme.tariffSeries), (m) => m.amount, realised);
  const variableCosts = priced(
    workings,
    none(scheme.variableCostPerUnit),
    growth.levelOf(scheme.variableCostSeries),
    (b) => 1 - b.amount,
    backfill,
  );
  const reprovisionLevels = growth.levelOf(scheme.reprovisionSeries);
  const costs = priced(workings, none(scheme.reprovisionCostPerUnit), reprovisionLevels);
  const contractPrice = cells.maybe(scheme.contractPricePerUnit);
  const paid = product(workings, capacity, contractPrice === undefined ? costs : priced(workings, contractPrice, reprovisionLevels));
  const tariff = product(workings, avoided, tariffs);
  const variable = product(workings, avoided, variableCosts);
  const { commissioner, toOrganisation, fromOrganisation } = scheme;
  postings.post({ organisation: commissioner, path: tariff, kind: 'recurrent' });
  postings.post({ organisation: commissioner, path: paid, kind: 'recurrent', weight: -1 });
  postings.post({ organisation: toOrganisation, path: paid, kind: 'recurrent' });
  postings.post({ organisation: toOrganisation, path: product(workings, capacity, costs), kind: 'recurrent', weight: -1 });
  postings.post({ organisation: fromOrganisation, path: tariff, kind: 'recurrent', weight: -1 });
  postings.post({ organisation: fromOrganisation, path: variable, kind: 'recurrent' });
  const beds = bedsCell(workings, scheme, delivered, backfill);
  return { scheme, tariff, variable, bedsByMonth: (lag) => monthlyBeds(workings, scheme, { start, months }, { full: beds, lag }) };
}

/** Beds freed at full effect: N·δ·(1 − b)·LOS / (365 · occupancy) (model-spec §7.2). */
function bedsCell(workings: Workings, scheme: ShiftScheme, delivered: Cell, backfill: Cell): Cell {
  const stay = workings.cells.of(scheme.lengthOfStayDays, DEFAULT_INPUTS.nil);
  const occupancy = workings.cells.of(scheme.occupancy, DEFAULT_INPUTS.occupancy);
  return workings.scalar(
    [stay, occupancy, delivered, backfill],
    () => (delivered.amount * (1 - backfill.amount) * stay.amount) / (DAYS * occupancy.amount),
  );
}

/** Cost released by the steps that a group closes, month by month after the lag; capacity is pooled before the floor (model-spec §7.2). */
function stepsReleased(context: TimingContext, postings: Postings, group: StepGroup, shifts: readonly ShiftPaths[]): Path {
  const { workings, growth } = context;
  const { cells } = workings;
  const size = cells.of(group.stepSize, DEFAULT_INPUTS.stepSize);
  const lag = cells.of(group.lagMonths, DEFAULT_INPUTS.wardLagMonths);
  const cost = priced(workings, cells.of(group.stepCostPerYear, DEFAULT_INPUTS.stepCostPerYear), growth.levelOf(group.costSeries));
  const members = shifts.filter(({ scheme }) => scheme.stepGroup === group.id).map(({ bedsByMonth }) => bedsByMonth(lag));
  const released = workings.path([size, cost, ...members], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) {
      let steps = 0;
      for (let month = 12 * year; month < 12 * year + 12; month += 1) {
        let freed = 0;
        for (const { beds } of members) freed += at(beds, month);
        if (freed !== 0) steps += Math.floor(freed / size.amount + STEP_GUARD);
      }
      amounts[year] = (steps * at(cost.amounts, year)) / 12;
    }
  });
  postings.post({ organisation: group.organisation, path: released, kind: 'recurrent' });
  return released;
}

/** Support for stranded cost: taper × max(0, stranded), paid by commissioners in proportion to the tariff that they saved (model-spec §7.2, §19 (31)). */
function addStrandedSupport(
  workings: Workings,
  postings: Postings,
  organisation: string,
  shifts: readonly ShiftPaths[],
  steps: readonly Path[],
): void {
  const stated = workings.frame.scenario.strandedSupport.find((support) => support.organisation === organisation);
  if (stated === undefined || !takesPart(workings.frame, 'strandedSupport', organisation)) return;
  const taper = workings.pathOf(stated.taperByYear);
  const reads = [taper, ...steps, ...shifts.flatMap(({ tariff, variable }) => [tariff, variable])];
  /** What each pound of tariff saved pays in support. */
  const rate = workings.path(reads, (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) {
      let [saved, stranded] = [0, 0];
      for (const { tariff, variable } of shifts) {
        saved += at(tariff.amounts, year);
        stranded += at(tariff.amounts, year) - at(variable.amounts, year);
      }
      for (const released of steps) stranded -= at(released.amounts, year);
      amounts[year] = saved === 0 ? 0 : (at(taper.amounts, year) * Math.max(stranded, 0)) / saved;
    }
  });
  for (const { scheme, tariff } of shifts) {
    const paid = product(workings, tariff, rate);
    postings.post({ organisation, path: paid, kind: 'recurrent' });
    postings.post({ organisation: scheme.commissioner, path: paid, kind: 'recurrent', weight: -1 });
  }
}

/** Step 6 of model-spec §10 in the reduced form: every shift, the wards that close together, and support for the cost that is stranded. */
export function addShifts(context: TimingContext, postings: Postings): void {
  const { frame } = context.workings;
  const shifts = frame.scenario.shifts
    .filter(({ id }) => takesPart(frame, 'shifts', id))
    .map((scheme) => shiftPaths(context, postings, scheme));
  const groups = frame.scenario.stepGroups.filter(({ id }) => takesPart(frame, 'stepGroups', id));
  const released = groups.map((group) => ({ group, path: stepsReleased(context, postings, group, shifts) }));
  for (const organisation of new Set(shifts.map(({ scheme }) => scheme.fromOrganisation))) {
    const own = shifts.filter(({ scheme }) => scheme.fromOrganisation === organisation);
    const steps = released.filter(({ group }) => group.organisation === organisation).map(({ path }) => path);
    addStrandedSupport(context.workings, postings, organisation, own, steps);
  }
}
