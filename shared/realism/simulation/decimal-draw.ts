import type { Frame } from '../../engine/frame.ts';
import { projectFrame, type Projection } from '../../engine/project.ts';
import { D, canonical } from '../../money/decimal.ts';
import { replaceInput } from '../../scenario/inputs-of.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Input } from '../../scenario/input.ts';
import { inputAt } from '../../scenario/inputs-of.ts';
import type { Variable } from './variables.ts';

/** The delivery of a scheme stands in the scheme, also where it was taken from a rating that carries the range. */
function withDelivery(scenario: Scenario, path: string, drawn: Input): Scenario {
  const savings = scenario.savings.map((scheme) => (`savings.${scheme.id}.delivery` === path ? { ...scheme, delivery: drawn } : scheme));
  return { ...scenario, savings };
}

function withFigure(scenario: Scenario, path: string, amount: number): Scenario {
  const before = inputAt(scenario, path);
  const drawn: Input = { value: canonical(new D(amount)), unit: before?.unit ?? 'share' };
  return before === undefined ? withDelivery(scenario, path, drawn) : replaceInput(scenario, path, drawn);
}

/**
 * The projection of the draw that the variables stand at, by the decimal engine: each drawn figure in the place of what was stated, schemes that were not approved
 * refused, and left out what the projection itself leaves out. What the simulation shows of single draws comes from here (model-spec §11.2).
 */
export function projectDraw(projection: Pick<Projection, 'frame' | 'problems'>, variables: readonly Variable[]): Projection {
  const { frame } = projection;
  const scenario = variables.reduce(
    (changed, { members }) => members.reduce((each, { ranged }) => withFigure(each, ranged.path, ranged.cell.amount), changed),
    frame.scenario,
  );
  const refused = variables.flatMap(({ approval }) => (approval?.cell.amount === 0 ? [approval.scheme.id] : []));
  const drawn: Frame = {
    ...frame,
    scenario,
    organisations: new Map(scenario.organisations.map((organisation) => [organisation.id, organisation])),
    notApproved: new Set(refused),
  };
  return projectFrame(drawn, projection.problems);
}
