import { Icon } from '../../components/Icon.tsx';
import { useEntry } from '../../state/entry.ts';
import { currentTable, type Current } from './current.ts';
import { duplicateItem, moveItem, removeItem, type ItemAt } from './row-actions.ts';

type Tool = { readonly icon: string; readonly label: string; readonly act: (at: ItemAt, table: Current) => Promise<void> };

const moveBy =
  (by: 1 | -1): Tool['act'] =>
  async (_, { scenario, sheet, row }) => {
    if (row !== null) await moveItem(scenario, { sheet, row, by });
  };

const TOOLS: readonly Tool[] = [
  { icon: 'up', label: 'Move the row up (Alt Shift ↑)', act: moveBy(-1) },
  { icon: 'down', label: 'Move the row down (Alt Shift ↓)', act: moveBy(1) },
  { icon: 'copy', label: 'Duplicate the row (Ctrl Shift D)', act: (at, { scenario }) => duplicateItem(scenario, at) },
  { icon: 'bin', label: 'Delete the row (Ctrl Del)', act: (at, { scenario }) => removeItem(scenario, at) },
];

/** What can be done with the item where the table stands, for those who work with a mouse; each has its key. */
export function RowTools() {
  const item = useEntry((state) => state.here?.item ?? null);
  if (item === null) return null;
  return (
    <div className="row-tools" role="group" aria-label="The row">
      {TOOLS.map(({ icon, label, act }) => (
        <button
          key={icon}
          type="button"
          className="tool"
          aria-label={label}
          title={label}
          onClick={() => {
            const table = currentTable();
            if (table !== null) void act(item, table);
          }}
        >
          <Icon name={icon} small />
        </button>
      ))}
    </div>
  );
}
