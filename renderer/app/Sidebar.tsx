import { Icon } from '../components/Icon.tsx';
import { useDocument } from '../state/document.ts';
import { useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';
import { ScenarioNav } from '../screens/scenario/ScenarioNav.tsx';
import { LibraryNav } from '../screens/library/LibraryNav.tsx';
import { runCommand } from './commands.ts';
import { keysOfCommand } from './keys.ts';

function NavButton({
  id,
  icon,
  label,
  isCurrent,
}: {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly isCurrent?: boolean;
}) {
  return (
    <button
      type="button"
      className={isCurrent === true ? 'nav on' : 'nav'}
      aria-current={isCurrent === true ? 'page' : undefined}
      title={label}
      onClick={() => {
        runCommand(id);
      }}
    >
      <Icon name={icon} />
      <span className="nav-label">{label}</span>
      <span className="n1">{keysOfCommand(id)}</span>
    </button>
  );
}

/** Screens that are there, and nothing that is not. */
export function Sidebar() {
  const screen = useView((state) => state.screen);
  const open = useDocument((state) => state.open);
  const isAside = useStartup((state) => state.startup?.database === 'SET_ASIDE');
  return (
    <nav className="sb" aria-label="Screens" data-part tabIndex={-1}>
      {screen === 'library' && !isAside ? (
        <LibraryNav />
      ) : (
        <NavButton id="go.library" icon="library" label="Library" isCurrent={screen === 'library'} />
      )}
      {open !== null ? (
        <>
          <div className="gap" />
          <NavButton id="go.board" icon="board" label="Board" isCurrent={screen === 'board'} />
          {open.kind === 'library' ? (
            <>
              <NavButton id="go.scenario" icon="scenario" label="Scenario" isCurrent={screen === 'scenario'} />
              {screen === 'scenario' ? <ScenarioNav open={open} /> : null}
            </>
          ) : null}
          <NavButton id="go.realism" icon="realism" label="Realism" isCurrent={screen === 'realism'} />
          <NavButton id="go.export" icon="export" label="Export" isCurrent={screen === 'export'} />
        </>
      ) : null}
      <div className="grow" />
      {open !== null && screen !== 'library' ? <NavButton id="board.present" icon="present" label="Present" /> : null}
      <NavButton id="help.shortcuts" icon="keys" label="Shortcuts" />
    </nav>
  );
}
