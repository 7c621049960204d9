import { openShipped } from '../file-actions.ts';
import { canStep, takeStep } from '../library-actions.ts';
import { hasLibrary } from '../../state/startup.ts';
import type { Command } from './command.ts';
import { lay } from './when.ts';

export const scenarioCommands: readonly Command[] = [
  {
    id: 'scenario.new',
    label: 'New blank system…',
    group: 'Scenario',
    keys: 'Mod+N',
    synonyms: 'create scenario start mine',
    isAvailable: hasLibrary,
    run: lay('new'),
  },
  {
    id: 'scenario.sample',
    label: 'New copy of the sample system',
    group: 'Scenario',
    synonyms: 'example try open fictional',
    isAvailable: hasLibrary,
    run: () => void openShipped('sample.footing'),
  },
  {
    id: 'scenario.undo',
    label: 'Undo',
    group: 'Scenario',
    keys: 'Mod+Z',
    yieldsToFields: true,
    isAvailable: () => canStep('undo'),
    run: () => void takeStep('undo'),
  },
  {
    id: 'scenario.redo',
    label: 'Redo',
    group: 'Scenario',
    keys: 'Mod+Y',
    otherKeys: ['Mod+Shift+Z'],
    yieldsToFields: true,
    isAvailable: () => canStep('redo'),
    run: () => void takeStep('redo'),
  },
];
