import { describe, expect, test } from 'vitest';
import { destination, meaningOf, nextPlace, type Plane, type Pressed } from '../../../renderer/components/grid/grid-keys.ts';

function press(keys: string): Pressed {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key: parts.at(-1) ?? '', ctrlKey: has('Ctrl'), metaKey: has('Meta'), altKey: has('Alt'), shiftKey: has('Shift') };
}

const step = (rows: number, columns: number) => ({ kind: 'step', rows, columns });

describe('what a key means', () => {
  test.each([
    ['ArrowDown', { kind: 'move', motion: step(1, 0), extends: false }],
    ['Shift+ArrowLeft', { kind: 'move', motion: step(0, -1), extends: true }],
    ['Ctrl+ArrowUp', { kind: 'move', motion: { kind: 'edge', rows: -1, columns: 0 }, extends: false }],
    ['Meta+ArrowUp', { kind: 'move', motion: { kind: 'edge', rows: -1, columns: 0 }, extends: false }],
    ['Ctrl+Shift+ArrowRight', { kind: 'move', motion: { kind: 'edge', rows: 0, columns: 1 }, extends: true }],
    ['Home', { kind: 'move', motion: { kind: 'rowEnd', isFirst: true }, extends: false }],
    ['Ctrl+End', { kind: 'move', motion: { kind: 'gridEnd', isFirst: false }, extends: false }],
    ['Ctrl+Shift+Home', { kind: 'move', motion: { kind: 'gridEnd', isFirst: true }, extends: true }],
    ['PageUp', { kind: 'move', motion: { kind: 'page', rows: -1, columns: 0 }, extends: false }],
    ['Tab', { kind: 'next', isBack: false }],
    ['Shift+Tab', { kind: 'next', isBack: true }],
    ['Enter', { kind: 'do', action: 'open' }],
    ['Shift+Enter', { kind: 'do', action: 'openBack' }],
    ['F2', { kind: 'do', action: 'edit' }],
    ['Shift+F2', { kind: 'do', action: 'note' }],
    ['Alt+ArrowDown', { kind: 'do', action: 'list' }],
    ['Escape', { kind: 'do', action: 'escape' }],
    ['Delete', { kind: 'do', action: 'clear' }],
    [' ', { kind: 'do', action: 'toggle' }],
    ['Ctrl+ ', { kind: 'do', action: 'selectColumn' }],
    ['Shift+ ', { kind: 'do', action: 'selectRow' }],
    ['Ctrl+a', { kind: 'do', action: 'selectAll' }],
    ['Ctrl+D', { kind: 'do', action: 'fillDown' }],
    ['Ctrl+r', { kind: 'do', action: 'fillRight' }],
    ['Ctrl+Shift+D', { kind: 'do', action: 'duplicate' }],
    ['Ctrl+f', { kind: 'do', action: 'find' }],
    ['Ctrl+g', { kind: 'do', action: 'goTo' }],
    ['9', { kind: 'type', text: '9' }],
    ['Shift+(', { kind: 'type', text: '(' }],
    ['Ctrl+Alt+€', { kind: 'type', text: '€' }],
    ['Backspace', { kind: 'type', text: '' }],
  ])('%s', (keys, meaning) => {
    expect(meaningOf(press(keys))).toEqual(meaning);
  });

  test.each([
    'Ctrl+z',
    'Ctrl+y',
    'Ctrl+c',
    'Ctrl+x',
    'Ctrl+v',
    'Ctrl+k',
    'Ctrl+1',
    'F6',
    'Ctrl+Tab',
    'Shift',
    'Ctrl+PageDown',
    'Alt+ArrowLeft',
    'Dead',
  ])('%s is not the grid’s', (keys) => {
    expect(meaningOf(press(keys))).toBeNull();
  });
});

/** Filled cells as drawn: x is filled. */
function plane(...rows: string[]): Plane {
  return {
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    pageRows: 2,
    isFilled: ({ row, column }) => rows[row]?.[column] === 'x',
  };
}

describe('where a motion leads', () => {
  const at = (row: number, column: number) => ({ row, column });
  const full = plane('xxx', 'xxx', 'xxx', 'xxx', 'xxx');

  test('steps and pages stop at the edges', () => {
    expect(destination({ kind: 'step', rows: 1, columns: 0 }, at(4, 1), full)).toEqual(at(4, 1));
    expect(destination({ kind: 'step', rows: 0, columns: -1 }, at(1, 1), full)).toEqual(at(1, 0));
    expect(destination({ kind: 'page', rows: 1, columns: 0 }, at(1, 1), full)).toEqual(at(3, 1));
    expect(destination({ kind: 'page', rows: -1, columns: 0 }, at(1, 1), full)).toEqual(at(0, 1));
  });

  test('Home and End, of the row and of the grid', () => {
    expect(destination({ kind: 'rowEnd', isFirst: false }, at(1, 1), full)).toEqual(at(1, 2));
    expect(destination({ kind: 'gridEnd', isFirst: false }, at(1, 1), full)).toEqual(at(4, 2));
    expect(destination({ kind: 'gridEnd', isFirst: true }, at(1, 1), full)).toEqual(at(0, 0));
    expect(destination({ kind: 'gridEnd', isFirst: false }, at(0, 0), { ...full, rowCount: 0 })).toEqual(at(0, 2));
  });

  test('Ctrl and an arrow stop at the edge of what is filled, as in a spreadsheet', () => {
    const down = { kind: 'edge', rows: 1, columns: 0 } as const;
    const column = plane('x', 'x', 'x', ' ', ' ', 'x', ' ');
    expect(destination(down, at(0, 0), column)).toEqual(at(2, 0));
    expect(destination(down, at(1, 0), column)).toEqual(at(2, 0));
    expect(destination(down, at(2, 0), column)).toEqual(at(5, 0));
    expect(destination(down, at(3, 0), column)).toEqual(at(5, 0));
    expect(destination(down, at(5, 0), column)).toEqual(at(6, 0));
    expect(destination(down, at(6, 0), column)).toEqual(at(6, 0));
    expect(destination({ kind: 'edge', rows: -1, columns: 0 }, at(5, 0), column)).toEqual(at(2, 0));
    expect(destination({ kind: 'edge', rows: 0, columns: 1 }, at(0, 0), plane('x  x'))).toEqual(at(0, 3));
  });

  test('Tab goes row after row, and leaves at both ends', () => {
    expect(nextPlace(at(0, 2), { isBack: false, plane: full })).toEqual(at(1, 0));
    expect(nextPlace(at(1, 0), { isBack: true, plane: full })).toEqual(at(0, 2));
    expect(nextPlace(at(4, 2), { isBack: false, plane: full })).toBeNull();
    expect(nextPlace(at(0, 0), { isBack: true, plane: full })).toBeNull();
  });
});
