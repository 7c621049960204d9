import { type FileStatus } from './file-envelope.ts';
import { type FileProblem } from './file-problems.ts';
import { CURRENT_FORMAT_VERSION } from './migrations/index.ts';
import { type Scenario } from './schema.ts';
import { FILE_LIMITS, type FileLimit, type JsonObject } from './strict-json.ts';

/** What a file holds besides its seal. */
export interface ScenarioFile {
  scenario: Scenario;
  /** The version of Footing that wrote it; none where it was written by hand. */
  engineVersion: string | undefined;
  /** The results at the time of writing, as the writer gave them, to be held against a new run. */
  results: JsonObject | undefined;
  status: FileStatus | undefined;
  /** The format version that the file was written in, where it had to be migrated. */
  migratedFrom: number | undefined;
}

/** Whether the content is what was sealed: `absent` for a file written by hand. */
export type SealState = 'intact' | 'absent' | 'broken';

/**
 * What came of reading a file. A file that was changed after it was sealed is `altered`, an answer of its own and not a flag of `opened`, so that nobody
 * takes it for what its sender sealed without having decided to: who edits files by hand may use its `file`, who receives one is told to ask for a fresh copy.
 */
export type FileReading =
  | { kind: 'opened'; seal: 'intact' | 'absent'; file: ScenarioFile }
  | { kind: 'altered'; file: ScenarioFile }
  | { kind: 'not-ours' }
  | { kind: 'newer'; formatVersion: number; engineVersion: string | undefined }
  | { kind: 'damaged'; line: number; column: number; path: string; found: string; expected: string }
  | { kind: 'invalid'; seal: SealState; problems: FileProblem[]; problemCount: number; isCountComplete: boolean }
  | { kind: 'too-large'; limit: FileLimit; allowed: number; line: number };

const UNTOUCHED = 'Your file is untouched.';
const FRESH_COPY = 'Ask the sender for a fresh copy';

/** What to tell a person about a reading: what happened, where, what is allowed, and the way out. `fileName` is the name without its folder. */
export function readingText(reading: FileReading, fileName: string): string {
  switch (reading.kind) {
    case 'opened':
      return reading.seal === 'intact'
        ? `${fileName} is sealed, and its content is what was sealed.`
        : `${fileName} carries no seal, so nothing tells whether it was changed. Save it from Footing to seal it.`;
    case 'altered':
      return `${fileName} was changed after it was sealed: its content does not match its seal. ${FRESH_COPY}; or, if you changed it yourself, open it as a file edited by hand and save it again.`;
    case 'not-ours':
      return `${fileName} is not a Footing scenario, and was not opened. A scenario file is a text that starts with { and says "format": "footing-scenario". ${UNTOUCHED}`;
    case 'newer': {
      const needed =
        reading.engineVersion === undefined
          ? `a Footing that reads format ${String(reading.formatVersion)}`
          : `Footing ${reading.engineVersion} or later`;
      return `Needs ${needed}. Nothing was changed. Ask the sender for a format ${String(CURRENT_FORMAT_VERSION)} copy.`;
    }
    case 'damaged':
      return `This file is damaged and was not opened. ${fileName}, ${detailOf(reading)} ${UNTOUCHED} ${FRESH_COPY}, or correct that line.`;
    case 'too-large':
      return `This file is too large and was not opened. ${fileName}, ${detailOf(reading)} ${UNTOUCHED} Ask the sender for a smaller copy, such as one without results.`;
    case 'invalid': {
      const changed = reading.seal === 'broken' ? ' It was also changed after it was sealed.' : '';
      return `This file does not fit what Footing reads and was not opened. ${fileName}: ${detailOf(reading)}\n${UNTOUCHED}${changed} Correct these places, or ask the sender for a fresh copy.`;
    }
  }
}

/** What stopped a reading, without the name of the file: "line 212, column 14: found …". Empty where the file was opened. */
export function detailOf(reading: FileReading): string {
  if (reading.kind === 'damaged') {
    return `line ${String(reading.line)}, column ${String(reading.column)}: found ${reading.found}, expected ${reading.expected}.`;
  }
  if (reading.kind === 'too-large') return `line ${String(reading.line)}: ${LIMIT_WORDS[reading.limit]}.`;
  if (reading.kind !== 'invalid') return '';
  const unlisted = reading.problemCount - reading.problems.length;
  const listed = reading.problems.map(({ text }) => `\n- ${text}`).join('');
  const most = reading.isCountComplete ? '' : 'at least ';
  const count = reading.problemCount === 1 ? '1 problem.' : `${most}${grouped(reading.problemCount)} problems.`;
  return `${count}${listed}${unlisted === 0 ? '' : `\n- and ${most}${grouped(unlisted)} more`}`;
}

const LIMIT_WORDS: Readonly<Record<FileLimit, string>> = {
  bytes: `the file is larger than ${grouped(FILE_LIMITS.bytes / 1_000_000)} MB`,
  depth: `brackets stand more than ${grouped(FILE_LIMITS.depth)} deep`,
  rows: `the lists of the file have more than ${grouped(FILE_LIMITS.rows)} items together`,
  entries: `the file has more than ${grouped(FILE_LIMITS.entries)} entries`,
};

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
