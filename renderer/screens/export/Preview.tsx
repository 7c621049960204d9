import { useState } from 'react';
import { ExhibitChart } from '../../../charts/drawing/ExhibitChart.ts';
import { PAPER } from '../../../charts/drawing/palette.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { Icon } from '../../components/Icon.tsx';
import { ExhibitTables } from '../../components/ExhibitFigure.tsx';
import { roomWithin, useRoom } from '../../components/room.ts';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useExhibitView } from '../../state/exhibits.ts';
import { useExporting } from '../../state/exporting.ts';
import type { ListedExhibit } from '../../state/listed-exhibits.ts';

/** The text width of an A4 page as pictures have it, and the edge on both sides. */
const PAPER_WIDTH = 680;
const PAPER_EDGE = 16;
const LARGEST_SCALE = 1.3;

const INKS = [
  { isGrey: false, label: 'Colour' },
  { isGrey: true, label: 'Grey' },
] as const;

type Shown = { readonly listed: readonly ListedExhibit[]; readonly shown: ListedExhibit; readonly unit: MoneyUnit };
type OnPaper = Omit<Shown, 'listed'>;

/** An exhibit that is at hand, drawn as the picture is. */
function Drawn({ shown: { exhibit }, unit }: OnPaper) {
  const view = useExhibitView((state) => state.view);
  const { words, look } = useExporting();
  const { series, notes } = exhibit;
  const written = words[exhibit.id];
  return (
    <>
      <h2>{written?.finding ?? exhibit.finding}</h2>
      <p className="ps">{exhibit.subtitle}</p>
      {series !== undefined && view === 'chart' ? (
        <div role="img" aria-label={written?.altText ?? exhibit.altText}>
          <ExhibitChart series={series} unit={unit} width={PAPER_WIDTH - 2 * PAPER_EDGE} palette={PAPER} />
        </div>
      ) : (
        <ExhibitTables exhibit={exhibit} />
      )}
      {[...notes, ...(look?.stamp ?? [])].map((line) => (
        <p key={line} className="stamp">
          {line}
        </p>
      ))}
    </>
  );
}

/** An exhibit that the shell works out: its picture as it will be. */
function Worked({ exhibit }: ListedExhibit) {
  const worked = useExporting((state) => state.worked[exhibit.id]);
  if (worked === undefined)
    return (
      <p className="ps" aria-live="polite">
        Being worked out …
      </p>
    );
  if (worked.trouble !== '') return <p className="ps">{worked.trouble}</p>;
  if (worked.png === null) {
    return (
      <>
        <h2>{exhibit.finding}</h2>
        <p className="ps">{exhibit.subtitle}. A table only: choose CSV, or copy it.</p>
      </>
    );
  }
  return <img className="whole" src={`data:image/png;base64,${worked.png}`} alt={`${exhibit.finding}. ${exhibit.altText}`} />;
}

/** The exhibit as it lies on paper: always light, at the width of a page. */
function Paper({ isGrey, ...part }: OnPaper & { readonly isGrey: boolean }) {
  const [measured, { width }] = useRoom<HTMLDivElement>(roomWithin);
  const { exhibit, isSlow } = part.shown;
  return (
    <div className="xs">
      <div ref={measured} />
      {width < 1 ? null : (
        <article
          className={isGrey ? 'paper grey' : 'paper'}
          style={{ width: PAPER_WIDTH, zoom: Math.min(width / PAPER_WIDTH, LARGEST_SCALE) }}
          aria-label={`${exhibit.name} on paper`}
          data-exhibit={exhibit.id}
          tabIndex={0}
        >
          {isSlow ? <Worked {...part.shown} /> : <Drawn {...part} />}
        </article>
      )}
    </div>
  );
}

function Turn({ to, name, label }: { readonly to: ListedExhibit | undefined; readonly name: string; readonly label: string }) {
  const show = useExporting((state) => state.show);
  const said = to === undefined ? `No ${label.toLowerCase()} exhibit` : `${label}: ${to.exhibit.name}`;
  return (
    <button
      type="button"
      className="btn q"
      disabled={to === undefined}
      aria-label={said}
      title={said}
      onClick={() => {
        if (to !== undefined) show(to.exhibit.id);
      }}
    >
      <Icon name={name} small />
    </button>
  );
}

/** One exhibit before the person as the paper will have it, in colour or as a grey copier gives it. */
export function Preview({ listed, shown, unit }: Shown) {
  const [isGrey, setGrey] = useState(false);
  const at = listed.indexOf(shown);
  return (
    <section className="xm" aria-label="Preview">
      <div className="xt">
        <span className="row">
          <Turn to={listed[at - 1]} name="left" label="Previous" />
          <Turn to={listed[at + 1]} name="right" label="Next" />
          <span className="sm t2" aria-live="polite">
            {shown.exhibit.name}, {at + 1} of {listed.length}
          </span>
        </span>
        <span className="row">
          {shown.exhibit.series === undefined ? null : <ViewSwitch />}
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
