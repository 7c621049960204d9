import { useState, type KeyboardEvent } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { placeInPercent } from '../../../charts/drawing/scale.ts';
import { D, canonical, type Decimal } from '../../../shared/money/decimal.ts';
import { parseEntry } from '../../../shared/money/parse.ts';
import { leverWords, type Lever } from '../../../shared/outcomes/levers.ts';

/** The position that somebody typed, or what is wrong with it in words. */
function read(typed: string, lever: Lever, at: Decimal): Decimal | string {
  const entry = parseEntry(typed, { unit: lever.unit, current: at });
  if (entry.kind !== 'parsed') return entry.text;
  if (entry.entry.form !== 'amount') return 'Enter one figure, not a range.';
  const { amount } = entry.entry;
  if (amount.gte(lever.least) && amount.lte(lever.most)) return amount;
  return `Read as ${entry.text}. Allowed: ${leverWords(lever, lever.least)} to ${leverWords(lever, lever.most)}.`;
}

/** Where the slider stands for a figure: a place on a line, and no amount. */
function position(at: Decimal): number {
  return Number(canonical(at));
}

/** A place of the slider as the exact figure that it stands for: steps are decimal, and binary fractions are not. */
function exact(place: number, lever: Lever): Decimal {
  return new D(place.toFixed(lever.step.decimalPlaces()));
}

function TypedField({ lever, at, onMove }: { readonly lever: Lever; readonly at: Decimal; readonly onMove: (to: Decimal) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState('');
  const commit = (): void => {
    if (typed === null) return;
    const found = read(typed, lever, at);
    setRefusal(typeof found === 'string' ? found : '');
    if (typeof found === 'string') return;
    setTyped(null);
    onMove(found);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape') return;
    setTyped(null);
    setRefusal('');
  };
  const refusalId = `lever-${lever.id}-refusal`;
  return (
    <>
      <input
        className="fld num"
        aria-label={`${lever.label}, typed`}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : refusalId}
        value={typed ?? leverWords(lever, at)}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={onKey}
        onBlur={commit}
      />
      {refusal === '' ? null : (
        <span className="at wide" role="alert" id={refusalId}>
          {refusal}
        </span>
      )}
    </>
  );
}

/** One lever: dragged, moved by arrows, or typed in the grammar of every field. A tick on its track marks where the plan stands. */
export function LeverRow({ lever, at, onMove }: { readonly lever: Lever; readonly at: Decimal; readonly onMove: (to: Decimal) => void }) {
  return (
    <div className="lev">
      <span aria-hidden="true">{lever.label}</span>
      <Slider
        aria-label={lever.label}
        minValue={position(lever.least)}
        maxValue={position(lever.most)}
        step={position(lever.step)}
        value={position(at)}
        onChange={(place) => {
          onMove(exact(place, lever));
        }}
      >
        <SliderTrack className="sl">
          <i className="rail" />
          <i className="base" style={{ left: `${placeInPercent(lever.planned, lever).toFixed(2)}%` }} />
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
      <TypedField lever={lever} at={at} onMove={onMove} />
    </div>
  );
}
