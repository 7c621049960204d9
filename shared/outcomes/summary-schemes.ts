import { ONE, ZERO } from '../money/decimal.ts';
import { toPence } from '../money/format.ts';
import type { Projection } from '../engine/project.ts';
import type { Summary } from './summary-schema.ts';
import { quantityText, summaryText, unlessLeftOut } from './summary-text.ts';

/** Recurrent amounts of every line of the do nothing (model-spec §4), positive in their natural direction. */
export function lineSummaries(projection: Projection): Summary['lines'] {
  const { pounds } = summaryText(projection);
  const { lines } = projection.doNothing;
  return unlessLeftOut(projection, projection.frame.scenario.lines, ({ id }) => {
    const amounts = lines.get(id);
    return amounts === undefined ? undefined : pounds(amounts);
  });
}

/** Recurrent amounts of every flow between members, as the payee has them (model-spec §3.3). */
export function flowSummaries(projection: Projection): Summary['flows'] {
  const { pounds } = summaryText(projection);
  const { flows } = projection.doNothing;
  return unlessLeftOut(projection, projection.frame.scenario.flows, ({ id }) => {
    const amounts = flows.get(id);
    return amounts === undefined ? undefined : pounds(amounts);
  });
}

const FACTOR_PLACES = 10;

/** The cost that schemes share, and the factor by which their overlap shrinks them (model-spec §5.4). */
export function poolSummaries(projection: Projection): Summary['pools'] {
  const { years } = summaryText(projection);
  return unlessLeftOut(projection, projection.frame.scenario.pools, ({ id }) => {
    const byYear = projection.savings.pools.get(id);
    if (byYear === undefined) return undefined;
    return {
      amount: years((year) => toPence(byYear[year]?.pool ?? ZERO)),
      factor: years((year) => quantityText(byYear[year]?.factor ?? ONE, FACTOR_PLACES)),
    };
  });
}

/** The ladder of every savings scheme (model-spec §5.3): headline is L0, timing L1, afterGate L2, afterOverlap L3, cashReleasing L4, deliverable L5, systemEffect L6. */
export function schemeSummaries(projection: Projection): Summary['schemes'] {
  const { pounds } = summaryText(projection);
  return unlessLeftOut(projection, projection.frame.scenario.savings, ({ id, name, category, organisation }) => {
    const outcome = projection.savings.schemes.get(id);
    if (outcome === undefined) return undefined;
    return {
      name,
      category,
      organisation,
      funded: outcome.funded,
      headline: pounds(outcome.headline),
      timing: pounds(outcome.effective),
      afterGate: pounds(outcome.afterGate),
      afterOverlap: pounds(outcome.afterOverlap),
      cashReleasing: pounds(outcome.cashReleasing),
      deliverable: pounds(outcome.deliverable),
      systemEffect: pounds(outcome.systemEffect),
    };
  });
}

/** Prevention: what is spent, what it brings, what of it is cash by then, and the cash that comes after the horizon (model-spec §8). */
export function preventionSummaries(projection: Projection): Summary['prevention'] {
  const { pounds } = summaryText(projection);
  return unlessLeftOut(projection, projection.frame.scenario.prevention, ({ id, name }) => {
    const outcome = projection.prevention.get(id);
    if (outcome === undefined) return undefined;
    return {
      name,
      investment: pounds(outcome.investment),
      benefit: pounds(outcome.benefit),
      cashReleasing: pounds(outcome.cashReleasing),
      cashAfterHorizon: toPence(outcome.cashAfterHorizon),
    };
  });
}
