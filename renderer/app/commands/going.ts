import type { Command } from './command.ts';
import { always, go, hasDocument, hasLibraryScenario } from './when.ts';

export const goingCommands: readonly Command[] = [
  {
    id: 'go.library',
    label: 'Library',
    group: 'Go to',
    keys: 'Mod+L',
    synonyms: 'scenarios start home list',
    isAvailable: always,
    run: go('library'),
  },
  {
    id: 'go.board',
    label: 'Board',
    group: 'Go to',
    keys: 'Mod+1',
    synonyms: 'verdict bridge summary',
    isAvailable: hasDocument,
    run: go('board'),
  },
  {
    id: 'go.scenario',
    label: 'Scenario',
    group: 'Go to',
    keys: 'Mod+2',
    synonyms: 'edit enter inputs grid savings capital shifts baseline',
    isAvailable: hasLibraryScenario,
    run: go('scenario'),
  },
  {
    id: 'go.realism',
    label: 'Realism',
    group: 'Go to',
    keys: 'Mod+3',
    synonyms: 'believe chance probability evidence stress test',
    isAvailable: hasDocument,
    run: go('realism'),
  },
  {
    id: 'go.export',
    label: 'Export',
    group: 'Go to',
    keys: 'Mod+6',
    synonyms: 'charts pictures paper svg png csv',
    isAvailable: hasDocument,
    run: go('export'),
  },
];
