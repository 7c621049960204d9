import { useEffect } from 'react';
import { Board } from '../screens/board/Board.tsx';
import { ExportScreen } from '../screens/export/ExportScreen.tsx';
import { Presentation } from '../screens/presentation/Presentation.tsx';
import { Library } from '../screens/library/Library.tsx';
import { RealismScreen } from '../screens/realism/RealismScreen.tsx';
import { ScenarioScreen } from '../screens/scenario/ScenarioScreen.tsx';
import { useDocument } from '../state/document.ts';
import { useLibrary } from '../state/library.ts';
import { hasLibrary, useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';
import { About } from './About.tsx';
import { Backups } from './Backups.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { followShell } from './events.ts';
import { openDropped } from './file-actions.ts';
import { ExplainPanel } from './explain/ExplainPanel.tsx';
import { WithFirstRun } from './FirstRun.tsx';
import { useChangedOnDisk } from './changed-on-disk.ts';
import { commandFor } from './keys.ts';
import { DeleteQuestion, RenameQuestion } from './LibraryQuestions.tsx';
import { NewScenario } from './NewScenario.tsx';
import { History } from './History.tsx';
import { Notice, ReplaceQuestion } from './Notice.tsx';
import { SetAside } from './SetAside.tsx';
import { TableDialogs } from './tables/TableDialogs.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Sidebar } from './Sidebar.tsx';
import { start } from './start.ts';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { Versions } from './Versions.tsx';

/** F6 walks the parts of the window: title bar, sidebar, sheet, what stands beside or below it, status bar. A part within another is a part of its own. */
function nextPart(backwards: boolean): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const here = parts.findLastIndex((part) => part.contains(document.activeElement));
  const next = parts[(here + (backwards ? parts.length - 1 : 1)) % parts.length];
  const first =
    next?.querySelector<HTMLElement>('[role="grid"]') ??
    next?.querySelector<HTMLElement>('button:not([disabled]), input, a[href], [tabindex="0"]');
  (first ?? next)?.focus();
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && document.querySelector('[role="dialog"]') === null) {
        event.preventDefault();
        nextPart(event.shiftKey);
        return;
      }
      const command = commandFor(event);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, []);
}

/** A scenario file may be dropped anywhere on the window. */
function useDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void openDropped(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

/** A new screen takes the focus, as a new page would: the keyboard goes on from there. */
function useFocusOnSheet(screen: string): void {
  useEffect(() => {
    const grid = document.querySelector<HTMLElement>('.main [role="grid"]');
    (grid ?? document.querySelector<HTMLElement>('.main'))?.focus({ preventScroll: true });
  }, [screen]);
}

function Sheet() {
  const screen = useView((state) => state.screen);
  const open = useDocument((state) => state.open);
  const { startup, isUnderWay } = useStartup();
  if (screen === 'board' && open !== null) {
    return (
      <WithFirstRun open={open}>
        <Board open={open} />
      </WithFirstRun>
    );
  }
  if (screen === 'scenario' && open?.kind === 'library') return <ScenarioScreen open={open} />;
  if (screen === 'realism' && open !== null) return <RealismScreen open={open} />;
  if (screen === 'export' && open !== null) return <ExportScreen open={open} />;
  if (!isUnderWay) return null;
  return startup?.database === 'SET_ASIDE' ? <SetAside /> : <Library />;
}

export function App() {
  const screen = useView((state) => state.screen);
  useKeys();
  useDrop();
  useChangedOnDisk();
  useFocusOnSheet(screen);
  useEffect(() => {
    void start();
    return followShell();
  }, []);
  useEffect(() => {
    if (screen === 'library' && hasLibrary()) void useLibrary.getState().refresh();
  }, [screen]);
  return (
    <div className="win">
      <TitleBar />
      <Sidebar />
      <main className="main" data-part tabIndex={-1}>
        <Sheet />
      </main>
      <ExplainPanel />
      <StatusBar />
      <CommandPalette />
      <ShortcutSheet />
      <About />
      <Backups />
      <NewScenario />
      <TableDialogs />
      <Versions />
      <History />
      <RenameQuestion />
      <DeleteQuestion />
      <ReplaceQuestion />
      <Notice />
      <Presentation />
    </div>
  );
}
