import { makeCopyOfOpenFile, openFile } from '../file-actions.ts';
import { saveFile, scenarioToSave } from '../library-actions.ts';
import type { Command } from './command.ts';
import { always, hasCopy, hasLibraryScenario, lay } from './when.ts';

export const fileCommands: readonly Command[] = [
  {
    id: 'scenario.versions',
    label: 'Versions and sign-off…',
    group: 'Scenario',
    synonyms: 'status draft assured approved snapshot seal',
    isAvailable: hasLibraryScenario,
    run: lay('versions'),
  },
  {
    id: 'scenario.history',
    label: 'History of changes…',
    group: 'Scenario',
    synonyms: 'audit log who when why',
    isAvailable: hasLibraryScenario,
    run: lay('history'),
  },
  {
    id: 'file.open',
    label: 'Open file…',
    group: 'File',
    keys: 'Mod+O',
    synonyms: 'footing load',
    isAvailable: always,
    run: () => void openFile(),
  },
  {
    id: 'file.saveAs',
    label: 'Save a file…',
    group: 'File',
    keys: 'Mod+S',
    synonyms: 'send export share',
    isAvailable: () => scenarioToSave() !== null,
    run: () => void saveFile(),
  },
  {
    id: 'file.makeCopy',
    label: 'Make a copy to edit',
    group: 'File',
    synonyms: 'editable library',
    isAvailable: hasCopy,
    run: () => void makeCopyOfOpenFile(),
  },
];
