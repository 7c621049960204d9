import { EXPORT_FORMATS } from '../shared/outcomes/exhibits/export-formats.ts';
import { MONEY_UNITS } from '../shared/money/units.ts';
import { EXHIBIT_IDS } from '../shared/outcomes/exhibits/exhibit.ts';
import { DRAW_LIMITS } from '../shared/realism/simulation/settings.ts';
import { wrapped } from './layout.ts';

const DRAWS_ALLOWED = `${DRAW_LIMITS.fewest.toString()} to ${DRAW_LIMITS.most.toString()}`;

/** How an option is written: alone, or with a word after it. */
export type OptionKind = 'flag' | 'word';
export const COMMANDS = ['project', 'check', 'explain', 'stress', 'export', 'schema'] as const;
export type CommandName = (typeof COMMANDS)[number];

type OptionWords = { readonly kind: OptionKind; readonly word?: string; readonly help: string };
type CommandWords = {
  readonly takesFile: boolean;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionWords>>;
};

const UNIT_OPTION = {
  kind: 'word',
  word: 'UNIT',
  help: `show money in ${MONEY_UNITS.join(', ')}; m, 000 and pounds will do; £m if left out`,
} as const;
const JSON_OPTION = { kind: 'flag', help: 'print JSON for programs' } as const;

export const COMMAND_WORDS: Readonly<Record<CommandName, CommandWords>> = {
  project: {
    takesFile: true,
    summary: 'where the system lands, who carries it, and what each step of the plan contributes',
    options: {
      '--json': { kind: 'flag', help: 'print JSON for programs; amounts as text in pounds and pence' },
      '--unit': UNIT_OPTION,
      '--year': { kind: 'word', word: 'YEAR', help: 'organisations and bridge of this year; the target year if left out' },
      '--real': { kind: 'flag', help: 'the system by year in base-year prices as well' },
    },
  },
  check: {
    takesFile: true,
    summary: 'does the file hold, and does every check of the model hold?',
    options: { '--json': JSON_OPTION },
  },
  explain: {
    takesFile: true,
    summary: 'the terms that made one figure, biggest first, and the inputs behind them',
    options: {
      '--figure': { kind: 'word', word: 'PATH', help: 'the figure by its path in the JSON of project: system.reported.2020/21' },
      '--depth': { kind: 'word', word: 'N', help: 'explain the terms as well, to this many levels, 1 to 6; 1 if left out' },
      '--json': JSON_OPTION,
    },
  },
  stress: {
    takesFile: true,
    summary: 'the chance of balance: every figure with a range is drawn, many times',
    options: {
      '--draws': { kind: 'word', word: 'N', help: `how many draws, ${DRAWS_ALLOWED}; what the scenario says if left out` },
      '--seed': { kind: 'word', word: 'S', help: 'where the draws begin; the same seed gives the same answer on any machine' },
      '--correlation': { kind: 'word', word: 'R', help: 'how far programmes fail together, 0 to 1, beside 0, 0.3 and 0.6' },
      '--distribution': { kind: 'word', word: 'KIND', help: 'how ranges are read: triangular, or pert; triangular if left out' },
      '--workers': { kind: 'word', word: 'N', help: 'how many threads draw, 1 to 64; the answer is the same for any number' },
      '--csv': { kind: 'word', word: 'OUT', help: 'write every draw at that correlation to this file, with the figures drawn' },
      '--replace': { kind: 'flag', help: 'write over a file that is there already' },
      '--unit': UNIT_OPTION,
      '--json': JSON_OPTION,
    },
  },
  export: {
    takesFile: true,
    summary: 'exhibits for committee papers as pictures and tables',
    options: {
      '--charts': { kind: 'word', word: 'NAMES', help: `such as ${EXHIBIT_IDS.slice(0, 3).join(',')}; every exhibit if left out` },
      '--format': { kind: 'word', word: 'FORMATS', help: `${EXPORT_FORMATS.join(', ')}, with commas between; all if left out` },
      '--out': { kind: 'word', word: 'DIR', help: 'the folder that files go to; this one if left out' },
      '--unit': UNIT_OPTION,
      '--time': { kind: 'word', word: 'TIME', help: 'day and time for the stamp, "2026-11-21 14:32"; now if left out' },
      '--replace': { kind: 'flag', help: 'write over files that are there already' },
      '--anyway': { kind: 'flag', help: 'export what is not ready; the stamp then says what is wrong' },
    },
  },
  schema: { takesFile: false, summary: 'the JSON Schema of a scenario file', options: {} },
};

const HELP_OPTION = '  --help                print this';

function optionLines(command: CommandName): string[] {
  const options = Object.entries(COMMAND_WORDS[command].options);
  return options.map(([name, { word, help }]) => `  ${(word === undefined ? name : `${name} ${word}`).padEnd(20)}  ${help}`);
}

export function usageLine(command: CommandName): string {
  const { takesFile, options } = COMMAND_WORDS[command];
  const words = Object.entries(options).map(([name, { word }]) => {
    const written = word === undefined ? name : `${name} ${word}`;
    return name === '--figure' ? written : `[${written}]`;
  });
  return ['footing', command, ...(takesFile ? ['FILE'] : []), ...words].join(' ');
}

/** What `footing COMMAND --help` prints. */
export function commandHelp(command: CommandName): string {
  const { summary } = COMMAND_WORDS[command];
  return [
    ...wrapped(`Usage: ${usageLine(command)}`, { indent: '    ' }),
    '',
    `  ${summary}`,
    '',
    ...optionLines(command),
    HELP_OPTION,
    '',
  ].join('\n');
}

/** What `footing --help` prints. */
export function generalHelp(): string {
  return [
    'Usage: footing COMMAND …',
    '',
    ...COMMANDS.map((command) => `  ${command.padEnd(8)} ${COMMAND_WORDS[command].summary}`),
    '',
    ...COMMANDS.flatMap((command) => wrapped(usageLine(command), { indent: '    ' })),
    '',
    '  --help                how a command is used: footing COMMAND --help',
    '  --version             versions of Footing, of its engine and of the file format',
    '',
    'Exit code: 0 all is well; 1 wrong usage; 2 a file that cannot be read, is not valid, or leaves',
    'something uncomputed; 3 a check of the model failed.',
    '',
  ].join('\n');
}
