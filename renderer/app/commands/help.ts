import { hasLibrary } from '../../state/startup.ts';
import type { Command } from './command.ts';
import { always, lay } from './when.ts';

export const helpCommands: readonly Command[] = [
  {
    id: 'help.shortcuts',
    label: 'Shortcuts',
    group: 'Help',
    keys: '?',
    synonyms: 'keys keyboard',
    isAvailable: always,
    run: lay('shortcuts'),
  },
  { id: 'help.backups', label: 'Backups…', group: 'Help', synonyms: 'restore recover', isAvailable: hasLibrary, run: lay('backups') },
  {
    id: 'help.about',
    label: 'About Footing',
    group: 'Help',
    synonyms: 'version licence engine data folder',
    isAvailable: always,
    run: lay('about'),
  },
];
