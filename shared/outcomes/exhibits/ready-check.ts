import { TOLERANCE, ZERO, type Decimal } from '../../money/decimal.ts';
import type { Check } from '../../engine/checks.ts';
import type { Projection } from '../../engine/project.ts';
import { inputsOf } from '../../scenario/inputs-of.ts';
import { tablesFoot } from '../displayed-checks.ts';
import type { Outcomes } from '../positions.ts';
import type { Exhibit } from './exhibit.ts';
import { listed } from './words.ts';

/** One line of the ready check. `stops`: an export waits until somebody overrides it; whatever does not hold is said on the stamp. */
export type ReadyLine = { readonly id: string; readonly holds: boolean; readonly stops: boolean; readonly text: string };

const isNil = (amount: Decimal | undefined): boolean => (amount ?? ZERO).abs().lte(TOLERANCE);

/**
 * Schemes that make the plan or the result come to exactly nil without a name to answer for them: no owner and no source, and not called unidentified
 * (product.md §1: a balancing line exists only as a named "Unidentified savings").
 */
function unnamedPlugs(projection: Projection, outcomes: Outcomes): string[] {
  const { target } = projection.frame;
  if (!isNil(outcomes.system.headline[target]) && !isNil(outcomes.system.reported[target])) return [];
  return [...projection.savings.schemes.values()]
    .filter(({ scheme, headline }) => scheme.category !== 'UNIDENTIFIED' && !isNil(headline[target]))
    .filter(({ scheme }) => (scheme.owner ?? '') === '' && (scheme.source ?? '') === '')
    .map(({ scheme }) => scheme.name);
}

function wordsLine(exhibits: readonly Exhibit[], what: 'finding' | 'altText', words: string): ReadyLine {
  const without = exhibits.filter((exhibit) => exhibit[what].trim() === '').map(({ name }) => name);
  const text = without.length === 0 ? `Every exhibit has ${words}` : `without ${words}: ${listed(without)}`;
  return { id: what, holds: without.length === 0, stops: true, text };
}

function checksLine(exhibits: readonly Exhibit[], checks: readonly Check[]): ReadyLine[] {
  const failed = checks.filter(({ holds }) => !holds).map(({ id }) => id);
  const foots = tablesFoot(exhibits.flatMap(({ tables }) => tables));
  return [
    {
      id: 'checks',
      holds: failed.length === 0,
      stops: true,
      text: failed.length === 0 ? `All ${String(checks.length)} checks hold` : `checks failed: ${failed.join(', ')}`,
    },
    {
      id: 'tables',
      holds: foots.holds,
      stops: true,
      text: foots.holds ? 'Tables foot, down and across' : `a table does not foot (${foots.detail})`,
    },
  ];
}

/** What is asked before exhibits leave the program (product.md §6): overridable, and then the stamp says so. */
export function readyCheck(source: {
  projection: Projection;
  outcomes: Outcomes;
  exhibits: readonly Exhibit[];
  checks: readonly Check[];
}): ReadyLine[] {
  const { projection, exhibits } = source;
  const plugs = unnamedPlugs(projection, source.outcomes);
  const unsourced = inputsOf(projection.frame.scenario).filter(({ input }) => (input.source ?? '') === '').length;
  const absent = projection.problems.filter(({ severity, blocks }) => severity === 'error' && (blocks ?? []).length > 0).length;
  return [
    wordsLine(exhibits, 'finding', 'a finding as its title'),
    wordsLine(exhibits, 'altText', 'alt text'),
    ...checksLine(exhibits, source.checks),
    {
      id: 'plug',
      holds: plugs.length === 0,
      stops: true,
      text: plugs.length === 0 ? 'No unnamed plug' : `the position is exactly nil by schemes without owner or source: ${listed(plugs)}`,
    },
    {
      id: 'problems',
      holds: absent === 0,
      stops: true,
      text:
        absent === 0
          ? 'Everything is computed'
          : `${String(absent)} ${absent === 1 ? 'error leaves' : 'errors leave'} something uncomputed`,
    },
    {
      id: 'sources',
      holds: unsourced === 0,
      stops: false,
      text:
        unsourced === 0 ? 'Every input has a source' : `${String(unsourced)} ${unsourced === 1 ? 'input has' : 'inputs have'} no source`,
    },
  ];
}
