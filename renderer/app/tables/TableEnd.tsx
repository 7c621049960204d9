import type { ReactNode } from 'react';
import type { TableIn } from './use-table-draft.ts';

/** What stands between a table and keeping it, in words; nothing where it can be kept. */
export function obstacleOf(table: TableIn): string | null {
  const { look } = table;
  if (look.kind === 'empty') return 'Paste a table, or choose a file.';
  if (look.kind === 'refused') return 'The table could not be read.';
  if (look.open.length > 0) return `Answer first: ${look.open.map(({ text }) => text).join(' ')}`;
  return null;
}

/** The way out and the way on, always in sight, with what stands between. A press while something does leads there. */
export function TableEnd({
  stands,
  obstacle,
  action,
  onLeave,
  onKeep,
}: {
  readonly stands: string;
  readonly obstacle: string | null;
  readonly action: string;
  readonly onLeave: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <div className="table-in-end">
      <span className={obstacle === null ? 'stands' : 'stands t2'} role="status" aria-label="What the table would do">
        {obstacle ?? stands}
      </span>
      <button type="button" className="btn" onClick={onLeave}>
        Leave it
      </button>
      <button
        type="button"
        className="btn pri"
        aria-disabled={obstacle !== null}
        onClick={(event) => {
          if (obstacle === null) onKeep();
          else leadToObstacle(event.currentTarget);
        }}
      >
        {action}
      </button>
    </div>
  );
}

/** The first thing of the dialog that waits for somebody takes the focus. */
function leadToObstacle(button: HTMLElement): void {
  const dialog = button.closest('[role="dialog"]');
  const first =
    dialog?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    dialog?.querySelector<HTMLElement>('.table-in .wrong')?.closest<HTMLElement>('[tabindex]') ??
    dialog?.querySelector<HTMLElement>('textarea');
  first?.focus();
}

/** The parts of a table on its way in under their headings. */
export function TablePart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
