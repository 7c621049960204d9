import { ZERO, isBelow, plus, type Decimal } from '../../money/decimal.ts';
import type { BridgeMark } from './exhibit.ts';

/** As many bars as a slide has room for (guide §5). */
export const MOST_BARS_ON_SLIDE = 14;

/** Bars of a bridge that may be one: neighbours, neither a position, and neither what nobody has identified, which is always shown by itself. */
function canJoin(one: BridgeMark | undefined, other: BridgeMark | undefined): boolean {
  return one !== undefined && other !== undefined && ![one, other].some(({ isPosition, tone }) => isPosition || tone === 'attention');
}

function sizeOf({ shown }: BridgeMark): Decimal {
  return shown.exact.abs();
}

/** Two bars as one: it begins where the first does and ends where the second does, and its figure is the sum of theirs as shown. */
function joined(one: BridgeMark, other: BridgeMark): BridgeMark {
  const parts = one.key.split('+').length + other.key.split('+').length;
  const shown = { exact: plus(one.shown.exact, other.shown.exact), figure: plus(one.shown.figure, other.shown.figure) };
  return {
    key: `${one.key}+${other.key}`,
    label: parts === 2 ? `${one.label}; ${other.label}` : `${String(parts)} steps together`,
    isPosition: false,
    tone: isBelow(shown.exact, ZERO) ? 'worsens' : 'improves',
    from: one.from,
    to: other.to,
    shown,
  };
}

/** The place of the smallest pair of neighbours that may be one, by what they are in all. */
function smallestPair(bars: readonly BridgeMark[]): number | undefined {
  let found: { at: number; size: Decimal } | undefined;
  bars.forEach((bar, at) => {
    const next = bars[at + 1];
    if (next === undefined || !canJoin(bar, next)) return;
    const size = plus(sizeOf(bar), sizeOf(next));
    if (found === undefined || size.lt(found.size)) found = { at, size };
  });
  return found?.at;
}

/**
 * A bridge with fewer bars, for a slide: steps that are truly nil are left out, and then small neighbours are joined, never across a position, until there are no
 * more than `most`. It begins and ends where the whole bridge does, and its figures still add up.
 */
export function fewerBars(bars: readonly BridgeMark[], most: number): BridgeMark[] {
  let kept = bars.filter((bar) => bar.isPosition || !bar.shown.exact.isZero());
  while (kept.length > most) {
    const at = smallestPair(kept);
    const [one, other] = at === undefined ? [] : [kept[at], kept[at + 1]];
    if (at === undefined || one === undefined || other === undefined) return kept;
    kept = [...kept.slice(0, at), joined(one, other), ...kept.slice(at + 2)];
  }
  return kept;
}
