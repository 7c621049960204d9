import ts from 'typescript';
import { type SourceFile } from './project.ts';
import { collect, parse, place } from './syntax.ts';

const RUNNERS = new Set(['test', 'it', 'describe', 'suite', 'bench', 'context', 'ctx']);
const MARKS = new Set(['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf']);
const MARKED_NAMES = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);
/** Where a browser or Electron may be missing, a test may stand back, and then the run names it. */
const MAY_DEPEND_ON_MACHINE = /^test\/e2e\//;
const CONDITIONAL = new Set(['skipIf', 'runIf']);

/** Tests that are marked so that they, or their neighbours, do not run. */
export function testMarks(file: SourceFile): string[] {
  const tree = parse(file);
  return collect(tree, (node) => {
    const mark = markOf(node);
    if (mark === undefined || (CONDITIONAL.has(mark) && MAY_DEPEND_ON_MACHINE.test(file.path))) return undefined;
    return `${place(tree, node)} a test marked "${mark}"`;
  });
}

function markOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && MARKS.has(node.name.text) && RUNNERS.has(rootOf(node))) return node.name.text;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MARKED_NAMES.has(node.expression.text)) return node.expression.text;
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && isOptionOfTest(node)) return node.name.text;
  return undefined;
}

/** `test('name', { skip: true }, …)` */
function isOptionOfTest(node: ts.PropertyAssignment): boolean {
  const call = node.parent.parent;
  return MARKS.has(node.name.getText()) && ts.isCallExpression(call) && RUNNERS.has(rootOf(call.expression));
}

/** The first name of `test.concurrent.skip` or `describe.each(rows).only`. */
function rootOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) return rootOf(expression.expression);
  return ts.isIdentifier(expression) ? expression.text : '';
}
