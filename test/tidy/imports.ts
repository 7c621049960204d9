import { posix } from 'node:path';
import ts from 'typescript';
import { type SourceFile } from './project.ts';

const BY_URL = /new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url\s*\)/g;
const IS_TEST = /^test\//;
const STARTED_BY_TOOLS = /\.test\.(ts|tsx)$|^[^/]+\.(ts|js)$/;

/** Paths of the project that a file imports, types included, and the workers that it starts by URL. */
export function importsOf({ path, text }: SourceFile): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const started = [...text.matchAll(BY_URL)].map((match) => match[1] ?? '');
  return [...imported, ...started]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}

/**
 * Code that nothing starts: no entry point, and imported by no other file. What only tests import is not used
 * by the product, unless it belongs to the tests itself.
 */
export function neverImported({ files, entryPoints }: { files: readonly SourceFile[]; entryPoints: ReadonlySet<string> }): string[] {
  const byProduct = new Set(files.filter(({ path }) => !IS_TEST.test(path)).flatMap(importsOf));
  const byTests = new Set(files.filter(({ path }) => IS_TEST.test(path)).flatMap(importsOf));
  return files
    .map(({ path }) => path)
    .filter((path) => !entryPoints.has(path) && !STARTED_BY_TOOLS.test(path))
    .filter((path) => !(byProduct.has(path) || (IS_TEST.test(path) && byTests.has(path))));
}

/** Files that are started by name: those that package.json, a configuration or a page mentions by their path. */
export function entryPointsNamedIn({ files, naming }: { files: readonly SourceFile[]; naming: readonly SourceFile[] }): Set<string> {
  const named = ({ path }: SourceFile): boolean =>
    naming.some((config) => config.path !== path && mentions(config.text, posix.relative(posix.dirname(config.path), path)));
  return new Set(files.filter(named).map(({ path }) => path));
}

function mentions(text: string, path: string): boolean {
  return text.split(/[\s"'`=,()]+/).some((word) => word === path || word === `./${path}` || word === `/${path}`);
}
