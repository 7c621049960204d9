import { yearAfter, yearsBetween } from '../calendar/financial-year.ts';
import { defaultSeries } from './default-series.ts';
import type { Problem } from './problem.ts';
import { scenarioSchema, type Scenario } from './schema.ts';
import { validate } from './validate.ts';
import type { OrganisationType } from './vocabulary.ts';

export type BlankSystem = {
  readonly name: string;
  readonly footprint: string;
  readonly baseYear: string;
  readonly targetYear: string;
  readonly horizonYear: string;
  readonly organisations: readonly { readonly name: string; readonly type: OrganisationType }[];
};

/** A new scenario, or what its years or organisations do not allow. */
export type BlankScenario =
  { readonly kind: 'made'; readonly scenario: Scenario } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * A system with nothing in it but its organisations and the default growth series with their sources (model-spec §2, §4.1). No amount, control total or reserve
 * is invented: what is not known stays blank. Refused where the scenario would have errors, which only years can cause.
 */
export function blankScenario(system: BlankSystem): BlankScenario {
  const { baseYear, horizonYear } = system;
  const count = Math.max(yearsBetween(baseYear, horizonYear) ?? 0, 0);
  const projectedYears = Array.from({ length: Math.min(count, MOST_YEARS) }, (_, index) => yearAfter(baseYear, index + 1));
  const scenario = scenarioSchema.parse({
    name: system.name,
    footprint: { id: 'footprint', name: system.footprint },
    baseYear,
    targetYear: system.targetYear,
    horizonYear,
    organisations: system.organisations.map(({ name, type }, index) => ({ id: idOf(system.organisations, index), name, type })),
    series: defaultSeries(projectedYears),
  });
  const problems = validate(scenario).filter(({ severity }) => severity === 'error');
  return problems.length === 0 ? { kind: 'made', scenario } : { kind: 'refused', problems };
}

/** More years than any horizon that validation lets pass, so that a mistyped one is refused before anything is built for it. */
const MOST_YEARS = 100;

/** The type of an organisation is its id, counted from the second of a type: ACUTE, ACUTE2. Names change, ids do not. */
function idOf(organisations: BlankSystem['organisations'], index: number): string {
  const type = organisations[index]?.type ?? '';
  const earlier = organisations.slice(0, index).filter((each) => each.type === type).length;
  return earlier === 0 ? type : `${type}${String(earlier + 1)}`;
}
