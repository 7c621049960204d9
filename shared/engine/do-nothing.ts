import { ONE, ZERO, negate, plus, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_ELASTICITY, DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { Input } from '../scenario/input.ts';
import type { Flow, Line } from '../scenario/schema.ts';
import { INFLUENCEABLE } from '../scenario/vocabulary.ts';
import { figure, figureAt, figureOr, figuresByYear, takesPart, type Frame } from './frame.ts';
import { nilByYear, type Ledger } from './ledger.ts';
import type { SeriesRates } from './series.ts';

/** Recurrent amounts by year of every line and flow, in pounds, positive in their natural direction, index 0 = base year. */
export type DoNothing = {
  readonly lines: ReadonlyMap<string, readonly Decimal[]>;
  readonly flows: ReadonlyMap<string, readonly Decimal[]>;
  /** What the payer books above the payee's figure, growing like the flow (model-spec §3.3). */
  readonly mismatches: ReadonlyMap<string, readonly Decimal[]>;
  /** Pay, agency, drugs and non-pay of each organisation (model-spec §3.8, §19 (7)). */
  readonly influenceable: ReadonlyMap<string, readonly Decimal[]>;
};

/** The elasticity that holds for a line or flow: stated, or the tool default of its cost type, else 1 where a volume series is named. */
export function elasticityInput(item: Line | Flow): Input {
  if (item.elasticity !== undefined) return item.elasticity;
  const type = 'contractType' in item ? item.contractType : item.kind === 'EXPENDITURE' ? item.category : '';
  return DEFAULT_ELASTICITY[type] ?? DEFAULT_INPUTS.fullShare;
}

/** Growth factors by year of one line or flow: volume first, then price (model-spec §4). Index 0 is unused. */
type Factors = { readonly volume: readonly Decimal[]; readonly price: readonly Decimal[] };

function growthFactors(series: SeriesRates, item: Line | Flow): Factors {
  return { volume: series.factorOf(item.volumeSeries, figure(elasticityInput(item))), price: series.factorOf(item.priceSeries, ONE) };
}

type Chain = { base: Decimal; scale: Decimal; explicit: readonly (Decimal | undefined)[]; factors: Factors };

/** The chain of model-spec §4: last year's amount grown, or the explicit amount; after the last explicit year the chain goes on from it (§19 (5)). */
function chain({ base, scale, explicit, factors }: Chain): Decimal[] {
  const amounts: Decimal[] = [];
  explicit.forEach((stated, year) => {
    if (stated !== undefined) amounts.push(times(stated, scale));
    else if (year === 0) amounts.push(times(base, scale));
    else amounts.push(times(times(amounts[year - 1] ?? ZERO, factors.volume[year] ?? ONE), factors.price[year] ?? ONE));
  });
  return amounts;
}

/** Whether support stands in the underlying position: STF and PSF only if the scenario counts them as continuing (model-spec §3.5). */
function isRecurrent(frame: Frame, line: Line, asEntered: boolean): boolean {
  return line.category === 'STF_PSF' ? frame.scenario.settings.psfIsRecurrent : asEntered;
}

function projectLine(frame: Frame, series: SeriesRates, line: Line, ledger: Ledger): Decimal[] {
  const scale = figureOr(frame.organisations.get(line.organisation)?.inScopeShare, DEFAULT_INPUTS.fullShare);
  const explicit = frame.years.map((label, year) => (year === 0 ? undefined : figureAt(line.explicitByYear, label)));
  const amounts = chain({ base: figure(line.baseAmount), scale, explicit, factors: growthFactors(series, line) });
  const oneOff = figuresByYear(frame, line.nonRecurrentByYear);
  const common = {
    organisation: line.organisation,
    step: 'doNothing',
    category: line.category,
    source: line.id,
    setting: line.setting,
    betweenMembers: false,
  } as const;
  amounts.forEach((amount, year) => {
    const once = times(oneOff[year] ?? ZERO, scale);
    ledger.post({ ...common, year, amount: line.kind === 'INCOME' ? amount : negate(amount), recurrent: isRecurrent(frame, line, true) });
    ledger.post({ ...common, year, amount: line.kind === 'INCOME' ? once : negate(once), recurrent: isRecurrent(frame, line, false) });
  });
  return amounts;
}

/** The mismatch grows like its flow; in a year with an explicit amount it moves in the flow's own proportion (§19 (2)). */
function mismatchOf(flow: Flow, amounts: readonly Decimal[], factors: Factors, explicit: readonly (Decimal | undefined)[]): Decimal[] {
  if (flow.payerAmount === undefined) return amounts.map(() => ZERO);
  const mismatch = [figure(flow.payerAmount).minus(figure(flow.baseAmount))];
  for (let year = 1; year < amounts.length; year += 1) {
    const before = mismatch[year - 1] ?? ZERO;
    const flowBefore = amounts[year - 1] ?? ZERO;
    if (explicit[year] !== undefined && !flowBefore.isZero()) mismatch.push(before.times(amounts[year] ?? ZERO).div(flowBefore));
    else mismatch.push(times(times(before, factors.volume[year] ?? ONE), factors.price[year] ?? ONE));
  }
  return mismatch;
}

function projectFlow(frame: Frame, series: SeriesRates, flow: Flow, ledger: Ledger): { amounts: Decimal[]; mismatch: Decimal[] } {
  const explicit = frame.years.map((label, year) => (year === 0 ? undefined : figureAt(flow.explicitByYear, label)));
  const factors = growthFactors(series, flow);
  const amounts = chain({ base: figure(flow.baseAmount), scale: ONE, explicit, factors });
  const mismatch = mismatchOf(flow, amounts, factors, explicit);
  const oneOff = figuresByYear(frame, flow.nonRecurrentByYear);
  const common = { step: 'doNothing', category: flow.contractType, source: flow.id, setting: flow.setting } as const;
  amounts.forEach((amount, year) => {
    for (const [size, recurrent] of [
      [amount, true],
      [oneOff[year] ?? ZERO, false],
    ] as const) {
      ledger.post({ ...common, year, organisation: flow.payer, amount: negate(size), recurrent, betweenMembers: true });
      ledger.post({ ...common, year, organisation: flow.payee, amount: size, recurrent, betweenMembers: true });
    }
    ledger.post({
      ...common,
      category: 'CONTRACT_MISMATCH',
      year,
      organisation: flow.payer,
      amount: negate(mismatch[year] ?? ZERO),
      recurrent: true,
      betweenMembers: false,
    });
  });
  return { amounts, mismatch };
}

/** Step 2 of model-spec §10: what happens if nothing changes. Posts every line and flow, both sides, base year included (§3, §4). */
export function doNothing(frame: Frame, series: SeriesRates, ledger: Ledger): DoNothing {
  const lines = new Map<string, readonly Decimal[]>();
  const flows = new Map<string, readonly Decimal[]>();
  const mismatches = new Map<string, readonly Decimal[]>();
  const influenceable = new Map<string, Decimal[]>();
  for (const line of frame.scenario.lines) {
    if (!takesPart(frame, 'lines', line.id)) continue;
    const amounts = projectLine(frame, series, line, ledger);
    lines.set(line.id, amounts);
    if (line.kind !== 'EXPENDITURE' || !INFLUENCEABLE.has(line.category)) continue;
    const base = influenceable.get(line.organisation) ?? nilByYear(frame.yearCount);
    influenceable.set(
      line.organisation,
      base.map((total, year) => plus(total, amounts[year] ?? ZERO)),
    );
  }
  for (const flow of frame.scenario.flows) {
    if (!takesPart(frame, 'flows', flow.id)) continue;
    const { amounts, mismatch } = projectFlow(frame, series, flow, ledger);
    flows.set(flow.id, amounts);
    mismatches.set(flow.id, mismatch);
  }
  return { lines, flows, mismatches, influenceable };
}
