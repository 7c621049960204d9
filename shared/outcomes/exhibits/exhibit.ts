import type { Decimal } from '../../money/decimal.ts';
import type { ShownFigures } from '../shown-figures.ts';
import type { Shown, ShownTable } from '../shown-table.ts';
import type { Verdict } from '../verdict.ts';

/** The exhibits of model-spec §13 that one projection gives, in the order of demand. */
export const EXHIBIT_IDS = [
  'bridge',
  'trajectory',
  'savings',
  'organisations',
  'schemes',
  'capital',
  'winners',
  'reserves',
  'per-head',
] as const;
export type ExhibitId = (typeof EXHIBIT_IDS)[number];

/** What a mark means: where the system stands; better; worse; or something that somebody must still do (unidentified, unfunded, required mitigation). */
export type Tone = 'position' | 'improves' | 'worsens' | 'attention';

/** A bar of the bridge in pounds: from where the bars so far stand to where they stand with it. */
export type BridgeMark = {
  readonly key: string;
  readonly label: string;
  readonly isPosition: boolean;
  readonly tone: Tone;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly shown: Shown;
};
export type Line = { readonly key: 'doNothing' | 'headline' | 'reported'; readonly label: string; readonly points: readonly Shown[] };
/** One series of a stack by year; what is one-off is told apart by more than colour. */
export type Layer = { readonly key: string; readonly label: string; readonly isOneOff: boolean; readonly amounts: readonly Shown[] };
export type PositionMark = { readonly key: string; readonly label: string; readonly tone: Tone; readonly shown: Shown };
/** What was asked of one source of capital: funded, not funded, and its limit if it has one. */
export type SourceMark = {
  readonly key: string;
  readonly label: string;
  readonly funded: Shown;
  readonly notFunded: Shown;
  readonly envelope: Shown | undefined;
};
/** A council in a year: the shortfall that reserves cover and the one that must still be found; positive amounts. */
export type ReservesMark = {
  readonly key: string;
  readonly label: string;
  readonly used: Shown;
  readonly mitigation: Shown;
  readonly carriedForward: Shown;
};

/** What a chart draws, in pounds. Figures beside marks are those of the register; lengths are exact. */
export type Series =
  | { readonly kind: 'bridge'; readonly bars: readonly BridgeMark[] }
  | {
      readonly kind: 'lines';
      readonly years: readonly string[];
      readonly lines: readonly Line[];
      readonly controlTotals: readonly (Shown | undefined)[];
    }
  | { readonly kind: 'stack'; readonly years: readonly string[]; readonly layers: readonly Layer[]; readonly totals: readonly Shown[] }
  | {
      readonly kind: 'positions';
      readonly rows: readonly PositionMark[];
      readonly total: PositionMark;
      /** What each tone is called in the key. */
      readonly toneWords: Readonly<Record<Tone, string>>;
    }
  | { readonly kind: 'sources'; readonly rows: readonly SourceMark[] }
  | { readonly kind: 'reserves'; readonly rows: readonly ReservesMark[] };

/** One exhibit as content. `finding` is its title and says what is so; `subtitle` says what is shown, of which years and in which unit. */
export type Exhibit = {
  readonly id: ExhibitId;
  /** What it is called in a list: "Bridge". */
  readonly name: string;
  readonly finding: string;
  readonly subtitle: string;
  /** Undefined where the exhibit is a table only. */
  readonly series: Series | undefined;
  readonly tables: readonly ShownTable[];
  /** What a reader would see, for one who does not. */
  readonly altText: string;
  readonly notes: readonly string[];
};

/** What an exhibit is made from: the figures of one export and the verdict of its projection. */
export type ExhibitSource = { readonly figures: ShownFigures; readonly verdict: Verdict };
