import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chartExportElsewhere } from '../../electron/export/export-elsewhere.ts';
import type { ChartOrder, ExportProgress } from '../../electron/export/export-work.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';

/* The export in a worker of its own, as both shells have it: from the sources, so that it needs no build. */

const folder = mkdtempSync(join(tmpdir(), 'footing-worker-'));
const work = chartExportElsewhere();
afterAll(async () => {
  await work.close();
  rmSync(folder, { recursive: true });
});

const order: ChartOrder = {
  scenario: shippedScenario('worked-example-b'),
  status: undefined,
  isAltered: false,
  unit: '£m',
  exhibits: ['reserves', 'per-head'],
  formats: ['svg', 'csv'],
  madeAt: '2018-03-14 09:30',
};
const run = { order, folder, way: 'ASK', agreed: [] } as const;

test('a run that is stopped as soon as it was asked for writes nothing, what else was asked is answered, and the next run runs', async () => {
  const told: ExportProgress[] = [];
  const look = work.look(order);
  const running = work.run(run, (progress) => told.push(progress));
  work.stop();
  expect(await running).toEqual({ kind: 'stopped', written: 0 });
  expect(told).toEqual([]);
  expect((await look).exhibits.length).toBeGreaterThan(3);
  expect(readdirSync(folder)).toEqual([]);
  expect(await work.run(run, (progress) => told.push(progress))).toMatchObject({ kind: 'done' });
  expect(told.at(-1)).toEqual({ done: 3, total: 3, name: '' });
  expect(readdirSync(folder)).toHaveLength(3);
});

test('the worker draws for the clipboard and says what there is, and its global page is none of ours', async () => {
  const [look, copied] = await Promise.all([work.look(order), work.copy(order, 'reserves')]);
  expect(look.exhibits.map(({ id }) => id)).toContain('bridge');
  expect(
    Buffer.from(copied?.png ?? [])
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG');
  expect('document' in globalThis).toBe(false);
});

test('a fault of its own is said, and the worker goes on', async () => {
  const broken = { ...order, scenario: { ...order.scenario, organisations: null } } as unknown as ChartOrder;
  await expect(work.look(broken)).rejects.toMatchObject({ code: 'EXPORT_WORKER_FAILED' });
  expect((await work.look(order)).ready.length).toBeGreaterThan(3);
});
