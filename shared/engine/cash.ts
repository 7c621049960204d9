import { ONE, ZERO, isBelow, minus, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import { regimeOf } from '../scenario/vocabulary.ts';
import type { CapitalOutcome } from './capital.ts';
import { figure, figureOr } from './frame.ts';
import type { Projection } from './project.ts';

/** Cash of one NHS provider by year, in pounds, index 0 = base year; closing below nil flags a support loan (model-spec §10). */
export type CashYear = {
  readonly opening: Decimal;
  readonly reported: Decimal;
  /** Charges and gains in the position that move no cash: depreciation, impairment, disposal profit. */
  readonly notCash: Decimal;
  readonly capitalSpend: Decimal;
  readonly financing: Decimal;
  readonly principal: Decimal;
  readonly receipts: Decimal;
  readonly closing: Decimal;
  readonly needsSupportLoan: boolean;
};

/** Depreciation inside the capital charges that were there before, as a share of them (§19 (28)). */
function existingDepreciation(projection: Projection, organisation: string, year: number): Decimal {
  const { scenario } = projection.frame;
  const charges = scenario.lines.filter(
    (line) => line.organisation === organisation && line.kind === 'EXPENDITURE' && line.category === 'CAPITAL_CHARGES',
  );
  const share = figureOr(scenario.settings.capitalChargesDepreciationShare, DEFAULT_INPUTS.capitalChargesDepreciationShare);
  return times(share, sum(charges.map((line) => projection.doNothing.lines.get(line.id)?.[year] ?? ZERO)));
}

/** Capital outcomes of the schemes that an organisation owns, with the part of their spend that it pays itself (a PFI partner pays the rest). */
function ownedSchemes(projection: Projection, organisation: string): { outcome: CapitalOutcome; paidShare: Decimal }[] {
  const owned: { outcome: CapitalOutcome; paidShare: Decimal }[] = [];
  for (const [id, outcome] of projection.capital.schemes) {
    const scheme = projection.capital.funding.plans.get(id)?.scheme;
    if (scheme?.organisation !== organisation) continue;
    const partner = sum(scheme.funding.filter((part) => part.source === 'PFI_LEASE').map((part) => figure(part.share)));
    owned.push({ outcome, paidShare: ONE.minus(partner) });
  }
  return owned;
}

function cashYear(projection: Projection, organisation: string, opening: Decimal, year: number): CashYear {
  const owned = ownedSchemes(projection, organisation);
  const total = (read: (outcome: CapitalOutcome) => readonly Decimal[]): Decimal =>
    sum(owned.map(({ outcome }) => read(outcome)[year] ?? ZERO));
  const reported = projection.settlement.reported.get(organisation)?.[year] ?? ZERO;
  const depreciation = plus(
    existingDepreciation(projection, organisation, year),
    minus(
      total((each) => each.depreciation),
      total((each) => each.depreciationRemoved),
    ),
  );
  const notCash = minus(
    plus(
      depreciation,
      total((each) => each.impairment),
    ),
    total((each) => each.disposalProfit),
  );
  const capitalSpend = sum(owned.map(({ outcome, paidShare }) => times(outcome.spend[year] ?? ZERO, paidShare)));
  const financing = plus(
    total((each) => each.pdcReceived),
    plus(
      total((each) => each.loanDrawn),
      total((each) => each.grantsReceived),
    ),
  );
  const principal = total((each) => each.principal);
  const receipts = total((each) => each.disposalProceeds);
  const closing = plus(opening, reported).plus(notCash).minus(capitalSpend).plus(financing).minus(principal).plus(receipts);
  return { opening, reported, notCash, capitalSpend, financing, principal, receipts, closing, needsSupportLoan: isBelow(closing, ZERO) };
}

/**
 * Cash of every NHS provider whose opening cash is entered: opening + reported + what moves no cash − capital spend + PDC, loans and grants − principal +
 * receipts (model-spec §10, §19 (28)). The profit on a disposal is in reported and again in the proceeds, so it is taken out once. Indicative: no working capital.
 * The base year has no entry.
 */
export function cashOf(projection: Projection): Map<string, (CashYear | undefined)[]> {
  const positions = new Map<string, (CashYear | undefined)[]>();
  for (const organisation of projection.frame.scenario.organisations) {
    if (organisation.openingCash === undefined || regimeOf(organisation.type) !== 'NHS_PROVIDER') continue;
    let balance = figure(organisation.openingCash);
    positions.set(
      organisation.id,
      projection.frame.years.map((_, year) => {
        if (year === 0) return undefined;
        const reached = cashYear(projection, organisation.id, balance, year);
        balance = reached.closing;
        return reached;
      }),
    );
  }
  return positions;
}
