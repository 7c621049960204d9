import { startOf } from '../../../calendar/financial-year.ts';
import { monthsInUse } from '../../../calendar/phasing.ts';
import { lifeInput } from '../../../engine/capital-charges.ts';
import { figure } from '../../../engine/frame.ts';
import { sum } from '../../../money/decimal.ts';
import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import { regimeOf, type CapitalSource } from '../../../scenario/vocabulary.ts';
import type { CapitalPlanCells } from './capital-funding.ts';
import type { Postings } from './postings.ts';
import { at, type Cell, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** What one capital scheme costs its owner, and what the working reads. */
type Work = {
  readonly workings: Workings;
  readonly plan: CapitalPlanCells;
  readonly life: Cell;
  readonly rate: Cell;
  readonly isCouncil: boolean;
  readonly shareOf: (...sources: CapitalSource[]) => number;
};

/** A path of charges worked from the plan and from further cells. */
function charges({ workings, plan, life }: Work, reads: readonly (Cell | Path)[], fill: (amounts: Float64Array) => void): Path {
  return workings.path([plan.reads, plan.opens, plan.total, life, ...reads], fill);
}

/** Straight line over the life from the month of opening; none on land; none in a base year without spend (model-spec §6.5, §19 (20), (24)). */
function depreciationOf(work: Work, ownedShare: number): Path {
  const { plan, life } = work;
  const isWritten = !work.isCouncil && plan.scheme.assetClass !== 'LAND';
  return charges(work, [], (amounts) => {
    const months = 12 * life.amount;
    const monthly = isWritten ? (plan.total.amount * ownedShare) / months : 0;
    for (let year = 0; year < amounts.length; year += 1) {
      const isBeforeSpend = year === 0 && at(plan.outturn, 0) === 0;
      amounts[year] = isBeforeSpend ? 0 : monthly * monthsInUse(year, plan.opens.amount, plan.opens.amount + months);
    }
  });
}

/** A loan's or a borrowing's repayments, and its balance at the start and the end of each year. */
type Loan = { readonly principal: Float64Array; readonly opening: Float64Array; readonly closing: Float64Array };

/** NHS loan: equal instalments from the year after the last spend; the 2020 reform turns it into PDC. Council: MRP from the year after opening (model-spec §6.5, §19 (25), (26)). */
function fillLoan(work: Work, loan: Loan, { share, term, convertedFrom }: { share: number; term: number; convertedFrom: number }): void {
  const { plan, isCouncil, life } = work;
  const lastSpend = plan.outturn.findLastIndex((spend) => spend !== 0);
  const after = isCouncil ? Math.floor(plan.opens.amount / 12) : lastSpend;
  const instalments = isCouncil ? life.amount : term;
  const instalment = (plan.total.amount * share) / instalments;
  let balance = 0;
  for (let year = 0; year < loan.closing.length; year += 1) {
    const isConverted = year >= convertedFrom;
    const repaid = year > after && year <= after + instalments ? instalment : 0;
    loan.opening[year] = isConverted ? 0 : balance;
    balance = isConverted ? 0 : balance + share * at(plan.outturn, year) - repaid;
    loan.closing[year] = balance;
    loan.principal[year] = isConverted ? 0 : repaid;
  }
}

/** The first year in which provider loans stand converted to PDC (model-spec §6.5). */
function reformYear({ workings: { frame } }: Work): number {
  const start = startOf(frame.scenario.baseYear);
  return frame.scenario.settings.pdcReform2020 && start !== undefined ? 2020 - start : Number.POSITIVE_INFINITY;
}

/** Interest and MRP, or interest and PDC dividend, by year. */
function financingOf(work: Work, depreciation: Path, ownedShare: number): Path {
  const { workings, plan, isCouncil, rate, shareOf } = work;
  const loanRate = workings.cells.of(plan.scheme.loanRate, DEFAULT_INPUTS.loanRate);
  const term = workings.cells.of(plan.scheme.loanTermYears, DEFAULT_INPUTS.loanTermYears);
  const share = isCouncil ? shareOf('COUNCIL_BORROWING') : shareOf('LOAN');
  const convertedFrom = isCouncil ? Number.POSITIVE_INFINITY : reformYear(work);
  const dividendShare = isCouncil || ownedShare === 0 ? 0 : (ownedShare - shareOf('DONATED_GRANT')) / ownedShare;
  const lists = (): Float64Array => new Float64Array(workings.length);
  const loan: Loan = { principal: lists(), opening: lists(), closing: lists() };
  return charges(work, [loanRate, term, rate, depreciation], (amounts) => {
    fillLoan(work, loan, { share, term: term.amount, convertedFrom });
    let bookValue = 0;
    let assetsBefore = 0;
    for (let year = 0; year < amounts.length; year += 1) {
      const [opening, closing] = [at(loan.opening, year), at(loan.closing, year)];
      bookValue += at(plan.outturn, year) * ownedShare - at(depreciation.amounts, year);
      const assets = bookValue * dividendShare;
      const openingAssets = year === 0 ? 0 : assetsBefore - opening;
      const dividend = isCouncil ? 0 : (rate.amount * (openingAssets + assets - closing)) / 2;
      amounts[year] = dividend + (loanRate.amount * (opening + closing)) / 2 + (isCouncil ? at(loan.principal, year) : 0);
      assetsBefore = assets;
    }
  });
}

/** Everything that a funded scheme charges to its owner, nil while it is not funded. */
function chargesOf(work: Work): Path {
  const { workings, plan, shareOf } = work;
  const ownedShare = 1 - shareOf('PFI_LEASE');
  const depreciation = depreciationOf(work, ownedShare);
  const financing = financingOf(work, depreciation, ownedShare);
  const running = workings.cells.of(plan.scheme.runningCostPerYear, DEFAULT_INPUTS.nil);
  const unitary = workings.pathOf(plan.scheme.unitaryChargeByYear);
  return charges(work, [plan.funded, depreciation, financing, running, unitary], (amounts) => {
    for (let year = 1; year < amounts.length; year += 1) {
      const used = (running.amount * monthsInUse(year, plan.opens.amount)) / 12;
      const all = at(depreciation.amounts, year) + at(financing.amounts, year) + used + at(unitary.amounts, year);
      amounts[year] = plan.funded.amount * all;
    }
  });
}

/** What a disposal takes off the owner's charges, and its profit; it stands by itself, funded or not (model-spec §6.5). */
function addDisposal(work: Work, postings: Postings): void {
  const { workings, plan, rate, isCouncil } = work;
  const { disposal, organisation } = plan.scheme;
  if (disposal === undefined) return;
  const month = workings.cells.of(disposal.month, DEFAULT_INPUTS.noMonths);
  const proceeds = workings.cells.of(disposal.proceeds, DEFAULT_INPUTS.nil);
  const bookValue = workings.cells.of(disposal.netBookValue, DEFAULT_INPUTS.nil);
  const remaining = workings.cells.maybe(disposal.remainingLifeYears);
  const removed = workings.path([month, bookValue, remaining, rate], (amounts) => {
    const sold = Math.floor(month.amount / 12);
    let gone = 0;
    let before = 0;
    for (let year = 0; year < amounts.length; year += 1) {
      const months = remaining === undefined ? 0 : 12 * remaining.amount;
      const written = months === 0 ? 0 : (bookValue.amount * monthsInUse(year, month.amount, month.amount + months)) / months;
      gone += written;
      const value = year < sold ? 0 : bookValue.amount - gone;
      const dividend = (rate.amount * (before + value)) / 2;
      amounts[year] = year === 0 || isCouncil ? 0 : written + dividend;
      before = value;
    }
  });
  const profit = workings.path([month, proceeds, bookValue], (amounts) => {
    const sold = Math.floor(month.amount / 12);
    for (let year = 1; year < amounts.length; year += 1) amounts[year] = year === sold ? proceeds.amount - bookValue.amount : 0;
  });
  postings.post({ organisation, path: removed, kind: 'recurrent' });
  postings.post({ organisation, path: profit, kind: 'untested' });
}

/** Step 3 of model-spec §10 in the reduced form: charges of every scheme at its owner, disposals and impairments. */
export function addCapitalCharges(workings: Workings, postings: Postings, plans: Iterable<CapitalPlanCells>): void {
  const { scenario, organisations } = workings.frame;
  const rate = workings.cells.of(scenario.settings.pdcDividendRate, DEFAULT_INPUTS.pdcDividendRate);
  for (const plan of plans) {
    const { scheme } = plan;
    const life = workings.cells.of(scheme.lifeYears, lifeInput(scheme));
    const isCouncil = regimeOf(organisations.get(scheme.organisation)?.type ?? 'ACUTE') === 'COUNCIL';
    const shareOf = (...sources: CapitalSource[]): number =>
      sum(scheme.funding.filter((part) => sources.includes(part.source)).map((part) => figure(part.share))).toNumber();
    const work: Work = { workings, plan, life, rate, isCouncil, shareOf };
    postings.post({ organisation: scheme.organisation, path: chargesOf(work), kind: 'recurrent', weight: -1 });
    addDisposal(work, postings);
    const impairment = workings.pathOf(scheme.impairmentByYear);
    const charged = workings.path([impairment, plan.funded], (amounts) => {
      for (let year = 1; year < amounts.length; year += 1) amounts[year] = plan.funded.amount * at(impairment.amounts, year);
    });
    postings.post({ organisation: scheme.organisation, path: charged, kind: 'untested', weight: -1 });
  }
}
