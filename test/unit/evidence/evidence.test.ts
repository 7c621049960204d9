import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFIDENCE_SURVEY } from '../../../shared/evidence/capital-and-funding.ts';
import { EVIDENCE, UnknownViewError, achievedShare, figureOf, outsideView, viewsOn } from '../../../shared/evidence/evidence.ts';

describe('outside views', () => {
  test('each has a source, a period, what it measures and when it does not apply, and at least one figure', () => {
    for (const view of EVIDENCE) {
      for (const words of [view.source, view.period, view.measures, view.notWhen, view.what])
        expect(words.trim().length, view.id).toBeGreaterThan(3);
      const figures = (['planned', 'achieved', 'low', 'high'] as const)
        .map((part) => figureOf(view, part))
        .filter((figure) => figure !== undefined);
      expect(figures.length, view.id).toBeGreaterThan(0);
    }
  });

  test('each stands in the page for finance readers, with its figures and source', () => {
    const rows = readFileSync(new URL('../../../docs/methodology/evidence.md', import.meta.url), 'utf8').split('\n');
    for (const view of EVIDENCE) {
      const row = rows.find((each) => each.startsWith(`| ${view.what} | ${view.period} |`)) ?? '';
      for (const figure of [view.planned, view.achieved, view.low, view.high])
        if (figure !== undefined) expect(row, view.id).toContain(figure);
      for (const words of [view.measures, view.notWhen, view.source]) expect(row, view.id).toContain(words);
    }
    expect(rows.filter((row) => /^\| (?!What |---)/.test(row))).toHaveLength(EVIDENCE.length + 1);
  });

  test('ids are unique', () => {
    expect(new Set(EVIDENCE.map(({ id }) => id)).size).toBe(EVIDENCE.length);
  });

  test('an unknown id is refused by name', () => {
    expect(() => outsideView('cip-1999')).toThrow(UnknownViewError);
    expect(() => outsideView('cip-1999')).toThrow('cip-1999');
  });

  // Shares as printed beside the delivery line: 73% at month 6, 85% forecast, 89% outturn, 87% QIPP.
  test.each([
    ['recurrent-2017-18-h1', '73.1'],
    ['recurrent-2017-18-forecast', '85.5'],
    ['cip-2018-19', '88.9'],
    ['qipp-2013-14', '87.1'],
    ['capital-paid', '44.4'],
    ['capital-bids', '26.4'],
  ])('%s achieved %s%% of plan', (id, share) => {
    expect(achievedShare(outsideView(id))?.times(100).toFixed(1)).toBe(share);
  });

  test('a blank stays blank, and a per cent is a fraction', () => {
    expect(figureOf(outsideView('cip-2016-17'), 'planned')).toBeUndefined();
    expect(achievedShare(outsideView('cip-2016-17'))).toBeUndefined();
    expect(figureOf(outsideView('planned-non-elective'), 'planned')?.toString()).toBe('0.157');
    expect(figureOf(outsideView('capital-bids'), 'planned')?.toString()).toBe('8700');
  });

  test('the survey of confidence is 0, 1, 33, 47 and 18 of 99', () => {
    const counts = CONFIDENCE_SURVEY.answers.map(({ count }) => count);
    expect(counts).toEqual([0, 1, 33, 47, 18]);
    expect(counts.reduce<number>((all, count) => all + count, 0)).toBe(99);
  });

  test('allocations grow as published', () => {
    expect(
      viewsOn('allocation')
        .filter(({ id }) => id.startsWith('allocation-ccg'))
        .map(({ period, achieved }) => [period, achieved]),
    ).toEqual([
      ['2016/17', '3.41'],
      ['2017/18', '2.09'],
      ['2018/19', '2.03'],
      ['2019/20', '2.16'],
      ['2020/21', '3.8'],
    ]);
  });
});
