import { scenarioSchema, type Scenario } from '../../shared/scenario/schema.ts';

/** Names that try to run, to be taken for a formula, to turn the line round, to outgrow it, or to use letters that the typeface lacks. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>alert(1)</script>',
  '\u202e</title><script>alert(2)</script>',
  `${'A very long name of a scheme that goes on and on '.repeat(6)}end`.slice(0, 300),
  'W'.repeat(300),
  '\u2067"/><image href="https://example.org/x.png"/>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '\u202e\u200f=1+1 turned round\u202c',
  '🏥👩‍⚕️ Emoji trust 💷',
  'مستشفى عام',
];

/** A scenario in which everything that has a name is called something hostile. */
export function withHostileNames(scenario: Scenario): Scenario {
  let next = 0;
  const renamed = (named: unknown): unknown => {
    if (Array.isArray(named)) return named.map(renamed);
    if (typeof named !== 'object' || named === null) return named;
    return Object.fromEntries(
      Object.entries(named).map(([key, inner]) => {
        if (key === 'name' && typeof inner === 'string') return [key, HOSTILE_NAMES[next++ % HOSTILE_NAMES.length]];
        return [key, renamed(inner)];
      }),
    );
  };
  return scenarioSchema.parse(renamed(scenario));
}
