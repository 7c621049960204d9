import { copyExhibit, type CopiedPart } from '../../state/copying.ts';
import { useDocument, type OpenDocument } from '../../state/document.ts';
import { exhibitsFor, useExhibitView } from '../../state/exhibits.ts';
import { stopsIn, useExporting } from '../../state/exporting.ts';
import { hasPicture, listedExhibits, type ListedExhibit } from '../../state/listed-exhibits.ts';
import { resultsOf } from '../../state/projection.ts';
import { say } from '../../state/said.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { isOn } from './when.ts';

type Found = { readonly open: OpenDocument; readonly listed: ListedExhibit };

function exhibitNamed(id: string | null): Found | null {
  const { open } = useDocument.getState();
  if (open === null) return null;
  const { unit } = useView.getState();
  const all = listedExhibits(exhibitsFor(resultsOf(open.scenario, unit), unit), useExporting.getState().worked);
  const listed = id === null ? all[0] : all.find(({ exhibit }) => exhibit.id === id);
  return listed === undefined ? null : { open, listed };
}

/** The exhibit that the focus is in; none where text is selected, which is then what is copied. */
function exhibitAtFocus(): Found | null {
  const id = document.activeElement?.closest('[data-exhibit]')?.getAttribute('data-exhibit') ?? null;
  return id === null || document.getSelection()?.isCollapsed === false ? null : exhibitNamed(id);
}

/** What lies before the person on the Export screen. */
const exhibitShown = (): Found | null => (isOn('export')() ? exhibitNamed(useExporting.getState().shown) : null);

const isPictured = (found: Found | null): boolean => found !== null && hasPicture(found.listed, useExporting.getState().worked);

function copy(found: Found | null, part: CopiedPart): void {
  if (found !== null) void copyExhibit(found.open, { exhibit: found.listed.exhibit, part, unit: useView.getState().unit });
}

/** An export that the ready check stops waits for words, and the focus goes where they are written. */
function start(): void {
  const { open } = useDocument.getState();
  const { look, override, start: begin } = useExporting.getState();
  if (open === null) return;
  if (stopsIn(look).length === 0 || override.trim() !== '') {
    void begin(open, useView.getState().unit);
    return;
  }
  say('Not exported: the ready check stops it. Mend it, or write why you export it all the same.');
  document.getElementById('export-override')?.focus();
}

export const exportCommands: readonly Command[] = [
  {
    id: 'export.run',
    label: 'Export the chosen exhibits…',
    group: 'File',
    synonyms: 'save charts svg png csv pictures paper',
    isAvailable: isOn('export'),
    run: start,
  },
  {
    id: 'export.stop',
    label: 'Cancel the export',
    group: 'File',
    synonyms: 'stop',
    isAvailable: () => useExporting.getState().run.kind === 'RUNNING',
    run: () => void useExporting.getState().stop(),
  },
  {
    id: 'export.copy',
    label: 'Copy the chart or table that has the focus',
    group: 'File',
    keys: 'Mod+C',
    yieldsToFields: true,
    synonyms: 'clipboard',
    isAvailable: () => exhibitAtFocus() !== null,
    run: () => {
      const found = exhibitAtFocus();
      // What the shell worked out is shown as its picture, whatever the switch says.
      const isChart = found?.listed.isSlow === true || useExhibitView.getState().view === 'chart';
      copy(found, isChart && isPictured(found) ? 'picture' : 'table');
    },
  },
  {
    id: 'export.copyPicture',
    label: 'Copy the picture of this exhibit',
    group: 'File',
    synonyms: 'clipboard chart png',
    isAvailable: () => isPictured(exhibitShown()),
    run: () => {
      copy(exhibitShown(), 'picture');
    },
  },
  {
    id: 'export.copyTable',
    label: 'Copy the table of this exhibit',
    group: 'File',
    synonyms: 'clipboard excel word',
    isAvailable: () => exhibitShown() !== null,
    run: () => {
      copy(exhibitShown(), 'table');
    },
  },
];
