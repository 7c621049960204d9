import { canonicalJson, isJsonObject } from '../../shared/scenario/canonical.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { readingText } from '../../shared/scenario/file-reading.ts';
import { migrated, type FileFormat, type Migration } from '../../shared/scenario/migrations/index.ts';
import { readStrictJson, type JsonObject } from '../../shared/scenario/strict-json.ts';

interface ChainUnderTest {
  format: FileFormat;
  /** The text of a file that each earlier version wrote, by version. */
  samples: Readonly<Record<number, string>>;
}

/** Content that nobody has checked, as a step may be given it. */
const ODD_CONTENTS: readonly JsonObject[] = [
  {},
  { scenario: null },
  { scenario: [] },
  { scenario: { savings: 5, lines: {}, footprint: [] } },
  { scenario: 'x', results: 3, status: [] },
];

/**
 * What is wrong with a chain of migrations, a sentence each: a step missing or there twice or beyond the current version; a sample missing; a step that did not run, or
 * not in order; one that changed what it was given, or fails on content that does not fit; a migrated sample that is no valid file of the current version.
 */
export function faultsOfChain({ format, samples }: ChainUnderTest): string[] {
  const earlier = Array.from({ length: format.version - 1 }, (_, index) => index + 1);
  const faults = earlier.flatMap((version) => faultsOfCount(version, format.migrations));
  const beyond = format.migrations.filter(({ from }) => !earlier.includes(from));
  faults.push(...beyond.map(({ from }) => `The step from version ${String(from)} leads nowhere.`));
  faults.push(...format.migrations.flatMap(faultsOnOddContent));
  if (faults.length > 0) return faults;
  return earlier.flatMap((version) => faultsOfSample({ version, sample: samples[version], format }));
}

function faultsOfCount(version: number, migrations: readonly Migration[]): string[] {
  const steps = migrations.filter(({ from }) => from === version).length;
  return steps === 1 ? [] : [`There are ${String(steps)} steps from version ${String(version)}, where one is needed.`];
}

function faultsOnOddContent({ from, migrate }: Migration): string[] {
  return ODD_CONTENTS.flatMap((content) => {
    try {
      migrate(structuredClone(content));
      return [];
    } catch {
      return [`The step from version ${String(from)} fails on ${JSON.stringify(content)}.`];
    }
  });
}

function faultsOfSample({ version, sample, format }: { version: number; sample: string | undefined; format: FileFormat }): string[] {
  const reading = readStrictJson(sample ?? '');
  if (reading.kind !== 'read' || !isJsonObject(reading.value)) return [`There is no sample of version ${String(version)}.`];
  const content = reading.value;
  const before = canonicalJson(content);
  const ran: number[] = [];
  const watched = format.migrations.map(({ from, migrate }) => ({
    from,
    migrate: (given: JsonObject) => {
      ran.push(from);
      return migrate(given);
    },
  }));
  const { steps } = migrated(content, { from: version, format: { ...format, migrations: watched } });
  const due = Array.from({ length: format.version - version }, (_, index) => version + index);
  const faults: string[] = [];
  if (content['formatVersion'] !== version) faults.push(`The sample of version ${String(version)} says that it is of another.`);
  if (ran.join() !== due.join() || steps.join() !== due.join())
    faults.push(`From version ${String(version)} the steps ${ran.join(', ')} ran, where ${due.join(', ')} are due.`);
  if (canonicalJson(content) !== before) faults.push(`A step changed the content of version ${String(version)} that it was given.`);
  const opened = readScenarioFile(sample ?? '', format);
  if (opened.kind !== 'opened' || opened.file.migratedFrom !== version)
    faults.push(`The sample of version ${String(version)} does not open: ${readingText(opened, 'sample')}`);
  return faults;
}
