import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileNamesOf, openExhibitPress } from '../../charts/export/exhibit-files.ts';
import { exportSheet, originOfSheet } from '../../charts/export/export-sheet.ts';
import { chartExportElsewhere } from '../../electron/export/export-elsewhere.ts';
import type { ChartOrder } from '../../electron/export/export-work.ts';
import { EXHIBIT_IDS } from '../../shared/outcomes/exhibits/exhibit.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { LARGE, footprintOf } from './footprint.ts';
import { say, time, timeEach } from './timing.ts';

const RUNS = 5;
const CHARTS = 10;
const BUDGET_MS = 5000;

function sample(): Scenario {
  const opened = readScenarioFile(readFileSync(new URL('../../scenarios/sample.footing', import.meta.url), 'utf8'));
  if (opened.kind !== 'opened') throw new Error('The sample did not open.');
  return opened.file.scenario;
}

function orderOf(scenario: Scenario): ChartOrder {
  return {
    scenario,
    status: undefined,
    isAltered: false,
    unit: '£m',
    exhibits: EXHIBIT_IDS,
    formats: ['svg', 'png'],
    override: 'a measurement',
    madeAt: '2018-03-14 09:30',
  };
}

/** All exhibits of a scenario computed and drawn, without pictures of dots and without files. */
async function computedAndDrawn(scenario: Scenario): Promise<{ median: number; p95: number; charts: number }> {
  const press = await openExhibitPress();
  const drawn = (): number => {
    const order = orderOf(scenario);
    const sheet = exportSheet(order);
    return [...press({ exhibits: sheet.chosen, formats: ['svg'], origin: originOfSheet(sheet, order), unit: order.unit })].length;
  };
  return { ...time(drawn, RUNS), charts: drawn() };
}

/** Exports through the worker of the shells, files on disk included; the first run also starts the worker and opens what draws. */
async function exported(scenario: Scenario): Promise<{ first: number; median: number; p95: number; files: number }> {
  const work = chartExportElsewhere();
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-export-'));
  const order = orderOf(scenario);
  const sheet = exportSheet(order);
  const files = fileNamesOf({
    exhibits: sheet.chosen,
    formats: order.formats,
    origin: originOfSheet(sheet, order),
    unit: order.unit,
  }).length;
  const run = (): Promise<unknown> => work.run({ order, folder, way: 'KEEP_BOTH', agreed: [] }, () => undefined);
  const { median: first } = await timeEach(run, 1);
  const { median, p95 } = await timeEach(run, RUNS);
  await work.close();
  rmSync(folder, { recursive: true });
  return { first, median, p95, files };
}

/** Exhibits computed and drawn, and exported as SVG and PNG; the budget of product.md §9 is for ten charts. */
export async function benchExport(): Promise<void> {
  say('\nExport of exhibits'.padEnd(35) + ['charts', 'median ms', 'p95 ms'].map((head) => head.padStart(12)).join(''));
  for (const { name, scenario } of [
    { name: 'sample', scenario: sample() },
    { name: '30 organisations, 280 schemes', scenario: footprintOf(LARGE) },
  ]) {
    const drawn = await computedAndDrawn(scenario);
    say(
      `${name}, drawn`.padEnd(40) +
        [String(drawn.charts), drawn.median.toFixed(0), drawn.p95.toFixed(0)].map((cell) => cell.padStart(10)).join(''),
    );
    const { first, median, p95, files } = await exported(scenario);
    const charts = files / 2;
    const tenCharts = (first / charts) * CHARTS;
    say(`${name}, SVG and PNG`.padEnd(40) + [String(charts), median.toFixed(0), p95.toFixed(0)].map((cell) => cell.padStart(10)).join(''));
    say(
      `  the first export ${first.toFixed(0)} ms, which for ${String(CHARTS)} charts makes ${tenCharts.toFixed(0)} ms (budget: ${String(BUDGET_MS)} ms)`,
    );
  }
}
