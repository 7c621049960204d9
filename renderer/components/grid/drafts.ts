import { create } from 'zustand';

/** What was typed into a cell and could not be kept as a figure: it stays as it was typed until it is put right or left, and the last good value is used. */
export type Draft = {
  readonly path: string;
  readonly text: string;
  /** What was read, what is allowed, and the way out. */
  readonly message: string;
  /** The cell in words: "Length of stay, Full year". */
  readonly where: string;
};

export type Drafts = ReadonlyMap<string, Draft>;

const NONE: Drafts = new Map();

type DraftsState = { readonly byScenario: ReadonlyMap<string, Drafts> };

const useStore = create<DraftsState>()(() => ({ byScenario: new Map() }));

function change(scenarioId: string, make: (drafts: Map<string, Draft>) => void): void {
  const { byScenario } = useStore.getState();
  const drafts = new Map(byScenario.get(scenarioId) ?? NONE);
  make(drafts);
  useStore.setState({ byScenario: new Map(byScenario).set(scenarioId, drafts) });
}

/** What is half typed in a scenario, by path: for the grid, and for the list of problems. */
export function useDrafts(scenarioId: string): Drafts {
  return useStore((state) => state.byScenario.get(scenarioId) ?? NONE);
}

export function keepDraft(scenarioId: string, draft: Draft): void {
  change(scenarioId, (drafts) => drafts.set(draft.path, draft));
}

export function dropDrafts(scenarioId: string, paths: readonly string[]): void {
  const held = useStore.getState().byScenario.get(scenarioId) ?? NONE;
  if (!paths.some((path) => held.has(path))) return;
  change(scenarioId, (drafts) => {
    for (const path of paths) drafts.delete(path);
  });
}
