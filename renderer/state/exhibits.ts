import { create } from 'zustand';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitsOf } from '../../shared/outcomes/exhibits/exhibits.ts';
import type { Results } from './projection.ts';

/** How exhibits are shown: drawn, or as the table that says the same. It holds for all of them, wherever they stand. */
export type ExhibitView = 'chart' | 'table';

type ExhibitsState = { readonly view: ExhibitView; readonly show: (view: ExhibitView) => void; readonly toggle: () => void };

export const useExhibitView = create<ExhibitsState>()((set, get) => ({
  view: 'chart',
  show: (view) => {
    set({ view });
  },
  toggle: () => {
    set({ view: get().view === 'chart' ? 'table' : 'chart' });
  },
}));

const known = new WeakMap<Results, readonly Exhibit[]>();

/** The exhibits of a projection. Results are of one unit and never change, so each is worked once. */
export function exhibitsFor(results: Results, unit: MoneyUnit): readonly Exhibit[] {
  let exhibits = known.get(results);
  if (exhibits === undefined)
    known.set(results, (exhibits = exhibitsOf({ projection: results.projection, outcomes: results.outcomes, unit })));
  return exhibits;
}
