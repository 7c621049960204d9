import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawBlocks } from '../../cli/drawing.ts';
import { project } from '../../shared/engine/project.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { resultsOf } from '../../shared/realism/simulation/results.ts';
import { Simulator, type DrawBlock } from '../../shared/realism/simulation/simulator.ts';
import { setStated } from '../../shared/realism/simulation/variables.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { LARGE, footprintOf } from './footprint.ts';
import { say, time } from './timing.ts';

/* 10,000 draws of the large footprint: by one thread and by all cores, beside the same model in NumPy and beside the decimal engine, in one run. Processor time stands
   beside the clock, because a shared machine lends neither core for the whole of it. */

const DRAWS = 10_000;
const SEED = 20201;
const CORRELATION = 0.3;
const RUNS = 5;

/** Milliseconds by the clock and of the processor, all threads of this process. */
type Measured = { readonly wall: number; readonly processor: number };

async function measured(work: () => unknown): Promise<Measured> {
  const runs: Measured[] = [];
  await work();
  for (let run = 0; run < RUNS; run += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await work();
    const used = process.cpuUsage(before);
    runs.push({ wall: performance.now() - start, processor: (used.user + used.system) / 1000 });
  }
  const middle = Math.floor(RUNS / 2);
  const median = (key: keyof Measured): number => runs.map((run) => run[key]).sort((a, b) => a - b)[middle] ?? 0;
  return { wall: median('wall'), processor: median('processor') };
}

/** The results of all draws by this thread, made from the frame on. */
function here(scenario: Scenario, correlations: readonly number[]) {
  const { frame } = project(scenario);
  const simulator = new Simulator(frame);
  const block = simulator.draw({ seed: SEED, correlations, first: 0, count: DRAWS });
  return resultsOf(frame, simulator, { blocks: [block], seed: SEED, draws: DRAWS });
}

/** Draws and percentiles alone, as NumPy is measured: the model is made before. */
function drawsAlone(scenario: Scenario): () => unknown {
  const { frame } = project(scenario);
  const simulator = new Simulator(frame);
  return () => {
    const block = simulator.draw({ seed: SEED, correlations: [CORRELATION], first: 0, count: DRAWS });
    return resultsOf(frame, simulator, { blocks: [block], seed: SEED, draws: DRAWS });
  };
}

async function byWorkers(scenario: Scenario, workers: number): Promise<void> {
  const { frame } = project(scenario);
  const work = {
    scenario,
    leftOut: frame.leftOut,
    distribution: 'triangular' as const,
    seed: SEED,
    correlations: [CORRELATION],
    draws: DRAWS,
  };
  const blocks: DrawBlock[] = await drawBlocks(work, workers);
  resultsOf(frame, new Simulator(frame), { blocks, seed: SEED, draws: DRAWS });
}

/** The model that NumPy is given: positions with nothing delivered, what each delivery adds, and how positions are settled. */
function modelForNumpy(scenario: Scenario) {
  const { frame, controlTotals, settlement } = project(scenario);
  const simulator = new Simulator(frame);
  const { form, variables } = simulator;
  setStated(variables);
  const cells = variables.flatMap(({ members }) => members);
  const at = (deliveries: (index: number) => number): number[] => {
    cells.forEach(({ ranged }, index) => (ranged.cell.amount = deliveries(index)));
    form.run();
    return [...form.positions.beforeSupport];
  };
  const base = at(() => 0);
  const effects = cells.map((_, own) => at((index) => (index === own ? 1 : 0)).map((amount, place) => amount - (base[place] ?? 0)));
  const place = (organisation: string): number => form.organisations.indexOf(organisation);
  const totalIn = (organisation: string, year: number): number => Number(controlTotals.get(organisation)?.[year]?.toFixed() ?? 0);
  const years = frame.years.map((_, year) => year).slice(1);
  const [agreement] = scenario.riskShares;
  const members = agreement?.participants ?? [];
  return {
    draws: DRAWS,
    organisations: form.organisations.length,
    length: form.length,
    target: frame.target,
    triangles: cells.map(({ ranged: { range } }) => [range.low, range.likely, range.high]),
    base,
    effects,
    riskShare: {
      inScope: Number(agreement?.inScopeShare?.value ?? 1),
      members: members.map(({ organisation }) => place(organisation)),
      weights: members.map(({ gainWeight }) => Number(gainWeight.value)),
      targets: members.map(({ organisation }) => years.map((year) => totalIn(organisation, year))),
    },
    councils: scenario.reserves.map(({ organisation, opening, minimum }) => ({
      place: place(organisation),
      opening: Number(opening.value),
      minimum: Number(minimum.value),
    })),
    gates: scenario.support.flatMap(({ id, organisation }) =>
      years.map((year) => ({
        place: place(organisation),
        year,
        total: totalIn(organisation, year),
        earned: Number(settlement.support.get(id)?.[year]?.atStake.toFixed() ?? 0),
      })),
    ),
  };
}

type NumpyAnswer = Measured & { readonly version: string; readonly mean: number; readonly p50: number };

function numpyAnswer(text: string): NumpyAnswer {
  return JSON.parse(text) as NumpyAnswer;
}

/** The same in NumPy, or undefined where there is no Python with it. `threads` limits what its linear algebra may use. */
function inNumpy(scenario: Scenario, threads: number): NumpyAnswer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'));
  const path = join(folder, 'model.json');
  writeFileSync(path, JSON.stringify(modelForNumpy(scenario)));
  const limits = { OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: String(threads), MKL_NUM_THREADS: String(threads) };
  const script = join(import.meta.dirname, 'simulation-numpy.py');
  const child = spawnSync('python3', [script, path], { encoding: 'utf8', env: { ...process.env, ...limits } });
  rmSync(folder, { recursive: true, force: true });
  return child.status === 0 ? numpyAnswer(child.stdout) : undefined;
}

const millions = (pounds: number): string => `£${(pounds / 1e6).toFixed(1)}m`;

function line(what: string, { wall, processor }: Measured, peer: Measured | undefined): void {
  const ratio = (key: keyof Measured): string => (peer === undefined ? '–' : ({ wall, processor }[key] / peer[key]).toFixed(2));
  const cells = [wall.toFixed(0), processor.toFixed(0), (DRAWS / (wall / 1000)).toFixed(0), ratio('wall'), ratio('processor')];
  say(what.padEnd(50) + cells.map((cell) => cell.padStart(14)).join(''));
}

/** Times of 10,000 draws of the large footprint, each beside NumPy in the same run. */
export async function benchSimulation(): Promise<void> {
  const scenario = footprintOf(LARGE);
  const cores = availableParallelism();
  const heads = ['clock ms', 'processor ms', 'draws/second', '÷ NumPy clock', '÷ NumPy proc.'];
  say(
    `\n${`${DRAWS.toLocaleString('en-GB')} draws, 30 organisations, 280 schemes, 8 years`.padEnd(50)}${heads.map((head) => head.padStart(14)).join('')}`,
  );
  const numpy = inNumpy(scenario, 1);
  const all = inNumpy(scenario, cores);
  const results = here(scenario, [CORRELATION]);
  if (numpy === undefined) say('NumPy is skipped: there is no python3 with numpy here (apt-get install python3-numpy).');
  else line(`NumPy ${numpy.version}, vectorised, one thread`, numpy, numpy);
  if (all !== undefined) line(`NumPy, ${String(cores)} threads for linear algebra`, all, numpy);
  line('Footing, one thread, the model made before', await measured(drawsAlone(scenario)), numpy);
  const one = await measured(() => here(scenario, [CORRELATION]));
  line('Footing, one thread, from the scenario on', one, numpy);
  line('Footing, one thread, correlations 0, 0.3 and 0.6', await measured(() => here(scenario, [0, 0.3, 0.6])), numpy);
  line(`Footing, ${String(cores)} workers, started for it`, await measured(() => byWorkers(scenario, cores)), numpy);
  const engine = time(() => outcomesOf(project(scenario)), 10).median * DRAWS;
  say(
    `The decimal engine would take ${(engine / 60_000).toFixed(1)} minutes for them: ${(engine / one.wall).toFixed(0)} times as long as one thread.`,
  );
  const reported = results.correlations[0]?.reported;
  const theirs = numpy === undefined ? '' : `; NumPy, other random numbers: mean ${millions(numpy.mean)}, P50 ${millions(numpy.p50)}`;
  say(`Reported in ${results.targetYear}: mean ${millions(reported?.mean ?? 0)}, P50 ${millions(reported?.p50 ?? 0)}${theirs}.`);
  say(`Aim: under 1,000 ms on 2 cores and not slower than NumPy; measured ${one.wall.toFixed(0)} ms on one.`);
}
