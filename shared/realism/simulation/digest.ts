import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DrawBlock } from './simulator.ts';

const BYTES = 8;

/**
 * The SHA-256 of every position drawn, to the last bit, as 64 hexadecimal digits: two runs with the same digest drew the same, whoever drew and with how many
 * workers. Of merged blocks, in the order of correlations, then reported and before support by year, then underlying.
 */
export function drawDigest(block: DrawBlock): string {
  const hash = sha256.create();
  const add = (amounts: Float64Array): void => {
    const view = new DataView(new ArrayBuffer(amounts.length * BYTES));
    amounts.forEach((amount, index) => {
      view.setFloat64(index * BYTES, amount, true);
    });
    hash.update(new Uint8Array(view.buffer));
  };
  for (const { reported, beforeSupport, underlying } of block.columns)
    for (const amounts of [...reported, ...beforeSupport, underlying]) add(amounts);
  return bytesToHex(hash.digest());
}
