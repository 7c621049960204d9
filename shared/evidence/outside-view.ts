/* A dated, sourced figure from outside, to hold a plan against. Facts only: nothing stands here without a source, and what was not found is left out. */

/** What an outside view is about. */
export type Topic =
  | 'savings'
  | 'recurrent'
  | 'productivity'
  | 'activityPlanned'
  | 'activityTrend'
  | 'shift'
  | 'capital'
  | 'optimismBias'
  | 'allocation'
  | 'confidence'
  | 'systems';

/** Units of a view as published; a share or rate in per cent, as its source prints it. */
export type ViewUnit = '£m' | '%' | '% a year' | '% of spend' | 'count' | 'schemes' | 'beds' | 'plans' | 'bids';

/**
 * One outside view. `planned` and `achieved` are decimal text in `unit`; one of them may be blank where only the other was found. `derived` says that a figure
 * is a subtraction or quotient of two published ones. `measures` and `notWhen` are what a reader must know before comparing.
 */
export type OutsideView = {
  readonly id: string;
  readonly topic: Topic;
  readonly what: string;
  readonly period: string;
  readonly unit: ViewUnit;
  readonly planned?: string;
  readonly achieved?: string;
  readonly low?: string;
  readonly high?: string;
  readonly derived?: true;
  readonly measures: string;
  readonly notWhen: string;
  readonly source: string;
};
