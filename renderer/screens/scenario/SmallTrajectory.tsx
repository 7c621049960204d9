import { ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { formatMoney } from '../../../shared/money/format.ts';
import { lengthOf } from '../../../charts/drawing/scale.ts';
import { spread } from '../../../charts/drawing/spread.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Measure } from '../../../shared/outcomes/positions.ts';
import type { Results } from '../../state/projection.ts';
import { shortYear } from './sheets/sheet-context.ts';

const WIDTH = 224;
const HEIGHT = 132;
const LEFT = 14;
const RIGHT = 160;
const TOP = 10;
const BOTTOM = 110;
/** Space that the two lines of a label at the end of a line take. */
const LABEL_GAP = 24;

type Curve = { readonly measure: Measure; readonly name: string; readonly className: string };
const CURVES: readonly Curve[] = [
  { measure: 'doNothing', name: 'do nothing', className: 'curve nothing' },
  { measure: 'headline', name: 'plan', className: 'curve plan' },
  { measure: 'reported', name: 'reported', className: 'curve reported' },
];

/** Where years and amounts stand, in pixels. */
function placesOf(results: Results): { x: (year: number) => number; y: (amount: Decimal) => number } {
  const { frame } = results.projection;
  const amounts = CURVES.flatMap(({ measure }) => results.outcomes.system[measure]).map((amount) => lengthOf(amount, '£m'));
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const span = high - low === 0 ? 1 : high - low;
  return {
    x: (year) => LEFT + ((RIGHT - LEFT) * year) / Math.max(frame.yearCount, 1),
    y: (amount) => BOTTOM - ((BOTTOM - TOP) * (lengthOf(amount, '£m') - low)) / span,
  };
}

function Axis({
  results,
  x,
  y,
}: {
  readonly results: Results;
  readonly x: (year: number) => number;
  readonly y: (amount: Decimal) => number;
}) {
  const { years, yearCount } = results.projection.frame;
  const step = Math.ceil((yearCount + 1) / 4);
  return (
    <>
      {years.map((label, year) => (
        <g key={label}>
          <line className="grid-line" x1={x(year)} x2={x(year)} y1={TOP - 2} y2={BOTTOM + 4} />
          {(yearCount - year) % step === 0 ? (
            <text className="tick" x={x(year)} y={HEIGHT - 4} textAnchor="middle">
              {shortYear(label)}
            </text>
          ) : null}
        </g>
      ))}
      <line className="zero-line" x1={LEFT} x2={RIGHT} y1={y(ZERO)} y2={y(ZERO)} />
    </>
  );
}

/** Do nothing, the plan and what is reported, year by year, in the width of the panel; the figures at its end say it in words too. */
export function SmallTrajectory({ results, unit }: { readonly results: Results; readonly unit: MoneyUnit }) {
  const { system } = results.outcomes;
  const { yearCount, years } = results.projection.frame;
  const { x, y } = placesOf(results);
  const last = CURVES.map(({ measure }) => system[measure][yearCount] ?? ZERO);
  const labels = spread(last.map(y), { gap: LABEL_GAP, from: TOP, to: BOTTOM - LABEL_GAP / 2 });
  const said = CURVES.map(({ name }, index) => `${name} ${formatMoney(last[index] ?? ZERO, { unit })}`).join(', ');
  return (
    <svg
      className="small-trajectory"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={`Trajectory to ${years[yearCount] ?? ''}, ${unit}: ${said}`}
    >
      <Axis results={results} x={x} y={y} />
      {CURVES.map(({ measure, className, name }, index) => (
        <g key={measure}>
          <polyline
            className={className}
            points={system[measure].map((amount, year) => `${x(year).toFixed(1)},${y(amount).toFixed(1)}`).join(' ')}
          />
          <text className="end" x={RIGHT + 7} y={(labels[index] ?? 0) + 3}>
            {formatMoney(last[index] ?? ZERO, { unit, nil: 'digits' })}
          </text>
          <text className="end-name" x={RIGHT + 7} y={(labels[index] ?? 0) + 14}>
            {name}
          </text>
        </g>
      ))}
      <circle className="end-dot" cx={x(yearCount)} cy={y(last[2] ?? ZERO)} r="3" />
    </svg>
  );
}
