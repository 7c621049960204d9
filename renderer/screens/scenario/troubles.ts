import type { Problem } from '../../../shared/scenario/problem.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import type { Draft } from '../../components/grid/drafts.ts';
import { placeOfPath, revealCell, revealField } from '../../components/grid/reveal.ts';
import { useEntry, type SectionId } from '../../state/entry.ts';
import { currentTable } from './current.ts';
import { homeOf } from './sections.ts';

/** Something that somebody should look at: a rule of the model, or an entry that could not be read and is kept as it was typed. */
export type Trouble = {
  readonly key: string;
  readonly path: string;
  readonly section: SectionId;
  /** What must be put right before it counts, or what is worth a look. */
  readonly isError: boolean;
  readonly text: string;
};

/** The section in which a path is entered. */
export function sectionOfPath(path: string): SectionId {
  return homeOf(path.split('.')[0] ?? '').section;
}

/** All that is to be looked at: what was typed and not read first, then errors, then warnings, each in the order of the scenario. */
export function troublesOf(problems: readonly Problem[], drafts: Iterable<Draft>): readonly Trouble[] {
  const kept = [...drafts].map(({ path, where, text, message }): Trouble => ({
    key: `draft ${path}`,
    path,
    section: sectionOfPath(path),
    isError: true,
    text: `${where}: read as “${text}”. ${message} Kept as you typed it; the last good figure is used.`,
  }));
  const broken = problems.map(({ id, path, text, severity }, index): Trouble => ({
    key: `${id} ${path} ${String(index)}`,
    path,
    section: sectionOfPath(path),
    isError: severity === 'error',
    text,
  }));
  return [...kept, ...broken.filter(({ isError }) => isError), ...broken.filter(({ isError }) => !isError)];
}

/** The table in which an item of a list is seen, staying in the one that is open where that shows the list too. */
function showTableOf(list: string): void {
  const { section, views, openSection } = useEntry.getState();
  const home = homeOf(list);
  const here = views[section];
  if (section === home.section && here !== undefined && shows(section, here, list)) return;
  openSection(home.section, home.view);
}

function shows(section: SectionId, view: string, list: string): boolean {
  const home = homeOf(list);
  return home.section === section && home.view === view;
}

/** Takes the focus to where something is entered: its section and table first, then its cell there, or among the fields of its item. */
export function goToPath(path: string): void {
  const [list = '', key = ''] = path.split('.');
  showTableOf(list);
  const table = currentTable();
  const place = table === null ? null : placeOfPath(table.sheet, path);
  const isInTable = place !== null && place.column > 0;
  if (isInTable || table?.view.list !== list) {
    revealCell(path);
    return;
  }
  useEntry.getState().openTab('item');
  revealField(`${list}.${key}`, path);
}

/** The name of an item, for headings and questions. */
export function nameOfItem(scenario: Scenario, { list, key }: { list: string; key: string }): string {
  const held: unknown = Reflect.get(scenario, list);
  const items: readonly unknown[] = Array.isArray(held) ? held : [];
  const found = items.find((item) => typeof item === 'object' && item !== null && Reflect.get(item, 'id') === key);
  const name: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'name') : undefined;
  return typeof name === 'string' && name !== '' ? name : key;
}
