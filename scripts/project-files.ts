import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold what is installed or made, never what is written by hand. */
const NOT_OURS = new Set(['node_modules', 'dist', 'release', 'reports', 'coverage', '.git', '.stryker-tmp']);

const CODE = /\.(ts|tsx|js|mjs|cjs)$/;

/** Every file of the project below a folder, as paths relative to `root` with forward slashes, in code point order. */
export function projectFiles({ root, below = '' }: { root: string; below?: string }): string[] {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : projectFiles({ root, below: path });
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

export function isCode(path: string): boolean {
  return CODE.test(path) && !path.endsWith('.d.ts');
}
