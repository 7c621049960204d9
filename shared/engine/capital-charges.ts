import { startOf } from '../calendar/financial-year.ts';
import { monthsInUse } from '../calendar/phasing.ts';
import { ONE, ZERO, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS, DEFAULT_LIFE_YEARS } from '../scenario/defaults.ts';
import type { CapitalScheme } from '../scenario/schema.ts';
import { regimeOf, type CapitalSource } from '../scenario/vocabulary.ts';
import type { CapitalPlan } from './capital-funding.ts';
import { figure, figureOr, figuresByYear, wholeOf, type Frame } from './frame.ts';
import { nilByYear } from './ledger.ts';

/** The revenue consequences and balances of one capital scheme, in pounds by year, index 0 = base year; charges are positive costs. */
export type CapitalCharges = {
  readonly spend: readonly Decimal[];
  readonly depreciation: readonly Decimal[];
  readonly pdcDividend: readonly Decimal[];
  readonly loanInterest: readonly Decimal[];
  readonly minimumRevenueProvision: readonly Decimal[];
  readonly runningCost: readonly Decimal[];
  readonly unitaryCharge: readonly Decimal[];
  readonly impairment: readonly Decimal[];
  /** Depreciation and dividend that a disposed asset no longer causes. */
  readonly chargesRemoved: readonly Decimal[];
  /** The part of it that is depreciation, and no cash. */
  readonly depreciationRemoved: readonly Decimal[];
  readonly disposalProfit: readonly Decimal[];
  readonly disposalProceeds: readonly Decimal[];
  readonly netBookValue: readonly Decimal[];
  readonly relevantNetAssets: readonly Decimal[];
  readonly loanOutstanding: readonly Decimal[];
  readonly loanDrawn: readonly Decimal[];
  readonly principal: readonly Decimal[];
  readonly pdcReceived: readonly Decimal[];
  readonly grantsReceived: readonly Decimal[];
  /** Full-year effect on the owner if it is operational at 31 March: depreciation and running cost only (model-spec §10). */
  readonly exitEffect: readonly Decimal[];
};

/** The month from which a scheme is in use, slippage included. */
export function operationalMonth(scheme: CapitalScheme): number {
  return wholeOf(scheme.operationalMonth) + wholeOf(scheme.slippageMonths);
}

/** Asset life in whole years: stated, or the tool default of its class. */
export function lifeInput(scheme: CapitalScheme): NonNullable<CapitalScheme['lifeYears']> {
  return scheme.lifeYears ?? DEFAULT_LIFE_YEARS[scheme.assetClass];
}

type Work = { frame: Frame; scheme: CapitalScheme; plan: CapitalPlan; opens: number; life: number; years: readonly number[] };

/** The share of a scheme that the named sources pay. */
function shareOf(scheme: CapitalScheme, ...sources: CapitalSource[]): Decimal {
  return sum(scheme.funding.filter((part) => sources.includes(part.source)).map((part) => figure(part.share)));
}

/** Straight line over the life from the month of opening; none under construction, none on land (model-spec §6.5, §19 (20)). */
function depreciationOf({ scheme, plan, opens, life, years }: Work, ownedShare: Decimal): Decimal[] {
  if (scheme.assetClass === 'LAND') return years.map(() => ZERO);
  const owned = times(plan.total, ownedShare);
  const ends = opens + 12 * life;
  return years.map((year) => {
    // Balances of the base year are nil without spend in it, even where a scheme is said to open before (§19 (24)).
    const isBeforeSpend = year === 0 && (plan.outturn[0] ?? ZERO).isZero();
    const months = isBeforeSpend ? 0 : monthsInUse(year, opens, ends);
    return months === 0 ? ZERO : owned.times(months).div(12 * life);
  });
}

type Loan = { drawn: Decimal[]; principal: Decimal[]; outstanding: Decimal[]; opening: Decimal[]; interest: Decimal[] };

/** A balance drawn and repaid by year, and interest on the average of opening and closing balance (model-spec §6.5). */
function loanAccount(rate: Decimal, drawn: Decimal[], principal: Decimal[], convertedFrom: number): Loan {
  const outstanding: Decimal[] = [];
  const opening: Decimal[] = [];
  const interest: Decimal[] = [];
  drawn.forEach((draw, year) => {
    const converted = year >= convertedFrom;
    const start = converted || year === 0 ? ZERO : (outstanding[year - 1] ?? ZERO);
    const end = converted ? ZERO : plus(start, draw).minus(principal[year] ?? ZERO);
    opening.push(start);
    outstanding.push(end);
    interest.push(times(rate, plus(start, end)).div(2));
  });
  return { drawn, principal: principal.map((amount, year) => (year >= convertedFrom ? ZERO : amount)), outstanding, opening, interest };
}

/** NHS loan: equal instalments of principal from the year after the last year with spend (§19 (25)). The 2020 reform turns it into PDC. */
function nhsLoan({ frame, scheme, plan, years }: Work): Loan {
  const share = shareOf(scheme, 'LOAN');
  const drawn = years.map((year) => times(plan.outturn[year] ?? ZERO, share));
  const lastSpend = plan.outturn.findLastIndex((spend) => !spend.isZero());
  const term = wholeOf(scheme.loanTermYears ?? DEFAULT_INPUTS.loanTermYears);
  const instalment = share.isZero() ? ZERO : times(plan.total, share).div(term);
  const principal = years.map((year) => (year > lastSpend && year <= lastSpend + term ? instalment : ZERO));
  return loanAccount(figureOr(scheme.loanRate, DEFAULT_INPUTS.loanRate), drawn, principal, reformYear(frame));
}

/** Council borrowing: MRP of borrowing / life from the year after opening, to revenue (§19 (26)). */
function councilBorrowing({ scheme, plan, opens, life, years }: Work): Loan {
  const share = shareOf(scheme, 'COUNCIL_BORROWING');
  const drawn = years.map((year) => times(plan.outturn[year] ?? ZERO, share));
  const opened = Math.floor(opens / 12);
  const provision = times(plan.total, share).div(life);
  const principal = years.map((year) => (year > opened && year <= opened + life ? provision : ZERO));
  return loanAccount(figureOr(scheme.loanRate, DEFAULT_INPUTS.loanRate), drawn, principal, Number.POSITIVE_INFINITY);
}

/** The first year in which provider loans stand converted to PDC: 2020/21 with the reform on, else never (model-spec §6.5). */
function reformYear(frame: Frame): number {
  const start = startOf(frame.scenario.baseYear);
  return frame.scenario.settings.pdcReform2020 && start !== undefined ? 2020 - start : Number.POSITIVE_INFINITY;
}

function accumulate(amounts: readonly Decimal[]): Decimal[] {
  let total = ZERO;
  return amounts.map((amount) => (total = plus(total, amount)));
}

/** PDC dividend on the average of opening and closing relevant net assets; the opening of the reform year is restated without its loan. */
function dividendOf(rate: Decimal, assets: readonly Decimal[], loan: Loan): { relevant: Decimal[]; dividend: Decimal[] } {
  const relevant = assets.map((value, year) => value.minus(loan.outstanding[year] ?? ZERO));
  const dividend = assets.map((_, year) => {
    const opening = year === 0 ? ZERO : (assets[year - 1] ?? ZERO).minus(loan.opening[year] ?? ZERO);
    return times(rate, plus(opening, relevant[year] ?? ZERO)).div(2);
  });
  return { relevant, dividend };
}

/** What a disposal changes: profit and proceeds in its year, and the depreciation and dividend that fall away (model-spec §6.5). */
function disposalOf(
  { frame, scheme, years }: Work,
  rate: Decimal,
): Pick<CapitalCharges, 'chargesRemoved' | 'depreciationRemoved' | 'disposalProfit' | 'disposalProceeds'> {
  const disposal = scheme.disposal;
  const nil = nilByYear(frame.yearCount);
  if (disposal === undefined) return { chargesRemoved: nil, depreciationRemoved: nil, disposalProfit: nil, disposalProceeds: nil };
  const month = wholeOf(disposal.month);
  const sold = Math.floor(month / 12);
  const bookValue = figure(disposal.netBookValue);
  const remaining = disposal.remainingLifeYears === undefined ? undefined : wholeOf(disposal.remainingLifeYears);
  const depreciation = years.map((year) =>
    remaining === undefined ? ZERO : bookValue.times(monthsInUse(year, month, month + 12 * remaining)).div(12 * remaining),
  );
  const removed = accumulate(depreciation).map((gone, year) => (year < sold ? ZERO : bookValue.minus(gone)));
  const dividend = years.map((year) => times(rate, plus(year === 0 ? ZERO : (removed[year - 1] ?? ZERO), removed[year] ?? ZERO)).div(2));
  const isCouncil = regimeOf(frame.organisations.get(scheme.organisation)?.type ?? 'ACUTE') === 'COUNCIL';
  return {
    chargesRemoved: years.map((year) => (isCouncil ? ZERO : plus(depreciation[year] ?? ZERO, dividend[year] ?? ZERO))),
    depreciationRemoved: isCouncil ? nil : depreciation,
    disposalProfit: years.map((year) => (year === sold ? figure(disposal.proceeds).minus(bookValue) : ZERO)),
    disposalProceeds: years.map((year) => (year === sold ? figure(disposal.proceeds) : ZERO)),
  };
}

function exitEffect(
  work: Work,
  annualDepreciation: Decimal,
  inYear: { depreciation: readonly Decimal[]; runningCost: readonly Decimal[] },
): Decimal[] {
  const { scheme, opens, life, years } = work;
  const annualRunning = figureOr(scheme.runningCostPerYear, DEFAULT_INPUTS.nil);
  return years.map((year) => {
    const end = 12 * year + 12;
    if (opens >= end) return ZERO;
    const depreciating = end < opens + 12 * life ? annualDepreciation : ZERO;
    const fullYear = plus(depreciating, annualRunning);
    return plus(inYear.depreciation[year] ?? ZERO, inYear.runningCost[year] ?? ZERO).minus(fullYear);
  });
}

/**
 * Charges and balances of one funded capital scheme (model-spec §6.5): an NHS body bears depreciation, PDC dividend and loan interest; a council bears MRP and
 * interest; either bears running costs and a unitary charge. The dividend starts with the first pound spent.
 */
export function capitalCharges(frame: Frame, plan: CapitalPlan): CapitalCharges {
  const scheme = plan.scheme;
  const years = frame.years.map((_, year) => year);
  const work: Work = { frame, scheme, plan, years, opens: operationalMonth(scheme), life: wholeOf(lifeInput(scheme)) };
  const isCouncil = regimeOf(frame.organisations.get(scheme.organisation)?.type ?? 'ACUTE') === 'COUNCIL';
  const spend = years.map((year) => plan.outturn[year] ?? ZERO);
  const ownedShare = ONE.minus(shareOf(scheme, 'PFI_LEASE'));
  const depreciation = isCouncil ? nilByYear(frame.yearCount) : depreciationOf(work, ownedShare);
  const netBookValue = accumulate(spend.map((amount, year) => times(amount, ownedShare).minus(depreciation[year] ?? ZERO)));
  const loan = isCouncil ? councilBorrowing(work) : nhsLoan(work);
  const rate = figureOr(frame.scenario.settings.pdcDividendRate, DEFAULT_INPUTS.pdcDividendRate);
  const dividendShare = ownedShare.isZero() ? ZERO : ownedShare.minus(shareOf(scheme, 'DONATED_GRANT')).div(ownedShare);
  const { relevant, dividend } = dividendOf(
    rate,
    netBookValue.map((value) => times(value, dividendShare)),
    loan,
  );
  const runningCost = years.map((year) =>
    figureOr(scheme.runningCostPerYear, DEFAULT_INPUTS.nil).times(monthsInUse(year, work.opens)).div(12),
  );
  const annualDepreciation = isCouncil || scheme.assetClass === 'LAND' ? ZERO : times(plan.total, ownedShare).div(work.life);
  const nil = nilByYear(frame.yearCount);
  return {
    spend,
    depreciation,
    netBookValue,
    runningCost,
    pdcDividend: isCouncil ? nil : dividend,
    relevantNetAssets: isCouncil ? nil : relevant,
    loanInterest: loan.interest,
    loanOutstanding: loan.outstanding,
    loanDrawn: loan.drawn,
    principal: loan.principal,
    minimumRevenueProvision: isCouncil ? loan.principal : nil,
    unitaryCharge: figuresByYear(frame, scheme.unitaryChargeByYear),
    impairment: figuresByYear(frame, scheme.impairmentByYear),
    pdcReceived: spend.map((amount) => times(amount, shareOf(scheme, 'STP_PDC', 'OTHER_PDC'))),
    grantsReceived: spend.map((amount) => times(amount, shareOf(scheme, 'DONATED_GRANT', 'COUNCIL_CAPITAL_GRANT'))),
    exitEffect: exitEffect(work, annualDepreciation, { depreciation, runningCost }),
    ...disposalOf(work, rate),
  };
}

/** Charges of a scheme that is not funded: nothing is spent and nothing is charged; a disposal stands by itself. */
export function unfundedCharges(frame: Frame, plan: CapitalPlan): CapitalCharges {
  const scheme: CapitalScheme = { ...plan.scheme, unitaryChargeByYear: {}, impairmentByYear: {}, runningCostPerYear: undefined };
  return capitalCharges(frame, { scheme, outturn: [], total: ZERO, optimismBias: plan.optimismBias });
}
