import { useEffect } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { OpenDocument } from '../../state/document.ts';
import { useExporting } from '../../state/exporting.ts';
import type { ListedExhibit } from '../../state/listed-exhibits.ts';

/** Long enough that the shell is not asked for every letter of a title. */
const REST_MS = 150;

/** Has the exhibit before the person worked out, again where its words change. */
export function useWorked(open: OpenDocument, { exhibit: { id }, isSlow }: ListedExhibit, unit: MoneyUnit): void {
  const { words, work, scenario } = useExporting();
  const written = words[id];
  useEffect(() => {
    if (!isSlow || scenario !== open.scenario) return undefined;
    const timer = setTimeout(() => void work(open, { unit, exhibit: id }), REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [open, unit, id, isSlow, written, scenario, work]);
}
