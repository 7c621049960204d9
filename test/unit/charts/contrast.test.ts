import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGE, PAPER, type Palette } from '../../../charts/drawing/palette.ts';

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

/** Both sides of a token of the page: light-dark(#12436d, #6299cc). */
function sidesOf(token: string): { light: string; dark: string } {
  const found = new RegExp(`${token}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(css);
  if (found?.[1] === undefined || found[2] === undefined) throw new RangeError(`There is no token ${token} with two sides.`);
  return { light: found[1], dark: found[2] };
}

/** A colour of the page's palette, var(--text), as it stands in one theme. */
function inTheme(colour: string, theme: 'light' | 'dark'): string {
  const token = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
  if (token === undefined) throw new RangeError(`${colour} is no token of the page.`);
  return sidesOf(token)[theme];
}

function themed(palette: Palette, theme: 'light' | 'dark'): Palette {
  const colour = (name: string): string => inTheme(name, theme);
  const { position, improves, worsens, attention } = palette.tones;
  return {
    ...palette,
    sheet: colour(palette.sheet),
    text: colour(palette.text),
    textQuiet: colour(palette.textQuiet),
    axis: colour(palette.axis),
    grid: colour(palette.grid),
    hatch: colour(palette.hatch),
    tones: { position: colour(position), improves: colour(improves), worsens: colour(worsens), attention: colour(attention) },
    layers: palette.layers.map(colour),
    fan: { half: colour(palette.fan.half), eight: colour(palette.fan.eight) },
  };
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What a printer without colour makes of a colour: its luminance and nothing else. */
function inGrey(colour: string): string {
  const level = luminance(colour);
  const part = Math.round(255 * (level <= 0.0031308 ? level * 12.92 : 1.055 * level ** (1 / 2.4) - 0.055));
  return `#${part.toString(16).padStart(2, '0').repeat(3)}`;
}

function grey(palette: Palette): Palette {
  const { position, improves, worsens, attention } = palette.tones;
  return {
    ...palette,
    sheet: inGrey(palette.sheet),
    text: inGrey(palette.text),
    textQuiet: inGrey(palette.textQuiet),
    axis: inGrey(palette.axis),
    tones: { position: inGrey(position), improves: inGrey(improves), worsens: inGrey(worsens), attention: inGrey(attention) },
    layers: palette.layers.map(inGrey),
  };
}

const LIGHT = themed(PAGE, 'light');
const DARK = themed(PAGE, 'dark');
const PALETTES: readonly (readonly [string, Palette])[] = [
  ['paper', PAPER],
  ['paper in grey', grey(PAPER)],
  ['the page, light', LIGHT],
  ['the page, light, in grey', grey(LIGHT)],
  ['the page, dark', DARK],
  ['the page, dark, in grey', grey(DARK)],
];
/** A grey rounded to eight bits may lose a hundredth of what its colour had. */
const slackOf = (name: string): number => (name.includes('grey') ? 0.02 : 0);

describe.each(PALETTES)('charts on %s', (name, palette) => {
  const slack = slackOf(name);
  test('every text reads at 4.5 to 1', () => {
    for (const text of [palette.text, palette.textQuiet]) expect(contrast(text, palette.sheet), text).toBeGreaterThanOrEqual(4.5 - slack);
  });

  test('every mark stands out at 3 to 1', () => {
    for (const mark of [...Object.values(palette.tones), ...palette.layers, palette.axis])
      expect(contrast(mark, palette.sheet), mark).toBeGreaterThanOrEqual(3 - slack);
  });

  test('a hatch shows on the marks that carry it', () => {
    for (const mark of [palette.tones.worsens, palette.tones.attention, palette.textQuiet])
      expect(contrast(mark, palette.hatch), mark).toBeGreaterThanOrEqual(3 - slack);
  });
});

test('in grey better and worse differ, by more than their hatch', () => {
  for (const { tones } of [grey(PAPER), grey(LIGHT), grey(DARK)]) expect(contrast(tones.improves, tones.worsens)).toBeGreaterThan(1.3);
});

test('the page, light, draws in the colours of paper', () => {
  const colours = ({ sheet, text, textQuiet, axis, grid, hatch, tones, layers }: Palette) => {
    return { sheet, text, textQuiet, axis, grid, hatch, tones, layers };
  };
  expect(colours(LIGHT)).toEqual(colours(PAPER));
});
