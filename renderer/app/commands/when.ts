import { useDocument } from '../../state/document.ts';
import { hasLibrary } from '../../state/startup.ts';
import { useView, type Overlay, type Screen } from '../../state/view.ts';
import { selectedRow } from '../library-actions.ts';

/* When a command can be done, and what many of them do. */

export const always = (): boolean => true;
export const hasDocument = (): boolean => useDocument.getState().open !== null;
export const hasCopy = (): boolean => useDocument.getState().open?.kind === 'copy' && hasLibrary();
/** A scenario of the library is open and shown: it can be changed. */
export const hasLibraryScenario = (): boolean => useDocument.getState().open?.kind === 'library' && useView.getState().screen !== 'library';
export const hasSelected = (): boolean => selectedRow('library') !== null;
export const hasBinned = (): boolean => selectedRow('bin') !== null;
export const isOn = (screen: Screen) => (): boolean => hasDocument() && useView.getState().screen === screen;

export const go = (screen: Screen) => (): void => {
  useView.getState().show(screen);
};
export const lay = (overlay: Overlay) => (): void => {
  useView.getState().lay(overlay);
};
