import { create } from 'zustand';
import type { StartupReport } from '../../shared/contract/records.ts';

type StartupState = {
  readonly startup: StartupReport | null;
  readonly report: (startup: StartupReport) => void;
};

/** What the shell said about the database when the window opened. */
export const useStartup = create<StartupState>()((set) => ({
  startup: null,
  report: (startup) => {
    set({ startup });
  },
}));
