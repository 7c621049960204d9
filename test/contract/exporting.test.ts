import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/contract/contract.ts';
import type { ExportOrder } from '../../shared/contract/exporting.ts';
import { EXHIBIT_IDS } from '../../shared/outcomes/exhibits/exhibit.ts';
import { writeScenarioFile } from '../../shared/scenario/file.ts';
import { withHostileNames } from '../charts/hostile-names.ts';
import { TestApp } from '../support/app.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';

let app: TestApp;
let folder: string;
let order: ExportOrder;
beforeEach(async () => {
  app = await TestApp.start();
  folder = join(app.folder, 'paper');
  mkdirSync(folder);
  const { id } = await app.ask('library.createFromShipped', { key: 'worked-example-b.footing' });
  order = orderOf({ kind: 'LIBRARY', id });
});
afterEach(() => {
  app.remove();
});

function orderOf(source: ExportOrder['source']): ExportOrder {
  return {
    source,
    unit: '£m',
    exhibits: ['reserves', 'schemes'],
    formats: ['svg', 'csv'],
    edits: [],
    override: null,
    madeAt: '2018-03-14 09:30',
  };
}
const fileName = (end: string): string => `worked-example-b-the-full-chain-${end}`;
const NAMES = ['reserves-2018-03-14.svg', 'reserves-2018-03-14.csv', 'schemes-2018-03-14.csv'].map(fileName);
/** In the order of exhibits, whatever the order of asking. */
const MADE = [NAMES[2], NAMES[0], NAMES[1]];

type Run = OutputOf<'export.run'>;
async function run(given: Partial<Parameters<typeof exportRun>[0]> = {}): Promise<Run> {
  return exportRun({ order, place: null, way: 'ASK', replacing: [], ...given });
}
function exportRun(input: {
  order: ExportOrder;
  place: string | null;
  way: 'ASK' | 'REPLACE' | 'KEEP_BOTH';
  replacing: string[];
}): Promise<Run> {
  if (input.place === null) app.chosenFolders.push(folder);
  return app.ask('export.run', input);
}
const textOf = (name: string | undefined): string => readFileSync(join(folder, name ?? ''), 'utf8');

describe('before an export', () => {
  test('the exhibits that the scenario has are named, with the ready check and the stamp', async () => {
    const look = await app.ask('export.look', order);
    expect(look.exhibits.map(({ id }) => id)).toEqual([...EXHIBIT_IDS].filter((id) => look.exhibits.some((exhibit) => exhibit.id === id)));
    expect(look.exhibits.find(({ id }) => id === 'bridge')).toMatchObject({ name: 'Bridge', hasPicture: true });
    expect(look.exhibits.find(({ id }) => id === 'schemes')).toMatchObject({ hasPicture: false });
    expect(look.ready.filter(({ holds, stops }) => stops && !holds)).toEqual([]);
    expect(look.stamp.join(' ')).toContain('2018-03-14 09:30');
  });

  test('without a given time the stamp has the clock of the shell', async () => {
    const { stamp } = await app.ask('export.look', { ...order, madeAt: null });
    expect(stamp.join(' ')).toMatch(/, 2018-03-\d\d \d\d:\d\d\./);
  });

  test('a title that somebody wrote stands in place of the drafted one, and the stamp says so', async () => {
    const edits = [{ exhibit: 'reserves' as const, finding: '  The council\nneeds help ', altText: null }];
    const look = await app.ask('export.look', { ...order, edits });
    expect(look.exhibits.find(({ id }) => id === 'reserves')?.finding).toBe('The council needs help');
    expect(look.stamp.join(' ')).toContain('title written by hand: Council mitigation and reserves');
  });

  test('a title left empty stops the export until somebody says why', async () => {
    const edits = [{ exhibit: 'reserves' as const, finding: ' ', altText: null }];
    order = { ...order, edits };
    expect(await run()).toMatchObject({ kind: 'NOT_READY' });
    expect(readdirSync(folder)).toEqual([]);
    order = { ...order, override: 'The paper has its own title' };
    expect(await run()).toMatchObject({ kind: 'DONE' });
    expect(textOf(NAMES[1])).toContain('exported all the same: The paper has its own title');
  });
});

describe('an export', () => {
  test('writes each file whole, tells how far it is, and names its folder', async () => {
    expect(await run()).toMatchObject({ kind: 'DONE', folder, fileNames: MADE });
    expect(readdirSync(folder).sort()).toEqual([...NAMES].sort());
    const { events } = await app.ask('events.next', { after: 0 });
    expect(events).toEqual([
      { kind: 'EXPORT_PROGRESS', done: 0, total: 3, fileName: MADE[0] },
      { kind: 'EXPORT_PROGRESS', done: 1, total: 3, fileName: MADE[1] },
      { kind: 'EXPORT_PROGRESS', done: 2, total: 3, fileName: MADE[2] },
      { kind: 'EXPORT_PROGRESS', done: 3, total: 3, fileName: '' },
    ]);
  });

  test('who changes their mind about the folder has written nothing', async () => {
    expect(await app.ask('export.run', { order, place: null, way: 'ASK', replacing: [] })).toEqual({ kind: 'CANCELLED' });
  });

  test('the folder is shown by its handle, and by nothing else', async () => {
    const done = await run();
    if (done.kind !== 'DONE') throw new Error(JSON.stringify(done));
    await app.ask('export.showFolder', { place: done.place });
    expect(app.shownFolders).toEqual([folder]);
    expect(await app.failure('export.showFolder', { place: folder })).toMatchObject({ code: 'UNKNOWN_FOLDER' });
    expect(await app.failure('export.run', { order, place: '/tmp', way: 'KEEP_BOTH', replacing: [] })).toMatchObject({
      code: 'UNKNOWN_FOLDER',
    });
  });

  test('cancelled while files are made, it leaves none', async () => {
    order = { ...order, exhibits: [...EXHIBIT_IDS], formats: ['svg', 'png', 'csv'] };
    const running = run();
    await app.ask('events.next', { after: 0 });
    expect(await app.failure('export.run', { order, place: null, way: 'ASK', replacing: [] })).toMatchObject({ code: 'EXPORT_RUNNING' });
    await app.ask('export.stop', null);
    expect(await running).toEqual({ kind: 'STOPPED', written: 0 });
    const told = (await app.ask('events.next', { after: 0 })).events.filter((event) => event.kind === 'EXPORT_PROGRESS');
    expect(told.every(({ done, total }) => done < total)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    order = { ...order, exhibits: ['per-head'] };
    expect(await run()).toMatchObject({ kind: 'DONE' });
  });

  test('what cannot be written is refused in words', async () => {
    folder = join(folder, 'gone');
    expect(await run()).toMatchObject({
      kind: 'REFUSED',
      refusal: { text: expect.stringMatching(/was not saved in .*Choose another folder/) as string },
    });
    folder = join(app.folder, 'a-file');
    writeFileSync(folder, '');
    expect(await run()).toMatchObject({ kind: 'REFUSED' });
  });

  test('nothing chosen, or a table asked for as a picture, is said', async () => {
    order = { ...order, exhibits: [] };
    expect(await run()).toMatchObject({ kind: 'REFUSED', refusal: { title: 'Nothing was exported' } });
    order = { ...order, exhibits: ['schemes'], formats: ['svg', 'png'] };
    expect(await run()).toMatchObject({ kind: 'REFUSED', refusal: { text: expect.stringContaining('Choose CSV as well') as string } });
  });
});

describe('files that are there already', () => {
  async function asked(): Promise<Extract<Run, { kind: 'WOULD_REPLACE' }>> {
    const asking = await run();
    if (asking.kind !== 'WOULD_REPLACE') throw new Error(JSON.stringify(asking));
    return asking;
  }

  test('are named, and nothing is written before the answer', async () => {
    writeFileSync(join(folder, NAMES[0] ?? ''), 'mine');
    expect((await asked()).fileNames).toEqual([NAMES[0]]);
    expect(readdirSync(folder)).toEqual([NAMES[0]]);
    expect(textOf(NAMES[0])).toBe('mine');
  });

  test('are replaced after a yes that names them, and kept beside', async () => {
    writeFileSync(join(folder, NAMES[0] ?? ''), 'mine');
    const { place, fileNames } = await asked();
    expect(await run({ place, way: 'REPLACE', replacing: fileNames })).toMatchObject({ kind: 'DONE', fileNames: MADE });
    expect(textOf(NAMES[0])).toContain('<svg');
    expect(textOf(`${NAMES[0] ?? ''}.bak`)).toBe('mine');
  });

  test('are asked about again where one has come that the yes did not name', async () => {
    writeFileSync(join(folder, NAMES[0] ?? ''), 'mine');
    const { place, fileNames } = await asked();
    writeFileSync(join(folder, NAMES[1] ?? ''), 'mine too');
    expect(await run({ place, way: 'REPLACE', replacing: fileNames })).toMatchObject({ kind: 'WOULD_REPLACE', fileNames: [NAMES[1]] });
    expect(textOf(NAMES[0])).toBe('mine');
  });

  test('are kept beside new ones under free names', async () => {
    const first = NAMES[0] ?? '';
    writeFileSync(join(folder, first), 'mine');
    writeFileSync(join(folder, first.replace('.svg', '-2.svg')), 'mine too');
    const { place } = await asked();
    const kept = await run({ place, way: 'KEEP_BOTH' });
    expect(kept).toMatchObject({ kind: 'DONE', fileNames: [MADE[0], first.replace('.svg', '-3.svg'), MADE[2]] });
    expect(textOf(first)).toBe('mine');
    expect(textOf(first.replace('.svg', '-3.svg'))).toContain('<svg');
  });
});

describe('a version and a file are exported as they were sealed', () => {
  test('a sealed version carries who signed it', async () => {
    const id = order.source.kind === 'LIBRARY' ? order.source.id : '';
    await app.ask('scenario.setStatus', { id, status: 'ASSURED', name: 'Officer', role: 'Chief executive' });
    const { rows } = await app.ask('scenario.versions', { id });
    const { stamp } = await app.ask('export.look', orderOf({ kind: 'VERSION', id, version: rows[0]?.version ?? 0 }));
    expect(stamp.join(' ')).toContain('Assured, not approved (Chief executive, Officer, 2018-03-29)');
  });

  test('a signature is believed of a file that is as it was sealed, and of no other', async () => {
    const sealed = writeScenarioFile(shippedScenario('sample'), {
      engineVersion: '0.0.0',
      status: { stage: 'APPROVED', role: 'Accountable officer' },
    });
    const stampOf = async (text: string): Promise<string> => {
      const opened = await app.ask('files.openDropped', { fileName: 'plan.footing', text });
      if (opened.kind !== 'OPENED') throw new Error(JSON.stringify(opened));
      return (await app.ask('export.look', orderOf({ kind: 'COPY', handle: opened.file.handle }))).stamp.join(' ');
    };
    expect(await stampOf(sealed)).toContain('Approved (Accountable officer)');
    const altered = await stampOf(sealed.replace('Accountable officer', 'Somebody else'));
    expect(altered).toContain('DRAFT: not agreed by all partners');
    expect(altered).toContain('the file was changed after it was sealed');
  });
});

describe('the clipboard', () => {
  test('takes the picture and the tables with the figures of the picture', async () => {
    const { png, html, text } = await app.ask('export.copy', { order, exhibit: 'bridge' });
    expect(
      Buffer.from(png ?? '', 'base64')
        .subarray(1, 4)
        .toString('latin1'),
    ).toBe('PNG');
    for (const part of [html, text]) expect(part).toContain('(4.3)');
    expect(text).toContain('Reported position\t(4.3)');
    expect(text).toContain('2018-03-14 09:30');
  });

  test('an exhibit without a chart has no picture, and one that the scenario lacks is refused', async () => {
    expect(await app.ask('export.copy', { order, exhibit: 'schemes' })).toMatchObject({ png: null });
    const { id } = await app.ask('library.createFromShipped', { key: 'norfolk-waveney-2016.footing' });
    expect(await app.failure('export.copy', { order: orderOf({ kind: 'LIBRARY', id }), exhibit: 'capital' })).toMatchObject({
      code: 'NO_EXHIBIT',
    });
  });

  test('names that try to break out are neither tags nor formulas nor turned text', async () => {
    const file = writeScenarioFile(withHostileNames(shippedScenario('worked-example-b')), {
      engineVersion: '0.0.0',
      status: { stage: 'DRAFT' },
    });
    const opened = await app.ask('files.openDropped', { fileName: 'hostile.footing', text: file });
    if (opened.kind !== 'OPENED') throw new Error(JSON.stringify(opened));
    for (const exhibit of ['schemes', 'organisations', 'capital'] as const) {
      const { html, text } = await app.ask('export.copy', { order: orderOf({ kind: 'COPY', handle: opened.file.handle }), exhibit });
      const tags = new Set([...html.matchAll(/<\/?([a-z]+)/g)].map((match) => match[1]));
      expect([...tags].sort()).toEqual(
        ['b', 'caption', 'p', 'small', 'table', 'tbody', 'td', 'th', 'thead', 'tr'].filter((tag) => tags.has(tag)),
      );
      expect(html + text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
      for (const cell of text.split(/[\t\n]/)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      for (const [, cell = ''] of html.matchAll(/<t[dh][^>]*>(?:<b>)?([^<]*)</g)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  });
});
