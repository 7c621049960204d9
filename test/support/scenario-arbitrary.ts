import fc from 'fast-check';
import { scenarioSchema, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';
import { agreementsOf } from './agreement-parts.ts';
import { baselineOf } from './baseline-parts.ts';
import { recordOf } from './record-parts.ts';
import { InputDraw, count, freeText, happens, perhaps, pick, several, type Draw } from './scenario-draw.ts';
import { byEveryYear, bySomeYears, World, type ScenarioSizes } from './scenario-world.ts';
import { schemesOf } from './scheme-parts.ts';

const SMALL: ScenarioSizes = {
  organisations: 5,
  linesPerOrganisation: 4,
  flows: 4,
  series: 5,
  programmes: 2,
  pools: 2,
  savings: 5,
  declaredPairs: 2,
  capital: 3,
  capitalEnvelopes: 3,
  stepGroups: 2,
  shifts: 3,
  prevention: 2,
  implementation: 2,
  riskShares: 2,
  publishedFigures: 2,
};

export interface ScenarioOptions extends Partial<ScenarioSizes> {
  /** Years after the base year 2017/18: 3 reaches the target year 2020/21, more lies beyond it. */
  projectedYears?: number;
  /** The largest amount of money, in pounds. */
  largestPounds?: number;
  /** Whether inputs carry sources, owners, notes and ranges (one in a few of each). Without them a run is a little faster. */
  annotated?: boolean;
}

/**
 * Random scenarios that hold together: every entity type of the schema, references that exist, weights that sum to 1, regimes that fit,
 * years inside the horizon. They pass the schema and break no rejecting rule of model-spec §15; warnings (rules W, late starts, schemes larger
 * than their pool) do occur. The sizes are the most of each entity, the least is none; one organisation at least.
 *
 * A failure is run again by its seed alone, because the parts of a scenario depend on one another; drop the path from the report.
 */
export function scenarioArbitrary(options: ScenarioOptions = {}): fc.Arbitrary<Scenario> {
  return writtenScenarioArbitrary(options).map((written) => scenarioSchema.parse(written));
}

/** The same as they may be written by hand: bare values, and what has a default left out here and there. */
export function writtenScenarioArbitrary(options: ScenarioOptions = {}): fc.Arbitrary<WrittenScenario> {
  return fc.gen().map((draw) => {
    const draft = draftOf(draw, options);
    removeGaps(draft);
    return draft;
  });
}

function draftOf(draw: Draw, options: ScenarioOptions): WrittenScenario {
  const { projectedYears = 3, largestPounds = 1_000_000_000, annotated = true, ...sizes } = options;
  const inputs = new InputDraw(draw, { annotated, largestPounds });
  const world = new World(inputs, { sizes: { ...SMALL, ...sizes }, projectedYears });
  return { ...headOf(world), ...baselineOf(world), ...schemesOf(world), ...agreementsOf(world), ...recordOf(world) };
}

function headOf(
  world: World,
): Pick<WrittenScenario, 'name' | 'footprint' | 'baseYear' | 'targetYear' | 'horizonYear'> & Partial<WrittenScenario> {
  const { draw, inputs } = world;
  return {
    name: `Scenario ${freeText(draw)}`,
    description: perhaps(draw, () => freeText(draw)),
    footprint: { id: 'SYSTEM', name: 'A system' },
    baseYear: world.baseYear,
    targetYear: '2020/21',
    horizonYear: world.horizonYear,
    baselineBasis: perhaps(draw, () => pick(draw, ['OUTTURN', 'FORECAST_OUTTURN', 'PLAN'] as const)),
    baselineStartsFrom: perhaps(draw, () => pick(draw, ['UNDERLYING', 'REPORTED'] as const)),
    illustrative: perhaps(draw, () => happens(draw)),
    validUntil: perhaps(draw, () => '2019-03-31'),
    settings: settingsOf(world),
    simulation: {
      seed: perhaps(draw, () => count(draw, 0, 4_294_967_295)),
      draws: perhaps(draw, () => count(draw, 1000, 1_000_000)),
      correlation: perhaps(draw, () => inputs.share()),
    },
    deflator: perhaps(draw, () => ({
      vintage: perhaps(draw, () => 'Autumn Budget 2017'),
      rateByYear: byEveryYear(world, () => inputs.share(0, 0.04)),
    })),
    populationByYear: perhaps(draw, () => bySomeYears(world, () => inputs.whole(50_000, 3_000_000), world.allYears)),
    systemControlTotalByYear: perhaps(draw, () => byEveryYear(world, () => inputs.position())),
    programmes: world.programmes.map((id) => ({
      id,
      name: `Programme ${id}`,
      note: perhaps(draw, () => freeText(draw)),
      owner: perhaps(draw, () => 'Director of strategy'),
      source: perhaps(draw, () => freeText(draw)),
    })),
    publishedFigures: several(draw, world.sizes.publishedFigures, (index) => ({
      id: `PF${String(index + 1)}`,
      name: 'A published figure',
      note: perhaps(draw, () => freeText(draw)),
      measure: pick(draw, ['doNothing', 'headline', 'beforeSupport', 'reported', 'underlying'] as const),
      organisation: perhaps(draw, () => pick(draw, world.members).id),
      year: pick(draw, world.years),
      amount: inputs.position(),
    })),
  };
}

function settingsOf(world: World): WrittenScenario['settings'] {
  const { draw, inputs } = world;
  return {
    psfIsRecurrent: perhaps(draw, () => happens(draw)),
    pdcReform2020: perhaps(draw, () => happens(draw)),
    pdcDividendRate: perhaps(draw, () => inputs.share(0, 0.06)),
    overProgrammingLimit: perhaps(draw, () => inputs.share(0, 0.3)),
    capitalChargesDepreciationShare: perhaps(draw, () => inputs.share()),
    deliveryByRating: perhaps(draw, () => ({
      BLUE: perhaps(draw, () => inputs.share()),
      GREEN: perhaps(draw, () => inputs.share()),
      AMBER_GREEN: perhaps(draw, () => inputs.share()),
      AMBER: perhaps(draw, () => inputs.share()),
      AMBER_RED: perhaps(draw, () => inputs.share()),
      RED: perhaps(draw, () => inputs.share()),
    })),
  };
}

/** Takes out the keys that stand for nothing, as a file would not hold them. */
function removeGaps(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, item] of Object.entries(part)) {
    if (item === undefined) Reflect.deleteProperty(part, key);
    else removeGaps(item);
  }
}
