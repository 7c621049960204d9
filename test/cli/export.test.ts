import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { fileText, footing, shipped } from './command-line.ts';

/* footing export, in a process of its own: what lands in the folder, and what never does. */

let folder = '';
const TIME = ['--time', '2018-03-14 09:30'] as const;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-export-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('pictures and tables', () => {
  test('two runs give the same bytes, and the second does not write over the first', () => {
    const order = ['--charts', 'bridge,reserves', ...TIME] as const;
    const first = footing('export', shipped('worked-example-b'), ...order, '--out', at('first'));
    expect(first).toMatchObject({ code: 0 });
    const names = readdirSync(at('first'));
    expect(names).toHaveLength(6);
    expect(first.out.trim().split('\n').sort()).toEqual(names.map((name) => join(at('first'), name)).sort());
    expect(footing('export', shipped('worked-example-b'), ...order, '--out', at('second')).code).toBe(0);
    for (const name of names) expect(readFileSync(join(at('second'), name)).equals(readFileSync(join(at('first'), name))), name).toBe(true);

    const [kept = ''] = names;
    writeFileSync(join(at('first'), kept), 'mine');
    const again = footing('export', shipped('worked-example-b'), ...order, '--out', at('first'));
    expect(again.code).toBe(2);
    expect(again.errors).toMatch(/Error exists: .*Nothing was written/);
    expect(readFileSync(join(at('first'), kept), 'utf8')).toBe('mine');
    expect(footing('export', shipped('worked-example-b'), ...order, '--out', at('first'), '--replace').code).toBe(0);
    expect(readFileSync(join(at('first'), kept), 'utf8')).not.toBe('mine');
  });

  test('an exhibit that is a table has no picture, and one without content is said', () => {
    const run = footing('export', shipped('worked-example-a'), '--charts', 'schemes,capital', ...TIME, '--out', at('tables'));
    expect(run.code).toBe(0);
    expect(readdirSync(at('tables'))).toEqual([expect.stringMatching(/^worked-example-a-.*schemes-2018-03-14\.csv$/)]);
    expect(run.errors).toContain('nothing to show in: capital');
  });
});

describe('the ready check', () => {
  const sample = shippedScenario('sample');
  const hidden = {
    ...sample,
    name: 'Hidden plug',
    savings: sample.savings.map((scheme) =>
      scheme.category === 'UNIDENTIFIED' ? { ...scheme, category: 'BACK_OFFICE' as const, owner: undefined, source: undefined } : scheme,
    ),
  };

  test('a plug without a name stops the export; overridden, the stamp names it', () => {
    const file = at('hidden.footing');
    writeFileSync(file, fileText(hidden));
    const stopped = footing('export', file, '--charts', 'bridge', '--format', 'svg', ...TIME, '--out', at('stopped'));
    expect(stopped.code).toBe(3);
    expect(stopped.errors).toContain('Error not-ready');
    expect(() => readdirSync(at('stopped'))).toThrow();
    const anyway = footing('export', file, '--charts', 'bridge', '--format', 'svg', ...TIME, '--out', at('stopped'), '--anyway');
    expect(anyway.code).toBe(0);
    expect(readFileSync(join(at('stopped'), 'hidden-plug-bridge-2018-03-14.svg'), 'utf8')).toContain(
      'Said before export: the position is exactly nil by',
    );
  });
});

test.each([
  [['--charts', 'bridg'], 'Did you mean bridge?'],
  [['--format', 'pdf'], 'Allowed: svg, png, csv.'],
  [['--time', 'yesterday'], 'Allowed: a day'],
])('%j is not understood', (words, said) => {
  const run = footing('export', shipped('worked-example-a'), ...words, '--out', at('never'));
  expect(run.code).toBe(1);
  expect(run.errors).toContain(said);
  expect(() => readdirSync(at('never'))).toThrow();
});
