import type { Problem } from '../../../shared/scenario/problem.ts';
import type { SheetRow } from './sheet.ts';

/** The rules that are broken at a place or below it, in words. */
export type CellProblem = { readonly text: string; readonly isError: boolean };

/** Problems by path and by every path above it: the problem of a range stands at its figure, that of a year at its scheme. */
export function problemsByPath(problems: readonly Problem[]): ReadonlyMap<string, CellProblem> {
  const found = new Map<string, CellProblem>();
  for (const { path, text, severity } of problems) {
    const parts = path.split('.');
    for (let count = parts.length; count >= 2; count -= 1) {
      const at = parts.slice(0, count).join('.');
      const before = found.get(at);
      found.set(at, {
        text: before === undefined ? text : `${before.text} ${text}`,
        isError: severity === 'error' || before?.isError === true,
      });
    }
  }
  return found;
}

/** The problem of the item that a row stands for, unless the row bears a sign of its own. */
export function problemOfRow(row: SheetRow, problems: ReadonlyMap<string, CellProblem>): CellProblem | undefined {
  if (row.item === undefined || row.marks?.some((mark) => mark.icon === 'warn') === true) return undefined;
  return problems.get(`${row.item.list}.${row.item.key}`);
}
