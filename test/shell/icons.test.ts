import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { icns, ico } from '../../scripts/icons/containers.ts';
import { iconsOf } from '../../scripts/icons/draw.ts';

const root = resolve(import.meta.dirname, '../..');

test('the committed icons are the drawing, byte for byte', async () => {
  const drawn = await iconsOf(root);
  expect([...drawn.keys()].sort()).toEqual(['icon.icns', 'icon.ico', 'icon.png']);
  for (const [name, bytes] of drawn) expect([name, Buffer.compare(readFileSync(join(root, 'build', name)), bytes)]).toEqual([name, 0]);
});

test('a Windows icon leads to each picture', () => {
  const pictures = [
    { pixels: 16, png: Buffer.from('small') },
    { pixels: 256, png: Buffer.from('larger') },
  ];
  const bytes = ico(pictures);
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)]).toEqual([0, 1, 2]);
  pictures.forEach(({ pixels, png }, index) => {
    const entry = 6 + 16 * index;
    expect(bytes.readUInt8(entry)).toBe(pixels % 256);
    const [length, offset] = [bytes.readUInt32LE(entry + 8), bytes.readUInt32LE(entry + 12)];
    expect(bytes.subarray(offset, offset + length)).toEqual(png);
  });
});

test('a macOS icon is a row of chunks that fills it exactly', () => {
  const bytes = icns([
    { pixels: 32, png: Buffer.from('small') },
    { pixels: 1024, png: Buffer.from('large') },
  ]);
  expect([bytes.toString('latin1', 0, 4), bytes.readUInt32BE(4)]).toEqual(['icns', bytes.length]);
  const types: string[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4)) types.push(bytes.toString('latin1', at, at + 4));
  expect(types).toEqual(['icp5', 'ic11', 'ic10']);
});
