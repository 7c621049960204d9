import { create } from 'zustand';
import type { OpenDocument } from './document.ts';

const KEY = 'footing-first-run-hidden';

type FirstRunState = { readonly isHidden: boolean; readonly hide: () => void };

/** Whether the strip of the first run was put away; it stays away until the window is opened anew. */
export const useFirstRun = create<FirstRunState>()((set) => ({
  isHidden: sessionStorage.getItem(KEY) !== null,
  hide: () => {
    sessionStorage.setItem(KEY, 'yes');
    set({ isHidden: true });
  },
}));

/** The strip stands over the sample's board alone, and a recipient's copy is not the sample. */
export function isSample(open: OpenDocument): boolean {
  return open.kind === 'library' && open.origin === 'SAMPLE';
}
