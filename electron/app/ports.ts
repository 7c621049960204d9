import type { OutputOf } from '../../shared/contract/contract.ts';
import type { ExportWork } from '../export/export-work.ts';
import type { FileWork } from '../files/file-work.ts';
import type { StoreOpening } from '../store/types.ts';

/* What the handlers take from outside. Electron gives native dialogs, the loopback shell what it has, tests what they like. */

export type Dialogs = {
  /** The path of a file to open; nothing where the person changed their mind. */
  readonly chooseFileToOpen: () => Promise<string | undefined>;
  /** Where to save under a suggested name; nothing where the person changed their mind. */
  readonly chooseWhereToSave: (suggested: { fileName: string }) => Promise<string | undefined>;
  /** The folder that exported files go to; nothing where the person changed their mind. */
  readonly chooseFolder: () => Promise<string | undefined>;
};

export type About = Pick<OutputOf<'app.info'>, 'version' | 'shell' | 'platform' | 'licences'>;

export type AppPorts = {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Opens the database; called once at start. */
  readonly openStore: () => Promise<StoreOpening>;
  readonly dialogs: Dialogs;
  readonly files: FileWork;
  readonly exporting: ExportWork;
  /** Shows a folder in the system's own file manager. */
  readonly showFolder: (folder: string) => Promise<void>;
  readonly quit: () => void;
  readonly about: About;
  readonly databaseFolder: string;
  /** The folder of the scenario files that come with Footing. */
  readonly shippedFolder: string;
  /** What the system calls the person, until they give a name of their own. */
  readonly accountName: string;
  /** Does something again and again until the returned function is called. */
  readonly repeat: (work: () => void, everyMs: number) => () => void;
  readonly log: (text: string, error: unknown) => void;
};
