import type { Unit } from '../../scenario/input.ts';

/** What an explained figure is measured in: the units of inputs, and those that only results have. Positions and amounts are in pounds, surplus positive. */
export type FigureUnit = Unit | '£ per head' | '£ per unit' | 'steps' | 'yes or no';

/** One addend of a figure. The amounts of all terms add up to the figure. */
export type Term = {
  readonly label: string;
  /** Exact, in canonical form and in the unit of the figure. */
  readonly amount: string;
  /** The figure that this term is: its own explanation is the next level down. */
  readonly path?: string;
  /** The input that this term comes from. */
  readonly input?: string;
};

/** One factor of a figure. The values of all factors multiply to the figure; one that `divides` is divided by instead. */
export type Factor = {
  readonly label: string;
  readonly value: string;
  readonly unit: FigureUnit;
  readonly divides?: true;
  readonly path?: string;
  readonly input?: string;
};

/** An input as the assumptions log has it. `isDefault` where the scenario is silent and the tool default, or nil for a blank, holds. */
export type ExplainedInput = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly unit: Unit;
  /** The month that a month index stands for: "Oct 2020". */
  readonly month?: string;
  readonly source?: string;
  readonly owner?: string;
  readonly date?: string;
  readonly confidence?: 'H' | 'M' | 'L';
  readonly note?: string;
  readonly isDefault: boolean;
};

export type Explained = {
  readonly kind: 'explained';
  readonly path: string;
  readonly label: string;
  readonly unit: FigureUnit;
  /** Exact, in canonical form. */
  readonly value: string;
  /** What the figure says, in plain English and with the figure in it. */
  readonly sentence: string;
  /** How it is worked out, in words. */
  readonly formula: string;
  /** Biggest first by size; nil terms are left out. */
  readonly terms: readonly Term[];
  readonly factors?: readonly Factor[];
  readonly inputs: readonly ExplainedInput[];
  readonly notes?: readonly string[];
};

/** No figure has this path: what was read, what is nearest to it, and the way out. */
export type UnknownFigure = {
  readonly kind: 'unknown';
  readonly path: string;
  readonly text: string;
  readonly suggestions: readonly string[];
};

/** There could be such a figure, and in this projection there is none. */
export type NotComputed = { readonly kind: 'not-computed'; readonly path: string; readonly reason: string };

export type Explanation = Explained | UnknownFigure | NotComputed;

/** An explanation that does not prove its figure: terms that do not add up to it, or factors that do not multiply to it. A fault of the product. */
export class ExplanationError extends Error {
  readonly code: 'terms-do-not-add-up' | 'factors-do-not-multiply';

  constructor(code: ExplanationError['code'], found: { path: string; figure: string; proved: string }) {
    const how = code === 'terms-do-not-add-up' ? 'terms add up to' : 'factors multiply to';
    super(
      `The explanation of "${found.path}" does not hold: its ${how} ${found.proved}, and the figure is ${found.figure}. ` +
        'The figure itself is right as computed. Keep the scenario file and report this as a fault of Footing.',
    );
    this.code = code;
    this.name = 'ExplanationError';
  }
}
