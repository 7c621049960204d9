import type { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { icns, ico, type Picture } from './containers.ts';

const WINDOWS_PIXELS = [16, 24, 32, 48, 64, 128, 256];
const MAC_PIXELS = [16, 32, 64, 128, 256, 512, 1024];
const LINUX_PIXELS = 512;

let ready: Promise<void> | undefined;

/** Every icon that packaging needs, by file name, made of the one drawing. The same on every machine: the rasteriser is WebAssembly and there is no text. */
export async function iconsOf(root: string): Promise<ReadonlyMap<string, Buffer | Uint8Array>> {
  ready ??= readFile(join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm')).then((bytes) => initWasm(bytes));
  await ready;
  const drawing = await readFile(join(root, 'build', 'icon.svg'), 'utf8');
  const picture = (pixels: number): Picture => ({
    pixels,
    png: new Resvg(drawing, { fitTo: { mode: 'width', value: pixels } }).render().asPng(),
  });
  return new Map<string, Buffer | Uint8Array>([
    ['icon.ico', ico(WINDOWS_PIXELS.map(picture))],
    ['icon.icns', icns(MAC_PIXELS.map(picture))],
    ['icon.png', picture(LINUX_PIXELS).png],
  ]);
}
