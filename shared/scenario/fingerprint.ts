import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import { type Scenario } from './schema.ts';

const FINGERPRINT_CHARACTERS = 12;

/** The SHA-256 of the canonical text of a content, as 64 hexadecimal digits. Throws CanonicalFormError. */
export function hashOf(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}

/**
 * What identifies the content of a scenario: the first 12 hexadecimal digits of its hash, as printed on exports. Two scenarios have the same one where
 * everything in them is the same, notes and sources included; how the file was written (bare values, order of keys) does not matter. `hashOf(scenario)` is the whole.
 */
export function fingerprint(scenario: Scenario): string {
  return hashOf(scenario).slice(0, FINGERPRINT_CHARACTERS);
}
