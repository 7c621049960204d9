import type { FileStamp } from '../files/file-stamp.ts';
import type { FileStatus } from '../../shared/scenario/file-envelope.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Backup, Person } from '../store/types.ts';
import type { EventQueue } from './event-queue.ts';
import type { HandleTable } from './handle-table.ts';
import type { LibrarySession } from './library-session.ts';
import type { AppPorts } from './ports.ts';
import type { ShippedScenarios } from './shipped-scenarios.ts';

/** A file that the page holds a handle of. What was dropped on the window has a name and no path. */
export type KnownFile = {
  readonly fileName: string;
  readonly path?: string | undefined;
  /** As it was when Footing last read or wrote it. */
  readonly stamp?: FileStamp | undefined;
  /** As it was when the person was asked whether to replace it. */
  readonly askedAbout?: FileStamp | undefined;
  /** What was read from it. */
  readonly scenario?: Scenario | undefined;
  /** Who signed it, where it is as it was sealed. */
  readonly signed?: FileStatus | undefined;
  /** It was changed after it was sealed. */
  readonly isAltered?: boolean | undefined;
};

/** What all handlers share. */
export type AppContext = {
  readonly ports: AppPorts;
  readonly session: LibrarySession;
  readonly events: EventQueue;
  readonly shipped: ShippedScenarios;
  readonly files: HandleTable<KnownFile>;
  readonly backups: HandleTable<Backup>;
  /** Folders that the person chose for an export. */
  readonly folders: HandleTable<string>;
  /** Who sits at the app, for the log of edits. */
  readonly person: () => Person;
};
