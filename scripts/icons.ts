// Makes the icons of the packaged app from build/icon.svg. Run it after a change of the drawing and commit what it writes.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { iconsOf } from './icons/draw.ts';

const root = resolve(import.meta.dirname, '..');
for (const [name, bytes] of await iconsOf(root)) {
  writeFileSync(join(root, 'build', name), bytes);
  process.stdout.write(`build/${name}: ${String(bytes.length)} bytes\n`);
}
