import type { Approval } from './reduced-form/capital-funding.ts';
import type { RangedCell } from './reduced-form/cells.ts';
import type { ReducedForm } from './reduced-form/reduced-form.ts';
import type { Cell } from './reduced-form/cell.ts';
import { pertMaker, type Quantile } from './pert.ts';
import { triangleOf, triangularQuantile } from './triangle.ts';

/** One figure that a variable sets: its cell and whether it is whole, beside where it comes from, because that is what a draw reads. */
type Member = {
  readonly ranged: RangedCell;
  readonly cell: Cell;
  readonly triangle: Float64Array;
  readonly isWhole: boolean;
  readonly pert: Quantile | undefined;
};

/** How a range is read: as a triangle, or as a PERT with λ = 4, which lies closer about its most likely value (model-spec §11.2). */
export const DISTRIBUTIONS = ['triangular', 'pert'] as const;
export type DistributionKind = (typeof DISTRIBUTIONS)[number];

type MemberMaker = (ranged: RangedCell) => Member;

function memberMaker(distribution: DistributionKind): MemberMaker {
  const makePert = distribution === 'pert' ? pertMaker() : () => undefined;
  return (ranged) => ({
    ranged,
    cell: ranged.cell,
    triangle: triangleOf(ranged.range),
    isWhole: ranged.isWhole,
    pert: makePert(ranged.range),
  });
}

/** Something that a draw decides with one random number: a delivery, a growth rate in all its years, a slippage, an approval. */
export type Variable = {
  /** Where it stands, years left out: `savings.S2.delivery`, `series.pay.rateByYear`. */
  readonly path: string;
  /** How the shared factor moves it: 1 with it, −1 against it (a slippage), 0 not at all (model-spec §11.2). */
  readonly direction: 1 | 0 | -1;
  readonly members: readonly Member[];
  /** The approval of a capital scheme, where that is what is decided. */
  readonly approval: Approval | undefined;
};

/** Sets what a variable decides to where a share `u` of its draws lie below. Months and years are rounded to whole ones. */
export function setVariable({ members, approval }: Variable, u: number): void {
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index];
    if (member === undefined) continue;
    const drawn = member.pert === undefined ? triangularQuantile(member.triangle, u) : member.pert(u);
    member.cell.amount = member.isWhole ? Math.floor(drawn + 0.5) : drawn;
  }
  if (approval !== undefined) approval.cell.amount = u < approval.chance ? 1 : 0;
}

/** Whether a draw decides nothing here: the delivery of a scheme that carries no range. It takes its random number all the same. */
export function isCertain({ members, approval }: Variable): boolean {
  return members.length === 0 && approval === undefined;
}

/** Every figure as it is stated, and capital approved: the case that the engine works. */
export function setStated(variables: readonly Variable[]): void {
  for (const { members, approval } of variables) {
    for (const { ranged } of members) ranged.cell.amount = ranged.stated;
    if (approval !== undefined) approval.cell.amount = 1;
  }
}

/** Every figure at its most likely value; capital approved where that is at least as likely as not. */
export function setMostLikely(variables: readonly Variable[]): void {
  for (const { members, approval } of variables) {
    for (const { ranged } of members) ranged.cell.amount = ranged.range.likely;
    if (approval !== undefined) approval.cell.amount = approval.chance >= 0.5 ? 1 : 0;
  }
}

/** The path of an input without its year: the years of one field of one object move together. */
function withoutYear(path: string): string {
  const at = /ByYear\./.exec(path);
  return at === null ? path : path.slice(0, at.index + 'ByYear'.length);
}

/** What programmes deliver and when moves with the shared factor: the same managers, the same workforce, the same winter. Prices and growth do not. */
function directionOf(path: string): Variable['direction'] {
  if (/^(savings|shifts)\..+\.delivery$/.test(path)) return 1;
  return /^(savings|shifts|capital)\..+\.(slippageMonths|mobilisationMonths)$/.test(path) ? -1 : 0;
}

function variableOf(path: string, cells: readonly RangedCell[], memberOf: MemberMaker): Variable {
  return { path, direction: directionOf(path), members: cells.map(memberOf), approval: undefined };
}

/** Order by code point, in which S10 comes before S2 (§19 (42)); ids and paths hold no character outside the basic plane. */
function byCodePoint(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * What a draw decides, in the order in which it draws (model-spec §11.2, §19 (42)): the delivery of every savings scheme by ascending id, ranged or not, gated or
 * not; then everything else that carries a range, and approvals, by ascending path.
 */
export function variablesOf(form: ReducedForm, distribution: DistributionKind): Variable[] {
  const memberOf = memberMaker(distribution);
  const deliveries = new Set<Cell>(form.deliveries.values());
  const byCell = new Map(form.ranged.map((ranged) => [ranged.cell, ranged]));
  const schemes = [...form.deliveries].sort(([first], [second]) => byCodePoint(first, second));
  const groups = new Map<string, RangedCell[]>();
  for (const ranged of form.ranged) {
    if (deliveries.has(ranged.cell)) continue;
    const path = withoutYear(ranged.path);
    groups.set(path, [...(groups.get(path) ?? []), ranged]);
  }
  const approvals = form.approvals.map((approval): Variable => ({
    path: `capital.${approval.scheme.id}.approval`,
    direction: 0,
    members: [],
    approval,
  }));
  const others = [...[...groups].map(([path, cells]) => variableOf(path, cells, memberOf)), ...approvals];
  return [
    ...schemes.map(([id, cell]) => {
      const ranged = byCell.get(cell);
      return variableOf(`savings.${id}.delivery`, ranged === undefined ? [] : [ranged], memberOf);
    }),
    ...others.sort((first, second) => byCodePoint(first.path, second.path)),
  ];
}
