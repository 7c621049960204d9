import { useState } from 'react';
import { useDocument } from '../../state/document.ts';

type Bounds = {
  readonly field: 'seed' | 'draws';
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly hint: string;
};

const FIELDS: readonly Bounds[] = [
  {
    field: 'draws',
    label: 'Draws',
    least: 1000,
    most: 1_000_000,
    hint: 'From 1,000 to 1,000,000. More draws steady the chances and take longer.',
  },
  { field: 'seed', label: 'Seed', least: 0, most: 4_294_967_295, hint: 'The same seed gives the same draws again, on any machine.' },
];

/** A whole number within bounds, or why it is none. */
function readWhole(typed: string, { least, most }: Bounds): number | string {
  const plain = typed.replaceAll(',', '').trim();
  const read = /^\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isInteger(read) && read >= least && read <= most) return read;
  return `Read as “${typed}”. Allowed: a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`;
}

function WholeNumber({ bounds, stored }: { readonly bounds: Bounds; readonly stored: number }) {
  const edit = useDocument((state) => state.edit);
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? stored : readWhole(typed, bounds);
  const keep = (): void => {
    if (typed === null || typeof read === 'string') return;
    setTyped(null);
    if (read !== stored) void edit({ kind: 'setField', path: `simulation.${bounds.field}`, to: read });
  };
  const id = `simulation-${bounds.field}`;
  return (
    <div className="pair">
      <label htmlFor={id}>{bounds.label}</label>
      <input
        id={id}
        className="fld"
        inputMode="numeric"
        value={typed ?? String(stored)}
        aria-invalid={typeof read === 'string'}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span id={`${id}-hint`} className={typeof read === 'string' ? 'sm at' : 'sm t3'}>
        {typeof read === 'string' ? read : bounds.hint}
      </span>
    </div>
  );
}

/** How many draws the chances are made of, and from which seed: plain numbers, no inputs with a source. */
export function Simulation() {
  const open = useDocument((state) => state.open);
  if (open?.kind !== 'library') return null;
  const { simulation } = open.scenario;
  return (
    <div className="form dock-effect">
      {FIELDS.map((bounds) => (
        <WholeNumber key={`${open.id} ${bounds.field}`} bounds={bounds} stored={simulation[bounds.field]} />
      ))}
    </div>
  );
}
