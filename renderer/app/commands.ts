import { boardCommands } from './commands/board.ts';
import type { Command } from './commands/command.ts';
import { entryCommands } from './commands/entry.ts';
import { exportCommands } from './commands/export.ts';
import { fileCommands } from './commands/file.ts';
import { goingCommands } from './commands/going.ts';
import { gridCommands } from './commands/grid.ts';
import { helpCommands } from './commands/help.ts';
import { libraryCommands } from './commands/library.ts';
import { realismCommands } from './commands/realism.ts';
import { scenarioCommands } from './commands/scenario.ts';
import { simulationCommands } from './commands/simulation.ts';
import { tableCommands } from './commands/tables.ts';
import { viewCommands } from './commands/view.ts';

export { COMMAND_GROUPS, type Command } from './commands/command.ts';

export const COMMANDS: readonly Command[] = [
  ...goingCommands,
  ...scenarioCommands,
  ...entryCommands,
  ...gridCommands,
  ...tableCommands,
  ...realismCommands,
  ...simulationCommands,
  ...libraryCommands,
  ...fileCommands,
  ...exportCommands,
  ...boardCommands,
  ...viewCommands,
  ...helpCommands,
];

/** Runs a command by its id, if it is there and can be done now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) command.run();
}
