import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exporting } from '../../cli/ports.ts';
import { openExhibitPress } from '../../charts/export/exhibit-files.ts';
import { writeScenarioFile } from '../../shared/scenario/file.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { fileText, footing, runHere, shipped, type Outcome } from './command-line.ts';

/* footing export: what lands in the folder, and what never does. Once in a process of its own, as a person starts it, and for the rest in this one. */

let folder = '';
const TIME = ['--time', '2018-03-14 09:30'] as const;
const at = (name: string): string => join(folder, name);

const exporting: Exporting = {
  press: await openExhibitPress(),
  now: () => '2018-03-14 09:30',
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  exists: existsSync,
  writeFile: (path, bytes) => {
    writeFileSync(path, bytes);
  },
};

function exportHere(name: string, ...args: readonly string[]): Outcome {
  return runHere(['export', name, ...args], readFileSync(shipped(name)), exporting);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-export-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const BRIDGE_AND_RESERVES = ['--charts', 'bridge,reserves'] as const;

describe('pictures and tables', () => {
  test('the command in a process of its own gives the same bytes as another program of ours', () => {
    const run = footing('export', shipped('worked-example-b'), ...BRIDGE_AND_RESERVES, ...TIME, '--out', at('apart'));
    expect(run).toMatchObject({ code: 0 });
    const names = readdirSync(at('apart'));
    expect(names).toHaveLength(6);
    expect(run.out.trim().split('\n').sort()).toEqual(names.map((name) => join(at('apart'), name)).sort());
    expect(exportHere('worked-example-b', ...BRIDGE_AND_RESERVES, '--out', at('here')).code).toBe(0);
    for (const name of names) expect(readFileSync(join(at('here'), name)).equals(readFileSync(join(at('apart'), name))), name).toBe(true);
  });

  test('no file is written over, unless that is asked for', () => {
    const order = [...BRIDGE_AND_RESERVES, '--format', 'csv,svg', '--out', at('kept')] as const;
    expect(exportHere('worked-example-b', ...order).code).toBe(0);
    const [kept = '', ...others] = readdirSync(at('kept'));
    for (const name of others) rmSync(join(at('kept'), name));
    writeFileSync(join(at('kept'), kept), 'mine');
    const again = exportHere('worked-example-b', ...order);
    expect(again.code).toBe(2);
    expect(again.errors).toMatch(/Error exists: .*Nothing was written/);
    expect(readdirSync(at('kept'))).toEqual([kept]);
    expect(readFileSync(join(at('kept'), kept), 'utf8')).toBe('mine');
    expect(exportHere('worked-example-b', ...order, '--replace').code).toBe(0);
    expect(readFileSync(join(at('kept'), kept), 'utf8')).not.toBe('mine');
  });

  test('an exhibit that is a table has no picture, and one without content is said', () => {
    const run = exportHere('worked-example-a', '--charts', 'schemes,capital', '--out', at('tables'));
    expect(run.code).toBe(0);
    expect(readdirSync(at('tables'))).toEqual([expect.stringMatching(/^worked-example-a-.*schemes-2018-03-14\.csv$/)]);
    expect(run.errors).toContain('nothing to show in: capital');
  });
});

test('a folder that cannot be made is said, and nothing is thrown at the reader', () => {
  writeFileSync(at('a-file'), '');
  const run = exportHere('worked-example-a', '--charts', 'schemes', '--format', 'csv', '--out', join(at('a-file'), 'below'));
  expect(run.code).toBe(2);
  expect(run.errors).toMatch(/Error unwritable: .*Choose a folder of your own with --out/);
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
    const order = ['export', 'hidden', '--charts', 'bridge', '--format', 'svg', '--out', at('stopped')] as const;
    const stopped = runHere(order, fileText(hidden), exporting);
    expect(stopped.code).toBe(3);
    expect(stopped.errors).toContain('Error not-ready');
    expect(existsSync(at('stopped'))).toBe(false);
    expect(runHere([...order, '--anyway'], fileText(hidden), exporting).code).toBe(0);
    expect(readFileSync(join(at('stopped'), 'hidden-plug-bridge-2018-03-14.svg'), 'utf8')).toContain(
      'Said before export: the position is exactly nil by',
    );
  });

  test('who signed is believed of a sealed file only', () => {
    const approved = (text: string): string => {
      const order = ['export', 'x', '--charts', 'bridge', '--format', 'svg', '--replace', '--out', at('signed')] as const;
      expect(runHere(order, text, exporting).code).toBe(0);
      return readFileSync(join(at('signed'), readdirSync(at('signed'))[0] ?? ''), 'utf8');
    };
    const sealed = writeScenarioFile(sample, { engineVersion: '0.0.0', status: { stage: 'APPROVED', role: 'Accountable officer' } });
    expect(approved(sealed)).toContain('Approved (Accountable officer)');
    const altered = sealed.replace('Accountable officer', 'Somebody else');
    expect(approved(altered)).toContain('DRAFT: not agreed by all partners');
    expect(approved(altered)).toContain('the file was changed after it was sealed');
  });
});

test.each([
  [['--charts', 'bridg'], 'Did you mean bridge?'],
  [['--format', 'pdf'], 'Allowed: svg, png, csv.'],
  [['--time', 'yesterday'], 'Allowed: a day'],
  [['--charts', 'schemes', '--format', 'svg,png'], 'schemes has a table and no picture. Ask for csv.'],
])('%j is not understood', (words, said) => {
  const run = exportHere('worked-example-a', ...words, '--out', at('never'));
  expect(run.code).toBe(1);
  expect(run.errors).toContain(said);
  expect(existsSync(at('never'))).toBe(false);
});
