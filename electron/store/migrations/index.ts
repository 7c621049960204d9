import { scenarios } from './0001-scenarios.ts';
import { editsAndHistory } from './0002-edits-and-history.ts';
import { versionsAndOutcomes } from './0003-versions-and-outcomes.ts';
import { settingsAndRecentFiles } from './0004-settings-and-recent-files.ts';
import type { Migration } from './migration.ts';

/** All steps, oldest first; the version of each is its place, counted from 1. */
export const MIGRATIONS: readonly Migration[] = [scenarios, editsAndHistory, versionsAndOutcomes, settingsAndRecentFiles];

/** The version of the database that this Footing writes. */
export const CURRENT_VERSION = MIGRATIONS.length;
