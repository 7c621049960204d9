import { project, type Projection } from '../../shared/engine/project.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { checksOf } from '../../shared/outcomes/displayed-checks.ts';
import { REALISM_EXHIBIT_IDS, type Exhibit, type ExhibitId, type RealismExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitsOf } from '../../shared/outcomes/exhibits/exhibits.ts';
import { originOf, type Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { readyCheck, type ReadyLine } from '../../shared/outcomes/exhibits/ready-check.ts';
import { listed } from '../../shared/outcomes/exhibits/words.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import type { ShownFigures } from '../../shared/outcomes/shown-figures.ts';
import { realismExhibitsOf, workedRealism } from '../../shared/realism/exhibits/realism-exhibits.ts';
import type { FileStatus } from '../../shared/scenario/file-envelope.ts';
import { fingerprint } from '../../shared/scenario/fingerprint.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** Words of a person in place of the drafted ones, for one export. */
export type ExhibitEdit = { readonly exhibit: ExhibitId; readonly finding?: string | undefined; readonly altText?: string | undefined };

/** What is to be exported of one scenario. */
export type SheetSource = {
  readonly scenario: Scenario;
  /** Who signed it: known for a scenario of the library or a file that is as it was sealed, and believed of nothing else. */
  readonly status: FileStatus | undefined;
  /** The file was changed after it was sealed. */
  readonly isAltered: boolean;
  readonly unit: MoneyUnit;
  /** Left out: every exhibit that the scenario has. Those of realism take many projections, so only those asked for are worked out. */
  readonly exhibits?: readonly ExhibitId[] | undefined;
  readonly edits?: readonly ExhibitEdit[] | undefined;
};

/** The exhibits of an export with what the ready check says of them. `all` are those that the scenario has, `chosen` those that were asked for. */
export type ExportSheet = {
  readonly projection: Projection;
  readonly all: readonly Exhibit[];
  readonly chosen: readonly Exhibit[];
  readonly ready: readonly ReadyLine[];
  readonly status: FileStatus | undefined;
};

function edited(exhibit: Exhibit, edits: readonly ExhibitEdit[]): Exhibit {
  const edit = edits.find((each) => each.exhibit === exhibit.id);
  const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
  return edit === undefined
    ? exhibit
    : { ...exhibit, finding: oneLine(edit.finding ?? exhibit.finding), altText: oneLine(edit.altText ?? exhibit.altText) };
}

/** A title that somebody wrote may say what the figures do not, so the stamp tells it from a drafted one. */
function handWritten(chosen: readonly Exhibit[], drafted: readonly Exhibit[]): ReadyLine[] {
  const names = chosen.filter(({ id, finding }) => drafted.find((each) => each.id === id)?.finding !== finding).map(({ name }) => name);
  const text = `${names.length === 1 ? 'title' : 'titles'} written by hand: ${listed(names)}`;
  return names.length === 0 ? [] : [{ id: 'hand-written', holds: false, stops: false, text }];
}

const ALTERED: ReadyLine = { id: 'seal', holds: false, stops: false, text: 'the file was changed after it was sealed' };

/** The exhibits of realism of the scenario that was asked about last, by what was asked for: a look at a title that is being typed works nothing out again. */
const lastWorked = { scenario: '', exhibits: new Map<string, readonly Exhibit[]>() };

function realismOf(figures: ShownFigures, ids: readonly RealismExhibitId[]): readonly Exhibit[] {
  if (ids.length === 0) return [];
  const scenario = fingerprint(figures.projection.frame.scenario);
  if (lastWorked.scenario !== scenario) lastWorked.exhibits.clear();
  lastWorked.scenario = scenario;
  const asked = `${figures.unit} ${ids.join(' ')}`;
  const known = lastWorked.exhibits.get(asked) ?? realismExhibitsOf(workedRealism(figures, ids), ids);
  lastWorked.exhibits.set(asked, known);
  return known;
}

/** Projects a scenario and checks what is to be exported of it: the same for the command line and both shells. */
export function exportSheet({ scenario, status, isAltered, unit, exhibits, edits = [] }: SheetSource): ExportSheet {
  const projection = project(scenario);
  const outcomes = outcomesOf(projection);
  const slow = REALISM_EXHIBIT_IDS.filter((id) => exhibits === undefined || exhibits.includes(id));
  const drafted = exhibitsOf({ projection, outcomes, unit }, (figures) => realismOf(figures, slow));
  const all = drafted.map((exhibit) => edited(exhibit, edits));
  const chosen = exhibits === undefined ? all : all.filter(({ id }) => exhibits.includes(id));
  const ready = [
    ...readyCheck({ projection, outcomes, exhibits: chosen, checks: checksOf(projection, { outcomes }) }),
    ...handWritten(chosen, drafted),
    ...(isAltered ? [ALTERED] : []),
  ];
  return { projection, all, chosen, ready, status };
}

/** What an export waits for until somebody overrides it. */
export function stopsOf({ ready }: Pick<ExportSheet, 'ready'>): ReadyLine[] {
  return ready.filter(({ holds, stops }) => !holds && stops);
}

/** The stamp of an export. What the ready check found stands on it, and the words with which somebody exported it all the same. */
export function originOfSheet(sheet: ExportSheet, { madeAt, override }: { madeAt: string; override?: string | undefined }): Origin {
  const words = override?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  const said = sheet.ready.filter(({ holds }) => !holds).map(({ text }) => text);
  const anyway = words === '' || stopsOf(sheet).length === 0 ? [] : [`exported all the same: ${words}`];
  return originOf(sheet.projection, { status: sheet.status, madeAt, said: [...said, ...anyway] });
}
