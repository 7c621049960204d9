// Writes SHA256SUMS.txt beside the installers in a folder: `node scripts/checksums.ts release`. Fails where there is none, because then nothing was packed.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INSTALLERS = /\.(exe|msi|dmg|zip|AppImage|deb|json)$/;

const folder = process.argv[2] ?? 'release';
const names = readdirSync(folder)
  .filter((name) => INSTALLERS.test(name))
  .sort();
if (!names.some((name) => !name.endsWith('.json'))) throw new Error(`There is no installer in ${folder}. Run "npm run package" first.`);
const lines = names.map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')}  ${name}\n`,
);
writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''));
process.stdout.write(lines.join(''));
