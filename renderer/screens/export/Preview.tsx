import { useState } from 'react';
import { ExhibitChart } from '../../../charts/drawing/ExhibitChart.ts';
import { PAPER } from '../../../charts/drawing/palette.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Exhibit } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { Icon } from '../../components/Icon.tsx';
import { ExhibitTables } from '../../components/ExhibitFigure.tsx';
import { roomWithin, useRoom } from '../../components/room.ts';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useExhibitView } from '../../state/exhibits.ts';
import { useExporting } from '../../state/exporting.ts';

/** The text width of an A4 page as pictures have it, and the edge on both sides. */
const PAPER_WIDTH = 680;
const PAPER_EDGE = 16;
const LARGEST_SCALE = 1.3;

const INKS = [
  { isGrey: false, label: 'Colour' },
  { isGrey: true, label: 'Grey' },
] as const;

type Shown = { readonly exhibits: readonly Exhibit[]; readonly shown: Exhibit; readonly unit: MoneyUnit };

/** The exhibit as it lies on paper: always light, at the width of a page. */
function Paper({ shown, unit, isGrey }: Omit<Shown, 'exhibits'> & { readonly isGrey: boolean }) {
  const view = useExhibitView((state) => state.view);
  const { words, look } = useExporting();
  const { series, notes } = shown;
  const [measured, { width }] = useRoom<HTMLDivElement>(roomWithin);
  const written = words[shown.id];
  return (
    <div className="xs">
      <div ref={measured} />
      {width < 1 ? null : (
        <article
          className={isGrey ? 'paper grey' : 'paper'}
          style={{ width: PAPER_WIDTH, zoom: Math.min(width / PAPER_WIDTH, LARGEST_SCALE) }}
          aria-label={`${shown.name} on paper`}
          data-exhibit={shown.id}
          tabIndex={0}
        >
          <h2>{written?.finding ?? shown.finding}</h2>
          <p className="ps">{shown.subtitle}</p>
          {series !== undefined && view === 'chart' ? (
            <div role="img" aria-label={written?.altText ?? shown.altText}>
              <ExhibitChart series={series} unit={unit} width={PAPER_WIDTH - 2 * PAPER_EDGE} palette={PAPER} />
            </div>
          ) : (
            <ExhibitTables exhibit={shown} />
          )}
          {[...notes, ...(look?.stamp ?? [])].map((line) => (
            <p key={line} className="stamp">
              {line}
            </p>
          ))}
        </article>
      )}
    </div>
  );
}

function Turn({ to, name, label }: { readonly to: Exhibit | undefined; readonly name: string; readonly label: string }) {
  const show = useExporting((state) => state.show);
  const said = to === undefined ? `No ${label.toLowerCase()} exhibit` : `${label}: ${to.name}`;
  return (
    <button
      type="button"
      className="btn q"
      disabled={to === undefined}
      aria-label={said}
      title={said}
      onClick={() => {
        if (to !== undefined) show(to.id);
      }}
    >
      <Icon name={name} small />
    </button>
  );
}

/** One exhibit before the person as the paper will have it, in colour or as a grey copier gives it. */
export function Preview({ exhibits, shown, unit }: Shown) {
  const [isGrey, setGrey] = useState(false);
  const at = exhibits.indexOf(shown);
  return (
    <section className="xm" aria-label="Preview">
      <div className="xt">
        <span className="row">
          <Turn to={exhibits[at - 1]} name="left" label="Previous" />
          <Turn to={exhibits[at + 1]} name="right" label="Next" />
          <span className="sm t2" aria-live="polite">
            {shown.name}, {at + 1} of {exhibits.length}
          </span>
        </span>
        <span className="row">
          {shown.series === undefined ? null : <ViewSwitch />}
          <span className="seg" role="group" aria-label="Ink">
            {INKS.map((ink) => (
              <button
                key={ink.label}
                type="button"
                aria-pressed={ink.isGrey === isGrey}
                className={ink.isGrey === isGrey ? 'on' : ''}
                onClick={() => {
                  setGrey(ink.isGrey);
                }}
              >
                {ink.label}
              </button>
            ))}
          </span>
        </span>
      </div>
      <Paper shown={shown} unit={unit} isGrey={isGrey} />
    </section>
  );
}
