import { expect, test } from 'vitest';
import { decodeTable } from '../../../renderer/app/tables/decode-table.ts';

const TEXT = 'Scheme,Amount\r\nÉlan “A”,£5 – €3\r\n';
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
/** The letters of Windows: £ is A3, É is C9, “ ” are 93 and 94, – is 96, € is 80. */
const windows = (text: string): Uint8Array => {
  const own = new Map([
    ['€', 0x80],
    ['“', 0x93],
    ['”', 0x94],
    ['–', 0x96],
  ]);
  return Uint8Array.from([...text], (letter) => own.get(letter) ?? letter.charCodeAt(0));
};

test.each([
  ['UTF-8', 'UTF-8', utf8(TEXT)],
  ['UTF-8 with its mark', 'UTF-8', utf8(`\ufeff${TEXT}`)],
  ['UTF-16 with its mark, as “Unicode text”', 'UTF-16', wide(`\ufeff${TEXT}`)],
  ['UTF-16 the other way round, with its mark', 'UTF-16', swapped(`\ufeff${TEXT}`)],
  ['UTF-16 without a mark', 'UTF-16', wide(TEXT)],
  ['UTF-16 the other way round, without a mark', 'UTF-16', swapped(TEXT)],
  ['Windows-1252', 'Windows-1252', windows(TEXT)],
])('%s is read to the letter, and said', (_name, encoding, bytes) => {
  expect(decodeTable(bytes)).toEqual({ kind: 'decoded', text: TEXT, encoding });
});

test('plain letters are UTF-8, and so is nothing', () => {
  expect(decodeTable(utf8('a,b'))).toMatchObject({ text: 'a,b', encoding: 'UTF-8' });
  expect(decodeTable(new Uint8Array())).toMatchObject({ text: '', encoding: 'UTF-8' });
});

test.each([
  ['of today', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['of old', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
])('a workbook %s is refused with the way to a table', (_age, bytes) => {
  expect(decodeTable(Uint8Array.from(bytes))).toMatchObject({
    kind: 'refused',
    text: expect.stringContaining('copy its cells and paste them here') as string,
  });
});

test('a NUL amid plain letters does not make them wide', () => {
  expect(decodeTable(utf8('Scheme,Amount\nTheatres,5\0\n'))).toMatchObject({ encoding: 'UTF-8' });
});

test('a file of nothing but nils is no wide text, so that the NULs in it are found', () => {
  expect(decodeTable(new Uint8Array(64))).toEqual({ kind: 'decoded', text: '\0'.repeat(64), encoding: 'UTF-8' });
});
