import type { MoneyUnit } from '../../../shared/money/units.ts';
import { useEntry, type SectionId } from '../../state/entry.ts';
import type { Results } from '../../state/projection.ts';
import { CapitalEffect, CapitalFacts } from './CapitalEffect.tsx';
import { Ladder } from './Ladder.tsx';
import { RampPicture } from './RampPicture.tsx';
import { ShiftEffect } from './ShiftEffect.tsx';
import { Simulation } from './Simulation.tsx';

type EffectPart = {
  readonly item: { readonly list: string; readonly key: string } | null;
  readonly results: Results;
  readonly unit: MoneyUnit;
};

function SavingEffect({ id, results, unit }: { readonly id: string; readonly results: Results; readonly unit: MoneyUnit }) {
  const outcome = results.projection.savings.schemes.get(id);
  if (outcome === undefined) return <p className="at">Not computed: see Problems.</p>;
  return (
    <>
      <Ladder outcome={outcome} results={results} unit={unit} />
      <RampPicture outcome={outcome} results={results} />
    </>
  );
}

/** Whether anything is shown beside the fields of an item. */
export function hasEffect(section: SectionId, view: string | undefined): boolean {
  return section === 'savings' || section === 'capital' || section === 'shifts' || view === 'simulation';
}

function effectOf({ item, results, unit, section }: EffectPart & { readonly section: SectionId }) {
  if (item?.list === 'savings') return <SavingEffect id={item.key} results={results} unit={unit} />;
  if (item?.list === 'capital') return <CapitalEffect id={item.key} results={results} unit={unit} />;
  if (section === 'capital') return <CapitalFacts results={results} unit={unit} />;
  if (section === 'shifts') return <ShiftEffect results={results} unit={unit} />;
  return null;
}

/** What comes of the item where the grid stands: the ladder of a scheme, the charges of capital, who gains by a shift. */
export function ItemEffect(part: EffectPart) {
  const { section, views } = useEntry();
  if (section === 'footprint' && views.footprint === 'simulation') return <Simulation />;
  return (
    <div className="dock-effect" tabIndex={0} role="region" aria-label="What comes of it">
      {effectOf({ ...part, section })}
    </div>
  );
}
