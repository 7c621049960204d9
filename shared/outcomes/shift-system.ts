import { ZERO, plus, sum, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';

/** All shifts of the system together, by year, index 0 = base year: pounds, beds in mid-March, whole wards (steps) closed in March (model-spec §7.2). */
export type ShiftSystem = Readonly<
  Record<
    | 'headline'
    | 'tariffSaved'
    | 'variableReleased'
    | 'stepReleased'
    | 'stranded'
    | 'strandedSupport'
    | 'reprovision'
    | 'systemEffect'
    | 'bedsFreed'
    | 'wardsClosed',
    readonly Decimal[]
  >
>;

/** Sums over shifts, ward groups and providers. The system gains what is released less what is bought; what moves between members cancels. */
export function shiftSystem(projection: Projection): ShiftSystem {
  const { schemes, groups, stranded } = projection.shifts;
  const byYear = (lists: Iterable<readonly Decimal[]>): Decimal[] => {
    const all = [...lists];
    return projection.frame.years.map((_, year) => sum(all.map((amounts) => amounts[year] ?? ZERO)));
  };
  const outcomes = [...schemes.values()];
  const releases = [...groups.values()];
  const providers = [...stranded.values()];
  const variableReleased = byYear(outcomes.map((each) => each.variableReleased));
  const stepReleased = byYear(releases.map((each) => each.costReleased));
  const reprovision = byYear(outcomes.map((each) => each.reprovision));
  return {
    headline: byYear(outcomes.map((each) => each.headline)),
    tariffSaved: byYear(outcomes.map((each) => each.tariffSaved)),
    variableReleased,
    stepReleased,
    reprovision,
    stranded: byYear(providers.map((each) => each.stranded)),
    strandedSupport: byYear(providers.map((each) => each.support)),
    systemEffect: variableReleased.map((amount, year) => plus(amount, stepReleased[year] ?? ZERO).minus(reprovision[year] ?? ZERO)),
    bedsFreed: byYear(releases.map((each) => each.bedsFreed)),
    wardsClosed: byYear(releases.map((each) => each.stepsInMarch)),
  };
}
