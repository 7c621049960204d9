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
/** Exhibits of the tests of realism: they take more than one projection, and are worked out in shared/realism where they are asked for. */
export const REALISM_EXHIBIT_IDS = [
  'break-even',
  'tornado',
  'delivery-by-slip',
  'release-by-growth',
  'concentration',
  'probability',
] as const;
export const ALL_EXHIBIT_IDS = [...EXHIBIT_IDS, ...REALISM_EXHIBIT_IDS] as const;
export type RealismExhibitId = (typeof REALISM_EXHIBIT_IDS)[number];
export type ExhibitId = (typeof ALL_EXHIBIT_IDS)[number];

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

/** One input at both ends of its range: what each end is, and the change of the position there. Either end may be the better one. */
export type TornadoMark = {
  readonly key: string;
  readonly label: string;
  readonly lowWords: string;
  readonly highWords: string;
  readonly low: Shown;
  readonly high: Shown;
};
/** A share on the line of delivery: of the plan, of its bodies' own record, or of others. */
export type DeliverySeriesMark = {
  readonly key: string;
  readonly kind: 'assumed' | 'needed' | 'beforeSupport' | 'own' | 'evidence';
  readonly share: Decimal;
  readonly words: string;
};
/** A setting of one lever, and the share of the other that balance needs there; undefined where nothing does, or nothing is needed. */
export type EdgeMark = { readonly key: string; readonly label: string; readonly needed: Decimal | undefined };
/** Percentiles of a year, in pounds. */
export type FanYear = {
  readonly year: string;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
};
/** The draws at one correlation: what it is called, the chance beside it, and percentiles by year. */
export type FanMarks = { readonly key: string; readonly title: string; readonly note: string; readonly points: readonly FanYear[] };

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
  | { readonly kind: 'reserves'; readonly rows: readonly ReservesMark[] }
  | { readonly kind: 'tornado'; readonly rows: readonly TornadoMark[] }
  | { readonly kind: 'delivery'; readonly marks: readonly DeliverySeriesMark[] }
  | {
      readonly kind: 'edge';
      readonly points: readonly EdgeMark[];
      /** What the plan has of the lever that is needed, as a line across. */
      readonly stated: { readonly share: Decimal; readonly words: string } | undefined;
      readonly alongWords: string;
    }
  | { readonly kind: 'fans'; readonly panels: readonly FanMarks[]; readonly mostLikely: number };

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
