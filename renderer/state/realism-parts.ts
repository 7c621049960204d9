import { project } from '../../shared/engine/project.ts';
import { schemeFailures, type SchemeFailure } from '../../shared/realism/concentration.ts';
import { slipSetsInSteps, type SlipSets } from '../../shared/realism/slip-sets.ts';
import { tornadoBar, tornadoFrom, tornadoJobs, type Tornado, type TornadoBar } from '../../shared/realism/tornado.ts';
import { edgeApplies, edgePoint, edgeSettings, type TwoWayEdge } from '../../shared/realism/two-way-edge.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** The tests of realism that calculate the whole model many times over. Each is there once it is worked out. */
export type RealismParts = {
  readonly tornado?: Tornado;
  readonly edges?: readonly TwoWayEdge[];
  readonly failures?: readonly SchemeFailure[];
  readonly slipSets?: SlipSets;
};

/** A step on the way: what is done of what there is to do, and whatever has been worked out with it. */
export type RealismStep = { readonly part: keyof RealismParts; readonly done: number; readonly of: number; readonly worked?: RealismParts };

const EDGES = ['delivery-by-slip', 'release-by-growth'] as const;
const LEVERS = {
  'delivery-by-slip': { along: 'capitalSlip', needed: 'delivery' },
  'release-by-growth': { along: 'activityGrowth', needed: 'releaseShare' },
} as const;

function* tornadoInSteps(scenario: Scenario): Generator<RealismStep> {
  const projection = project(scenario);
  const jobs = tornadoJobs(projection);
  const bars: TornadoBar[] = [];
  for (const job of jobs) {
    bars.push(tornadoBar(projection, job));
    yield { part: 'tornado', done: bars.length, of: jobs.length };
  }
  yield { part: 'tornado', done: jobs.length, of: jobs.length, worked: { tornado: tornadoFrom(bars) } };
}

function* edgesInSteps(scenario: Scenario): Generator<RealismStep> {
  const projection = project(scenario);
  const ids = projection.frame.leftOut.has('scenario') ? [] : EDGES.filter((id) => edgeApplies(projection, id));
  const of = ids.reduce((total, id) => total + edgeSettings(id).length, 0);
  const edges: TwoWayEdge[] = [];
  let done = 0;
  for (const id of ids) {
    const points: TwoWayEdge['points'][number][] = [];
    for (const setting of edgeSettings(id)) {
      points.push(edgePoint(scenario, id, setting));
      yield { part: 'edges', done: (done += 1), of };
    }
    edges.push({ id, ...LEVERS[id], points });
  }
  yield { part: 'edges', done, of, worked: { edges } };
}

function* slipsInSteps(scenario: Scenario): Generator<RealismStep> {
  const steps = slipSetsInSteps(project(scenario));
  const of = scenario.savings.length + scenario.shifts.length + scenario.capital.length;
  let step = steps.next();
  while (step.done !== true) {
    yield { part: 'slipSets', done: step.value.done, of: Math.max(of, step.value.done) };
    step = steps.next();
  }
  yield { part: 'slipSets', done: of, of, worked: { slipSets: step.value } };
}

/** The slow tests one after another, in steps of one or two projections, so that whoever takes them can stop between any two. */
export function* realismInSteps(scenario: Scenario): Generator<RealismStep> {
  yield* tornadoInSteps(scenario);
  yield { part: 'failures', done: 1, of: 1, worked: { failures: schemeFailures(project(scenario)) } };
  yield* edgesInSteps(scenario);
  yield* slipsInSteps(scenario);
}
