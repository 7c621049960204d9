import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The scenario files among the arguments of a start, as whole paths. Whatever else stands there (options, the app's own folder) is none. */
export function fileArguments(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.footing'))
    .map((word) => resolve(folder, plainPath(word)));
}

/** Linux desktops may hand a file over as its address. */
function plainPath(word: string): string {
  try {
    return word.startsWith('file://') ? fileURLToPath(word) : word;
  } catch {
    return word;
  }
}
