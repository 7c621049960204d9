// Builds into dist/ whatever is stale: the page, Electron's main and preload, the loopback shell, and the workers beside each shell.
import { resolve } from 'node:path';
import { buildStale } from './build/make.ts';

const started = performance.now();
const built = await buildStale(resolve(import.meta.dirname, '..'));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(built.length === 0 ? 'Everything is built as it is.\n' : `Built ${built.join(', ')} (${seconds} s).\n`);
