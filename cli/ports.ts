import type { ExhibitPress } from '../charts/export/exhibit-files.ts';
import type { DrawBlock } from '../shared/realism/simulation/simulator.ts';
import type { DrawWork } from './drawing.ts';

/** What an export asks of the machine besides. It is opened for an export only: no other command waits for what charts are drawn with. */
export interface Exporting {
  readonly press: ExhibitPress;
  /** Day and time of the machine, "2026-11-21 14:32". */
  readonly now: () => string;
  readonly makeFolder: (path: string) => void;
  readonly exists: (path: string) => boolean;
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
}

/** What a simulation asks of the machine besides. */
export interface Stressing {
  /** Draws by so many workers. */
  readonly draw: (work: DrawWork, workers: number) => Promise<DrawBlock[]>;
  /** As many workers as the machine has room for. */
  readonly workers: number;
  readonly exists: (path: string) => boolean;
  readonly writeLines: (path: string, lines: Iterable<string>) => void;
}

/** What the command line asks of the machine. Tests hand in ports of their own. */
export interface Ports {
  /** The first bytes of a file, at most `limit` of them. Throws what the system throws, with its `code`. */
  readonly readFile: (path: string, limit: number) => Uint8Array;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly exporting?: Exporting | undefined;
  readonly stressing?: Stressing | undefined;
}

/** 0: all is well. 1: the command was not understood. 2: the file cannot be read, is not valid or leaves something uncomputed. 3: a check failed. */
export const EXIT = { good: 0, usage: 1, file: 2, check: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
