import { TABLE_LIMITS } from '../../../shared/tables/delimited.ts';
import { decodeTable, type DecodedTable } from './decode-table.ts';

/** Reads a file that was chosen as a table. */
export async function readTableFile(file: File): Promise<DecodedTable> {
  if (file.size > 2 * TABLE_LIMITS.characters)
    return { kind: 'refused', text: `${file.name} is larger than 40 MB, the most that is read at once. Bring it over in parts.` };
  try {
    return decodeTable(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { kind: 'refused', text: `${file.name} could not be read. See that it is still there, and choose it again.` };
  }
}

const WRITTEN: Readonly<Record<Extract<DecodedTable, { kind: 'decoded' }>['encoding'], string>> = {
  'UTF-8': 'written as UTF-8',
  'UTF-16': 'written as Unicode text (UTF-16)',
  'Windows-1252': 'written in the letters of Windows (1252); look at its £ signs and accents',
};

/** What is said about a file that was read. */
export function wordsOfFile(name: string, { encoding }: Extract<DecodedTable, { kind: 'decoded' }>): string {
  return `${name}, ${WRITTEN[encoding]}.`;
}
