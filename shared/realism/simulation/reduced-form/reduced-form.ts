import type { Frame } from '../../../engine/frame.ts';
import { capitalCells, type Approval } from './capital-funding.ts';
import { addCapitalCharges } from './capital-charges.ts';
import { Cells, frameOfOwnInputs, type RangedCell } from './cells.ts';
import { addDoNothing } from './do-nothing.ts';
import { Postings } from './postings.ts';
import { addPrevention } from './prevention.ts';
import { addSavings } from './savings.ts';
import { growthOf } from './series.ts';
import { settlingOf, type Settled } from './settlement.ts';
import { addShifts } from './shift.ts';
import type { Cell } from './cell.ts';
import { Workings } from './workings.ts';

/**
 * The engine in binary floats, made for one scenario: what no draw changes is worked once, and `run` works the rest again from the cells as they stand. It follows
 * model-spec §3 to §9 step by step as the engine does, and is held to the engine within £1 (check C11). Lists are by organisation and year: organisation after
 * organisation in the scenario's order, `length` years each, the base year first.
 */
export type ReducedForm = {
  readonly organisations: readonly string[];
  /** Years with the base year. */
  readonly length: number;
  /** Cells that a draw sets, in the order in which the reduced form reads them; those of the schemes' deliveries are among them. */
  readonly ranged: readonly RangedCell[];
  readonly approvals: readonly Approval[];
  /** Delivery of each scheme that takes part, ranged or not: every scheme draws. */
  readonly deliveries: ReadonlyMap<string, Cell>;
  readonly positions: { readonly beforeSupport: Float64Array } & Settled;
  readonly controlTotalIn: (organisation: string, year: number) => (() => number) | undefined;
  /** System control total of each year, where one is issued. */
  readonly systemControlTotal: readonly (Cell | undefined)[];
  readonly run: () => void;
};

/** Makes the reduced form of the scenario of a frame. Objects that the frame leaves out are left out here as well. */
export function reducedFormOf(frame: Frame): ReducedForm {
  const own = frameOfOwnInputs(frame);
  const cells = new Cells(own);
  const workings = new Workings(own, cells);
  const postings = new Postings(workings);
  const growth = growthOf(workings);
  const doNothing = addDoNothing(workings, postings, growth);
  const capital = capitalCells(workings);
  addCapitalCharges(workings, postings, capital.plans.values());
  const context = { workings, growth, doNothing, capital };
  const deliveries = addSavings(context, postings);
  addShifts(context, postings);
  addPrevention(workings, postings);
  const settling = settlingOf(workings, postings);
  const systemControlTotal = workings.cellsByYear(own.scenario.systemControlTotalByYear);
  const run = (): void => {
    workings.run();
    postings.run();
    settling.run();
  };
  run();
  return {
    organisations: postings.organisations,
    length: workings.length,
    ranged: cells.ranged,
    approvals: capital.approvals,
    deliveries,
    positions: { beforeSupport: postings.lists.beforeSupport, ...settling.settled },
    controlTotalIn: settling.controlTotalIn,
    systemControlTotal,
    run,
  };
}
