import ts from 'typescript';
import { type SourceFile } from './project.ts';
import { collect, parse, place } from './syntax.ts';

export const LONGEST_FILE = 400;
export const LONGEST_FUNCTION = 70;

/** A file that is too long, as a list of one sentence or none. */
export function longFile({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > LONGEST_FILE ? [`${path} has ${String(lines)} lines, ${String(LONGEST_FILE)} at most`] : [];
}

/** Functions that are too long, from their first line to their closing brace. The group of tests that `describe` takes is no function. */
export function longFunctions(file: SourceFile): string[] {
  const tree = parse(file);
  return collect(tree, (node) => {
    if (!ts.isFunctionLike(node) || isGroupOfTests(node)) return undefined;
    const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
    const lines = tree.getLineAndCharacterOfPosition(node.end).line - first + 1;
    return lines > LONGEST_FUNCTION
      ? `${place(tree, node)} a function of ${String(lines)} lines, ${String(LONGEST_FUNCTION)} at most`
      : undefined;
  });
}

function isGroupOfTests(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
