import { placeOfPath, revealCell, revealField } from '../../components/grid/reveal.ts';
import { useEntry, type SectionId } from '../../state/entry.ts';
import { currentTable } from './current.ts';
import { homeOf } from './sections.ts';

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
