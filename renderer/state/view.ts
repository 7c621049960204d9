import { create } from 'zustand';
import type { Settings } from '../../shared/contract/records.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { ask } from './client.ts';
import { say } from './said.ts';

export type Screen = 'library' | 'board' | 'scenario' | 'realism' | 'export';
export type Overlay = 'palette' | 'shortcuts' | 'about' | 'backups' | 'new' | 'versions' | 'history' | null;

type ViewState = {
  readonly screen: Screen;
  readonly overlay: Overlay;
  readonly unit: MoneyUnit;
  readonly theme: Settings['theme'];
  readonly show: (screen: Screen) => void;
  readonly lay: (overlay: Overlay) => void;
  readonly readSettings: () => Promise<void>;
  readonly setUnit: (unit: MoneyUnit) => void;
  readonly setTheme: (theme: Settings['theme']) => void;
};

/** The page follows the system's light or dark unless a theme is forced. */
function applyTheme(theme: Settings['theme']): void {
  if (theme === 'SYSTEM') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.toLowerCase();
}

/** The view: which screen, what lies over it, in which unit and theme. Unit and theme are kept by the shell. */
export const useView = create<ViewState>()((set, get) => ({
  screen: 'library',
  overlay: null,
  unit: '£m',
  theme: 'SYSTEM',
  show: (screen) => {
    if (screen !== get().screen) say('');
    set({ screen, overlay: null });
  },
  lay: (overlay) => {
    set({ overlay });
  },
  readSettings: async () => {
    const reply = await ask('settings.read', null);
    if (!reply.ok) return;
    applyTheme(reply.value.theme);
    set({ unit: reply.value.unit, theme: reply.value.theme });
  },
  setUnit: (unit) => {
    set({ unit });
    void ask('settings.write', { unit });
  },
  setTheme: (theme) => {
    applyTheme(theme);
    set({ theme });
    void ask('settings.write', { theme });
  },
}));
