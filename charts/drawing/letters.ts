/* Widths of the letters of Arimo, which are those of Arial, in thousandths of the type size: what a browser would measure, known without one. */

type Weight = 'normal' | 'bold';

const FIRST_ASCII = 32;
const FIRST_LATIN = 160;
const PUNCTUATION = '–—‘’“”…•';

const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  normal: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333,
    333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611,
    611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ],
};
const LATIN: Readonly<Record<Weight, readonly number[]>> = {
  normal: [
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 537, 333, 333, 333, 365,
    556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778,
    778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556,
    556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500,
  ],
  bold: [
    278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 600, 556, 333, 333, 333, 365,
    556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778,
    778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611,
    611, 611, 611, 611, 611, 611, 549, 611, 611, 611, 611, 611, 556, 611, 556,
  ],
};
const POINTS: Readonly<Record<Weight, readonly number[]>> = {
  normal: [556, 1000, 222, 222, 333, 333, 1000, 350],
  bold: [556, 1000, 278, 278, 500, 500, 1000, 350],
};
/** A letter of another script takes at most a square. */
const WIDEST = 1000;
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\ufe00-\ufe0f]/gu;

/** `breadth` is how much wider than Arial the letters come out; 1 where nothing is said. */
export type Type = { readonly size: number; readonly weight: Weight; readonly breadth?: number };

/** A text of the scenario as one line: what is unseen, breaks lines or turns the direction becomes a space. */
export function plainLine(text: string): string {
  return text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/gu, ' ').trim();
}

function letterWidth(letter: string, weight: Weight): number {
  if (/^\p{M}$/u.test(letter)) return 0;
  const code = letter.codePointAt(0) ?? 0;
  const point = PUNCTUATION.indexOf(letter);
  const known = point >= 0 ? POINTS[weight][point] : (ASCII[weight][code - FIRST_ASCII] ?? LATIN[weight][code - FIRST_LATIN]);
  return known ?? WIDEST;
}

/** How wide a text comes out, in the unit of the type size. */
export function textWidth(text: string, { size, weight, breadth = 1 }: Type): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, weight);
  return (width * size * breadth) / 1000;
}

/** The text where it fits, else as much of it as does, with an ellipsis. */
export function fitted(text: string, width: number, type: Type): string {
  const line = plainLine(text);
  if (textWidth(line, type) <= width) return line;
  const room = width - textWidth('…', type);
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    used += textWidth(segment, type);
    if (used > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in lines that fit, broken between words; a word longer than a line is cut with an ellipsis, and so is what goes past the last line. */
export function wrapped(text: string, { width, lines }: { width: number; lines: number }, type: Type): string[] {
  const broken: string[] = [];
  let line = '';
  const words = plainLine(text)
    .split(' ')
    // A word that fits on no line is broken at its hyphens, where it has any.
    .flatMap((word) => (textWidth(word, type) <= width ? [word] : word.split(/(?<=-)/u)));
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, type) <= width) line = longer;
    else {
      broken.push(line);
      line = word;
    }
  }
  broken.push(line);
  const kept = broken.slice(0, lines);
  if (broken.length > lines) kept[lines - 1] = broken.slice(lines - 1).join(' ');
  return kept.map((each) => fitted(each, width, type));
}
