import { resolve } from 'node:path';
import { buildStale } from '../../scripts/build/make.ts';

/** Runs once before all end-to-end tests: they drive what is built, so it is built from what is there. */
export default async function buildFirst(): Promise<void> {
  await buildStale(resolve(import.meta.dirname, '../..'));
}
