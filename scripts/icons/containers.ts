import { Buffer } from 'node:buffer';

/** A square picture and its width in pixels. */
export type Picture = { readonly pixels: number; readonly png: Uint8Array };

const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;
const ICNS_HEADER_BYTES = 8;

/** Types of pictures in an .icns file by width; some widths stand for two, plain and at double density. */
const ICNS_TYPES: ReadonlyMap<number, readonly string[]> = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/** An icon of Windows: a table of pictures, each as PNG, 256 pixels at most. */
export function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * pictures.length;
  const entries = pictures.map(({ pixels, png }) => {
    const entry = Buffer.alloc(ICO_ENTRY_BYTES);
    // One byte has no room for 256, which is written as nil.
    entry.writeUInt8(pixels % 256, 0);
    entry.writeUInt8(pixels % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** An icon of macOS: one chunk for each picture and density. */
export function icns(pictures: readonly Picture[]): Buffer {
  const chunks = pictures.flatMap(({ pixels, png }) => (ICNS_TYPES.get(pixels) ?? []).map((type) => chunk(type, png)));
  const body = Buffer.concat(chunks);
  return Buffer.concat([tag('icns', ICNS_HEADER_BYTES + body.length), body]);
}

function chunk(type: string, png: Uint8Array): Buffer {
  return Buffer.concat([tag(type, ICNS_HEADER_BYTES + png.length), png]);
}

function tag(type: string, length: number): Buffer {
  const header = Buffer.alloc(ICNS_HEADER_BYTES);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(length, 4);
  return header;
}
