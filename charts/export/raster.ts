import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

/** Draws SVG text as PNG bytes at 300 dots an inch. */
export type Raster = (svg: string) => Uint8Array;

const DOTS_PER_INCH = 300;
const CSS_PIXELS_PER_INCH = 96;
const INCHES_PER_METRE = 39.3701;
/** A PNG opens with its signature and its header chunk; a size tag stands behind them. */
const AFTER_HEADER = 33;

const require = createRequire(import.meta.url);

function installed(path: string): Uint8Array {
  return readFileSync(require.resolve(path));
}

/** The chunk that tells a word processor how large the picture is on paper. */
function sizeTag(): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const dotsPerMetre = Math.round(DOTS_PER_INCH * INCHES_PER_METRE);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

function withSize(png: Uint8Array): Uint8Array {
  return Buffer.concat([png.subarray(0, AFTER_HEADER), sizeTag(), png.subarray(AFTER_HEADER)]);
}

let started: Promise<void> | undefined;

/** The rasteriser with a typeface of our own and none of the machine's, so that every machine draws the same picture. */
export async function openRaster(): Promise<Raster> {
  started ??= initWasm(installed('@resvg/resvg-wasm/index_bg.wasm'));
  await started;
  const fontBuffers = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((face) =>
    installed(`@expo-google-fonts/arimo/${face}`),
  );
  return (svg) => {
    const drawing = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
      fitTo: { mode: 'zoom', value: DOTS_PER_INCH / CSS_PIXELS_PER_INCH },
      textRendering: 2,
      shapeRendering: 2,
    });
    const image = drawing.render();
    try {
      return withSize(image.asPng());
    } finally {
      image.free();
      drawing.free();
    }
  };
}
