import { ZERO, plus, times, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';
import { labelOf } from '../scenario/vocabulary.ts';

/** What a programme claims and what of it counts for the system in one year, in pounds: headline against system effect. */
export type ProgrammeWorth = {
  readonly key: string;
  readonly name: string;
  readonly claimed: Decimal;
  readonly counts: Decimal;
  /** The paths of these figures among those that are explained, where the programme is one scheme; a sum over several is explained scheme by scheme. */
  readonly claimedFigure?: string | undefined;
  readonly countsFigure?: string | undefined;
};

type Scheme = {
  readonly programme: string | undefined;
  readonly otherwise: { readonly key: string; readonly name: string };
  readonly claimed: Decimal;
  readonly counts: Decimal;
  readonly claimedFigure?: string;
  readonly countsFigure?: string;
};

const at = (amounts: readonly Decimal[], year: number): Decimal => amounts[year] ?? ZERO;

function savingsSchemes(projection: Projection, year: number): Scheme[] {
  return [...projection.savings.schemes.values()].map((outcome) => ({
    programme: outcome.scheme.programme,
    otherwise: { key: `category:${outcome.scheme.category}`, name: labelOf(outcome.scheme.category) },
    claimed: at(outcome.headline, year),
    counts: at(outcome.systemEffect, year),
    claimedFigure: `schemes.${outcome.scheme.id}.headline.${projection.frame.years[year] ?? ''}`,
    countsFigure: `schemes.${outcome.scheme.id}.systemEffect.${projection.frame.years[year] ?? ''}`,
  }));
}

/** A shift's worth to the system: cost released, less what the new care costs. Steps that close are shared out by the activity that each shift moves. */
function shiftSchemes(projection: Projection, year: number): Scheme[] {
  const all = [...projection.shifts.schemes.values()];
  return all.map((outcome) => {
    const group = outcome.activity.scheme.stepGroup;
    const members = all.filter((each) => each.activity.scheme.stepGroup === group);
    const beds = members.reduce((total, each) => plus(total, each.activity.bedsAtFullEffect), ZERO);
    const released = group === undefined ? ZERO : at(projection.shifts.groups.get(group)?.costReleased ?? [], year);
    const steps = beds.isZero() ? ZERO : times(released, outcome.activity.bedsAtFullEffect).div(beds);
    return {
      programme: outcome.activity.scheme.programme,
      otherwise: { key: 'shift', name: 'Acute-to-community shift' },
      claimed: at(outcome.headline, year),
      claimedFigure: `shifts.${outcome.activity.scheme.id}.headline.${projection.frame.years[year] ?? ''}`,
      counts: plus(at(outcome.variableReleased, year), steps).minus(at(outcome.reprovision, year)),
    };
  });
}

function preventionSchemes(projection: Projection, year: number): Scheme[] {
  return [...projection.prevention.values()].map((outcome) => ({
    programme: outcome.scheme.programme,
    otherwise: { key: 'prevention', name: 'Prevention' },
    claimed: at(outcome.benefit, year).minus(at(outcome.investment, year)),
    counts: at(outcome.cashReleasing, year).minus(at(outcome.investment, year)),
  }));
}

/**
 * What each programme is worth in one year, largest claim first: what its schemes claim, and what the system keeps after timing, capital, overlap, cash release
 * and delivery. Schemes of no programme stand under their category (product.md §3, Board).
 */
export function programmesOf(projection: Projection, year: number): ProgrammeWorth[] {
  const names = new Map(projection.frame.scenario.programmes.map((programme) => [programme.id, programme.name]));
  const worth = new Map<string, ProgrammeWorth>();
  for (const scheme of [...savingsSchemes(projection, year), ...shiftSchemes(projection, year), ...preventionSchemes(projection, year)]) {
    const name = scheme.programme === undefined ? undefined : names.get(scheme.programme);
    const place = name === undefined ? scheme.otherwise : { key: `programme:${scheme.programme ?? ''}`, name };
    const known = worth.get(place.key);
    const { claimed, counts, claimedFigure, countsFigure } = scheme;
    const own = { ...place, claimed, counts, claimedFigure, countsFigure };
    worth.set(
      place.key,
      known === undefined ? own : { ...place, claimed: plus(known.claimed, claimed), counts: plus(known.counts, counts) },
    );
  }
  return [...worth.values()].sort((a, b) => b.claimed.cmp(a.claimed) || (a.name < b.name ? -1 : 1));
}
