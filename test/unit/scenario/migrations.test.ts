import { describe, expect, test } from 'vitest';
import { canonicalJson, isJsonObject } from '../../../shared/scenario/canonical.ts';
import { readScenarioFile } from '../../../shared/scenario/file.ts';
import { hashOf } from '../../../shared/scenario/fingerprint.ts';
import {
  CURRENT_FORMAT,
  MigrationMissingError,
  migrated,
  type FileFormat,
  type Migration,
} from '../../../shared/scenario/migrations/index.ts';
import { type JsonObject } from '../../../shared/scenario/strict-json.ts';
import { faultsOfChain } from '../../support/migration-harness.ts';

/** A file that each earlier version wrote, by version. Version 1 is the first. */
const SAMPLES: Readonly<Record<number, string>> = {};

test('every earlier version leads to the current one', () => {
  expect(faultsOfChain({ format: CURRENT_FORMAT, samples: SAMPLES })).toEqual([]);
});

/* A made-up history: version 1 called the name a title, version 2 had no horizon. */

const inScenario =
  (change: (scenario: JsonObject) => JsonObject) =>
  (content: JsonObject): JsonObject =>
    isJsonObject(content['scenario']) ? { ...content, scenario: change(content['scenario']) } : content;

const RENAMED: Migration = {
  from: 1,
  migrate: inScenario(({ title, ...rest }) => ({ ...rest, ...(title === undefined ? {} : { name: title }) })),
};
const EXTENDED: Migration = {
  from: 2,
  migrate: inScenario((scenario) => ({ ...scenario, horizonYear: scenario['targetYear'] ?? '2020/21' })),
};
const HISTORY: FileFormat = { version: 3, migrations: [RENAMED, EXTENDED] };

const COMMON = { footprint: { id: 'F', name: 'Footprint' }, baseYear: '2017/18', targetYear: '2020/21' };
const sampleOf = (formatVersion: number, scenario: JsonObject): string => {
  const content = { format: 'footing-scenario', formatVersion, engine: '0.1.0', scenario };
  return canonicalJson({ ...content, seal: { algorithm: 'SHA-256', value: hashOf(content) } });
};
const HISTORY_SAMPLES = { 1: sampleOf(1, { ...COMMON, title: 'Plan' }), 2: sampleOf(2, { ...COMMON, name: 'Plan' }) };

describe('a made-up history of three versions', () => {
  test('is sound', () => {
    expect(faultsOfChain({ format: HISTORY, samples: HISTORY_SAMPLES })).toEqual([]);
  });

  test('opens the oldest file with its seal intact', () => {
    const reading = readScenarioFile(HISTORY_SAMPLES[1], HISTORY);
    if (reading.kind !== 'opened') throw new Error(reading.kind);
    expect(reading.seal).toBe('intact');
    expect(reading.file.migratedFrom).toBe(1);
    expect(reading.file.scenario.name).toBe('Plan');
    expect(reading.file.scenario.horizonYear).toBe('2020/21');
  });

  test('opens a current file without migrating it, and refuses one of a version to come', () => {
    const current = sampleOf(3, { ...COMMON, name: 'Plan', horizonYear: '2020/21' });
    const reading = readScenarioFile(current, HISTORY);
    expect(reading.kind === 'opened' && reading.file.migratedFrom).toBe(undefined);
    expect(readScenarioFile(sampleOf(4, COMMON), HISTORY)).toEqual({ kind: 'newer', formatVersion: 4, engineVersion: '0.1.0' });
  });

  test('says which step is missing', () => {
    const run = (): unknown => migrated({ formatVersion: 1 }, { from: 1, format: { version: 3, migrations: [RENAMED] } });
    expect(run).toThrow(MigrationMissingError);
    expect(run).toThrow('There is no migration from format 2.');
  });
});

describe('the harness finds', () => {
  const changing: Migration = {
    from: 2,
    migrate: (content) => {
      if (isJsonObject(content['scenario'])) content['scenario']['horizonYear'] = '2020/21';
      return content;
    },
  };
  const trusting: Migration = {
    from: 1,
    migrate: (content) => {
      if (isJsonObject(content['scenario'])) return RENAMED.migrate(content);
      throw new TypeError('A step that takes a scenario for granted fails like this.');
    },
  };
  test.each<[string, { migrations?: Migration[]; samples?: Record<number, string> }, string]>([
    ['a step that is missing', { migrations: [EXTENDED] }, 'There are 0 steps from version 1, where one is needed.'],
    ['a step that is there twice', { migrations: [RENAMED, EXTENDED, EXTENDED] }, 'There are 2 steps from version 2, where one is needed.'],
    [
      'a step that leads nowhere',
      { migrations: [RENAMED, EXTENDED, { from: 3, migrate: (content) => content }] },
      'The step from version 3 leads nowhere.',
    ],
    ['a sample that is missing', { samples: { 1: HISTORY_SAMPLES[1] } }, 'There is no sample of version 2.'],
    [
      'a sample of another version',
      { samples: { 1: HISTORY_SAMPLES[2], 2: HISTORY_SAMPLES[2] } },
      'The sample of version 1 says that it is of another.',
    ],
    [
      'a step that changes what it is given',
      { migrations: [RENAMED, changing] },
      'A step changed the content of version 2 that it was given.',
    ],
    [
      'a step that does nothing',
      { migrations: [{ from: 1, migrate: (content) => content }, EXTENDED] },
      'The sample of version 1 does not open: This file does not fit',
    ],
    ['a step that trusts what it is given', { migrations: [trusting, EXTENDED] }, 'The step from version 1 fails on {}.'],
  ])('%s', (_, { migrations = HISTORY.migrations, samples = HISTORY_SAMPLES }, fault) => {
    const faults = faultsOfChain({ format: { version: 3, migrations }, samples });
    expect(faults.some((sentence) => sentence.startsWith(fault))).toBe(true);
  });
});
