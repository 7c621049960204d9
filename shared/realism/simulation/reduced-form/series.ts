import { DEFAULT_INPUTS } from '../../../scenario/defaults.ts';
import { takesPart } from '../../../engine/frame.ts';
import type { Series } from '../../../scenario/schema.ts';
import { at, type Path } from './cell.ts';
import type { Workings } from './workings.ts';

/** Growth of every series and the level that follows from it, by year (model-spec §4). */
export type Growth = {
  readonly rateOf: (id: string | undefined) => Path;
  readonly levelOf: (id: string | undefined) => Path;
  readonly deflator: Path;
};

function levelsOf(workings: Workings, rates: Path): Path {
  return workings.path([rates], (levels) => {
    let level = 1;
    levels[0] = 1;
    for (let year = 1; year < levels.length; year += 1) {
      level *= 1 + at(rates.amounts, year);
      levels[year] = level;
    }
  });
}

function ratesOf(workings: Workings, series: Series, rateOf: (id: string) => Path): Path {
  if (series.kind === 'RATES') {
    const { rateByYear } = series;
    const stated = workings.cellsByYear(rateByYear);
    stated[0] = undefined;
    return workings.path(stated, (rates) => {
      stated.forEach((cell, year) => {
        rates[year] = cell?.amount ?? 0;
      });
    });
  }
  if (series.kind === 'TARIFF') {
    const [uplift, efficiency] = [rateOf(series.costUplift), rateOf(series.efficiencyFactor)];
    return workings.path([uplift, efficiency], (rates) => {
      for (let year = 1; year < rates.length; year += 1) rates[year] = at(uplift.amounts, year) - at(efficiency.amounts, year);
    });
  }
  const parts = series.of.map(rateOf);
  return workings.path(parts, (rates) => {
    for (let year = 1; year < rates.length; year += 1) {
      let level = 1;
      for (const part of parts) level *= 1 + at(part.amounts, year);
      rates[year] = level - 1;
    }
  });
}

/** Step 1 of model-spec §10 in the reduced form. */
export function growthOf(workings: Workings): Growth {
  const { frame } = workings;
  const byId = new Map(frame.scenario.series.map((series) => [series.id, series]));
  const flat = workings.path([], () => undefined);
  const rates = new Map<string, Path>();
  const levels = new Map<Path, Path>();
  const rateOf = (id: string | undefined): Path => {
    const series = id === undefined ? undefined : byId.get(id);
    if (series === undefined || !takesPart(frame, 'series', series.id)) return flat;
    const known = rates.get(series.id);
    if (known !== undefined) return known;
    const made = ratesOf(workings, series, rateOf);
    rates.set(series.id, made);
    return made;
  };
  const levelOf = (id: string | undefined): Path => {
    const rate = rateOf(id);
    const known = levels.get(rate);
    if (known !== undefined) return known;
    const made = levelsOf(workings, rate);
    levels.set(rate, made);
    return made;
  };
  const stated = frame.years.map((label, year) =>
    year === 0 ? undefined : workings.cells.of(frame.scenario.deflator.rateByYear[label], DEFAULT_INPUTS.deflator),
  );
  const deflator = workings.path(stated, (amounts) => {
    stated.forEach((cell, year) => {
      amounts[year] = cell?.amount ?? 0;
    });
  });
  return { rateOf, levelOf, deflator: levelsOf(workings, deflator) };
}
