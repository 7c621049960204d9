import ts from 'typescript';
import { type SourceFile } from './project.ts';

/** The syntax tree of a file, with parents, so that a scanner can look outwards. */
export function parse({ path, text }: SourceFile): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
}

/** Every node of a tree for which `pick` gives something. */
export function collect<Found>(tree: ts.SourceFile, pick: (node: ts.Node) => Found | undefined): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const picked = pick(node);
    if (picked !== undefined) found.push(picked);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** "path:12" for a node. */
export function place(tree: ts.SourceFile, node: ts.Node): string {
  return `${tree.fileName}:${String(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1)}`;
}
