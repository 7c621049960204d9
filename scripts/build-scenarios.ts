// Writes the shipped scenario files, so that they follow when the file format moves: npm run scenarios
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SHIPPED } from './scenarios/shipped.ts';

/** The text of every shipped scenario file, by file name. */
export function shippedFiles(): Map<string, string> {
  return new Map(Object.entries(SHIPPED).map(([name, scenarioOf]) => [name, `${JSON.stringify(sorted(scenarioOf()), null, 2)}\n`]));
}

function sorted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sorted);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../scenarios');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of shippedFiles()) {
    writeFileSync(resolve(folder, name), text);
    process.stdout.write(`scenarios/${name}: ${String(text.length)} characters\n`);
  }
}
