import { readFileSync } from 'node:fs';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** A scenario that is shipped, read from its file as the product reads it: `worked-example-b`. */
export function shippedScenario(name: string): Scenario {
  const reading = readScenarioFile(readFileSync(new URL(`../../scenarios/${name}.footing`, import.meta.url), 'utf8'));
  if (reading.kind !== 'opened') throw new Error(`scenarios/${name}.footing was read as "${reading.kind}". It must open; build it again.`);
  return reading.file.scenario;
}
