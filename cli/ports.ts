/** What the command line asks of the machine. Tests hand in ports of their own. */
export interface Ports {
  /** The first bytes of a file, at most `limit` of them. Throws what the system throws, with its `code`. */
  readonly readFile: (path: string, limit: number) => Uint8Array;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** 0: all is well. 1: the command was not understood. 2: the file cannot be read, is not valid or leaves something uncomputed. 3: a check failed. */
export const EXIT = { good: 0, usage: 1, file: 2, check: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
