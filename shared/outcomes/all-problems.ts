import { ZERO, sum, times, type Decimal } from '../money/decimal.ts';
import { yearsBetween } from '../calendar/financial-year.ts';
import type { Projection } from '../engine/project.ts';
import type { Problem } from '../scenario/problem.ts';
import { resultProblems, type Closure } from '../scenario/result-problems.ts';
import type { Outcomes } from './positions.ts';

/** What one-off savings put into the system's position of a year, as planned and as delivered, in pounds (model-spec §19, Underlying). */
function nonRecurrentSavings(projection: Projection, year: number): { headline: Decimal; reported: Decimal } {
  const outcomes = [...projection.savings.schemes.values()];
  return {
    headline: sum(outcomes.map((outcome) => outcome.timing.headlineNonRecurrent[year] ?? ZERO)),
    reported: sum(outcomes.map((outcome) => times(outcome.systemEffect[year] ?? ZERO, outcome.nonRecurrentShare[year] ?? ZERO))),
  };
}

function closuresOf(projection: Projection, outcomes: Outcomes): Closure[] {
  const { target, years } = projection.frame;
  const once = nonRecurrentSavings(projection, target);
  const year = years[target] ?? '';
  const { headline, reported } = outcomes.system;
  return [
    { measure: 'Headline plan', year, position: headline[target] ?? ZERO, nonRecurrentSavings: once.headline },
    { measure: 'Reported position', year, position: reported[target] ?? ZERO, nonRecurrentSavings: once.reported },
  ];
}

/** What model-spec §15 has to say about a scenario and about what it came to: the problems of the scenario first, errors before warnings in each part. */
export function allProblems(projection: Projection, outcomes: Outcomes): Problem[] {
  const { frame, savings } = projection;
  if (frame.leftOut.has('scenario') || (yearsBetween(frame.scenario.baseYear, frame.scenario.targetYear) ?? 0) <= 0)
    return [...projection.problems];
  const planned = new Map([...savings.schemes].map(([id, outcome]) => [id, outcome.headline[frame.target] ?? ZERO]));
  const pools = [...savings.pools].flatMap(([poolId, years]) =>
    years
      .map((each, year) => ({
        poolId,
        year: frame.years[year] ?? '',
        poolAmount: each.pool,
        members: [...each.asked].map(([schemeId, amount]) => ({ schemeId, amount })),
      }))
      .filter(({ members }, year) => year > 0 && members.length > 0),
  );
  const found = resultProblems({ scenario: frame.scenario, planned, pools, closures: closuresOf(projection, outcomes) });
  return [
    ...projection.problems,
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}
