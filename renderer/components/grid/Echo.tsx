import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import type { EntryVerdict, Kept } from './entry.ts';

/** The strip below a cell. It never takes the focus: what is clicked in it leaves the focus in the field. */
export function Strip({ children, isWrong }: { readonly children: ReactNode; readonly isWrong?: boolean }) {
  return (
    <div
      className={isWrong === true ? 'sg-echo wrong' : 'sg-echo'}
      role="status"
      onPointerDown={(event) => {
        event.preventDefault();
      }}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}

function Options({ asked, onPick }: { readonly asked: Extract<EntryVerdict, { kind: 'ask' }>; readonly onPick: (kept: Kept) => void }) {
  return (
    <span className="sg-options">
      {asked.options.map(({ label, kept }, index) => (
        <button
          key={label}
          type="button"
          className="btn sm"
          tabIndex={-1}
          onClick={() => {
            onPick(kept);
          }}
        >
          <b>{index + 1}</b> {label}
        </button>
      ))}
    </span>
  );
}

/** How what is being typed reads: the figure in full and what stood there, or the question, or what is wrong with it. */
export function Echo({
  verdict,
  isAsking,
  foreseen,
  onPick,
}: {
  readonly verdict: EntryVerdict;
  /** Enter was pressed on a question, so that 1 and 2 answer it. */
  readonly isAsking: boolean;
  readonly foreseen: string | null;
  readonly onPick: (kept: Kept) => void;
}) {
  if (verdict.kind === 'refused') {
    return (
      <Strip isWrong>
        <span className="at">
          <Icon name="warn" small />
        </span>
        <span>{verdict.text} Enter keeps it as typed, Esc leaves the cell as it was.</span>
      </Strip>
    );
  }
  if (verdict.kind === 'ask') {
    return (
      <Strip isWrong={isAsking}>
        <span>
          <b>{verdict.text}</b>
          <br />
          {isAsking ? `Press 1${verdict.options.length > 1 ? ' or 2' : ''}. Esc goes back to the figure.` : 'Enter asks which.'}
          <Options asked={verdict} onPick={onPick} />
        </span>
      </Strip>
    );
  }
  const { reads, was } = verdict.kept;
  const more = [was === null ? null : `was ${was}`, foreseen].filter((words) => words !== null).join('; ');
  return (
    <Strip>
      <span>
        <b>reads as {reads}</b>
        {more === '' ? null : (
          <>
            <br />
            {more}
          </>
        )}
      </span>
    </Strip>
  );
}
