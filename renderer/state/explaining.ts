import { create } from 'zustand';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { useEntry } from './entry.ts';
import { useView } from './view.ts';

type ExplainingState = {
  /** The figures on the way down, the one shown last; empty where the panel is shut. Paths are those of `figurePaths`: `system.reported.2020/21`. */
  readonly trail: readonly string[];
  /** The scenario whose figures are explained where it is not the one that is open: a throw-away copy. */
  readonly trial: Scenario | null;
  /** Opens the panel on a figure, from wherever the focus is. */
  readonly explain: (path: string, trial?: Scenario) => void;
  readonly goDeeper: (path: string) => void;
  readonly goUp: () => void;
  readonly close: () => void;
};

/** Where the focus was when the panel was opened: there it returns. */
let opener: Element | null = null;

/** The explain panel: shared by all screens, one figure at a time (product.md §3). */
export const useExplaining = create<ExplainingState>()((set, get) => ({
  trail: [],
  trial: null,
  explain: (path, trial) => {
    const { activeElement } = document;
    if (activeElement?.closest('.explain') === null) opener = activeElement;
    set({ trail: [path], trial: trial ?? null });
  },
  goDeeper: (path) => {
    set({ trail: [...get().trail, path] });
  },
  goUp: () => {
    const { trail, close } = get();
    if (trail.length > 1) set({ trail: trail.slice(0, -1) });
    else close();
  },
  close: () => {
    set({ trail: [], trial: null });
    if ((opener instanceof HTMLElement || opener instanceof SVGElement) && opener.isConnected) opener.focus();
    else document.querySelector<HTMLElement>('.main')?.focus();
    opener = null;
  },
}));

/* The panel lies over the right of the screen: on the next screen, or in the next section, the figure is no longer in sight, and what stands there itself would be. */
function leave(): void {
  opener = null;
  useExplaining.setState({ trail: [], trial: null });
}
useView.subscribe((now, before) => {
  if (now.screen !== before.screen) leave();
});
useEntry.subscribe((now, before) => {
  if (now.section !== before.section) leave();
});

/** Opens the explain panel on a figure of the scenario that is open, or of a throw-away copy of it. */
export function explainFigure(path: string, trial?: Scenario): void {
  useExplaining.getState().explain(path, trial);
}
