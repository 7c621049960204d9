import { ZERO, isAtLeast, type Decimal } from '../money/decimal.ts';
import { project, type Projection } from '../engine/project.ts';
import type { Input } from '../scenario/input.ts';
import type { Scenario } from '../scenario/schema.ts';
import { systemIn } from './uniform-delivery.ts';

/* What has to come late, and how little of it, for balance to be lost (model-spec §11.4). */

const SLIP_MONTHS = 12;
/** Beyond single slips, combinations are made of the schemes that cost most when late: 12 give 66 pairs and 220 threes. */
const MOST_COMBINED = 12;
const LARGEST_SET = 3;

/** Schemes that, all a year late together, leave the target year short; `reported` in pounds. */
export type SlipSet = { readonly schemes: readonly string[]; readonly reported: Decimal };
export type SlipSets = {
  /** The smallest sets, worst first: all of one size. */
  readonly sets: readonly SlipSet[];
  readonly text: string;
};

function later(input: Input | undefined): Input {
  return { ...input, value: String(Number(input?.value ?? '0') + SLIP_MONTHS), unit: 'months' };
}

function slipped(scenario: Scenario, ids: readonly string[]): Scenario {
  const move = <T extends { readonly id: string; readonly slippageMonths?: Input | undefined }>(scheme: T): T =>
    ids.includes(scheme.id) ? { ...scheme, slippageMonths: later(scheme.slippageMonths) } : scheme;
  return { ...scenario, savings: scenario.savings.map(move), shifts: scenario.shifts.map(move), capital: scenario.capital.map(move) };
}

function reportedOf(scenario: Scenario): Decimal {
  const { settlement, frame } = project(scenario);
  return systemIn(settlement.reported, frame.target);
}

function combinations(ids: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, at) => combinations(ids.slice(at + 1), size - 1).map((rest) => [id, ...rest]));
}

const isShort = (amount: Decimal): boolean => !isAtLeast(amount, ZERO);

function setsText(sets: readonly SlipSet[], combined: number): string {
  const [first] = sets;
  if (first === undefined)
    return `No ${String(LARGEST_SET)} of the ${String(combined)} schemes that cost most when a year late lose balance together.`;
  const size = first.schemes.length;
  if (size === 1)
    return sets.length === 1
      ? 'One scheme a year late loses balance by itself.'
      : `Any one of ${String(sets.length)} schemes a year late loses balance by itself.`;
  return `No single scheme loses balance by being a year late; ${String(sets.length)} ${sets.length === 1 ? 'set' : 'sets'} of ${String(size)} do.`;
}

/** What has been worked out so far and what comes next; each step is one projection, so that a worker can stop between any two. */
export type SlipStep = { readonly done: number };

/**
 * The smallest sets of schemes (savings, shifts, capital) that lose balance when each is a year late, up to three at a time, by full recalculation. Singles are all
 * tried; pairs and threes among the twelve schemes that cost most by themselves. Yields after each projection; returns nothing to find where the plan is short as it is.
 */
export function* slipSetsInSteps({ frame, settlement }: Projection): Generator<SlipStep, SlipSets> {
  if (frame.leftOut.has('scenario') || isShort(systemIn(settlement.reported, frame.target)))
    return { sets: [], text: 'The plan is short as it stands: nothing has to slip for it to miss balance.' };
  const { scenario } = frame;
  let done = 0;
  const singles: SlipSet[] = [];
  for (const { id } of [...scenario.savings, ...scenario.shifts, ...scenario.capital]) {
    singles.push({ schemes: [id], reported: reportedOf(slipped(scenario, [id])) });
    yield { done: (done += 1) };
  }
  const byLoss = singles.sort((a, b) => a.reported.cmp(b.reported));
  const candidates = byLoss.slice(0, MOST_COMBINED).flatMap(({ schemes }) => schemes);
  let found = byLoss.filter(({ reported }) => isShort(reported));
  for (let size = 2; size <= LARGEST_SET && found.length === 0; size += 1) {
    const tried: SlipSet[] = [];
    for (const schemes of combinations(candidates, size)) {
      tried.push({ schemes, reported: reportedOf(slipped(scenario, schemes)) });
      yield { done: (done += 1) };
    }
    found = tried.filter(({ reported }) => isShort(reported)).sort((a, b) => a.reported.cmp(b.reported));
  }
  return { sets: found, text: setsText(found, candidates.length) };
}

/** The same in one go. */
export function slipSets(projection: Projection): SlipSets {
  const steps = slipSetsInSteps(projection);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
