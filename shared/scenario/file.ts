import { canonicalJson, hasCanonicalForm, isJsonObject } from './canonical.ts';
import { FILE_FORMAT, SEAL_ALGORITHM, fileSchemaOf, scenarioFileSchema, type FileStatus } from './file-envelope.ts';
import { problemsOf, problemsOfLongLists } from './file-problems.ts';
import { detailOf, type FileReading, type SealState } from './file-reading.ts';
import { hashOf } from './fingerprint.ts';
import { CURRENT_FORMAT, CURRENT_FORMAT_VERSION, migrated, type FileFormat } from './migrations/index.ts';
import { allowedAt } from './schema-words.ts';
import { type Scenario } from './schema.ts';
import { ANY_VALUE, pathText, readStrictJson, type JsonDamage, type JsonObject, type JsonValue } from './strict-json.ts';

/** Problems that are listed of a file that does not fit; all are counted, unless a long list is wrong throughout. */
const LISTED_PROBLEMS = 50;

/**
 * Reads the text of a `.footing` file (product.md §5). Every text gives an answer; none throws. Limits are checked before anything is built, the seal before the
 * content is migrated, the content against the schema last. That a scenario obeys the rules of model-spec §15 is not asked here: one with problems still opens.
 * `format` is the current one, except in tests of migrations.
 */
export function readScenarioFile(text: string, format: FileFormat = CURRENT_FORMAT): FileReading {
  const reading = readStrictJson(text);
  if (reading.kind === 'too-large') return reading;
  if (reading.kind === 'damaged') return looksLikeOurs(text) ? damaged(reading) : { kind: 'not-ours' };
  const content = reading.value;
  if (!isJsonObject(content) || content['format'] !== FILE_FORMAT) return { kind: 'not-ours' };
  return readContent(content, format);
}

/**
 * The text of a scenario file: canonical JSON, sealed. Saving what was opened gives the same bytes again: `writeScenarioFile(file.scenario, file)`.
 * `results` hold amounts as canonical decimal text. Throws ScenarioFileError where Footing could not open the file again, CanonicalFormError where the
 * results hold what no file can.
 */
export function writeScenarioFile(
  scenario: Scenario,
  {
    engineVersion,
    results,
    status,
  }: { engineVersion: string | undefined; results?: JsonObject | undefined; status?: FileStatus | undefined },
): string {
  const content = { format: FILE_FORMAT, formatVersion: CURRENT_FORMAT_VERSION, engine: engineVersion, scenario, results, status };
  const text = canonicalJson({ ...content, seal: { algorithm: SEAL_ALGORITHM, value: hashOf(content) } });
  const reading = readScenarioFile(text);
  if (reading.kind !== 'opened') throw new ScenarioFileError(reading);
  return text;
}

/** A scenario that cannot be written so that Footing opens it again, because it is too large or holds what the schema refuses. */
export class ScenarioFileError extends Error {
  readonly code = 'unwritable-scenario';
  readonly reading: FileReading;

  constructor(reading: FileReading) {
    super(`The scenario was not written, because Footing could not open the file again. ${detailOf(reading)} Correct this and save again.`);
    this.name = 'ScenarioFileError';
    this.reading = reading;
  }
}

/** A text that breaks off or is empty may have been a scenario file; one that starts with anything but a bracket never was. */
function looksLikeOurs(text: string): boolean {
  return /^\ufeff?[ \t\r\n]*(?:\{|$)/.test(text);
}

/** Where any value could stand for the reader, the schema says what the place takes. */
function damaged({ line, column, path, found, expected }: JsonDamage): FileReading {
  const exact = expected === ANY_VALUE ? (allowedAt(scenarioFileSchema, path) ?? expected) : expected;
  return { kind: 'damaged', line, column, path: pathText(path), found, expected: exact };
}

function readContent(content: JsonObject, format: FileFormat): FileReading {
  const version = content['formatVersion'];
  const isNumbered = typeof version === 'number' && Number.isInteger(version) && version >= 1;
  if (isNumbered && version > format.version) {
    const engine = content['engine'];
    return { kind: 'newer', formatVersion: version, engineVersion: typeof engine === 'string' ? engine.slice(0, 40) : undefined };
  }
  const { seal, ...unsealed } = content;
  const migratedFrom = isNumbered && version < format.version ? version : undefined;
  const current = migratedFrom === undefined ? unsealed : migrated(unsealed, { from: migratedFrom, format }).content;
  return checked(seal === undefined ? current : { ...current, seal }, { format, migratedFrom, seal: sealState(seal, unsealed) });
}

function checked(
  content: JsonObject,
  { format, migratedFrom, seal }: { format: FileFormat; migratedFrom: number | undefined; seal: SealState },
): FileReading {
  const schema = fileSchemaOf(format.version);
  const invalid = (issues: Parameters<typeof problemsOf>[0], isCountComplete: boolean): FileReading => {
    const { problems, count } = problemsOf(issues, { schema, content, most: LISTED_PROBLEMS });
    return { kind: 'invalid', seal, problems, problemCount: count, isCountComplete };
  };
  const early = problemsOfLongLists(content['scenario']);
  if (early.length > 0) return invalid(early, false);
  const outcome = schema.safeParse(content);
  if (!outcome.success) return invalid(outcome.error.issues, true);
  const { scenario, engine, status } = outcome.data;
  const results = content['results'];
  const file = { scenario, engineVersion: engine, results: isJsonObject(results) ? results : undefined, status, migratedFrom };
  return seal === 'broken' ? { kind: 'altered', file } : { kind: 'opened', seal, file };
}

/** The seal is the hash of everything beside it, as it stands in the file. What has no canonical text was never sealed as it stands. */
function sealState(seal: JsonValue | undefined, unsealed: JsonObject): SealState {
  if (seal === undefined) return 'absent';
  if (!isJsonObject(seal) || seal['algorithm'] !== SEAL_ALGORITHM || !hasCanonicalForm(unsealed)) return 'broken';
  return seal['value'] === hashOf(unsealed) ? 'intact' : 'broken';
}
