import { ONE, ZERO, isAtLeast, isBelow, maximum, minimum, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { RiskShare } from '../scenario/schema.ts';
import { figure, figureAt, figureOr, takesPart, type Frame } from './frame.ts';
import { nilByYear, type Ledger } from './ledger.ts';

/** Amounts by organisation and year, index 0 = base year, in pounds. */
export type ByOrganisation = ReadonlyMap<string, readonly Decimal[]>;

/** One agreement in one year: the pool, the part of it that the cap lets through, and the transfers (positive = received), which sum to nil. */
export type RiskShareYear = {
  readonly pool: Decimal;
  readonly capFactor: Decimal;
  readonly variances: ReadonlyMap<string, Decimal>;
  readonly transfers: ReadonlyMap<string, Decimal>;
};
/** PSF of one organisation in one year (model-spec §9.2). */
export type SupportYear = {
  readonly allocation: Decimal;
  readonly atStake: Decimal;
  readonly earned: Decimal;
  /** Position tested less control total, before PSF: at or above nil passes. Undefined in a year without a control total. */
  readonly distanceToGate: Decimal | undefined;
};
/** A council's reserves in one year (model-spec §9.3). */
export type ReservesYear = {
  readonly before: Decimal;
  readonly used: Decimal;
  readonly added: Decimal;
  readonly closing: Decimal;
  readonly requiredMitigation: Decimal;
};

export type Settlement = {
  readonly riskShares: ReadonlyMap<string, readonly (RiskShareYear | undefined)[]>;
  readonly transfers: ByOrganisation;
  readonly support: ReadonlyMap<string, readonly (SupportYear | undefined)[]>;
  readonly reserves: ReadonlyMap<string, readonly (ReservesYear | undefined)[]>;
  readonly reported: ByOrganisation;
};

/** Positions before support; and the part of them (disposal profit, impairment) that control totals and PSF do not test (§19 (27)). */
export type Positions = { readonly beforeSupport: ByOrganisation; readonly untested: ByOrganisation };

/** Pre-PSF control totals by organisation and year; undefined where none is entered. On basis POST_PSF the year's full allocation is taken off (§19 (4)). */
export function controlTotals(frame: Frame): ReadonlyMap<string, readonly (Decimal | undefined)[]> {
  const totals = new Map<string, (Decimal | undefined)[]>();
  for (const total of frame.scenario.controlTotals) {
    if (!takesPart(frame, 'controlTotals', total.organisation)) continue;
    const stated = frame.years.map((label, year) => {
      const amount = year === 0 ? undefined : figureAt(total.amountByYear, label);
      if (amount === undefined || total.basis === 'PRE_PSF') return amount;
      const allocations = frame.scenario.support
        .filter((support) => support.organisation === total.organisation && takesPart(frame, 'support', support.id))
        .map((support) => figureAt(support.allocationByYear, label) ?? ZERO);
      return amount.minus(sum(allocations));
    });
    const known = totals.get(total.organisation);
    totals.set(total.organisation, known === undefined ? stated : known.map((amount, year) => stated[year] ?? amount));
  }
  return totals;
}

export type ShareTerms = { readonly inScopeShare: Decimal; readonly deadBand: Decimal; readonly cap: Decimal | undefined };
export type ShareMember = {
  readonly organisation: string;
  readonly variance: Decimal;
  readonly gainWeight: Decimal;
  readonly lossWeight: Decimal;
};

/**
 * Transfers of one agreement in one year (model-spec §9.1): transfer = κ(wV − σv), V = σ Σ v; inside the dead-band nothing moves; beyond it the whole of V is
 * shared; the cap limits |V| (§19 (34)). Positive = received; the transfers sum to nil.
 */
export function shareVariance(members: readonly ShareMember[], terms: ShareTerms): RiskShareYear {
  const variances = new Map(members.map((member) => [member.organisation, member.variance]));
  const pool = times(terms.inScopeShare, sum(members.map((member) => member.variance)));
  if (isBelow(pool.abs(), terms.deadBand))
    return { pool, capFactor: ZERO, variances, transfers: new Map(members.map((member) => [member.organisation, ZERO])) };
  const isCapped = terms.cap !== undefined && !pool.isZero() && isBelow(terms.cap, pool.abs());
  const capFactor = isCapped ? terms.cap.div(pool.abs()) : ONE;
  const isGain = pool.gte(ZERO);
  const transfers = new Map(
    members.map((member) => {
      const share = times(isGain ? member.gainWeight : member.lossWeight, pool);
      return [member.organisation, times(capFactor, share.minus(times(terms.inScopeShare, member.variance)))];
    }),
  );
  return { pool, capFactor, variances, transfers };
}

/** Target of a participant in a year: its own, else its pre-PSF control total. */
function targetOf(participant: RiskShare['participants'][number], label: string, controlTotal: Decimal | undefined): Decimal | undefined {
  return figureAt(participant.targetByYear, label) ?? controlTotal;
}

/** Whether an agreement does anything: it has participants, and weights that are not all nil (rule E15). */
function isActive(agreement: RiskShare): boolean {
  return agreement.participants.some((participant) => !figure(participant.gainWeight).isZero() || !figure(participant.lossWeight).isZero());
}

type Running = Map<string, Decimal[]>;

function agreementInYear(
  frame: Frame,
  agreement: RiskShare,
  year: number,
  running: Running,
  totals: ReadonlyMap<string, readonly (Decimal | undefined)[]>,
): RiskShareYear | undefined {
  const label = frame.years[year] ?? '';
  const members: ShareMember[] = [];
  for (const participant of agreement.participants) {
    const target = targetOf(participant, label, totals.get(participant.organisation)?.[year]);
    if (target === undefined) return undefined;
    const position = running.get(participant.organisation)?.[year] ?? ZERO;
    members.push({
      organisation: participant.organisation,
      variance: position.minus(target),
      gainWeight: figure(participant.gainWeight),
      lossWeight: figure(participant.lossWeight),
    });
  }
  return shareVariance(members, {
    inScopeShare: figureOr(agreement.inScopeShare, DEFAULT_INPUTS.fullShare),
    deadBand: figureOr(agreement.deadBand, DEFAULT_INPUTS.nil),
    cap: agreement.cap === undefined ? undefined : figure(agreement.cap),
  });
}

function addTo(amounts: Map<string, Decimal[]>, frame: Frame, organisation: string, year: number, amount: Decimal): void {
  let years = amounts.get(organisation);
  if (years === undefined) {
    years = nilByYear(frame.yearCount);
    amounts.set(organisation, years);
  }
  years[year] = plus(years[year] ?? ZERO, amount);
}

/** Agreements in listed order, each on the position that the one before left (model-spec §9.1). */
function settleRiskShares(
  frame: Frame,
  running: Running,
  totals: ReturnType<typeof controlTotals>,
): Pick<Settlement, 'riskShares' | 'transfers'> {
  const riskShares = new Map<string, (RiskShareYear | undefined)[]>();
  const transfers = new Map<string, Decimal[]>();
  for (const agreement of frame.scenario.riskShares) {
    if (!takesPart(frame, 'riskShares', agreement.id) || !isActive(agreement)) continue;
    const years: (RiskShareYear | undefined)[] = [undefined];
    for (let year = 1; year <= frame.yearCount; year += 1) {
      const shared = agreementInYear(frame, agreement, year, running, totals);
      years.push(shared);
      for (const [organisation, amount] of shared?.transfers ?? []) {
        addTo(transfers, frame, organisation, year, amount);
        addTo(running, frame, organisation, year, amount);
      }
    }
    riskShares.set(agreement.id, years);
  }
  return { riskShares, transfers };
}

/** PSF is tested body by body and year by year; a position at the control total passes (model-spec §9.2, §19 (35), rule E22). */
function settleSupport(
  frame: Frame,
  tested: ByOrganisation,
  totals: ReturnType<typeof controlTotals>,
): Map<string, (SupportYear | undefined)[]> {
  const outcomes = new Map<string, (SupportYear | undefined)[]>();
  for (const support of frame.scenario.support) {
    if (!takesPart(frame, 'support', support.id)) continue;
    const financeShare = figureOr(support.financeShare, DEFAULT_INPUTS.financeShare);
    const accessShare = figureOr(support.accessShare, DEFAULT_INPUTS.accessShare);
    outcomes.set(
      support.id,
      frame.years.map((label, year) => {
        const allocation = year === 0 ? undefined : figureAt(support.allocationByYear, label);
        if (allocation === undefined) return undefined;
        const achieved = figureAt(support.accessAchievedByYear, label) ?? ONE;
        const atStake = times(allocation, plus(financeShare, times(accessShare, achieved)));
        const total = totals.get(support.organisation)?.[year];
        const distanceToGate = total === undefined ? undefined : (tested.get(support.organisation)?.[year] ?? ZERO).minus(total);
        const passes = distanceToGate !== undefined && isAtLeast(distanceToGate, ZERO);
        return { allocation, atStake, earned: passes ? atStake : ZERO, distanceToGate };
      }),
    );
  }
  return outcomes;
}

/** One council's reserves: drawn no lower than the minimum; a surplus is added; what remains is required mitigation (model-spec §9.3, §19 (36)). */
export function reservesYears(positions: readonly Decimal[], opening: Decimal, minimumLevel: Decimal): (ReservesYear | undefined)[] {
  let balance = opening;
  return positions.map((before, year) => {
    if (year === 0) return undefined;
    const available = maximum(balance.minus(minimumLevel), ZERO);
    const used = minimum(maximum(before.neg(), ZERO), available);
    const added = maximum(before, ZERO);
    balance = balance.minus(used).plus(added);
    const unfunded = minimum(before, ZERO).plus(used).neg();
    return { before, used, added, closing: balance, requiredMitigation: isAtLeast(ZERO, unfunded) ? ZERO : unfunded };
  });
}

function settleReserves(frame: Frame, running: ByOrganisation): Map<string, (ReservesYear | undefined)[]> {
  const outcomes = new Map<string, (ReservesYear | undefined)[]>();
  for (const organisation of frame.scenario.organisations) {
    if (!organisation.type.startsWith('COUNCIL') || !takesPart(frame, 'organisations', organisation.id)) continue;
    const stated = frame.scenario.reserves.find(
      (reserves) => reserves.organisation === organisation.id && takesPart(frame, 'reserves', organisation.id),
    );
    const positions = running.get(organisation.id) ?? nilByYear(frame.yearCount);
    outcomes.set(
      organisation.id,
      reservesYears(positions, stated === undefined ? ZERO : figure(stated.opening), stated === undefined ? ZERO : figure(stated.minimum)),
    );
  }
  return outcomes;
}

function copyOf(amounts: ByOrganisation): Running {
  return new Map([...amounts].map(([organisation, years]) => [organisation, [...years]]));
}

/** Positions that the control totals test: without what is outside them (§19 (27)). */
function testedPositions(positions: Positions): Running {
  const tested = copyOf(positions.beforeSupport);
  for (const [organisation, outside] of positions.untested) {
    const years = tested.get(organisation) ?? [];
    outside.forEach((amount, year) => {
      years[year] = (years[year] ?? ZERO).minus(amount);
    });
  }
  return tested;
}

/**
 * Steps 9 to 11 of model-spec §10 on given positions before support: risk-shares in listed order, the PSF gate, council reserves and required mitigation.
 * Only reserves carry from year to year. A function of its own, so that the break-even search can settle trial positions by the same rules.
 */
export function settle(frame: Frame, positions: Positions): Settlement {
  const totals = controlTotals(frame);
  const tested = testedPositions(positions);
  const { riskShares, transfers } = settleRiskShares(frame, tested, totals);
  const support = settleSupport(frame, tested, totals);
  const running = copyOf(positions.beforeSupport);
  for (const [organisation, years] of transfers)
    years.forEach((amount, year) => {
      addTo(running, frame, organisation, year, amount);
    });
  const reserves = settleReserves(frame, running);
  const reported = copyOf(running);
  for (const stated of frame.scenario.support) {
    support.get(stated.id)?.forEach((outcome, year) => {
      addTo(reported, frame, stated.organisation, year, outcome?.earned ?? ZERO);
    });
  }
  for (const [organisation, years] of reserves) {
    years.forEach((outcome, year) => {
      addTo(reported, frame, organisation, year, outcome === undefined ? ZERO : outcome.used.minus(outcome.added));
    });
  }
  return { riskShares, transfers, support, reserves, reported };
}

/** Posts a settlement: transfers between members, PSF earned, reserves used or added. */
export function postSettlement(frame: Frame, settlement: Settlement, ledger: Ledger): void {
  for (const [id, years] of settlement.riskShares) {
    years.forEach((shared, year) => {
      for (const [organisation, amount] of shared?.transfers ?? []) {
        ledger.post({
          year,
          organisation,
          step: 'riskShare',
          category: 'transfer',
          source: id,
          setting: 'OTHER',
          amount,
          recurrent: true,
          betweenMembers: true,
        });
      }
    });
  }
  for (const stated of frame.scenario.support) {
    settlement.support.get(stated.id)?.forEach((outcome, year) => {
      if (outcome === undefined) return;
      const recurrent = frame.scenario.settings.psfIsRecurrent;
      ledger.post({
        year,
        organisation: stated.organisation,
        step: 'support',
        category: 'PSF',
        source: stated.id,
        setting: 'OTHER',
        amount: outcome.earned,
        recurrent,
        betweenMembers: false,
      });
    });
  }
  for (const [organisation, years] of settlement.reserves) {
    years.forEach((outcome, year) => {
      if (outcome === undefined) return;
      const common = {
        year,
        organisation,
        step: 'reserves',
        source: `reserves-${organisation}`,
        setting: 'OTHER',
        recurrent: false,
        betweenMembers: false,
      } as const;
      ledger.post({ ...common, category: 'reservesUsed', amount: outcome.used });
      ledger.post({ ...common, category: 'reservesAdded', amount: outcome.added.neg() });
    });
  }
}
