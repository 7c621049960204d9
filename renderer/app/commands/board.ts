import { useExhibitView } from '../../state/exhibits.ts';
import { usePresenting } from '../../state/presenting.ts';
import { resetTrial } from '../../state/trial.ts';
import { useDocument } from '../../state/document.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { isOn } from './when.ts';

/** Something is open, and the library is not what is looked at. */
const isReading = (): boolean => useDocument.getState().open !== null && useView.getState().screen !== 'library';

export const boardCommands: readonly Command[] = [
  {
    id: 'board.present',
    label: 'Present',
    group: 'View',
    keys: 'F11',
    synonyms: 'slides full screen exhibits meeting projector',
    isAvailable: isReading,
    run: () => {
      usePresenting.getState().start();
    },
  },
  {
    id: 'board.table',
    label: 'Charts or their tables',
    group: 'View',
    keys: 'T',
    otherKeys: ['t'],
    synonyms: 'chart table twin figures numbers',
    isAvailable: isOn('board'),
    run: () => {
      useExhibitView.getState().toggle();
    },
  },
  {
    id: 'board.resetLevers',
    label: 'Reset the levers',
    group: 'View',
    synonyms: 'trial what if copy try undo',
    isAvailable: isOn('board'),
    run: resetTrial,
  },
];
