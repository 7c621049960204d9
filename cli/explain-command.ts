import { parseEntry } from '../shared/money/parse.ts';
import { project, type Projection } from '../shared/engine/project.ts';
import { explain, explainText, type Explained, type Explanation } from '../shared/outcomes/explain.ts';
import { UsageError, type TypedCommand } from './arguments.ts';
import { plain } from './layout.ts';
import { EXIT, type ExitCode, type Ports } from './ports.ts';
import { leavesUncomputed, warnOfLeftOut } from './left-out.ts';
import { openScenario, warnOfSeal } from './read-scenario.ts';
import { fail, json } from './speak.ts';

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;
type Depth = (typeof DEPTHS)[number];

/** How many levels were asked for, read by the number grammar of the product: 3, "3.0", "=1+2". */
function depthOf({ words }: TypedCommand): Depth {
  const written = words.get('--depth');
  if (written === undefined) return 1;
  const read = parseEntry(written, { unit: { kind: 'count', noun: 'levels', whole: true } });
  const entry = read.kind === 'parsed' ? read.entry : undefined;
  const depth = entry?.form === 'amount' ? DEPTHS.find((each) => entry.amount.eq(each)) : undefined;
  if (depth !== undefined) return depth;
  throw new UsageError(`--depth: read "${written.slice(0, 60)}". Allowed: a whole number from 1 to 6.`, 'explain');
}

function figureOf({ words }: TypedCommand): string {
  const path = words.get('--figure');
  if (path !== undefined) return path;
  throw new UsageError('footing explain needs a figure. Give its path, such as --figure system.reported.2020/21.', 'explain');
}

function pathsBelow({ terms, factors = [] }: Explained): string[] {
  return [...terms, ...factors].flatMap(({ path }) => (path === undefined ? [] : [path]));
}

/** The explanations below one, level by level; what is explained once is not explained again. */
function deeper(projection: Projection, top: Explained, depth: Depth): Explanation[] {
  const seen = new Set([top.path]);
  const below: Explanation[] = [];
  let level: Explained[] = [top];
  for (let reached: number = 1; reached < depth; reached += 1) {
    const paths = [...new Set(level.flatMap(pathsBelow))].filter((path) => !seen.has(path));
    const explained = paths.map((path) => explain(projection, path));
    for (const path of paths) seen.add(path);
    below.push(...explained);
    level = explained.filter((each) => each.kind === 'explained');
  }
  return below;
}

/** Explanations as text, one under the other; the paths one level down are listed where the text does not go there itself. */
function asText(explanations: readonly Explanation[], depth: Depth): string {
  const rule = `\n\n${'─'.repeat(100)}\n`;
  const text = explanations.map((each) => explainText(each, { deeper: depth === 1 ? 'listed' : 'left out' })).join(rule);
  return `${text.split('\n').map(plain).join('\n')}\n`;
}

/**
 * `footing explain FILE --figure PATH`: the terms that made one figure, biggest first, exact, with the inputs behind them. A path that leads to no figure is wrong
 * usage (exit code 1), a figure that is not computed is the file's (2). Throws FileError and UsageError.
 */
export function explainCommand(typed: TypedCommand, ports: Ports): ExitCode {
  const path = figureOf(typed);
  const depth = depthOf(typed);
  const opened = openScenario(typed.file, ports);
  const projection = project(opened.file.scenario);
  const top = explain(projection, path);
  const isJson = typed.flags.has('--json');
  warnOfSeal(opened, ports);
  if (top.kind !== 'explained') {
    if (isJson) ports.print(json(top));
    if (top.kind === 'unknown') throw new UsageError(`--figure: ${top.text}`, 'explain');
    fail(ports, 'not-computed', `${path}: ${top.reason}`);
    return EXIT.file;
  }
  const below = deeper(projection, top, depth);
  if (isJson) ports.print(json(depth === 1 ? top : { ...top, deeper: below }));
  else ports.print(asText([top, ...below], depth));
  warnOfLeftOut(projection, ports);
  return leavesUncomputed(projection) ? EXIT.file : EXIT.good;
}
