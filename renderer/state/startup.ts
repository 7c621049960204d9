import { create } from 'zustand';
import type { InputOf } from '../../shared/contract/contract.ts';
import type { StartupReport } from '../../shared/contract/records.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';

type StartupState = {
  /** What the shell said about the database when the window opened; nothing before it has answered. */
  readonly startup: StartupReport | null;
  /** Whether the window knows what to show: the library, the sample's board, or the ways on. */
  readonly isUnderWay: boolean;
  /** When the newest backup was made, if there is one. */
  readonly lastBackup: string | null;
  /** Whether what the report says has been read and put away. */
  readonly isRead: boolean;
  readonly report: (startup: StartupReport) => void;
  readonly setUnderWay: () => void;
  readonly recover: (wanted: InputOf<'app.recover'>) => Promise<StartupReport | null>;
  readonly backedUp: (at: string) => void;
  readonly putAway: () => void;
};

/** The database at start: how it was found, and the way on where it was set aside. */
export const useStartup = create<StartupState>()((set, get) => ({
  startup: null,
  isUnderWay: false,
  lastBackup: null,
  isRead: false,
  report: (startup) => {
    set({ startup, lastBackup: startup.backups[0]?.madeAt ?? null, isRead: false });
  },
  setUnderWay: () => {
    set({ isUnderWay: true });
  },
  recover: async (wanted) => {
    const reply = await ask('app.recover', wanted);
    if (!reply.ok) {
      useDocument.getState().refuse(refusalOf('The library could not be opened this way', reply.failure));
      return null;
    }
    get().report(reply.value);
    return reply.value;
  },
  backedUp: (at) => {
    set({ lastBackup: at });
  },
  putAway: () => {
    set({ isRead: true });
  },
}));

/** Whether there is a library to work in: not before the shell has answered, and not while a damaged one waits for a choice. */
export function hasLibrary(): boolean {
  const { startup } = useStartup.getState();
  return startup !== null && startup.database !== 'SET_ASIDE';
}
