import { createElement as h } from 'react';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { stampLines, type Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { ExhibitChart, chartHeight } from '../drawing/ExhibitChart.ts';
import { wrapped } from '../drawing/letters.ts';
import { PAPER, TYPEFACE } from '../drawing/palette.ts';
import type { DrawingPage } from './drawing-page.ts';
import { escaped, svgContent } from './svg-text.ts';

/** The text width of an A4 page, in CSS pixels. */
export const PICTURE_WIDTH = 680;

const EDGE = 16;
const TITLE = { size: 15, weight: 'bold' } as const;
const SUBTITLE = { size: 12, weight: 'normal' } as const;
const STAMP = { size: 11, weight: 'normal' } as const;
const TITLE_LINE = 20;
const SMALL_LINE = 15;

type Line = { readonly text: string; readonly y: number; readonly size: number; readonly isBold: boolean; readonly fill: string };

/** Lines of one size below one another; says where the next may begin. */
function lines(
  texts: readonly string[],
  at: { y: number; type: { size: number; weight: 'normal' | 'bold' }; step: number; fill: string; most: number },
) {
  const inner = PICTURE_WIDTH - 2 * EDGE;
  const broken = texts.flatMap((text) => wrapped(text, { width: inner, lines: at.most }, at.type));
  const set = broken.map((text, index): Line => {
    return { text, y: at.y + (index + 1) * at.step - 4, size: at.type.size, isBold: at.type.weight === 'bold', fill: at.fill };
  });
  return { set, next: at.y + broken.length * at.step };
}

function textElement({ text, y, size, isBold, fill }: Line): string {
  const weight = isBold ? 700 : 400;
  return `<text x="${String(EDGE)}" y="${String(y)}" fill="${fill}" font-family="${TYPEFACE}" font-size="${String(size)}" font-weight="${String(weight)}">${escaped(text)}</text>\n`;
}

/**
 * An exhibit as one SVG: finding, subtitle, chart with its key, notes and stamp; alt text as its description. Undefined where the exhibit is a table only.
 * Drawn at one width, so that text keeps its size on paper.
 */
export function exhibitSvg(
  exhibit: Exhibit,
  { origin, unit, draw }: { origin: Origin; unit: MoneyUnit; draw: DrawingPage },
): string | undefined {
  const { series } = exhibit;
  if (series === undefined) return undefined;
  const chart = { series, unit, width: PICTURE_WIDTH - 2 * EDGE, palette: PAPER };
  const drawn = draw(h(ExhibitChart, chart));
  if (drawn === undefined) return undefined;
  const title = lines([exhibit.finding], { y: 10, type: TITLE, step: TITLE_LINE, fill: PAPER.text, most: 3 });
  const subtitle = lines([exhibit.subtitle], { y: title.next + 1, type: SUBTITLE, step: SMALL_LINE + 1, fill: PAPER.textQuiet, most: 2 });
  const top = subtitle.next + 8;
  const foot = top + chartHeight(chart) + 8;
  const stamp = lines([...exhibit.notes, ...stampLines(origin)], {
    y: foot,
    type: STAMP,
    step: SMALL_LINE,
    fill: PAPER.textQuiet,
    most: 3,
  });
  const height = stamp.next + 12;
  const size = `${String(PICTURE_WIDTH)}" height="${String(height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" viewBox="0 0 ${String(PICTURE_WIDTH)} ${String(height)}" role="img" aria-labelledby="finding seen">\n`,
    `<title id="finding">${escaped(exhibit.finding)}</title>\n<desc id="seen">${escaped(exhibit.altText)}</desc>\n`,
    `<rect width="${size}" fill="${PAPER.sheet}"/>\n`,
    ...[...title.set, ...subtitle.set].map(textElement),
    `<g transform="translate(${String(EDGE)} ${String(top)})">\n${svgContent(drawn)}</g>\n`,
    ...stamp.set.map(textElement),
    '</svg>\n',
  ].join('');
}
