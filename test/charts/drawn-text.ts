import { Window } from 'happy-dom';
import { textWidth } from '../../charts/drawing/letters.ts';

/** A line of text of a picture with the box that it fills, in CSS pixels. */
export type DrawnText = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
  readonly elements: readonly string[];
};

const ASCENT = 0.75;
const DESCENT = 0.2;

function numberIn(element: { getAttribute: (name: string) => string | null }, name: string): number {
  return Number(element.getAttribute(name) ?? '0');
}

/** Reads an SVG as a browser would and measures its texts. Throws where it is not well formed. */
export function pictureIn(svg: string): Picture {
  const page = new Window();
  const root = new page.DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.tagName !== 'svg') throw new SyntaxError(`Not an SVG: ${root.textContent.slice(0, 200)}`);
  const all = [...root.querySelectorAll('*')];
  const texts = all
    .filter(({ tagName }) => tagName === 'text')
    .map((element): DrawnText => {
      const [, moveX = '0', moveY = '0'] =
        /translate\((\S+) (\S+)\)/.exec(element.parentElement?.closest('[transform]')?.getAttribute('transform') ?? '') ?? [];
      const size = numberIn(element, 'font-size');
      const weight = element.getAttribute('font-weight') === '700' ? 'bold' : 'normal';
      const width = textWidth(element.textContent, { size, weight });
      const anchor = element.getAttribute('text-anchor') ?? 'start';
      const back = { start: 0, middle: width / 2, end: width }[anchor] ?? 0;
      const left = numberIn(element, 'x') + Number(moveX) - back;
      const baseline = numberIn(element, 'y') + Number(moveY);
      return { text: element.textContent, left, right: left + width, top: baseline - size * ASCENT, bottom: baseline + size * DESCENT };
    });
  return { width: numberIn(root, 'width'), height: numberIn(root, 'height'), texts, elements: all.map(({ tagName }) => tagName) };
}

/** Texts that stick out of the picture, and pairs of which one stands on the other. */
export function illPlaced({ width, height, texts }: Picture): string[] {
  const out = texts
    .filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height)
    .map(({ text }) => `clipped: ${text}`);
  const upon = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      .map((other) => `${one.text} / ${other.text}`),
  );
  return [...out, ...upon];
}
