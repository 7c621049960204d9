import { project, type Projection } from '../shared/engine/project.ts';
import { fingerprint } from '../shared/scenario/fingerprint.ts';
import { D } from '../shared/money/decimal.ts';
import { toPence } from '../shared/money/format.ts';
import { parseEntry } from '../shared/money/parse.ts';
import { nothingComputed } from '../shared/outcomes/summary.ts';
import { drawDigest } from '../shared/realism/simulation/digest.ts';
import { drawsCsv } from '../shared/realism/simulation/draws-csv.ts';
import { mergedBlocks, resultsOf } from '../shared/realism/simulation/results.ts';
import { DRAW_LIMITS, correlationsWith, settingsOf, type SimulationSettings } from '../shared/realism/simulation/settings.ts';
import { shownDraws } from '../shared/realism/simulation/shown-draws.ts';
import { simulationCheck } from '../shared/realism/simulation/simulation-check.ts';
import { Simulator, type DrawColumns } from '../shared/realism/simulation/simulator.ts';
import { DISTRIBUTIONS, type DistributionKind } from '../shared/realism/simulation/variables.ts';
import { UsageError, type TypedCommand } from './arguments.ts';
import { wrapped } from './layout.ts';
import { leavesUncomputed, warnOfLeftOut } from './left-out.ts';
import { EXIT, type ExitCode, type Ports, type Stressing } from './ports.ts';
import { FileError, openScenario, systemCode, warnOfSeal } from './read-scenario.ts';
import { titleLines } from './report.ts';
import { fail, json } from './speak.ts';
import { NO_CHANCE, stressLines, type Stressed } from './stress-report.ts';
import { unitOf } from './unit-option.ts';

const MOST_WORKERS = 64;
/** A thread takes about as long to start as so many draws take: unless it is asked for, none is started for fewer. */
const DRAWS_WORTH_A_WORKER = 10_000;
const LARGEST_SEED = 4_294_967_295;

/** A number that an option may be, read by the number grammar of the product. Throws UsageError. */
function numberOf(
  { words }: TypedCommand,
  option: string,
  { least, most, whole }: { least: number; most: number; whole: boolean },
): number | undefined {
  const written = words.get(option);
  if (written === undefined) return undefined;
  const read = parseEntry(written, { unit: { kind: 'count', noun: '', whole } });
  const entry = read.kind === 'parsed' ? read.entry : undefined;
  if (entry?.form === 'amount' && entry.amount.gte(least) && entry.amount.lte(most)) return Number(entry.amount.toFixed());
  const kind = whole ? 'a whole number' : 'a number';
  throw new UsageError(`${option}: read "${written.slice(0, 60)}". Allowed: ${kind} from ${String(least)} to ${String(most)}.`, 'stress');
}

/** Throws UsageError. */
function distributionOf({ words }: TypedCommand): DistributionKind {
  const written = words.get('--distribution') ?? 'triangular';
  const known = DISTRIBUTIONS.find((each) => each === written.toLowerCase());
  if (known !== undefined) return known;
  throw new UsageError(`--distribution: read "${written.slice(0, 60)}". Allowed: ${DISTRIBUTIONS.join(', ')}.`, 'stress');
}

type Asked = SimulationSettings & { readonly workers: number; readonly distribution: DistributionKind };

function askedOf(typed: TypedCommand, stated: SimulationSettings, { workers }: Stressing): Asked {
  const { fewest, most } = DRAW_LIMITS;
  const draws = numberOf(typed, '--draws', { least: fewest, most, whole: true }) ?? stated.draws;
  const worthStarting = Math.min(workers, Math.ceil(draws / DRAWS_WORTH_A_WORKER));
  return {
    draws,
    seed: numberOf(typed, '--seed', { least: 0, most: LARGEST_SEED, whole: true }) ?? stated.seed,
    correlation: numberOf(typed, '--correlation', { least: 0, most: 1, whole: false }) ?? stated.correlation,
    workers: numberOf(typed, '--workers', { least: 1, most: MOST_WORKERS, whole: true }) ?? worthStarting,
    distribution: distributionOf(typed),
  };
}

/** Nothing is drawn for a file that could not be written in the end. Throws FileError. */
function refuseReplacing({ words, flags }: TypedCommand, { exists }: Stressing): void {
  const path = words.get('--csv');
  if (path !== undefined && !flags.has('--replace') && exists(path))
    throw new FileError('exists', `${path} is there already. Nothing was written. Choose another name, or add --replace to write over it.`);
}

function writeCsv({ words }: TypedCommand, stressing: Stressing, lines: Iterable<string>): void {
  const path = words.get('--csv');
  if (path === undefined) return;
  try {
    stressing.writeLines(path, lines);
  } catch (error) {
    throw new FileError(
      'unwritable',
      `${path} could not be written (${systemCode(error) ?? 'unknown fault'}). Choose a folder of your own, and check that the disk has room.`,
    );
  }
}

/** Money for programs: text in pounds and pence, as in the JSON of project. */
function asText(part: unknown): unknown {
  if (part instanceof D) return toPence(part);
  if (Array.isArray(part)) return part.map(asText);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, item]: [string, unknown]) => [key, asText(item)]));
}

function asJson({ projection, results, correlation, distribution, shown, check, digest }: Stressed): string {
  const { scenario } = projection.frame;
  return json({ fingerprint: fingerprint(scenario), correlation, distribution, ...results, shown: asText(shown), check, digest });
}

/** A run without a single range: nothing is drawn, and no chance is shown. */
function sayCertain(typed: TypedCommand, projection: Projection, ports: Ports): void {
  if (typed.flags.has('--json'))
    ports.print(json({ fingerprint: fingerprint(projection.frame.scenario), correlations: [], text: NO_CHANCE }));
  else ports.print(`${[...titleLines(projection), '', ...wrapped(NO_CHANCE)].join('\n')}\n`);
}

async function stressed(
  projection: Projection,
  simulator: Simulator,
  asked: Asked,
  stressing: Stressing,
): Promise<Stressed & { columns: DrawColumns | undefined }> {
  const { scenario, leftOut } = projection.frame;
  const { seed, draws, correlation, distribution, workers } = asked;
  const blocks = await stressing.draw(
    { scenario, leftOut, distribution, seed, draws, correlations: correlationsWith(correlation) },
    workers,
  );
  const merged = mergedBlocks(blocks);
  const columns = merged.columns.find((each) => each.correlation === correlation);
  return {
    projection,
    results: resultsOf(projection.frame, simulator, { blocks: [merged], seed, draws }),
    correlation,
    distribution,
    shown: columns === undefined ? [] : shownDraws(projection, simulator, { columns, seed }),
    check: simulationCheck(projection, { simulator }),
    digest: drawDigest(merged),
    columns,
  };
}

/**
 * `footing stress FILE`: the chance of balance (model-spec §11.2). Exit code 2 where an error leaves something uncomputed, 3 where the simulation's central case does
 * not agree with the engine (C11). Throws FileError and UsageError.
 */
export async function stressCommand(typed: TypedCommand, ports: Ports): Promise<ExitCode> {
  const { stressing } = ports;
  if (stressing === undefined) throw new TypeError('A simulation was begun without what draws.');
  const unit = unitOf(typed);
  const opened = openScenario(typed.file, ports);
  const { scenario } = opened.file;
  const asked = askedOf(typed, settingsOf(scenario), stressing);
  refuseReplacing(typed, stressing);
  warnOfSeal(opened, ports);
  const projection = project(scenario);
  const nothing = nothingComputed(projection);
  if (nothing !== undefined) {
    fail(ports, 'not-computed', nothing);
    return EXIT.file;
  }
  warnOfLeftOut(projection, ports);
  const simulator = new Simulator(projection.frame, asked);
  let holds = true;
  if (simulator.isUncertain) {
    const { columns, ...found } = await stressed(projection, simulator, asked, stressing);
    ports.print(typed.flags.has('--json') ? asJson(found) : `${stressLines(found, unit).join('\n')}\n`);
    if (columns !== undefined) writeCsv(typed, stressing, drawsCsv(projection.frame, simulator, { columns, seed: asked.seed }));
    holds = found.check.holds;
  } else sayCertain(typed, projection, ports);
  if (leavesUncomputed(projection)) return EXIT.file;
  return holds ? EXIT.good : EXIT.check;
}
