import '../../styles/exhibit.css';
import '../../styles/presentation.css';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { STATUS_WORDS } from '../../components/status-words.ts';
import { copyExhibit } from '../../state/copying.ts';
import { useDocument, type OpenDocument } from '../../state/document.ts';
import { exhibitsFor, useExhibitView } from '../../state/exhibits.ts';
import { usePresenting } from '../../state/presenting.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { Slide } from './Slide.tsx';

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  PageDown: (at, last) => Math.min(at + 1, last),
  ' ': (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** What is presented, and how far it may be relied on. */
function origin(open: OpenDocument): string {
  const parts = [
    open.scenario.name,
    open.status === 'APPROVED' ? STATUS_WORDS[open.status] : `${STATUS_WORDS[open.status]}, not agreed by all partners`,
  ];
  if (open.kind === 'library' && open.origin === 'SAMPLE') parts.push('Sample');
  if (open.scenario.illustrative) parts.push('Illustrative figures');
  return `${parts.join('. ')}.`;
}

/** Leaving the whole screen leaves the presentation with it: the browser takes that Esc for itself. */
function useLeaveWithScreen(leave: () => void): void {
  useEffect(() => {
    const changed = (): void => {
      if (document.fullscreenElement === null) leave();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
    };
  }, [leave]);
}

function Foot({
  open,
  at,
  count,
  onMove,
}: {
  readonly open: OpenDocument;
  readonly at: number;
  readonly count: number;
  readonly onMove: (key: string) => void;
}) {
  const leave = usePresenting((state) => state.leave);
  const toggle = useExhibitView((state) => state.toggle);
  const step = (key: string, label: string, isThere: boolean) => (
    <button
      type="button"
      className="btn q sm"
      aria-disabled={!isThere}
      onClick={() => {
        onMove(key);
      }}
    >
      {label}
    </button>
  );
  return (
    <footer>
      <span className="slide-origin">{origin(open)}</span>
      <span role="status">
        {at + 1} of {count}
      </span>
      {step('ArrowLeft', 'Back', at > 0)}
      {step('ArrowRight', 'Next', at < count - 1)}
      <button type="button" className="btn q sm" onClick={toggle}>
        Table <kbd>T</kbd>
      </button>
      <button type="button" className="btn q sm" onClick={leave}>
        Leave <kbd>Esc</kbd>
      </button>
    </footer>
  );
}

function Slides({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const { view, toggle } = useExhibitView();
  const leave = usePresenting((state) => state.leave);
  const results = useResults(open.scenario, unit);
  const [chosen, setChosen] = useState(0);
  const whole = useRef<HTMLDivElement>(null);
  useLeaveWithScreen(leave);
  useEffect(() => {
    whole.current?.focus();
  }, []);
  const exhibits = results === null ? [] : exhibitsFor(results, unit).filter(({ series }) => series !== undefined);
  const last = exhibits.length - 1;
  const exhibit = exhibits[Math.min(chosen, last)];
  if (exhibit === undefined) return null;
  const move = (key: string): boolean => {
    const next = MOVES[key]?.(chosen, last);
    if (next !== undefined) setChosen(next);
    return next !== undefined;
  };
  const copy = (): void => {
    if (document.getSelection()?.isCollapsed !== false)
      void copyExhibit(open, { exhibit, part: view === 'table' ? 'table' : 'picture', unit });
  };
  const press = (event: KeyboardEvent): void => {
    const isOnButton = event.target instanceof HTMLButtonElement && event.key === ' ';
    if (event.ctrlKey || event.metaKey || event.altKey || isOnButton) return;
    if (event.key === 'Escape' || event.key === 'F11') leave();
    else if (event.key.toLowerCase() === 't') toggle();
    else if (!move(event.key)) return;
    event.preventDefault();
  };
  return (
    <div
      className="slides"
      role="dialog"
      aria-modal="true"
      aria-labelledby="slide-finding"
      tabIndex={-1}
      ref={whole}
      onKeyDown={press}
      onCopy={copy}
    >
      <Slide key={exhibit.id} exhibit={exhibit} unit={unit} isTable={view === 'table'} />
      <Foot open={open} at={Math.min(chosen, last)} count={exhibits.length} onMove={move} />
    </div>
  );
}

/** Presenting: one exhibit at a time in large type, over the whole window; arrows move, Esc leaves. */
export function Presentation() {
  const isOn = usePresenting((state) => state.isOn);
  const open = useDocument((state) => state.open);
  return isOn && open !== null ? <Slides open={open} /> : null;
}
