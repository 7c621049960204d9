import { create } from 'zustand';
import { useDocument } from './document.ts';
import { useView } from './view.ts';

type GoingToState = {
  /** The input that somebody asked to see, until the editor has gone there. */
  readonly path: string | null;
  readonly arrive: () => void;
};

/** The way from a figure, a problem or a finding to the input behind it; the editor goes to the cell and then says that it arrived. */
export const useGoingTo = create<GoingToState>()((set) => ({
  path: null,
  arrive: () => {
    set({ path: null });
  },
}));

/** Whether inputs can be gone to: what is read only has no editor. */
export function canGoToInputs(): boolean {
  return useDocument.getState().open?.kind === 'library';
}

/** Shows the editor with the focus in the cell of an input: `savings.S2.delivery`. */
export function goToInput(path: string): void {
  if (!canGoToInputs()) return;
  useGoingTo.setState({ path });
  useView.getState().show('scenario');
}
