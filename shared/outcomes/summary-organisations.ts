import { ZERO, type Decimal } from '../money/decimal.ts';
import { cashOf } from '../engine/cash.ts';
import type { Projection } from '../engine/project.ts';
import type { ReservesYear } from '../engine/settlement.ts';
import { withoutOf } from './left-out.ts';
import type { OrganisationOutcome, Outcome, Outcomes } from './positions.ts';
import type { Summary } from './summary-schema.ts';
import { penceOrNull, summaryText, unlessLeftOut, type SummaryText } from './summary-text.ts';

type OrganisationSummary = NonNullable<Summary['organisations'][string]>;
type CouncilSummary = NonNullable<Summary['councils'][string]>;

function measuresOf(text: SummaryText, outcome: Outcome) {
  const step = (name: 'riskShare' | 'support' | 'reserves') => text.pounds(outcome.steps.get(name) ?? []);
  return {
    basePosition: penceOrNull(outcome.doNothing[0]),
    doNothing: text.pounds(outcome.doNothing),
    headline: text.pounds(outcome.headline),
    beforeSupport: text.pounds(outcome.beforeSupport),
    riskShare: step('riskShare'),
    support: step('support'),
    reserves: step('reserves'),
    reported: text.pounds(outcome.reported),
    underlying: text.pounds(outcome.underlying),
    exitRunRate: text.pounds(outcome.exitRunRate),
  };
}

/** The system's positions by year. */
export function systemSummary(projection: Projection, outcomes: Outcomes): Summary['system'] {
  const text = summaryText(projection);
  const { system } = outcomes;
  return {
    ...measuresOf(text, system),
    ...(projection.frame.leftOut.has('scenario') ? { basePosition: null } : {}),
    cumulative: text.pounds(system.cumulative),
    perHead: text.poundsOrNull(system.perHead),
    reportedReal: text.pounds(system.reportedReal),
    booksNotAgreed: text.pounds(system.booksNotAgreed),
    without: [...withoutOf(projection).system],
  };
}

/** Positions of every organisation by id; null for one that is left out because of a problem. */
export function organisationSummaries(projection: Projection, outcomes: Outcomes): Summary['organisations'] {
  const { frame } = projection;
  const text = summaryText(projection);
  const cash = cashOf(projection);
  const without = withoutOf(projection);
  const summaryOf = (outcome: OrganisationOutcome): OrganisationSummary => {
    const balances = cash.get(outcome.id);
    return {
      name: outcome.name,
      type: frame.organisations.get(outcome.id)?.type ?? '',
      regime: outcome.regime,
      ...measuresOf(text, outcome),
      controlTotal: text.poundsOrNull(outcome.controlTotal),
      variance: text.poundsOrNull(outcome.variance),
      cash: balances === undefined ? null : text.pounds(balances.map((year) => year?.closing ?? ZERO)),
      without: [...without.ofOrganisation(outcome.id)],
    };
  };
  const isLeftOut = (id: string): boolean => frame.leftOut.has(`organisations:${id}`);
  return unlessLeftOut(projection, outcomes.organisations, (outcome) => (isLeftOut(outcome.id) ? undefined : summaryOf(outcome)));
}

function councilFlag(year: ReservesYear | undefined): 'balanced' | 'reserves used' | 's114 risk' {
  if (year === undefined) return 'balanced';
  if (!year.requiredMitigation.isZero()) return 's114 risk';
  return year.used.isZero() ? 'balanced' : 'reserves used';
}

/** Reserves and required mitigation of every council (model-spec §9.3). */
export function councilSummaries(projection: Projection): Summary['councils'] {
  const text = summaryText(projection);
  const { frame, settlement } = projection;
  const councils = frame.scenario.organisations.filter((organisation) => organisation.type.startsWith('COUNCIL'));
  return unlessLeftOut(projection, councils, ({ id, name }): CouncilSummary | undefined => {
    const years = settlement.reserves.get(id);
    if (years === undefined) return undefined;
    const amounts = (of: (year: ReservesYear) => Decimal) => text.pounds(years.map((year) => (year === undefined ? ZERO : of(year))));
    return {
      name,
      before: amounts((year) => year.before),
      reservesUsed: amounts((year) => year.used),
      reservesAdded: amounts((year) => year.added),
      reservesClosing: amounts((year) => year.closing),
      requiredMitigation: amounts((year) => year.requiredMitigation),
      flag: text.years((year) => councilFlag(years[year])),
    };
  });
}

/** Every risk-share agreement: what was shared, and who received or paid. An agreement that does nothing has no pool and no transfers. */
export function riskShareSummaries(projection: Projection): Summary['riskShares'] {
  const text = summaryText(projection);
  const { frame, settlement } = projection;
  return unlessLeftOut(projection, frame.scenario.riskShares, ({ id, name, participants }) => {
    if (frame.leftOut.has(`riskShares:${id}`)) return undefined;
    const years = settlement.riskShares.get(id) ?? [];
    const received = (organisation: string) => text.pounds(years.map((year) => year?.transfers.get(organisation) ?? ZERO));
    return {
      name,
      pool: text.poundsOrNull(years.map((year) => year?.pool)),
      transfers: Object.fromEntries(participants.map(({ organisation }) => [organisation, received(organisation)])),
    };
  });
}

/** Every allocation of PSF: what could be earned, what was, and how far the body stands from its gate (model-spec §9.2). */
export function supportSummaries(projection: Projection): Summary['support'] {
  const text = summaryText(projection);
  const { frame, settlement } = projection;
  return unlessLeftOut(projection, frame.scenario.support, ({ id, organisation }) => {
    const years = settlement.support.get(id);
    if (years === undefined) return undefined;
    return {
      organisation,
      allocation: text.pounds(years.map((year) => year?.allocation ?? ZERO)),
      atStake: text.pounds(years.map((year) => year?.atStake ?? ZERO)),
      earned: text.pounds(years.map((year) => year?.earned ?? ZERO)),
      distanceToGate: text.poundsOrNull(years.map((year) => year?.distanceToGate)),
    };
  });
}
