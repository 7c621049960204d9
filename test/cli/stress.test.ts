import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { footing, shipped, type Outcome } from './command-line.ts';

// Each run is a process of its own, and some tests make three.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'footing-stress-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const B = shipped('worked-example-b');
const FEW = ['--draws', '1000'];

const chanceSchema = z.object({
  count: z.number(),
  draws: z.number(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  text: z.string(),
});
const answerSchema = z.object({
  seed: z.number(),
  draws: z.number(),
  drawn: z.number(),
  digest: z.string(),
  correlation: z.number(),
  correlations: z.array(
    z.object({
      correlation: z.number(),
      reported: z.object({ p10: z.number(), p50: z.number(), p90: z.number() }),
      chances: z.object({ reported: chanceSchema, controlTotals: z.array(z.object({ name: z.string(), chance: chanceSchema })) }),
      byYear: z.array(z.object({ year: z.string() })),
    }),
  ),
  shown: z.array(z.object({ name: z.string(), reported: z.string(), difference: z.string() })),
  check: z.object({ id: z.literal('C11'), holds: z.boolean() }),
});

function answerIn({ out }: Outcome): z.infer<typeof answerSchema> {
  return answerSchema.parse(JSON.parse(out));
}

describe('footing stress', () => {
  const ofOne = footing('stress', B, ...FEW, '--workers', '1', '--json');
  const one = answerIn(ofOne);

  test('answers for programs: what was asked, at three correlations, every year', () => {
    expect(ofOne.code).toBe(0);
    expect(one).toMatchObject({ seed: 20201, draws: 1000, drawn: 1000, correlation: 0.3, check: { holds: true } });
    expect(one.correlations.map(({ correlation }) => correlation)).toEqual([0, 0.3, 0.6]);
    expect(one.correlations[1]?.byYear.map(({ year }) => year)).toEqual(['2018/19', '2019/20', '2020/21']);
    expect(one.correlations[1]?.chances.controlTotals.at(-1)?.name).toBe('System control total');
  });

  test.each(['2', '4'])('%s workers draw the same as one, to the last bit', (workers) => {
    const many = answerIn(footing('stress', B, ...FEW, '--workers', workers, '--json'));
    expect(many).toEqual(one);
  });

  test('another seed is another answer', () => {
    expect(answerIn(footing('stress', B, ...FEW, '--seed', '1', '--workers', '1', '--json')).digest).not.toBe(one.digest);
  });

  test('single draws are worked again exactly, and agree within a penny', () => {
    expect(one.shown.map(({ name }) => name)).toEqual(['P10', 'P50', 'P90', 'As stated']);
    expect(one.shown.map(({ difference }) => Number(difference))).toEqual([0, 0, 0, 0]);
    expect(one.shown.at(-1)?.reported).toBe('-4278659.77');
  });

  test('answers for people in lines that fit, and never with a chance of nil', () => {
    const { code, out } = footing('stress', B, ...FEW, '--workers', '1', '--correlation', '0.5', '--seed', '3');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(out).toContain('1,000 draws of 15 uncertain inputs, seed 3, ranges as triangles.');
    expect(out).toContain('correlation 0.5');
    expect(out).toContain('C11: holds.');
    expect(out).not.toMatch(/(^|[^.\d])0(\.0)?%/);
    expect(out).toMatch(/< 0\.1% \(up to 0\.\d\)/);
    expect(out).not.toMatch(/\b0\.0 to/);
  });

  test('reads ranges as PERT on request, which narrows what is drawn', () => {
    const pert = answerIn(footing('stress', B, ...FEW, '--workers', '1', '--distribution', 'pert', '--json'));
    const width = ({ correlations }: typeof one): number => (correlations[1]?.reported.p90 ?? 0) - (correlations[1]?.reported.p10 ?? 0);
    expect(width(pert)).toBeLessThan(width(one));
    expect(pert.check.holds).toBe(true);
    expect(pert.shown.map(({ difference }) => Number(difference))).toEqual([0, 0, 0, 0]);
  });

  test('writes every draw to a file, once', () => {
    const path = join(folder, 'draws.csv');
    expect(footing('stress', B, ...FEW, '--workers', '1', '--csv', path).code).toBe(0);
    const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n');
    expect(head.startsWith('draw,reported 2018/19,reported 2019/20,reported 2020/21,before support 2018/19')).toBe(true);
    expect(head).toContain('savings.S1.delivery');
    expect(rows).toHaveLength(1000);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([head.split(',').length]));
    const again = footing('stress', B, ...FEW, '--workers', '1', '--csv', path);
    expect(again.code).toBe(2);
    expect(again.errors).toContain('is there already');
    expect(footing('stress', B, ...FEW, '--workers', '1', '--csv', path, '--replace').code).toBe(0);
  });

  test('shows no chance where nothing carries a range', () => {
    const { code, out } = footing('stress', shipped('worked-example-a'));
    expect(code).toBe(0);
    expect(out).toContain('No chance is shown, because every figure is stated as certain.');
  });
});

describe('what footing stress does not take', () => {
  test.each([
    [['--draws', '999'], /--draws: read "999"\. Allowed: a whole number from 1000 to 1000000/],
    [['--draws', 'many'], /--draws: read "many"/],
    [['--correlation', '1.2'], /--correlation: read "1\.2"\. Allowed: a number from 0 to 1/],
    [['--workers', '0'], /--workers/],
    [['--seed', '-1'], /--seed/],
    [['--distribution', 'normal'], /--distribution: read "normal"\. Allowed: triangular, pert/],
  ])('%j', (args, told) => {
    const { code, errors } = footing('stress', B, ...args);
    expect(code).toBe(1);
    expect(errors).toMatch(told);
  });

  test('a file that is none', () => {
    const path = join(folder, 'none.footing');
    writeFileSync(path, '{');
    expect(footing('stress', path).code).toBe(2);
  });
});
