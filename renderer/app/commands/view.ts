import { useExplaining } from '../../state/explaining.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { always, lay } from './when.ts';

const unit = (id: string, name: '£' | '£000' | '£m', synonyms: string): Command => ({
  id,
  label: `Show ${name}`,
  group: 'View',
  synonyms: `unit ${synonyms}`,
  isAvailable: always,
  run: () => {
    useView.getState().setUnit(name);
  },
});
const theme = (id: string, label: string, { name, synonyms }: { name: 'LIGHT' | 'DARK' | 'SYSTEM'; synonyms: string }): Command => ({
  id,
  label,
  group: 'View',
  synonyms: `colour appearance mode ${synonyms}`,
  isAvailable: always,
  run: () => {
    useView.getState().setTheme(name);
  },
});

export const viewCommands: readonly Command[] = [
  { id: 'view.palette', label: 'Find or do anything', group: 'View', keys: 'Mod+K', isAvailable: always, run: lay('palette') },
  {
    id: 'view.closeExplain',
    label: 'Close the explain panel',
    group: 'View',
    keys: 'Escape',
    isAvailable: () => useExplaining.getState().trail.length > 0,
    run: () => {
      useExplaining.getState().close();
    },
  },
  unit('view.millions', '£m', 'millions'),
  unit('view.thousands', '£000', 'thousands'),
  unit('view.pounds', '£', 'pounds'),
  theme('view.light', 'Light theme', { name: 'LIGHT', synonyms: 'day bright' }),
  theme('view.dark', 'Dark theme', { name: 'DARK', synonyms: 'night black' }),
  theme('view.system', 'Theme of the system', { name: 'SYSTEM', synonyms: 'automatic' }),
];
