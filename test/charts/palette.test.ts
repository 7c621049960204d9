import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAPER } from '../../charts/drawing/palette.ts';

/** The light side of a token of the page: light-dark(#12436d, …). */
function lightToken(name: string): string {
  const css = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),`).exec(css)?.[1];
  if (found === undefined) throw new RangeError(`There is no token --${name}.`);
  return found;
}

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['text', PAPER.text],
  ['text-2', PAPER.textQuiet],
  ['axis', PAPER.axis],
  ['grid', PAPER.grid],
  ['sheet', PAPER.sheet],
  ['total-mark', PAPER.tones.position],
  ['fav-mark', PAPER.tones.improves],
  ['adv-mark', PAPER.tones.worsens],
  ['attn-mark', PAPER.tones.attention],
  ['d1', PAPER.layers[0]],
  ['d2', PAPER.layers[1]],
  ['d3', PAPER.layers[2]],
  ['d5', PAPER.layers[3]],
])('paper is drawn in the light side of --%s', (name, colour) => {
  expect(colour).toBe(lightToken(name));
});

describe('contrast on the sheet', () => {
  test.each([PAPER.text, PAPER.textQuiet])('text %s reads at 4.5 to 1', (colour) => {
    expect(contrast(colour, PAPER.sheet)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...new Set([...Object.values(PAPER.tones), ...PAPER.layers, PAPER.axis])])('mark %s stands out at 3 to 1', (colour) => {
    expect(contrast(colour, PAPER.sheet)).toBeGreaterThanOrEqual(3);
  });

  test('better and worse differ in grey', () => {
    expect(contrast(PAPER.tones.improves, PAPER.tones.worsens)).toBeGreaterThan(2);
  });
});
