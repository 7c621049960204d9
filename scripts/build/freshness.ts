import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildStep } from './steps.ts';

/** What every bundle depends on besides its sources. */
const ALWAYS = ['package-lock.json', 'scripts/build'];

/** A text that changes when anything changes that a bundle is made of. Contents count, times do not: a checkout changes those. */
export function sourcesHash({ sources }: Pick<BuildStep, 'sources'>, root: string): string {
  const hash = createHash('sha256');
  for (const path of [...sources, ...ALWAYS].flatMap((source) => filesAt(source, root))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The files at a path of the project, in an order that is the same on every machine. A path that is not there has none. */
function filesAt(path: string, root: string): string[] {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesAt(`${path}/${name}`, root));
}
