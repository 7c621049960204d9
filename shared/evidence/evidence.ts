import { D, decimal, type Decimal } from '../money/decimal.ts';
import { ACTIVITY_VIEWS } from './activity.ts';
import { ALLOCATION_VIEWS, CAPITAL_VIEWS, CONFIDENCE_VIEWS } from './capital-and-funding.ts';
import type { OutsideView, Topic } from './outside-view.ts';
import { SAVINGS_VIEWS } from './savings-delivery.ts';

/** Every outside view, in the order in which the tests of realism use them. */
export const EVIDENCE: readonly OutsideView[] = [
  ...SAVINGS_VIEWS,
  ...ACTIVITY_VIEWS,
  ...CAPITAL_VIEWS,
  ...ALLOCATION_VIEWS,
  ...CONFIDENCE_VIEWS,
];

const byId = new Map(EVIDENCE.map((view) => [view.id, view]));

/** An id that no outside view has. */
export class UnknownViewError extends Error {
  readonly code = 'no-such-view';

  constructor(id: string) {
    super(`There is no outside view "${id}". Take an id that EVIDENCE lists, such as "cip-2018-19".`);
    this.name = 'UnknownViewError';
  }
}

/** The outside view of an id. Throws UnknownViewError. */
export function outsideView(id: string): OutsideView {
  const view = byId.get(id);
  if (view === undefined) throw new UnknownViewError(id);
  return view;
}

/** The views on one topic, in order. */
export function viewsOn(topic: Topic): OutsideView[] {
  return EVIDENCE.filter((view) => view.topic === topic);
}

const HUNDRED = new D(100);

/** A published figure of a view as a number in its unit; undefined where it is blank. A per cent becomes a fraction: 3.6 is 0.036. */
export function figureOf(view: OutsideView, part: 'planned' | 'achieved' | 'low' | 'high'): Decimal | undefined {
  const text = view[part];
  if (text === undefined) return undefined;
  const figure = decimal(text);
  return view.unit.startsWith('%') ? figure.div(HUNDRED) : figure;
}

/** What was achieved of what was planned, as a share; undefined where either is blank or the plan is nil. */
export function achievedShare(view: OutsideView): Decimal | undefined {
  const planned = figureOf(view, 'planned');
  const achieved = figureOf(view, 'achieved');
  return planned === undefined || achieved === undefined || planned.isZero() ? undefined : achieved.div(planned);
}

/** Source and period of a view, as a card or a note prints them. */
export function sourceOf(view: OutsideView): string {
  return `${view.source}; ${view.period}`;
}
