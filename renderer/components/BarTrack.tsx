import { placeInPercent } from '../../charts/drawing/scale.ts';
import { D, type Decimal } from '../../shared/money/decimal.ts';

/** What a bar means: solid position, better, worse, something that somebody must still do, or what is claimed, as an outline. */
export type BarLook = 'position' | 'improves' | 'worsens' | 'attention' | 'claimed';
export type TrackBar = { readonly to: Decimal; readonly look: BarLook };
/** One scale for all bars of a column, in pounds, nil included. */
export type TrackScale = { readonly least: Decimal; readonly most: Decimal };

const NIL = new D(0);

/** The scale of a column of bars. */
export function scaleOfBars(amounts: readonly Decimal[]): TrackScale {
  return { least: D.min(NIL, ...amounts), most: D.max(NIL, ...amounts) };
}

/** Bars of one row of a table, from nil, on the scale of their column; the figure beside them says the same. */
export function BarTrack({ bars, scale }: { readonly bars: readonly TrackBar[]; readonly scale: TrackScale }) {
  const nil = placeInPercent(NIL, scale);
  return (
    <span className="track">
      {bars.map(({ to, look }) => {
        if (to.isZero()) return null;
        const end = placeInPercent(to, scale);
        return (
          <i
            key={look}
            className={`bar ${look}`}
            style={{ left: `${String(Math.min(nil, end))}%`, width: `max(1px, ${String(Math.abs(end - nil))}%)` }}
          />
        );
      })}
      {scale.least.isZero() ? null : <i className="nil" style={{ left: `${String(nil)}%` }} />}
    </span>
  );
}
