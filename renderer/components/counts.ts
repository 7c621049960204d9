import { groupThousands } from '../../shared/money/format.ts';

/** A number of things in words: "1 scenario", "5,000 scenarios". The plural is the noun with an s. */
export function counted(count: number, noun: string): string {
  return `${groupThousands(String(count))} ${count === 1 ? noun : `${noun}s`}`;
}
