import { useExhibitView } from '../state/exhibits.ts';

const VIEWS = [
  { view: 'chart', label: 'Chart' },
  { view: 'table', label: 'Table' },
] as const;

/** Chart or the table that says the same. */
export function ViewSwitch({ keys }: { readonly keys?: string | undefined }) {
  const { view, show } = useExhibitView();
  return (
    <span className="seg" role="group" aria-label="View" title={keys === undefined ? undefined : `Chart or table: ${keys}`}>
      {VIEWS.map((each) => (
        <button
          key={each.view}
          type="button"
          aria-pressed={each.view === view}
          className={each.view === view ? 'on' : ''}
          onClick={() => {
            show(each.view);
          }}
        >
          {each.label}
        </button>
      ))}
    </span>
  );
}
