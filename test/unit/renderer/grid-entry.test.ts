import { describe, expect, test } from 'vitest';
import { choicesFor, readTyped, type EntryVerdict } from '../../../renderer/components/grid/entry.ts';
import type { SheetCell } from '../../../renderer/components/grid/sheet.ts';
import { decimal } from '../../../shared/money/decimal.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { inputAt } from '../../../shared/scenario/inputs-of.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const PATH = 'savings.S1.grossFullYearEffect';

function pounds(input: Input | string | null, more: { stands?: string } = {}): SheetCell {
  const held = typeof input === 'string' ? { value: input, unit: '£' as const } : input;
  return { kind: 'input', path: PATH, unit: { kind: 'money', shownIn: '£m' }, input: held, ...more };
}

const kept = (verdict: EntryVerdict) => (verdict.kind === 'kept' ? verdict.kept : undefined);

describe('a figure', () => {
  test('sets the value alone, so that source, owner and note stay', () => {
    const found = kept(readTyped('9.8', pounds('10000000')));
    expect(found).toMatchObject({
      edits: [{ kind: 'setInputField', path: PATH, field: 'value', to: '9800000' }],
      reads: '£9,800,000',
      was: '£10,000,000',
    });
    expect(found?.step?.toFixed()).toBe('200000');
  });

  test('makes an input of a blank cell, in a real scenario', () => {
    const scenario = smallScenario();
    const path = 'organisations.CCG.openingCash';
    expect(inputAt(scenario, path)).toBeUndefined();
    const verdict = kept(readTyped('1.5m', { kind: 'input', path, unit: { kind: 'money', shownIn: '£m' }, input: null }));
    const edited = applyEdit(scenario, { kind: 'several', label: 'Paste', edits: [...(verdict?.edits ?? [])] }).scenario;
    expect(inputAt(edited, path)).toEqual({ value: '1500000', unit: '£' });
    expect(verdict?.was).toBeNull();
  });

  test('that stands there already is no edit', () => {
    expect(kept(readTyped('10', pounds('10000000')))).toMatchObject({ edits: [] });
  });

  test('takes the likely point of its range with it, and leaves a likely point that was another', () => {
    const input: Input = { value: '10000000', unit: '£', source: 'Plan', range: { low: '2000000', likely: '10000000', high: '11000000' } };
    expect(kept(readTyped('9.8', pounds(input)))?.edits).toEqual([
      {
        kind: 'setInput',
        path: PATH,
        input: { ...input, value: '9800000', range: { low: '2000000', likely: '9800000', high: '11000000' } },
      },
    ]);
    const apart: Input = { ...input, range: { low: '2000000', likely: '9000000', high: '11000000' } };
    expect(kept(readTyped('9.8', pounds(apart)))?.edits).toEqual([{ kind: 'setInputField', path: PATH, field: 'value', to: '9800000' }]);
  });

  test('typed as a range sets value and range and keeps the source', () => {
    const input: Input = { value: '10000000', unit: '£', source: 'Plan' };
    expect(kept(readTyped('2 | 9.8 | 11', pounds(input)))?.edits).toEqual([
      {
        kind: 'setInput',
        path: PATH,
        input: { ...input, value: '9800000', range: { low: '2000000', likely: '9800000', high: '11000000' } },
      },
    ]);
  });

  test('the range that stands there already is no edit', () => {
    const input: Input = { value: '10000000', unit: '£', range: { low: '2000000', likely: '10000000', high: '11000000' } };
    expect(kept(readTyped('2 | 10 | 11', pounds(input)))?.edits).toEqual([]);
  });

  test.each([
    ['by +5%', '10500000'],
    ['*1.05', '10500000'],
    ['=12+3.4', '15400000'],
    ['*20', '200000000'],
  ])('%s is worked out, and a change that is typed as one asks nothing', (typed, to) => {
    expect(kept(readTyped(typed, pounds('10000000')))?.edits).toMatchObject([{ to }]);
  });

  test('nothing blanks the cell, and says what holds then', () => {
    expect(kept(readTyped(' ', pounds('10000000', { stands: '£8m' })))).toMatchObject({
      edits: [{ kind: 'clear', path: PATH }],
      reads: 'blank: £8m holds',
      was: '£10,000,000',
    });
    expect(kept(readTyped('', pounds(null)))).toMatchObject({ edits: [], reads: 'blank' });
  });

  test('that cannot be read is refused with the way out', () => {
    expect(readTyped('4%', pounds('10000000'))).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('Allowed: an amount in £') as string,
    });
    expect(readTyped('####', pounds('10000000'))).toMatchObject({ kind: 'refused' });
    expect(readTyped('2 | 1 | 3', pounds('10000000'))).toMatchObject({ kind: 'refused' });
  });

  test('that can be read two ways asks, and each answer is an edit', () => {
    const verdict = readTyped('1.234', pounds('1000000'));
    expect(verdict).toMatchObject({ kind: 'ask', why: 'ambiguous', options: [{ label: '£1.234m' }, { label: '£1,234' }] });
    expect(verdict.kind === 'ask' && verdict.options.map((option) => option.kept.edits)).toMatchObject([
      [{ to: '1234000' }],
      [{ to: '1234' }],
    ]);
  });

  test('a tenfold jump asks, with what was probably meant first', () => {
    const verdict = readTyped('8000', pounds('8000000'));
    expect(verdict).toMatchObject({ kind: 'ask', why: 'jump', text: '8 becomes 8,000? That is 1,000 times the old value.' });
    expect(verdict.kind === 'ask' && verdict.options.map((option) => [option.label, option.kept.edits])).toMatchObject([
      ['£8,000,000', []],
      ['Yes, £8,000,000,000', [{ to: '8000000000' }]],
    ]);
  });

  test('a change of more than a quarter of the income asks; a line that is new to a baseline does not', () => {
    const rules = { systemIncome: decimal('100000000') };
    expect(readTyped('60', pounds('30000000'), rules)).toMatchObject({
      kind: 'ask',
      why: 'jump',
      text: '£60,000,000? That changes the system by more than a quarter of its income.',
    });
    expect(readTyped('60', pounds(null), rules)).toMatchObject({ kind: 'kept' });
    expect(readTyped('1600', pounds(null), rules)).toMatchObject({ kind: 'ask', why: 'jump' });
  });

  test('a convention that was said leaves no doubt', () => {
    expect(kept(readTyped('1.234', pounds('1000000000'), { convention: 'continental' }))?.edits).toMatchObject([{ to: '1234000000' }]);
  });
});

describe('words, choices, yes and no', () => {
  const choices = [
    { value: 'CASH', label: 'Cash' },
    { value: 'CAP', label: 'Capacity' },
    { value: 'CONTRACT', label: 'Contract cut' },
  ];
  const choice = (more: object = {}): SheetCell => ({ kind: 'choice', path: 'savings.S1.mechanism', chosen: 'CASH', choices, ...more });

  test('a name is set, and cannot be left out', () => {
    const cell: SheetCell = { kind: 'text', path: 'savings.S1.name', text: 'Agency', isRequired: true };
    expect(kept(readTyped(' Agency staff ', cell))?.edits).toEqual([{ kind: 'setField', path: 'savings.S1.name', to: 'Agency staff' }]);
    expect(readTyped('', cell)).toMatchObject({ kind: 'refused' });
    expect(kept(readTyped('', { ...cell, isRequired: false }))?.edits).toEqual([{ kind: 'clear', path: 'savings.S1.name' }]);
    expect(kept(readTyped('Agency', cell))?.edits).toEqual([]);
  });

  test('a choice is found by its value, its label, a beginning, a part', () => {
    expect(choicesFor('CAP', choices)).toEqual([choices[1]]);
    expect(choicesFor('cash', choices)).toEqual([choices[0]]);
    expect(choicesFor('co', choices)).toEqual([choices[2]]);
    expect(choicesFor('cut', choices)).toEqual([choices[2]]);
    expect(choicesFor('ca', choices)).toEqual([choices[0], choices[1]]);
    expect(choicesFor('', choices)).toEqual(choices);
  });

  test('one choice is set; two or none are refused with what is allowed', () => {
    expect(kept(readTyped('contr', choice()))).toMatchObject({ edits: [{ kind: 'setField', to: 'CONTRACT' }], was: 'Cash' });
    expect(readTyped('ca', choice())).toMatchObject({
      kind: 'refused',
      text: '"ca" can be more than one. Allowed: Cash, Capacity. Alt+Down opens the list.',
    });
    expect(readTyped('x', choice())).toMatchObject({ kind: 'refused' });
    expect(readTyped('', choice())).toMatchObject({ kind: 'refused' });
    expect(kept(readTyped('', choice({ canBeBlank: true })))?.edits).toEqual([{ kind: 'clear', path: 'savings.S1.mechanism' }]);
  });

  test('a choice that means more than a field brings its own edits', () => {
    const onChoice = (value: string) => ({
      kind: 'several' as const,
      label: 'Mechanism',
      edits: [{ kind: 'setField' as const, path: 'a', to: value }],
    });
    expect(kept(readTyped('contr', choice({ onChoice })))?.edits).toEqual([{ kind: 'setField', path: 'a', to: 'CONTRACT' }]);
  });

  test('yes and no in the words of people and of spreadsheets', () => {
    const flag: SheetCell = { kind: 'flag', path: 'savings.S1.isRecurrent', isSet: false };
    for (const typed of ['yes', 'TRUE', 'x', '1'])
      expect(kept(readTyped(typed, flag))?.edits).toEqual([{ kind: 'setField', path: flag.path, to: true }]);
    for (const typed of ['no', 'False', '0', '']) expect(kept(readTyped(typed, flag))?.edits).toEqual([]);
    expect(readTyped('maybe', flag)).toMatchObject({ kind: 'refused' });
  });

  test('what is computed is not typed over', () => {
    expect(readTyped('1', { kind: 'derived', derived: { text: '1' } })).toMatchObject({ kind: 'refused' });
    expect(readTyped('1', { kind: 'none' })).toMatchObject({ kind: 'refused' });
  });
});
