import { COMMANDS, COMMAND_WORDS, type CommandName, usageLine } from './command-words.ts';
import { nearest } from './nearest.ts';

/** A command as it was typed: its file, and the options with the words that follow them. */
export type TypedCommand = {
  readonly kind: 'command';
  readonly command: CommandName;
  readonly file: string;
  readonly flags: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, string>;
};
export type Typed = TypedCommand | { readonly kind: 'help'; readonly command: CommandName | undefined } | { readonly kind: 'version' };

/** A command that was not understood. `usage` says how it is written. */
export class UsageError extends Error {
  readonly code = 'usage';
  readonly usage: string;

  constructor(text: string, command?: CommandName) {
    super(text);
    this.name = 'UsageError';
    this.usage = command === undefined ? `Usage: ${COMMANDS.map(usageLine).join('\n       ')}` : `Usage: ${usageLine(command)}`;
  }
}

const HELP = new Set(['--help', '-h', '-?']);
const VERSION = new Set(['--version', '-V']);

function shown(written: string): string {
  return `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}"`;
}

function meant(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

function commandNamed(written: string): CommandName {
  const command = COMMANDS.find((name) => name === written);
  if (command !== undefined) return command;
  const text = `${shown(written)} is no command of footing.${meant(written, COMMANDS)} Allowed: ${COMMANDS.join(', ')}.`;
  throw new UsageError(text);
}

type Collected = { flags: Set<string>; words: Map<string, string>; places: string[] };

/** Takes one option, with its word if it has one; says how many further arguments it used up. */
function takeOption(command: CommandName, written: string, following: string | undefined, collected: Collected): number {
  const equals = written.indexOf('=');
  const name = equals < 0 ? written : written.slice(0, equals);
  const { options } = COMMAND_WORDS[command];
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const known = [...Object.keys(options), '--help'];
    throw new UsageError(`${shown(name)} is no option of footing ${command}.${meant(name, known)} Allowed: ${known.join(', ')}.`, command);
  }
  if (collected.flags.has(name) || collected.words.has(name)) throw new UsageError(`${name} is given twice. Give it once.`, command);
  if (option.kind === 'flag') {
    if (equals >= 0) throw new UsageError(`${name} takes no value. Write ${name} alone.`, command);
    collected.flags.add(name);
    return 0;
  }
  const word = equals < 0 ? following : written.slice(equals + 1);
  if (word === undefined || word === '' || (equals < 0 && word.startsWith('--')))
    throw new UsageError(`${name} needs a value after it: ${name} ${option.word ?? ''}.`, command);
  collected.words.set(name, word);
  return equals < 0 ? 1 : 0;
}

function collect(command: CommandName, args: readonly string[]): Collected {
  const collected: Collected = { flags: new Set(), words: new Map(), places: [] };
  let onlyPlaces = false;
  for (let index = 0; index < args.length; index += 1) {
    const written = args[index] ?? '';
    if (!onlyPlaces && written === '--') onlyPlaces = true;
    else if (!onlyPlaces && written.startsWith('-') && written !== '-') index += takeOption(command, written, args[index + 1], collected);
    else collected.places.push(written);
  }
  return collected;
}

function fileOf(command: CommandName, places: readonly string[]): string {
  const [file, ...more] = places;
  if (!COMMAND_WORDS[command].takesFile) {
    if (file !== undefined) throw new UsageError(`footing ${command} takes no file, and was given ${shown(file)}. Leave it out.`, command);
    return '';
  }
  if (file === undefined || file === '')
    throw new UsageError(`footing ${command} needs a file. Give the path of a .footing file.`, command);
  if (more.length > 0) {
    const text = `footing ${command} takes one file, and was given ${String(places.length)}. Put a path with spaces in quotation marks.`;
    throw new UsageError(text, command);
  }
  return file;
}

/** Reads the arguments of the command line. Throws UsageError. */
export function readArguments(args: readonly string[]): Typed {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('No command was given. Say what footing is to do; footing --help tells more.');
  if (HELP.has(first) || (first === 'help' && rest.length === 0)) return { kind: 'help', command: undefined };
  if (VERSION.has(first)) return { kind: 'version' };
  const command = commandNamed(first === 'help' ? (rest[0] ?? '') : first);
  const ends = rest.indexOf('--');
  if (first === 'help' || rest.slice(0, ends < 0 ? undefined : ends).some((each) => HELP.has(each))) return { kind: 'help', command };
  const { flags, words, places } = collect(command, rest);
  return { kind: 'command', command, flags, words, file: fileOf(command, places) };
}
