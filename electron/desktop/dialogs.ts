import { join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { Dialogs } from '../app/ports.ts';

const FILTERS = [{ name: 'Footing scenario', extensions: ['footing'] }];
const TABLES = [{ name: 'Table (CSV)', extensions: ['csv'] }];

/** The system's own dialogs. They belong to the window, so that they cannot be lost behind it. */
export function nativeDialogs({ window, documentsFolder }: { window: () => BrowserWindow | undefined; documentsFolder: string }): Dialogs {
  return {
    chooseFileToOpen: async () => {
      const options = { title: 'Open a scenario file', filters: FILTERS, properties: ['openFile' as const] };
      const parent = window();
      const { canceled, filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return canceled ? undefined : filePaths[0];
    },
    chooseWhereToSave: async ({ fileName }) => {
      const isTable = fileName.endsWith('.csv');
      const asked = isTable ? { title: 'Save the table', filters: TABLES } : { title: 'Save as a scenario file', filters: FILTERS };
      const options = { ...asked, defaultPath: join(documentsFolder, fileName) };
      const parent = window();
      const { canceled, filePath } = await (parent === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? undefined : filePath;
    },
    chooseFolder: async () => {
      const properties = ['openDirectory' as const, 'createDirectory' as const];
      const options = { title: 'Export to a folder', buttonLabel: 'Export here', defaultPath: documentsFolder, properties };
      const parent = window();
      const { canceled, filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return canceled ? undefined : filePaths[0];
    },
  };
}
