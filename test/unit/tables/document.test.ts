import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from '../../../shared/tables/kinds.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/tables.md'), 'utf8').replaceAll(/\s+/g, ' ');

/** The columns that a section of the page lists, as it marks them. */
function listed(section: string): string[] {
  const from = page.indexOf(`## ${section}`) + `## ${section}`.length;
  const list = page.slice(from, page.indexOf('.', from));
  return list.split(/[,;]/).map((each) => each.trim());
}

test.each([
  ['savings', 'Columns of savings schemes'],
  ['lines', 'Columns of baseline lines'],
] as const)('the page lists the columns of %s as they are, in their order', (kind, section) => {
  const labels = KINDS[kind].fields.map(
    ({ label, isRequired, isByYear }) => `${label}${isRequired === true ? '\\*' : ''}${isByYear === true ? ' (by year)' : ''}`,
  );
  expect(listed(section)).toEqual(labels);
});
