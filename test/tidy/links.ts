import { posix } from 'node:path';
import { lineOf, type SourceFile } from './project.ts';

const LINK = /\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^(https?:|mailto:|#)/;

/** Links of a page to a file or folder of the project that is not there. */
export function brokenLinks({ page, present }: { page: SourceFile; present: ReadonlySet<string> }): string[] {
  return [...page.text.matchAll(LINK)]
    .map((match) => ({ target: match[1] ?? '', line: lineOf(page.text, match.index) }))
    .filter(({ target }) => !ELSEWHERE.test(target))
    .filter(({ target }) => !present.has(posix.join(posix.dirname(page.path), target.split('#')[0] ?? '')))
    .map(({ target, line }) => `${page.path}:${String(line)} leads to ${target}, which is not there`);
}
