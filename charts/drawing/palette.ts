import type { Tone } from '../../shared/outcomes/exhibits/exhibit.ts';

/** What a chart is drawn in. Exports always use PAPER; the page hands in its own for dark and high contrast. */
export type Palette = {
  readonly sheet: string;
  readonly text: string;
  readonly textQuiet: string;
  readonly axis: string;
  readonly grid: string;
  readonly hatch: string;
  readonly tones: Readonly<Record<Tone, string>>;
  /** How much wider than Arial its letters come out at most: places are worked out from the widths of Arial. */
  readonly breadth: number;
  /** In the order of the Analysis Function palette, without orange, which means that somebody must do something. */
  readonly layers: readonly string[];
  /** Tints of a fan: the middle half, and 8 in 10. The middle line carries the meaning. */
  readonly fan: { readonly half: string; readonly eight: string };
};

/** The light side of the page's tokens. */
export const PAPER: Palette = {
  sheet: '#ffffff',
  text: '#1a1c1f',
  textQuiet: '#4b5056',
  axis: '#1a1c1f',
  grid: '#e3e3de',
  hatch: '#ffffff',
  tones: { position: '#12436d', improves: '#28a197', worsens: '#801650', attention: '#f46a25' },
  layers: ['#12436d', '#28a197', '#801650', '#3d3d3d'],
  fan: { half: '#a9c2d9', eight: '#d5e1ec' },
  breadth: 1,
};

/** The page's own colours, which follow its theme, dark and high contrast; its typeface has wider letters and figures than Arial. */
export const PAGE: Palette = {
  sheet: 'var(--sheet)',
  text: 'var(--text)',
  textQuiet: 'var(--text-2)',
  axis: 'var(--axis)',
  grid: 'var(--grid)',
  hatch: 'var(--sheet)',
  tones: { position: 'var(--total-mark)', improves: 'var(--fav-mark)', worsens: 'var(--adv-mark)', attention: 'var(--attn-mark)' },
  layers: ['var(--d1)', 'var(--d2)', 'var(--d3)', 'var(--d5)'],
  fan: { half: 'var(--fan-2)', eight: 'var(--fan-1)' },
  breadth: 1.2,
};

/** Arimo has the widths of Arial; whoever has neither sees the next. */
export const TYPEFACE = "Arimo, Arial, 'Liberation Sans', sans-serif";
