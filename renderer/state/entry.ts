import { create } from 'zustand';

/** The sections of the editor, in the order of the model. */
export const SECTION_IDS = ['footprint', 'baseline', 'growth', 'savings', 'capital', 'shifts', 'prevention', 'agreements'] as const;
export type SectionId = (typeof SECTION_IDS)[number];
export type DockTab = 'item' | 'problems' | 'notes' | 'history';

/** Where the grid of the editor stands: the row, the item that it shows, and the path of the cell where it has one. */
export type Here = {
  readonly rowKey: string;
  readonly item: { readonly list: string; readonly key: string } | null;
  readonly path: string | null;
  readonly label: string;
};

type EntryState = {
  readonly section: SectionId;
  /** The view that each section was left at. */
  readonly views: Readonly<Partial<Record<SectionId, string>>>;
  readonly tab: DockTab;
  readonly here: Here | null;
  /** The removal of an item that others depend on, until somebody has said so. */
  readonly removing: { readonly list: string; readonly key: string } | null;
  readonly openSection: (section: SectionId, view?: string) => void;
  readonly openTab: (tab: DockTab) => void;
  readonly stand: (here: Here | null) => void;
  readonly askToRemove: (removing: EntryState['removing']) => void;
};

/** The editor's view: the section and table that are open, and where in it somebody works. It outlives the screen, so that nobody loses their place. */
export const useEntry = create<EntryState>()((set, get) => ({
  section: 'savings',
  views: {},
  tab: 'item',
  here: null,
  removing: null,
  openSection: (section, view) => {
    const { views } = get();
    set({ section, views: view === undefined ? views : { ...views, [section]: view }, here: null });
  },
  openTab: (tab) => {
    set({ tab });
  },
  stand: (here) => {
    set({ here });
  },
  askToRemove: (removing) => {
    set({ removing });
  },
}));
