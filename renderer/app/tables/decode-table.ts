/** The text of a table file and how it was written, or why it is none. */
export type DecodedTable =
  | { readonly kind: 'decoded'; readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { readonly kind: 'refused'; readonly text: string };

const LOOKED_AT = 4096;

/**
 * Reads the bytes of a CSV or text file as a spreadsheet writes it: UTF-8 with or without its mark, UTF-16 ("Unicode text"), else Windows-1252, which older Excel writes and in which every
 * byte is some letter. Workbooks are refused with the way to a table.
 */
export function decodeTable(bytes: Uint8Array): DecodedTable {
  const starts = (...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return {
      kind: 'refused',
      text: 'This is a workbook, not a table. Save the sheet as “CSV UTF-8” in the spreadsheet, or copy its cells and paste them here.',
    };
  const wide = starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : widthOf(bytes);
  if (wide !== null) return { kind: 'decoded', text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
  try {
    return { kind: 'decoded', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { kind: 'decoded', text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** Text of two bytes a character without a mark: plain letters then leave every second byte empty. */
function widthOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, LOOKED_AT - (LOOKED_AT % 2));
  if (looked.length < 4 || looked.length % 2 === 1) return null;
  const nil = [0, 0];
  looked.forEach((byte, index) => {
    if (byte === 0) nil[index % 2] = (nil[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nil;
  const many = looked.length / 4;
  return odd > many && even < odd / 4 ? 'utf-16le' : even > many && odd < even / 4 ? 'utf-16be' : null;
}
