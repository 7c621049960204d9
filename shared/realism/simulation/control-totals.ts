import type { Frame } from '../../engine/frame.ts';
import { regimeOf } from '../../scenario/vocabulary.ts';
import { SLACK } from './reduced-form/capital-funding.ts';
import type { ReducedForm } from './reduced-form/reduced-form.ts';
import { at } from './reduced-form/cell.ts';

/** A control total of the target year: of one body, or of the system, whose organisation is then null. */
export type ControlTotalTest = { readonly organisation: string | null; readonly isMet: () => boolean };

/**
 * What a draw is tested against in the target year (model-spec §10, §11.2): each body's control total, and that of the system: as issued, over bodies that have one
 * of their own or all NHS bodies, or the sum of the bodies' own. None where nobody has one.
 */
export function controlTotalTests(frame: Frame, form: ReducedForm): ControlTotalTest[] {
  const year = frame.target;
  const { tested } = form.positions;
  const bodies = form.organisations.map((organisation, index) => {
    const place = index * form.length + year;
    return { organisation, place, total: form.controlTotalIn(organisation, year) };
  });
  const bound = bodies.flatMap(({ total, ...body }) => (total === undefined ? [] : [{ ...body, total }]));
  const tests = bound.map(({ organisation, place, total }): ControlTotalTest => ({
    organisation,
    isMet: () => at(tested, place) - total() >= -SLACK,
  }));
  const issued = form.systemControlTotal[year];
  if (issued === undefined && bound.length === 0) return [];
  const isNhs = (organisation: string): boolean => regimeOf(frame.organisations.get(organisation)?.type ?? 'ACUTE') !== 'COUNCIL';
  const counted = bound.length > 0 ? bound : bodies.filter(({ organisation }) => isNhs(organisation));
  const isSystemMet = (): boolean => {
    let variance = issued === undefined ? 0 : -issued.amount;
    for (const { place } of counted) variance += at(tested, place);
    if (issued === undefined) for (const { total } of bound) variance -= total();
    return variance >= -SLACK;
  };
  return [...tests, { organisation: null, isMet: isSystemMet }];
}
