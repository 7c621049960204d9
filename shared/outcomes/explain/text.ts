import { D } from '../../money/decimal.ts';
import type { Explained, ExplainedInput, Explanation, FigureUnit } from './explanation.ts';
import { plainNumber, tableFigure } from './wording.ts';

const WIDTH = 100;
const FIGURE_WIDTH = 22;

/** Words broken into lines of at most the width, every line after the first indented. A word longer than a line stands alone on one. */
function wrapped(text: string, indent: { first: string; rest: string }): string[] {
  const lines: string[] = [];
  let line = indent.first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent.rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

function paragraph(text: string): string[] {
  return wrapped(text, { first: '', rest: '' });
}

/** Units whose number says it all. */
const UNNAMED: ReadonlySet<string> = new Set(['ratio', 'rank']);

/** A figure by itself, its unit travelling with it: (£4,278,659.77), 95.9156%, 47.6474 beds. */
export function figureAlone(value: string, unit: FigureUnit): string {
  const text = figureText(value, unit);
  if (!unit.startsWith('£')) return text;
  return text.startsWith('(') ? `(£${text.slice(1)}` : `£${text}`;
}

/** A figure in a column, without the £ that its heading says: (4,278,659.77), 95.9156%, 47.6474 beds. */
export function figureText(value: string, unit: FigureUnit): string {
  const amount = new D(value);
  if (unit === 'share' || unit === 'rate') return `${plainNumber(amount.times(100), 4)}%`;
  if (unit === 'yes or no') return amount.isZero() ? 'no' : 'yes';
  const places = tableFigure(amount, unit);
  return unit.startsWith('£') || UNNAMED.has(unit) ? places : `${places} ${amount.eq(1) ? unit.replace(/s$/, '') : unit}`;
}

/** A line of the table: the words on the left, broken where they are long, the figure at the right edge. */
function row(label: string, figure: string): string[] {
  const room = WIDTH - Math.max(FIGURE_WIDTH, figure.length + 2);
  const words = wrapped(label, { first: '  ', rest: '    ' }).flatMap((line) => cut(line, room));
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), `${last.padEnd(WIDTH - figure.length)}${figure}`];
}

/** A line cut at its last space before the room ends, so that a figure fits beside it. */
function cut(line: string, room: number): string[] {
  if (line.length <= room) return [line];
  const space = line.lastIndexOf(' ', room);
  const at = space > 4 ? space : room;
  return [line.slice(0, at), ...cut(`    ${line.slice(at).trim()}`, room)];
}

function rule(character: string): string {
  return character.repeat(FIGURE_WIDTH).padStart(WIDTH);
}

function termLines({ terms, value, unit }: Explained): string[] {
  if (terms.length === 0) return [];
  const rows = terms.flatMap((term) => row(term.label, figureText(term.amount, unit)));
  return ['', ...rows, rule('-'), ...row('Total', figureText(value, unit)), rule('=')];
}

function factorLines({ factors = [], value, unit }: Explained): string[] {
  if (factors.length === 0) return [];
  const rows = factors.flatMap((factor) =>
    row(factor.divides === true ? `÷ ${factor.label}` : factor.label, figureText(factor.value, factor.unit)),
  );
  return ['', 'Multiplied:', ...rows, rule('-'), ...row('Product', figureText(value, unit)), rule('=')];
}

export const CONFIDENCE: Readonly<Record<'H' | 'M' | 'L', string>> = { H: 'high', M: 'medium', L: 'low' };

function inputLines(input: ExplainedInput): string[] {
  const { label, value, unit, month, source, owner, date, confidence, note, isDefault } = input;
  const about = [
    source ?? (isDefault ? 'tool default' : 'no source'),
    owner,
    date,
    confidence === undefined ? undefined : `confidence ${CONFIDENCE[confidence]}`,
    note,
  ].filter((part) => part !== undefined && part !== '');
  return wrapped(`${label}: ${month ?? figureAlone(value, unit)}. ${about.join('; ')}`, { first: '  ', rest: '    ' });
}

function explainedText(explanation: Explained): string[] {
  const { label, value, unit, sentence, formula, inputs, notes = [], path } = explanation;
  return [
    ...row(label, figureAlone(value, unit)).map((line) => line.replace(/^ {2}/, '')),
    '',
    ...paragraph(sentence),
    ...paragraph(`How: ${formula}.`),
    ...termLines(explanation),
    ...factorLines(explanation),
    ...(inputs.length === 0 ? [] : ['', 'Inputs:', ...inputs.flatMap(inputLines)]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => paragraph(note))]),
    '',
    ...paragraph(`Figure: ${path}`),
  ];
}

/** Lines that lead one level down: each term or factor with the path of its own explanation. */
function deeperLines({ terms, factors = [] }: Explained): string[] {
  const links = new Map([...terms, ...factors].flatMap(({ label, path }) => (path === undefined ? [] : [[path, label] as const])));
  return links.size === 0
    ? []
    : ['', 'Deeper:', ...[...links].flatMap(([path, label]) => wrapped(`${label}: ${path}`, { first: '  ', rest: '    ' }))];
}

/**
 * An explanation as text of at most 100 columns, for a paper or the command line: figure, sentence, terms with their total, factors, inputs with source and
 * owner. Deficits and reductions in brackets, pounds to the penny. `deeper: 'listed'` adds the paths one level down.
 */
export function explainText(explanation: Explanation, { deeper = 'left out' }: { deeper?: 'listed' | 'left out' } = {}): string {
  if (explanation.kind === 'unknown') return paragraph(explanation.text).join('\n');
  if (explanation.kind === 'not-computed') return paragraph(`${explanation.path} is not computed: ${explanation.reason}`).join('\n');
  const lines = [...explainedText(explanation), ...(deeper === 'listed' ? deeperLines(explanation) : [])];
  return lines.map((line) => line.trimEnd()).join('\n');
}
