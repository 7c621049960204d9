import { useMemo, useState } from 'react';
import { BarTrack, scaleOfBars, type TrackScale } from '../../components/BarTrack.tsx';
import { Explains } from '../../components/Explains.tsx';
import { Figure } from '../../components/Figure.tsx';
import { foot } from '../../../shared/money/foot.ts';
import { sum, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { programmesOf, type ProgrammeWorth } from '../../../shared/outcomes/programmes.ts';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';
import type { BoardPart } from './board-part.ts';

/** Programmes that stand by themselves; where there are more, the smaller ones are one row until they are asked for. */
const MOST_ROWS = 6;
const ROWS_WITH_OTHERS = 4;

type Line = { readonly worth: ProgrammeWorth; readonly claimed: Shown; readonly counts: Shown };

const NOTHING: Shown = { exact: ZERO, figure: ZERO };

/** A column whose parts add up as shown to a total that is rounded plainly. */
function column(amounts: readonly Decimal[], step: Decimal): { parts: Shown[]; total: Shown } {
  const footed = foot(amounts, step);
  return {
    parts: amounts.map((exact, index) => ({ exact, figure: footed.figures[index] ?? ZERO })),
    total: { exact: sum(amounts), figure: footed.total },
  };
}

function together(shown: readonly Shown[]): Shown {
  return { exact: sum(shown.map(({ exact }) => exact)), figure: sum(shown.map(({ figure }) => figure)) };
}

function Amount({ shown, path, part }: { readonly shown: Shown; readonly path: string | undefined; readonly part: BoardPart }) {
  const figure = <Figure shown={shown} unit={part.unit} />;
  return path === undefined ? (
    figure
  ) : (
    <Explains path={path} trial={part.trial}>
      {figure}
    </Explains>
  );
}

function Row({ line, part, scale }: { readonly line: Line; readonly part: BoardPart; readonly scale: TrackScale }) {
  const { worth, claimed, counts } = line;
  return (
    <tr>
      <th scope="row" className="wraps">
        {worth.name}
      </th>
      <td className="num">
        <Amount shown={claimed} path={worth.claimedFigure} part={part} />
      </td>
      <td className="num b">
        <Amount shown={counts} path={worth.countsFigure} part={part} />
      </td>
      <td className="tk">
        <BarTrack
          scale={scale}
          bars={[
            { to: claimed.exact, look: 'claimed' },
            { to: counts.exact, look: 'position' },
          ]}
        />
      </td>
    </tr>
  );
}

/** The smaller programmes as one row, which opens to all of them. */
function Others({ lines, part, onOpen }: { readonly lines: readonly Line[]; readonly part: BoardPart; readonly onOpen: () => void }) {
  if (lines.length === 0) return null;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="lnk" onClick={onOpen}>
          {lines.length} more
        </button>
      </th>
      <td className="num">
        <Figure shown={together(lines.map(({ claimed }) => claimed))} unit={part.unit} />
      </td>
      <td className="num b">
        <Figure shown={together(lines.map(({ counts }) => counts))} unit={part.unit} />
      </td>
      <td />
    </tr>
  );
}

function useLines({ results }: BoardPart): { lines: Line[]; claimed: Shown; counts: Shown } {
  const { figures, projection } = results;
  return useMemo(() => {
    const programmes = programmesOf(projection, projection.frame.target);
    const claimed = column(
      programmes.map((each) => each.claimed),
      figures.step,
    );
    const counts = column(
      programmes.map((each) => each.counts),
      figures.step,
    );
    const lines = programmes.map((worth, index): Line => {
      return { worth, claimed: claimed.parts[index] ?? NOTHING, counts: counts.parts[index] ?? NOTHING };
    });
    return { lines, claimed: claimed.total, counts: counts.total };
  }, [figures.step, projection]);
}

/** What each programme claims and what of it counts, largest first; both columns foot. */
export function Programmes(part: BoardPart) {
  const { figures, projection } = part.results;
  const { lines, claimed, counts } = useLines(part);
  const [isWhole, setIsWhole] = useState(false);
  if (lines.length === 0) return null;
  const kept = isWhole || lines.length <= MOST_ROWS ? lines.length : ROWS_WITH_OTHERS;
  const scale = scaleOfBars(lines.flatMap((line) => [line.claimed.exact, line.counts.exact]));
  return (
    <section aria-labelledby="programmes">
      <h2 className="ex" id="programmes">
        What each programme is worth
      </h2>
      <p className="exs">
        {figures.label(projection.frame.target)}, {part.unit}. Outline: claimed. Solid: what the system keeps.
      </p>
      <table className="tbl prog" aria-labelledby="programmes">
        <thead>
          <tr>
            <th scope="col">Programme</th>
            <th scope="col" className="num">
              Claimed
            </th>
            <th scope="col" className="num">
              Counts
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, kept).map((line) => (
            <Row key={line.worth.key} line={line} part={part} scale={scale} />
          ))}
          <Others
            lines={lines.slice(kept)}
            part={part}
            onOpen={() => {
              setIsWhole(true);
            }}
          />
          <tr className="tot">
            <th scope="row">All programmes</th>
            <td className="num">
              <Figure shown={claimed} unit={part.unit} />
            </td>
            <td className="num">
              <Figure shown={counts} unit={part.unit} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}
