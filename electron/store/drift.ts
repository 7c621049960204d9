import { SYSTEM, type Drift, type DriftedFigure, type StoredOutcomes } from './types.ts';

type Amounts = ReadonlyMap<string, Omit<DriftedFigure, 'stored' | 'recomputed'> & { readonly amount: string }>;

/** Every amount of a set of outcomes by what it is. Bars of the bridge are amounts of the system like any other. */
function amountsOf(outcomes: StoredOutcomes): Amounts {
  if (outcomes.kind !== 'computed') return new Map();
  const bars = outcomes.bars.map(({ year, bar, amount }) => ({ organisation: SYSTEM, year, measure: `bridge: ${bar}`, amount }));
  return new Map(
    [...outcomes.figures, ...bars].map((figure) => [JSON.stringify([figure.organisation, figure.year, figure.measure]), figure]),
  );
}

function reasonOf(stored: StoredOutcomes, recomputed: StoredOutcomes): string | undefined {
  if (recomputed.kind === 'notComputed')
    return stored.kind === 'notComputed' ? undefined : `It cannot be computed now: ${recomputed.reason}`;
  return stored.kind === 'notComputed' ? 'It could not be computed before.' : undefined;
}

/**
 * What the engine of today computes differently from what was stored. Amounts are exact decimals in canonical text, so a difference in the last digit
 * is one; the order of the rows is none. Undefined where there is no difference.
 */
export function driftBetween(stored: StoredOutcomes, recomputed: StoredOutcomes): Drift | undefined {
  const [before, now] = [amountsOf(stored), amountsOf(recomputed)];
  const figures = [...new Set([...before.keys(), ...now.keys()])].flatMap((key): DriftedFigure[] => {
    const [one, other] = [before.get(key), now.get(key)];
    const place = one ?? other;
    if (place === undefined || one?.amount === other?.amount) return [];
    const { organisation, year, measure } = place;
    return [{ organisation, year, measure, stored: one?.amount, recomputed: other?.amount }];
  });
  const reason = reasonOf(stored, recomputed);
  if (figures.length === 0 && reason === undefined) return undefined;
  return { storedBy: stored.engineVersion, recomputedBy: recomputed.engineVersion, figures, reason };
}
