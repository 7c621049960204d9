import type { Connection } from './connection.ts';
import { ContentTable } from './content-table.ts';
import { EditLogTable } from './edit-log-table.ts';
import { HistoryTable } from './history-table.ts';
import { OutcomeTable } from './outcome-table.ts';
import { ScenarioTable } from './scenario-table.ts';
import { VersionTable } from './version-table.ts';

/** What the repositories share: one connection, and the tables of a scenario on it. */
export type Tables = {
  readonly connection: Connection;
  readonly scenarios: ScenarioTable;
  readonly contents: ContentTable;
  readonly log: EditLogTable;
  readonly history: HistoryTable;
  readonly versions: VersionTable;
  readonly outcomes: OutcomeTable;
};

export function tablesOf(connection: Connection): Tables {
  return {
    connection,
    scenarios: new ScenarioTable(connection),
    contents: new ContentTable(connection),
    log: new EditLogTable(connection),
    history: new HistoryTable(connection),
    versions: new VersionTable(connection),
    outcomes: new OutcomeTable(connection),
  };
}
