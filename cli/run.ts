import manifest from '../package.json' with { type: 'json' };
import { ENGINE_VERSION } from '../shared/engine/project.ts';
import { CURRENT_FORMAT_VERSION } from '../shared/scenario/migrations/index.ts';
import { UsageError, readArguments, type TypedCommand } from './arguments.ts';
import { checkCommand } from './check-command.ts';
import { commandHelp, generalHelp } from './command-words.ts';
import { explainCommand } from './explain-command.ts';
import { exportCommand } from './export-command.ts';
import { EXIT, type ExitCode, type Ports } from './ports.ts';
import { projectCommand } from './project-command.ts';
import { FileError } from './read-scenario.ts';
import { schemaCommand } from './schema-command.ts';
import { fail } from './speak.ts';
import { stressCommand } from './stress-command.ts';

function carryOut(typed: TypedCommand, ports: Ports): ExitCode | Promise<ExitCode> {
  switch (typed.command) {
    case 'project':
      return projectCommand(typed, ports);
    case 'check':
      return checkCommand(typed, ports);
    case 'explain':
      return explainCommand(typed, ports);
    case 'export':
      return exportCommand(typed, ports);
    case 'stress':
      return stressCommand(typed, ports);
    case 'schema':
      return schemaCommand(ports);
  }
}

function versionText(): string {
  return `footing ${manifest.version}, engine ${ENGINE_VERSION}, file format ${String(CURRENT_FORMAT_VERSION)}\n`;
}

function understand(args: readonly string[], ports: Ports): ExitCode | Promise<ExitCode> {
  const typed = readArguments(args);
  if (typed.kind === 'version') ports.print(versionText());
  else if (typed.kind === 'help') ports.print(typed.command === undefined ? generalHelp() : commandHelp(typed.command));
  else return carryOut(typed, ports);
  return EXIT.good;
}

/** Says what stopped the command, in words and never as a stack trace. A fault of Footing itself is thrown on. */
function stopped(error: unknown, ports: Ports): ExitCode {
  if (error instanceof UsageError) {
    fail(ports, error.code, `${error.message}\n${error.usage}`);
    return EXIT.usage;
  }
  if (error instanceof FileError) {
    fail(ports, error.code, error.message);
    return EXIT.file;
  }
  throw error;
}

/**
 * The `footing` command: carries out what the arguments ask and gives the exit code, later where workers draw first. What goes wrong is said on the error side.
 */
export function run(args: readonly string[], ports: Ports): ExitCode | Promise<ExitCode> {
  try {
    const code = understand(args, ports);
    return typeof code === 'number' ? code : code.catch((error: unknown) => stopped(error, ports));
  } catch (error) {
    return stopped(error, ports);
  }
}
