import { useState } from 'react';
import type { OpenDocument } from '../../state/document.ts';
import { saveDraws } from '../../state/saving-draws.ts';
import { useSimulation } from '../../state/simulation.ts';

/** Every draw as a CSV file, so that somebody else can work with the same draws. */
export function DrawsButton({ open }: { readonly open: OpenDocument }) {
  const settings = useSimulation((state) => state.settings);
  const [isBusy, setBusy] = useState(false);
  if (settings === null) return null;
  const save = async (): Promise<void> => {
    setBusy(true);
    await saveDraws(open.scenario, settings);
    setBusy(false);
  };
  return (
    <p className="row">
      <button type="button" className="btn sm" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : void save())}>
        {isBusy ? 'Writing the draws…' : 'Draws as CSV'}
      </button>
      <span className="mi t3">
        Seed {settings.seed}, linked at {settings.correlation}. The same seed gives the same draws on any machine.
      </span>
    </p>
  );
}
