import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { harmless } from '../../shared/outcomes/exhibits/exhibit-csv.ts';
import { applyEdit } from '../../shared/scenario/edits.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { readDelimited } from '../../shared/tables/delimited.ts';
import { itemsCsv } from '../../shared/tables/item-table.ts';
import { TABLE_KINDS, type TableKind } from '../../shared/tables/kinds.ts';
import { asMeant, csvText } from '../../shared/tables/write-csv.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { readCsv } from '../support/read-csv.ts';

const kinds = fc.constantFrom<TableKind>(...TABLE_KINDS);

/**
 * What a table carries of a list: of a text what can be seen of it, without blanks around it; of the shares of a split their values.
 * A split is one cell, so that what is known about its single shares stays behind.
 */
function carried(content: unknown, key = ''): unknown {
  if (typeof content === 'string') return TEXTS.has(key) ? seen(content) : content;
  if (Array.isArray(content)) return content.map((each) => carried(each, key));
  if (typeof content !== 'object' || content === null) return content;
  const entries = Object.entries(content).filter(([name]) => key !== 'weight' || name === 'value' || name === 'unit');
  return Object.fromEntries(entries.map(([name, held]) => [name, carried(held, name)]).filter(([, held]) => held !== ''));
}

const TEXTS = new Set(['name', 'note', 'source', 'owner', 'date']);
const seen = (text: string): string => asMeant(harmless(text).trim()).trim();

describe('a table that Footing wrote', () => {
  test('changes nothing in the scenario that it was written from', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), kinds, (scenario, kind) => {
        const reading = readCsv(scenario, { kind, csv: itemsCsv(scenario, kind) });
        expect(reading.rows.flatMap(({ faults }) => faults)).toEqual([]);
        expect(reading.rows.map(({ state }) => state)).toEqual(scenario[kind].map(() => 'same'));
        expect(reading.edit).toBeNull();
      }),
      { endOnFailure: true, numRuns: 50 },
    );
  });

  test('brings all of it back into a scenario that has lost it, and one undo takes it away again', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), kinds, (drawn, kind) => {
        fc.pre(drawn[kind].length > 0);
        const bare: Scenario = { ...drawn, [kind]: [] };
        const { edit, rows } = readCsv(bare, { kind, csv: itemsCsv(drawn, kind) });
        expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
        if (edit === null) throw new Error('Nothing would be brought back.');
        const { scenario, inverse } = applyEdit(bare, edit);
        expect(canonicalJson(carried(scenario[kind]))).toBe(canonicalJson(carried(drawn[kind])));
        expect(canonicalJson(applyEdit(scenario, inverse).scenario)).toBe(canonicalJson(bare));
      }),
      { endOnFailure: true, numRuns: 50 },
    );
  });
});

test('cells that are written are read as they were, whatever stands in them', () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .map((text) => text.replaceAll(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, ' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const read = readDelimited(
        csvText({ headings: ['One', 'Two', 'Three'], rows: rows.map((cells) => cells.map((text) => ({ text }))) }),
      );
      if (read.kind === 'refused') throw new Error(read.text);
      const expected = rows
        .map((cells, index) => ({ number: index + 2, cells }))
        .filter(({ cells }) => cells.some((each) => each.trim() !== ''));
      const plain = read.rows.slice(1).map(({ number, cells }) => ({ number, cells: cells.map((each) => each.replace(/^'/, '')) }));
      expect(plain).toEqual(expected.map(({ number, cells }) => ({ number, cells: cells.map((each) => each.replace(/^'/, '')) })));
    }),
  );
});

describe('whatever a table holds', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '1',
      '1.234',
      '1,5',
      '(2)',
      '-3',
      '85%',
      '£4m',
      '2 | 3 | 4',
      'Apr 2018',
      'O1',
      'Organisation O1',
      'Pay',
      'CIP',
      'Cash',
    ),
    fc.constantFrom('Exp', 'Linear', 'CUSTOM', 'yes', '=1+1', "'=x", 'Total', 'S1', 'O1-L1', '#REF!', '"', 'O1 0.5; O2 0.5', 'Other'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const slips = fc.array(fc.tuple(fc.nat(40), fc.nat(40), cell), { minLength: 1, maxLength: 4 });

  /** A table that Footing wrote, with other cells here and there, ids among them. */
  function slipped(csv: string, slipsAt: readonly (readonly [number, number, string])[]): string {
    const read = readDelimited(csv, ',');
    if (read.kind === 'refused') throw new Error(read.text);
    const rows = read.rows.map(({ cells }) => [...cells]);
    for (const [row, column, text] of slipsAt) {
      const cells = rows[1 + (row % Math.max(1, rows.length - 1))];
      if (cells !== undefined) cells[column % cells.length] = text.replaceAll('\0', '');
    }
    return rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
  }

  test('ends in rows or faults, and what can be kept fits and can be undone', () => {
    let kept = 0;
    fc.assert(
      fc.property(scenarioArbitrary(), kinds, slips, (scenario, kind, slipsAt) => {
        fc.pre(scenario[kind].length > 0);
        const csv = slipped(itemsCsv(scenario, kind), slipsAt);
        const said = { unit: '£000', separators: 'british', shares: 'PER_CENT', costs: 'NEGATIVE' } as const;
        const { edit } = readCsv(scenario, { kind, csv, said, leavesOutRejected: true });
        if (edit === null) return;
        kept += 1;
        const { scenario: after, inverse } = applyEdit(scenario, edit);
        expect(canonicalJson(applyEdit(after, inverse).scenario)).toBe(canonicalJson(scenario));
      }),
      { endOnFailure: true, numRuns: 50 },
    );
    // Were every table refused, nothing would have been tried.
    expect(kept).toBeGreaterThan(5);
  });
});
