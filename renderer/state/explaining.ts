import { create } from 'zustand';

type ExplainingState = {
  /** The figures on the way down, the one shown last; empty where the panel is shut. Paths are those of `figurePaths`: `system.reported.2020/21`. */
  readonly trail: readonly string[];
  /** Opens the panel on a figure, from wherever the focus is. */
  readonly explain: (path: string) => void;
  readonly goDeeper: (path: string) => void;
  readonly goUp: () => void;
  readonly close: () => void;
};

/** Where the focus was when the panel was opened: there it returns. */
let opener: Element | null = null;

/** The explain panel: shared by all screens, one figure at a time (product.md §3). */
export const useExplaining = create<ExplainingState>()((set, get) => ({
  trail: [],
  explain: (path) => {
    const { trail } = get();
    if (trail.length === 0) opener = document.activeElement;
    set({ trail: [path] });
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
    set({ trail: [] });
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    opener = null;
  },
}));

/** Opens the explain panel on a figure: for keys and clicks outside React. */
export function explainFigure(path: string): void {
  useExplaining.getState().explain(path);
}
