import { ask } from '../state/client.ts';
import { refusalOf, useDocument } from '../state/document.ts';
import { useStartup } from '../state/startup.ts';
import { useLibrary } from '../state/library.ts';
import { useView } from '../state/view.ts';
import { openOnBoard } from './file-actions.ts';

/** What happens when the window opens: settings, the state of the database, and on the first run the sample on its board (product.md §8). */
export async function start(): Promise<void> {
  await useView.getState().readSettings();
  const reply = await ask('app.startup', null);
  if (!reply.ok) {
    useDocument.getState().refuse(refusalOf('Footing could not start', reply.failure));
    return;
  }
  useStartup.getState().report(reply.value);
  if (reply.value.database === 'SET_ASIDE') return;
  await useLibrary.getState().refresh();
  const opened = useDocument.getState().open !== null;
  if (!opened && reply.value.isFirstRun && reply.value.sampleId !== null) await openOnBoard(reply.value.sampleId);
}
