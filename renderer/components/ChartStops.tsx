import { useRef, useState, type KeyboardEvent } from 'react';
import type { ChartStop } from '../../charts/drawing/stops.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { useExplaining } from '../state/explaining.ts';

/** A mark of a chart with the figure that it shows. */
export type ExplainedStop = ChartStop & { readonly figure: string };

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The marks of a chart as a list that is one Tab stop: arrows move, Enter or a click explains, and the mark stays ringed while its figure is explained
 * (guide §6). The list lies over the drawing.
 */
export function ChartStops({
  stops,
  label,
  trial,
}: {
  readonly stops: readonly ExplainedStop[];
  readonly label: string;
  readonly trial?: Scenario | undefined;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(0);
  const { trail, explain } = useExplaining();
  const current = Math.min(chosen, stops.length - 1);
  const move = (event: KeyboardEvent): void => {
    const next = STEPS[event.key]?.(current, stops.length - 1);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen(next);
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  if (stops.length === 0) return null;
  return (
    <ul className="stops" ref={list} aria-label={label}>
      {stops.map((stop, index) => (
        <li key={`${stop.key} ${stop.year ?? ''}`}>
          <button
            type="button"
            className={trail[0] === stop.figure ? 'stop on' : 'stop'}
            tabIndex={index === current ? 0 : -1}
            aria-label={`${stop.words}. Explain`}
            style={{
              left: stop.box.x,
              top: stop.box.y,
              width: stop.box.width,
              height: stop.box.height,
            }}
            onKeyDown={move}
            onFocus={() => {
              setChosen(index);
            }}
            onClick={() => {
              explain(stop.figure, trial);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
