import '../../styles/scenario.css';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { sum, ZERO } from '../../../shared/money/decimal.ts';
import { changeInSentence } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { figure } from '../../../shared/engine/frame.ts';
import { EditError } from '../../../shared/scenario/draft.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { useDrafts } from '../../components/grid/drafts.ts';
import { Grid, type AtCell } from '../../components/grid/Grid.tsx';
import type { RowCommand } from '../../components/grid/row-command.ts';
import type { Sheet, SheetRow } from '../../components/grid/sheet.ts';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import { changeBetween } from '../../state/effects.ts';
import { useEntry } from '../../state/entry.ts';
import { useGoingTo } from '../../state/going-to.ts';
import { useResults, type Results } from '../../state/projection.ts';
import { useAsShownSheet } from '../../state/shown-sheet.ts';
import { useView } from '../../state/view.ts';
import { Dock } from './Dock.tsx';
import { canAddTo } from './new-item.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import { RemoveQuestion } from './RemoveQuestion.tsx';
import { addItem, duplicateItem, moveItem, removeItem } from './row-actions.ts';
import { SectionHead } from './SectionHead.tsx';
import { sectionOf, type View } from './sections.ts';
import { contextOf } from './sheets/sheet-context.ts';
import { goToPath } from './go-to-path.ts';
import { troublesOf } from './troubles.ts';

const WIDE = '(min-width: 1600px)';

function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => {
        query.removeEventListener('change', changed);
      };
    },
    () => matchMedia(WIDE).matches,
  );
}

/** The income of the whole system in the base year: an entry beyond a quarter of it is asked about. */
function incomeOf(scenario: Scenario) {
  return sum(scenario.lines.filter(({ kind }) => kind === 'INCOME').map(({ baseAmount }) => figure(baseAmount)));
}

/** What an edit would do to the target year, in words; nothing where it would not fit. */
function foreseen(scenario: Scenario, edit: Edit, unit: MoneyUnit): string | null {
  try {
    const change = changeBetween(scenario, applyEdit(scenario, edit).scenario);
    return change === null ? null : `${scenario.targetYear} would move ${changeInSentence(change, { unit })}`;
  } catch (error) {
    if (error instanceof EditError) return null;
    throw error;
  }
}

function standOn(at: AtCell | null): void {
  const { stand, here } = useEntry.getState();
  if (at === null) return;
  const path = 'path' in at.cell ? at.cell.path : (at.row.labelPath ?? null);
  const item = at.row.item ?? null;
  const isSameItem = item !== null && here?.item?.list === item.list && here.item.key === item.key;
  stand({ rowKey: at.row.key, item: isSameItem ? here.item : item, path, label: at.row.label });
}

/** Does what a key asks for with the item of a row. */
function actOn(
  command: RowCommand,
  row: SheetRow | null,
  { scenario, sheet, view }: { scenario: Scenario; sheet: Sheet; view: View },
): void {
  if (command === 'add') {
    if (canAddTo(view.list)) void addItem(scenario, view.list);
  } else if (row?.item === undefined) return;
  else if (command === 'duplicate') void duplicateItem(scenario, row.item);
  else if (command === 'remove') void removeItem(scenario, row.item);
  else void moveItem(scenario, { sheet, row, by: command === 'moveUp' ? -1 : 1 });
}

/** Somebody asked elsewhere to see an input: the section that has it is shown, and the grid goes there. */
function useGoingThere(): void {
  const { path, arrive } = useGoingTo();
  useEffect(() => {
    if (path === null) return;
    goToPath(path);
    arrive();
  }, [path, arrive]);
}

function Work({ open, results, unit }: { readonly open: FromLibrary; readonly results: Results; readonly unit: MoneyUnit }) {
  const { section: sectionId, views } = useEntry();
  const edit = useDocument((state) => state.edit);
  const drafts = useDrafts(open.id);
  const isWide = useIsWide();
  const section = sectionOf(sectionId);
  const view = section.views.find(({ id }) => id === views[sectionId]) ?? section.views[0];
  const { scenario } = open;
  const context = useMemo(() => contextOf({ scenario, results, unit, isWide }), [scenario, results, unit, isWide]);
  const sheet = useMemo(() => view?.sheet(context), [view, context]);
  const troubles = useMemo(() => troublesOf(results.problems, drafts.values()), [results, drafts]);
  const income = useMemo(() => incomeOf(scenario), [scenario]);
  useGoingThere();
  useAsShownSheet(sheet ?? null);
  if (view === undefined || sheet === undefined) return null;
  return (
    <div className="scn-work">
      <SectionHead section={section} view={view} open={open} results={results} unit={unit} />
      <div className="scn-grid">
        <Grid
          key={sheet.id}
          sheet={sheet}
          unit={unit}
          scenarioId={open.id}
          commit={edit}
          problems={results.problems}
          systemIncome={income.gt(ZERO) ? income : null}
          foresee={(wanted) => foreseen(scenario, wanted, unit)}
          onAt={standOn}
          onRow={(command, row) => {
            actOn(command, row, { scenario, sheet, view });
          }}
        />
      </div>
      <Dock open={open} results={results} unit={unit} context={context} troubles={troubles} commit={edit} />
    </div>
  );
}

/** The editor: one section of the model at a time as a table, the item where it stands in full below, and what it all comes to always in view. */
export function ScenarioScreen({ open }: { readonly open: FromLibrary }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  return (
    <div className="scn">
      <Work open={open} results={results} unit={unit} />
      <OutcomePanel open={open} results={results} unit={unit} />
      <RemoveQuestion open={open} />
    </div>
  );
}
