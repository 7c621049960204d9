import { useRealismView } from '../../state/realism-view.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { hasLibraryScenario } from './when.ts';

export const realismCommands: readonly Command[] = [
  {
    id: 'realism.record',
    label: 'Own record of past savings…',
    group: 'Scenario',
    synonyms: 'delivery past plan outturn achieved evidence',
    isAvailable: hasLibraryScenario,
    run: () => {
      useView.getState().show('realism');
      useRealismView.getState().openRecord(true);
    },
  },
];
