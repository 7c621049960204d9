import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { plugFindings } from '../../../shared/realism/plug-finder.ts';
import type { PlugPattern } from '../../../shared/realism/plug.ts';
import { inputAt } from '../../../shared/scenario/inputs-of.ts';
import { cleanFiles, plantedFiles } from '../../support/plug-corpus.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const PATTERNS: readonly PlugPattern[] = [
  'nil-ending',
  'share-of-gap',
  'unidentified-rising',
  'hockey-stick',
  'above-cost-base',
  'round-among-exact',
  'growth-bent',
  'one-off-closes',
];

describe('the corpus of planted plugs', () => {
  const planted = plantedFiles();
  const missed = planted.filter(
    ({ scenario, pattern, subject }) =>
      !plugFindings(project(scenario)).some(
        (finding) => finding.pattern === pattern && (subject === undefined || finding.subject === subject),
      ),
  );

  test('holds at least 40 scenarios, of every pattern', () => {
    expect(planted.length).toBeGreaterThanOrEqual(40);
    expect(new Set(planted.map(({ pattern }) => pattern))).toEqual(new Set(PATTERNS));
  });

  test('is found to at least 95%', () => {
    expect(missed.map(({ name }) => name).slice(0, Math.max(0, missed.length - Math.floor(planted.length * 0.05)))).toEqual([]);
  });

  test('clean files raise fewer than one question each', () => {
    const clean = cleanFiles();
    const asked = clean.flatMap(({ name, scenario }) => plugFindings(project(scenario)).map(({ key }) => `${name}: ${key}`));
    expect(asked.length < clean.length ? [] : asked).toEqual([]);
  });
});

describe('findings', () => {
  test('carry their sum, the inputs to look at and the words "worth asking", largest first', () => {
    for (const name of ['sample', 'worked-example-b', 'hampshire-isle-of-wight-2016']) {
      const scenario = shippedScenario(name);
      const findings = plugFindings(project(scenario));
      expect(findings.length).toBeGreaterThan(0);
      for (const { text, sum, paths, key, pattern, subject } of findings) {
        expect(text).toContain('Worth asking: ');
        expect(text.endsWith('?')).toBe(true);
        expect(sum.gt(0)).toBe(true);
        expect(key).toBe(`plug:${pattern}:${subject}`);
        for (const path of paths) expect(inputAt(scenario, path), path).toBeDefined();
      }
      expect(findings.map(({ sum }) => sum)).toEqual(findings.map(({ sum }) => sum).sort((a, b) => b.cmp(a)));
    }
  });

  test('the sample’s balancing line is found: it ends at nil by £20.1m that nobody has identified', () => {
    expect(plugFindings(project(shippedScenario('sample'))).map(({ key, sum }) => [key, sum.toFixed(0)])).toEqual([
      ['plug:nil-ending:system', '20128131'],
      ['plug:unidentified-rising:S20', '20128131'],
    ]);
  });

  test('the published plan of Hampshire adds up to nil by the £134m that its list does not name', () => {
    expect(plugFindings(project(shippedScenario('hampshire-isle-of-wight-2016'))).map(({ key, sum }) => [key, sum.toFixed(0)])).toEqual([
      ['plug:nil-ending:system', '134000000'],
    ]);
  });

  test('worked example B brings a one-off in the target year', () => {
    expect(plugFindings(project(shippedScenario('worked-example-b'))).map(({ key, sum }) => [key, sum.toFixed(0)])).toEqual([
      ['plug:one-off-closes:S8', '1500000'],
    ]);
  });

  test('nothing is found where nothing could be computed', () => {
    expect(plugFindings(project({ ...shippedScenario('sample'), baseYear: 'never' }))).toEqual([]);
  });
});
