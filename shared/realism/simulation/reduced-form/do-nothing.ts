import { elasticityInput } from '../../../engine/do-nothing.ts';
import { takesPart } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import type { Flow, Line } from '../../../scenario/schema.ts';
import { INFLUENCEABLE } from '../../../scenario/vocabulary.ts';
import type { Postings } from './postings.ts';
import type { Growth } from './series.ts';
import { at, ONE_WHOLE, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** Recurrent amounts by year of every line, and the influenceable base of every organisation. */
export type DoNothingPaths = { readonly lines: ReadonlyMap<string, Path>; readonly influenceable: ReadonlyMap<string, Path> };

type Grown = { readonly elasticity: Cell; readonly volume: Path; readonly price: Path; readonly explicit: readonly (Cell | undefined)[] };

function grownOf(workings: Workings, growth: Growth, item: Line | Flow): Grown {
  const explicit = workings.cellsByYear(item.explicitByYear);
  explicit[0] = undefined;
  return {
    elasticity: workings.cells.of(elasticityInput(item), DEFAULT_INPUTS.fullShare),
    volume: growth.rateOf(item.volumeSeries),
    price: growth.rateOf(item.priceSeries),
    explicit,
  };
}

function factorIn({ elasticity, volume, price }: Grown, year: number): number {
  return (1 + elasticity.amount * at(volume.amounts, year)) * (1 + at(price.amounts, year));
}

/** The chain of model-spec §4: volume first, then price, or the explicit amount. */
function chain(workings: Workings, grown: Grown, { base, scale }: { base: Cell; scale: Cell }): Path {
  return workings.path([base, scale, grown.elasticity, grown.volume, grown.price, ...grown.explicit], (amounts) => {
    let amount = base.amount * scale.amount;
    amounts[0] = amount;
    for (let year = 1; year < amounts.length; year += 1) {
      const stated = grown.explicit[year];
      amount = stated === undefined ? amount * factorIn(grown, year) : stated.amount * scale.amount;
      amounts[year] = amount;
    }
  });
}

function addLine(workings: Workings, postings: Postings, growth: Growth, line: Line): Path {
  const organisation = workings.frame.organisations.get(line.organisation);
  const scale = workings.cells.of(organisation?.inScopeShare, DEFAULT_INPUTS.fullShare);
  const amounts = chain(workings, grownOf(workings, growth, line), { base: workings.cells.of(line.baseAmount, DEFAULT_INPUTS.nil), scale });
  const weight = line.kind === 'INCOME' ? 1 : -1;
  const isSupport = line.category === 'STF_PSF';
  const { psfIsRecurrent } = workings.frame.scenario.settings;
  const common = { organisation: line.organisation, weight };
  postings.post({ ...common, path: amounts, kind: isSupport && !psfIsRecurrent ? 'once' : 'recurrent' });
  const oneOff = workings.scaled(workings.pathOf(line.nonRecurrentByYear), scale);
  postings.post({ ...common, path: oneOff, kind: isSupport && psfIsRecurrent ? 'recurrent' : 'once' });
  return amounts;
}

/** What the payer books above the payee's figure, growing like the flow (model-spec §3.3, §19 (2)). */
function mismatchOf(workings: Workings, flow: Flow, grown: Grown, amounts: Path): Path | undefined {
  const payer = workings.cells.maybe(flow.payerAmount);
  if (payer === undefined) return undefined;
  const base = workings.cells.of(flow.baseAmount, DEFAULT_INPUTS.nil);
  return workings.path([payer, base, amounts, grown.elasticity, grown.volume, grown.price], (mismatches) => {
    let mismatch = payer.amount - base.amount;
    mismatches[0] = mismatch;
    for (let year = 1; year < mismatches.length; year += 1) {
      const before = at(amounts.amounts, year - 1);
      const isExplicit = grown.explicit[year] !== undefined && before !== 0;
      mismatch *= isExplicit ? at(amounts.amounts, year) / before : factorIn(grown, year);
      mismatches[year] = mismatch;
    }
  });
}

function addFlow(workings: Workings, postings: Postings, growth: Growth, flow: Flow): void {
  const grown = grownOf(workings, growth, flow);
  const amounts = chain(workings, grown, { base: workings.cells.of(flow.baseAmount, DEFAULT_INPUTS.nil), scale: ONE_WHOLE });
  const oneOff = workings.pathOf(flow.nonRecurrentByYear);
  for (const [path, kind] of [
    [amounts, 'recurrent'],
    [oneOff, 'once'],
  ] as const) {
    postings.post({ organisation: flow.payer, path, kind, weight: -1 });
    postings.post({ organisation: flow.payee, path, kind });
  }
  const mismatch = mismatchOf(workings, flow, grown, amounts);
  if (mismatch !== undefined) postings.post({ organisation: flow.payer, path: mismatch, kind: 'recurrent', weight: -1 });
}

function totalOf(workings: Workings, parts: readonly Path[]): Path {
  return workings.path(parts, (amounts) => {
    for (let year = 0; year < amounts.length; year += 1) {
      let total = 0;
      for (const part of parts) total += at(part.amounts, year);
      amounts[year] = total;
    }
  });
}

/** Step 2 of model-spec §10 in the reduced form: lines and flows between members, both sides. */
export function addDoNothing(workings: Workings, postings: Postings, growth: Growth): DoNothingPaths {
  const { frame } = workings;
  const lines = new Map<string, Path>();
  const bases = new Map<string, Path[]>();
  for (const line of frame.scenario.lines) {
    if (!takesPart(frame, 'lines', line.id)) continue;
    const amounts = addLine(workings, postings, growth, line);
    lines.set(line.id, amounts);
    if (line.kind === 'EXPENDITURE' && INFLUENCEABLE.has(line.category))
      bases.set(line.organisation, [...(bases.get(line.organisation) ?? []), amounts]);
  }
  for (const flow of frame.scenario.flows) if (takesPart(frame, 'flows', flow.id)) addFlow(workings, postings, growth, flow);
  return { lines, influenceable: new Map([...bases].map(([organisation, parts]) => [organisation, totalOf(workings, parts)])) };
}
