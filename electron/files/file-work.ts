import { outcomesForFile } from '../projection/for-file.ts';
import { resultDifferences } from '../projection/file-results.ts';
import { writeScenarioFile, ScenarioFileError } from '../../shared/scenario/file.ts';
import { CanonicalFormError } from '../../shared/scenario/canonical.ts';
import type { FileStatus } from '../../shared/scenario/file-envelope.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { RecipientCopy, Refusal } from '../../shared/contract/records.ts';
import { nodeDisk, type Disk } from './disk.ts';
import type { FileStamp } from './file-stamp.ts';
import { readFromDisk, readText, type OpenedReading } from './read-file.ts';
import { saveToDisk, type SavedFile, type TextToSave } from './save-file.ts';

/* What is done with scenario files away from the main thread. Requests and answers are plain, so that they can cross to a worker and back. */

export type OpenedContent = Omit<RecipientCopy, 'handle' | 'fileName'>;
export type OpenedFile =
  | {
      readonly kind: 'opened';
      readonly content: OpenedContent;
      readonly stamp?: FileStamp | undefined;
      /** Who signed it; believed of a file that is as it was sealed, and of no other. */
      readonly signed?: FileStatus | undefined;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
export type SaveRequest = {
  readonly path: string;
  readonly scenario: Scenario;
  readonly status: FileStatus;
  readonly replacing?: FileStamp | undefined;
};

/** The work on scenario files, wherever it is done. */
export interface FileWork {
  open(path: string): Promise<OpenedFile>;
  openText(given: { fileName: string; text: string }): Promise<OpenedFile>;
  save(request: SaveRequest): Promise<SavedFile>;
  /** Saves a text that is no scenario, such as a table. */
  saveText(request: TextToSave): Promise<SavedFile>;
}

/** Does the work on the thread that asks. The app hands it to a worker, see file-worker.ts. */
export function fileWork(disk: Disk = nodeDisk): FileWork {
  return {
    open: async (path) => {
      const read = await readFromDisk(path, disk);
      return read.kind === 'refused' ? read : { ...openedOf(read.reading), stamp: read.stamp };
    },
    openText: ({ fileName, text }) => {
      const read = readText(text, fileName);
      return Promise.resolve(read.kind === 'refused' ? read : openedOf(read.reading));
    },
    save: (request) => save(request, disk),
    saveText: (request) => saveToDisk(request, disk),
  };
}

function openedOf(reading: OpenedReading): Extract<OpenedFile, { kind: 'opened' }> {
  const isSealed = reading.kind === 'opened' && reading.seal === 'intact';
  return { kind: 'opened', content: contentOf(reading), signed: isSealed ? reading.file.status : undefined };
}

/** What a recipient sees: the scenario, whether it is what was sealed, and where this engine computes otherwise than the file says. */
function contentOf(reading: OpenedReading): OpenedContent {
  const { scenario, engineVersion, results, status } = reading.file;
  const names = new Map(scenario.organisations.map(({ id, name }) => [id, name]));
  return {
    scenario,
    seal: reading.kind === 'altered' ? 'broken' : reading.seal,
    engine: engineVersion ?? null,
    status: status?.stage ?? 'DRAFT',
    differences: resultDifferences(results, outcomesForFile(scenario).results, names),
  };
}

async function save({ path, scenario, status, replacing }: SaveRequest, disk: Disk): Promise<SavedFile> {
  const text = textOf(scenario, status);
  return typeof text === 'string' ? saveToDisk({ path, text, replacing }, disk) : { kind: 'refused', refusal: text };
}

/** The text of the file; a refusal where Footing could not open it again. */
function textOf(scenario: Scenario, status: FileStatus): string | Refusal {
  try {
    const { engineVersion, results } = outcomesForFile(scenario);
    return writeScenarioFile(scenario, { engineVersion, results, status });
  } catch (error) {
    if (!(error instanceof ScenarioFileError || error instanceof CanonicalFormError)) throw error;
    return { title: 'The file was not saved', text: error.message, details: [] };
  }
}
