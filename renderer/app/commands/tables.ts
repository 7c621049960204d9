import { openImport, useImporting } from '../../state/importing.ts';
import { hasLibrary } from '../../state/startup.ts';
import { useShownSheet } from '../../state/shown-sheet.ts';
import { exportItems, exportShownSheet } from '../tables/export-tables.ts';
import type { Command } from './command.ts';
import { hasDocument, hasLibraryScenario } from './when.ts';

export const tableCommands: readonly Command[] = [
  {
    id: 'scenario.fromTable',
    label: 'New system from a pasted table…',
    group: 'Scenario',
    synonyms: 'create excel spreadsheet csv organisations baseline start',
    isAvailable: hasLibrary,
    run: () => {
      useImporting.getState().ask('system');
    },
  },
  {
    id: 'scenario.importSavings',
    label: 'Import savings schemes (CSV)…',
    group: 'Scenario',
    synonyms: 'excel spreadsheet paste table cip qipp initiatives',
    isAvailable: hasLibraryScenario,
    run: () => {
      openImport('savings');
    },
  },
  {
    id: 'scenario.importLines',
    label: 'Import baseline lines (CSV)…',
    group: 'Scenario',
    synonyms: 'excel spreadsheet paste table income expenditure budget',
    isAvailable: hasLibraryScenario,
    run: () => {
      openImport('lines');
    },
  },
  {
    id: 'file.exportSheet',
    label: 'Export this table (CSV)',
    group: 'File',
    synonyms: 'excel spreadsheet save grid',
    isAvailable: () => hasDocument() && useShownSheet.getState().sheet !== null,
    run: exportShownSheet,
  },
  {
    id: 'file.exportSavings',
    label: 'Export savings schemes (CSV)',
    group: 'File',
    synonyms: 'excel spreadsheet save table',
    isAvailable: hasDocument,
    run: () => {
      exportItems('savings');
    },
  },
  {
    id: 'file.exportLines',
    label: 'Export baseline lines (CSV)',
    group: 'File',
    synonyms: 'excel spreadsheet save table income expenditure',
    isAvailable: hasDocument,
    run: () => {
      exportItems('lines');
    },
  },
];
