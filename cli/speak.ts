import { plain } from './layout.ts';
import type { Ports } from './ports.ts';

/** JSON as it is printed for programs. */
export function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function harmless(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** Says on the side what does not stop the work. */
export function warn(ports: Ports, code: string, text: string): void {
  ports.printError(`Warning ${code}: ${harmless(text)}\n`);
}

/** Says what stopped the work: a code for programs, and what happened, where, and the way out. */
export function fail(ports: Ports, code: string, text: string): void {
  ports.printError(`Error ${code}: ${harmless(text)}\n`);
}
