import { monthLabel } from '../../../shared/calendar/financial-year.ts';
import { monthLevel, type Ramp, type RampShape } from '../../../shared/calendar/phasing.ts';
import { formatPercent } from '../../../shared/money/format.ts';
import { decimal } from '../../../shared/money/decimal.ts';
import { lengthOf } from '../../../charts/drawing/scale.ts';
import type { SavingsOutcome } from '../../../shared/engine/savings.ts';
import type { SavingsScheme } from '../../../shared/scenario/schema.ts';
import type { Results } from '../../state/projection.ts';
import { shortYear } from './sheets/sheet-context.ts';

const WIDTH = 200;
const HEIGHT = 56;
const BASE = 40;
const TOP = 6;

type Profile = SavingsScheme['profile'];

function shapeOf(profile: Profile): RampShape | null {
  return profile.kind === 'LINEAR' || profile.kind === 'S_CURVE' || profile.kind === 'STEP' ? profile.kind : null;
}

/** The ramp month by month, from 0 to 1. */
function levels(ramp: Ramp, months: number): readonly number[] {
  return Array.from({ length: months }, (_, month) => lengthOf(monthLevel(ramp, month), '£'));
}

function pathOf(points: readonly number[]): string {
  const x = (index: number): string => ((WIDTH * index) / Math.max(points.length, 1)).toFixed(1);
  const y = (level: number): string => (BASE - (BASE - TOP) * Math.min(Math.max(level, 0), 1)).toFixed(1);
  return points.map((level, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(level)} H${x(index + 1)}`).join(' ');
}

/** Shares of a year as steps, where the profile is entered so. */
function stepsOf(profile: Profile, years: readonly string[]): readonly number[] | null {
  if (profile.kind !== 'CUSTOM') return null;
  return years.map((year) => Number(profile.shareByYear[year]?.value ?? '0'));
}

function wordsOf(profile: Profile, start: number, baseYear: string): string {
  if (profile.kind === 'PROGRAMME') return 'A rate of the cost base each year';
  if (profile.kind === 'NON_RECURRENT') return 'In single years, once each';
  if (profile.kind === 'CUSTOM')
    return Object.values(profile.shareByYear)
      .map(({ value }) => formatPercent(decimal(value), 0))
      .join(' / ');
  const ramp = Number(profile.rampMonths?.value ?? '0');
  const from = monthLabel(baseYear, start);
  return ramp === 0 ? `All at once, ${from}` : `${from} to ${monthLabel(baseYear, start + ramp)}`;
}

/** How a scheme ramps up, as a small picture: as planned dotted, and as capital and slippage allow. */
export function RampPicture({ outcome, results }: { readonly outcome: SavingsOutcome; readonly results: Results }) {
  const { frame } = results.projection;
  const { profile } = outcome.scheme;
  const { plannedStart, effectiveStart } = outcome.timing;
  const shape = shapeOf(profile);
  const rampMonths =
    profile.kind === 'LINEAR' || profile.kind === 'S_CURVE' || profile.kind === 'STEP' ? Number(profile.rampMonths?.value ?? '0') : 0;
  const months = (frame.yearCount + 1) * 12;
  const drawn = shape === null ? stepsOf(profile, frame.years) : levels({ shape, startMonth: effectiveStart, rampMonths }, months);
  const words = wordsOf(profile, effectiveStart, frame.scenario.baseYear);
  return (
    <figure className="ramp">
      <figcaption className="sm t2">{words}</figcaption>
      {drawn === null ? null : (
        <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={`Ramp: ${words}`}>
          {frame.years.map((label, year) => (
            <text key={label} className="tick" x={(WIDTH * (year + 0.5)) / frame.years.length} y={HEIGHT - 3} textAnchor="middle">
              {shortYear(label)}
            </text>
          ))}
          <line className="grid-line" x1="0" x2={WIDTH} y1={TOP} y2={TOP} />
          {shape !== null && effectiveStart !== plannedStart ? (
            <path className="ramp-planned" d={pathOf(levels({ shape, startMonth: plannedStart, rampMonths }, months))} />
          ) : null}
          <path className="ramp-line" d={pathOf(drawn)} />
          <line className="zero-line" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
        </svg>
      )}
    </figure>
  );
}
