import { join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../shared/outcomes/exhibits/export-formats.ts';
import type { ExportedFile } from '../charts/export/exhibit-files.ts';
import { exportSheet, originOfSheet, stopsOf } from '../charts/export/export-sheet.ts';
import { ALL_EXHIBIT_IDS, type Exhibit, type ExhibitId } from '../shared/outcomes/exhibits/exhibit.ts';
import { UsageError, type TypedCommand } from './arguments.ts';
import { nearest } from './nearest.ts';
import { EXIT, type Exporting, type ExitCode, type Ports } from './ports.ts';
import { FileError, openScenario, systemCode, warnOfSeal } from './read-scenario.ts';
import { fail, warn } from './speak.ts';
import { unitOf } from './unit-option.ts';

const TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/;

/** The words of a list option; all that are allowed where it was left out. Throws UsageError. */
function chosen<Word extends string>(typed: TypedCommand, option: string, allowed: readonly Word[]): Word[] {
  const written = typed.words.get(option);
  if (written === undefined) return [...allowed];
  const words = written.split(',').map((each) => each.trim());
  return words.map((word) => {
    const known = allowed.find((each) => each === word.toLowerCase());
    if (known !== undefined) return known;
    const near = nearest(word, allowed);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    throw new UsageError(`${option}: read "${word.slice(0, 60)}".${meant} Allowed: ${allowed.join(', ')}.`, 'export');
  });
}

function timeOf({ words }: TypedCommand, { now }: Exporting): string {
  const written = words.get('--time');
  if (written === undefined) return now();
  if (TIME.test(written)) return written;
  throw new UsageError(`--time: read "${written.slice(0, 60)}". Allowed: a day, or a day and a time, as in "2026-11-21 14:32".`, 'export');
}

/** An exhibit that was asked for and that this scenario does not have is said and left out. */
function sayAbsent(exhibits: readonly Exhibit[], ids: readonly ExhibitId[], ports: Ports): void {
  const absent = ids.filter((id) => !exhibits.some((exhibit) => exhibit.id === id));
  if (absent.length > 0) warn(ports, 'no-exhibit', `This scenario has nothing to show in: ${absent.join(', ')}.`);
}

/** Files are made before the first is written, and none is written where one would be in the way. Throws FileError. */
function writeAll(
  files: readonly ExportedFile[],
  folder: string,
  { typed, exporting }: { typed: TypedCommand; exporting: Exporting },
): string[] {
  const paths = files.map(({ name }) => join(folder, name));
  const inTheWay = typed.flags.has('--replace') ? [] : paths.filter(exporting.exists);
  if (inTheWay.length > 0) {
    const more = inTheWay.length === 1 ? '' : `, and ${String(inTheWay.length - 1)} more`;
    throw new FileError(
      'exists',
      `${inTheWay[0] ?? ''} is there already${more}. Nothing was written. Choose another folder with --out, or add --replace to write over it.`,
    );
  }
  try {
    exporting.makeFolder(folder);
    files.forEach(({ bytes }, index) => {
      exporting.writeFile(paths[index] ?? folder, bytes);
    });
  } catch (error) {
    throw new FileError(
      'unwritable',
      `${folder} could not be written to (${systemCode(error) ?? 'unknown fault'}). Choose a folder of your own with --out, and check that the disk has room.`,
    );
  }
  return paths;
}

/** `footing export FILE`: the exhibits as files, after the ready check. Throws FileError and UsageError. */
export function exportCommand(typed: TypedCommand, ports: Ports): ExitCode {
  const { exporting } = ports;
  if (exporting === undefined) throw new TypeError('An export was begun without what charts are drawn with.');
  const ids = chosen(typed, '--charts', ALL_EXHIBIT_IDS);
  const formats: ExportFormat[] = chosen(typed, '--format', EXPORT_FORMATS);
  timeOf(typed, exporting);
  const unit = unitOf(typed);
  const opened = openScenario(typed.file, ports);
  warnOfSeal(opened, ports);
  const sheet = exportSheet({
    scenario: opened.file.scenario,
    status: opened.seal === 'intact' ? opened.file.status : undefined,
    isAltered: opened.seal === 'broken',
    unit,
    exhibits: ids,
  });
  const { chosen: exhibits } = sheet;
  if (typed.words.has('--charts')) sayAbsent(exhibits, ids, ports);
  if (exhibits.length === 0) {
    fail(
      ports,
      'nothing-to-export',
      'Nothing of what was asked for can be shown of this scenario. footing check FILE says why and what to do.',
    );
    return EXIT.file;
  }
  const stops = stopsOf(sheet);
  if (stops.length > 0 && !typed.flags.has('--anyway')) {
    const why = stops.map(({ text }) => text).join('; ');
    fail(ports, 'not-ready', `Not ready for a paper: ${why}. Nothing was written. Mend it, or add --anyway: the stamp then says it.`);
    return EXIT.check;
  }
  for (const { id, text } of sheet.ready.filter(({ holds }) => !holds)) warn(ports, id, `${text}. The stamp says so.`);
  const origin = originOfSheet(sheet, { madeAt: timeOf(typed, exporting) });
  const files = [...exporting.press({ exhibits, formats, origin, unit })];
  if (files.length === 0) {
    const names = exhibits.map(({ id }) => id).join(', ');
    throw new UsageError(`--format: ${names} has a table and no picture. Ask for csv.`, 'export');
  }
  const written = writeAll(files, typed.words.get('--out') ?? '.', {
    typed,
    exporting,
  });
  ports.print(`${written.join('\n')}\n`);
  return EXIT.good;
}
