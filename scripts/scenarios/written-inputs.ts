import { canonical, decimal } from '../../shared/money/decimal.ts';
import { inputsOf, replaceInput } from '../../shared/scenario/inputs-of.ts';
import { scenarioSchema, type Scenario, type WrittenScenario } from '../../shared/scenario/schema.ts';

/** What a figure carries besides itself, where it differs from the scenario's common source. */
export interface Origin {
  source?: string;
  date?: string;
  confidence?: 'H' | 'M' | 'L';
  note?: string;
}

/** An input with the three points its owner would defend; the likely one is the input itself. */
export function ranged({ likely, low, high }: { likely: string; low: string; high: string }) {
  return { value: likely, range: { low, likely, high } };
}

/** An input with a range of the same size to both sides, in the input's own unit. */
export function within({ likely, margin }: { likely: string; margin: string }) {
  const middle = decimal(likely);
  const size = decimal(margin);
  return ranged({ likely, low: canonical(middle.minus(size)), high: canonical(middle.plus(size)) });
}

/** Inputs by year, the first for the first year and so on. There may be fewer inputs than years, never more. */
export function overYears<T>(years: readonly string[], inputs: readonly T[]): Record<string, T> {
  const byYear: Record<string, T> = {};
  for (const [index, written] of inputs.entries()) {
    const year = years[index];
    if (year === undefined) throw new RangeError(`${String(inputs.length)} inputs for ${String(years.length)} years (${years.join(', ')}).`);
    byYear[year] = written;
  }
  return byYear;
}

/** The pounds of a figure that is published in £m, as text. */
export function poundsOf(millions: string): string {
  return canonical(decimal(millions).times(1_000_000));
}

/**
 * The scenario as the engine reads it, each input with a source: its own, or the common one where it names none.
 * Throws where the written scenario does not meet the schema.
 */
export function withSource(written: WrittenScenario, source: string): Scenario {
  const scenario = scenarioSchema.parse(written);
  const unsourced = inputsOf(scenario).filter(({ input }) => input.source === undefined);
  return unsourced.reduce((before, { path, input }) => replaceInput(before, path, { ...input, source }), scenario);
}
