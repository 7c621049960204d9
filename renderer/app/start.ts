import { ask } from '../state/client.ts';
import type { StartupReport } from '../../shared/contract/records.ts';
import { refusalOf, useDocument } from '../state/document.ts';
import { useStartup } from '../state/startup.ts';
import { useLibrary } from '../state/library.ts';
import { useView } from '../state/view.ts';
import { openOnBoard } from './file-actions.ts';

let hasStarted = false;

/** What happens, once, when the window opens: settings, the state of the database, and on the first run the sample on its board (product.md §8). */
export async function start(): Promise<void> {
  if (hasStarted) return;
  hasStarted = true;
  const [, reply] = await Promise.all([useView.getState().readSettings(), ask('app.startup', null)]);
  if (!reply.ok) {
    useDocument.getState().refuse(refusalOf('Footing could not start', reply.failure));
    return;
  }
  useStartup.getState().report(reply.value);
  await enter(reply.value);
}

/** Into the library that the shell reports, or onto the sample's board where it is new. Nothing shows before it is known which. */
export async function enter({ database, isFirstRun, sampleId }: StartupReport): Promise<void> {
  const library = database === 'SET_ASIDE' ? undefined : useLibrary.getState().refresh();
  const isOpen = useDocument.getState().open !== null;
  if (database !== 'SET_ASIDE' && !isOpen && isFirstRun && sampleId !== null) await openOnBoard(sampleId);
  useStartup.getState().setUnderWay();
  await library;
}
