import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import type { StoredOutcomes, VersionSummary } from './types.ts';

/** The SHA-256 of a text. Of a scenario's canonical text it is what hashOf gives for the scenario, from the system's own faster code. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What a version says of itself. The content goes in by its hash, which stands for every character of it. */
type Sealed = Omit<VersionSummary, 'seal' | 'reported'>;

/** The seal of a version: it breaks where anything in the version is changed, who approved it and its figures included. */
export function sealOf(version: Sealed, outcomes: StoredOutcomes): string {
  return sha256(canonicalJson({ version, outcomes }));
}
