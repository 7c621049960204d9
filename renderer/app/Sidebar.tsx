import { Icon } from '../components/Icon.tsx';
import { useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { LibraryNav } from '../screens/library/LibraryNav.tsx';
import { COMMANDS, keyWords, runCommand } from './commands.ts';

const keysOf = (id: string): string => keyWords(COMMANDS.find((command) => command.id === id)?.keys ?? '');

function NavButton({
  id,
  icon,
  label,
  current,
}: {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly current: boolean;
}) {
  return (
    <button
      type="button"
      className={current ? 'nav on' : 'nav'}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={() => {
        runCommand(id);
      }}
    >
      <Icon name={icon} />
      <span className="nav-label">{label}</span>
      <span className="n1">{keysOf(id)}</span>
    </button>
  );
}

/** Screens that are there, and nothing that is not. */
export function Sidebar() {
  const { screen, lay } = useView();
  const hasDocument = useDocument((state) => state.open !== null);
  return (
    <nav className="sb" aria-label="Screens" data-part tabIndex={-1}>
      {screen === 'library' ? <LibraryNav /> : <NavButton id="go.library" icon="library" label="Library" current={false} />}
      {hasDocument ? (
        <>
          <div className="gap" />
          <NavButton id="go.board" icon="board" label="Board" current={screen === 'board'} />
        </>
      ) : null}
      <div className="grow" />
      <button
        type="button"
        className="nav"
        title="Shortcuts"
        onClick={() => {
          lay('shortcuts');
        }}
      >
        <Icon name="keys" />
        <span className="nav-label">Shortcuts</span>
        <span className="n1">?</span>
      </button>
    </nav>
  );
}
