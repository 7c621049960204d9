import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Sheet, SheetRow } from '../../components/grid/sheet.ts';
import { useDocument } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { resultsOf } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { sectionOf, type View } from './sections.ts';
import { contextOf } from './sheets/sheet-context.ts';

/** The table that the editor shows, for commands that come from outside it. */
export type Current = { readonly scenario: Scenario; readonly view: View; readonly sheet: Sheet; readonly row: SheetRow | null };

/** The view that is open; null where the editor is not shown. */
export function currentView(): { readonly scenario: Scenario; readonly view: View } | null {
  const { open } = useDocument.getState();
  if (useView.getState().screen !== 'scenario' || open?.kind !== 'library') return null;
  const { section, views } = useEntry.getState();
  const { views: all } = sectionOf(section);
  const view = all.find(({ id }) => id === views[section]) ?? all[0];
  return view === undefined ? null : { scenario: open.scenario, view };
}

export function currentTable(): Current | null {
  const shown = currentView();
  if (shown === null) return null;
  const { unit } = useView.getState();
  const { scenario, view } = shown;
  const sheet = view.sheet(contextOf({ scenario, results: resultsOf(scenario, unit), unit, isWide: false }));
  const { here } = useEntry.getState();
  return { scenario, view, sheet, row: sheet.rows.find(({ key }) => key === here?.rowKey) ?? null };
}
