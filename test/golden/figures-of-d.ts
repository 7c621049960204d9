import { combinedOptimismBound } from '../../shared/engine/capital-funding.ts';
import { overlapFactor } from '../../shared/engine/overlap.ts';
import { shareVariance } from '../../shared/engine/settlement.ts';
import { exitLevel, inYearShare, slipByMonths, type Ramp } from '../../shared/calendar/phasing.ts';
import { D, ONE, ZERO, type Decimal } from '../../shared/money/decimal.ts';
import { foot } from '../../shared/money/foot.ts';
import { formatFigure, roundHalfUp, toPence } from '../../shared/money/format.ts';
import { backLoadingIndex } from '../../shared/realism/concentration.ts';
import { triangleOf, triangularQuantile } from '../../shared/realism/simulation/triangle.ts';
import { building, byYear, run, shift } from '../support/bare-system.ts';
import { at, under, type Figure } from './golden-text.ts';

const decimals = (...figures: readonly (string | number)[]): Decimal[] => figures.map((figure) => new D(figure));
const tenPlaces = (figure: Decimal): string => roundHalfUp(figure, 10).toFixed(10);

function phasing(): Figure[] {
  const linear: Ramp = { shape: 'LINEAR', startMonth: 12, rampMonths: 24 };
  const curve: Ramp = { shape: 'S_CURVE', startMonth: 18, rampMonths: 24 };
  const step: Ramp = { shape: 'STEP', startMonth: 15, rampMonths: 0 };
  const inYears = (ramp: Ramp, ...years: number[]): string[] => years.map((year) => tenPlaces(inYearShare(ramp, year)));
  const slip = (months: number): Figure => [
    `D.slip_spend [100,200] by ${String(months)} months`,
    slipByMonths(decimals(100, 200), months).map(toPence),
  ];
  return [
    ['D.in_year LINEAR s=12 d=24 t=1,2,3', inYears(linear, 1, 2, 3)],
    ['D.in_year LINEAR s=42 d=6 t=3', tenPlaces(inYearShare({ shape: 'LINEAR', startMonth: 42, rampMonths: 6 }, 3))],
    ['D.in_year S_CURVE s=18 d=24 t=1,2,3', inYears(curve, 1, 2, 3)],
    ['D.in_year STEP s=15 t=1,2', inYears(step, 1, 2)],
    ['D.exit_level S_CURVE s=18 d=24 t=1,2,3', [1, 2, 3].map((year) => tenPlaces(exitLevel(curve, year)))],
    ...[0, 6, 12, 15].map(slip),
  ];
}

function overlaps(): Figure[] {
  const factor = (pool: number, ...amounts: number[]): Figure => [
    `D.overlap pool ${String(pool)} amounts (${amounts.join(', ')})`,
    tenPlaces(overlapFactor(new D(pool), decimals(...amounts))),
  ];
  return [factor(100, 60, 70), factor(100, 150, 20), factor(0, 5, 5), factor(100, 0, 0)];
}

type Case = { name: string; variances: readonly [number, number, number]; inScopeShare?: Decimal; deadBand?: Decimal; cap?: Decimal };
const RISK_SHARES: readonly Case[] = [
  { name: 'loss, capped', variances: [-800, -100, -100], cap: new D(600) },
  { name: 'gain, uncapped', variances: [300, -50, 0] },
  { name: 'inside dead-band', variances: [30, -20, 0], deadBand: new D(25) },
  { name: 'nets to zero', variances: [100, -60, -40] },
  { name: 'half in scope', variances: [-400, 0, 0], inScopeShare: new D('0.5') },
];

function riskShares(): Figure[] {
  const weights = decimals('0.5', '0.3', '0.2');
  return RISK_SHARES.map(({ name, variances, inScopeShare = ONE, deadBand = ZERO, cap }): Figure => {
    const members = variances.map((variance, index) => {
      const weight = at(weights, index);
      return { organisation: String(index), variance: new D(variance), gainWeight: weight, lossWeight: weight };
    });
    const { pool, transfers } = shareVariance(members, { inScopeShare, deadBand, cap });
    return [`D.risk share: ${name}`, [pool, ...transfers.values()].map(toPence)];
  });
}

function footing(): Figure[] {
  const inTenths = (texts: readonly string[], pin?: number): string[] => {
    const footed = foot(decimals(...texts), new D('0.1'), pin === undefined ? {} : { pin });
    return [...footed.figures, footed.total].map((figure) => figure.toFixed(1));
  };
  const column = (...texts: string[]): Figure => [`D.foot 1dp (${texts.map((text) => `'${text}'`).join(', ')})`, inTenths(texts)];
  const rowOfA = ['-3.644', '0.975', '-0.034', '-0.185', '0.480', '-0.312'];
  return [
    column('1.05', '1.05', '1.05'),
    column('0.04', '-0.04', '0.04'),
    column(...rowOfA),
    ['D.foot 1dp, first pinned', inTenths(rowOfA, 0)],
    ['D.brackets(-0.04, 1dp)', formatFigure(new D('-0.04'), 1)],
    ['D.brackets(-1234.565)', formatFigure(new D('-1234.565'), 2)],
  ];
}

/** Vectors that only a whole projection computes: beds of a shift, an instalment loan, a council's MRP. */
function projected(): Figure[] {
  const beds = run({
    shifts: [shift({ activityPerYear: '2000', lengthOfStayDays: '6', occupancy: '0.92', stepGroup: 'W1' })],
    stepGroups: [{ id: 'W1', name: 'Wards', organisation: 'TRUST' }],
  }).projection.shifts.groups;
  const loan = run({
    capital: [
      building({
        baseCostByYear: byYear('3000000'),
        funding: [{ source: 'LOAN', share: '1' }],
        loanRate: '0.02',
        loanTermYears: '20',
      }),
    ],
  }).projection.capital.schemes;
  const borrowing = run({
    capital: [
      building({
        organisation: 'COUNCIL',
        baseCostByYear: byYear('2400000'),
        lifeYears: '40',
        funding: [{ source: 'COUNCIL_BORROWING', share: '1' }],
      }),
    ],
  }).projection.capital.schemes;
  const repaid = under(loan, 'C1');
  return [
    ['D.beds 2,000 spells x 6.0 days at 92%', tenPlaces(at(under(beds, 'W1').bedsFreed, 3))],
    ['D.EIP loan 3.0m 20y 2.0%: year-1 repayment, interest', [toPence(at(repaid.principal, 2)), toPence(at(repaid.loanInterest, 2))]],
    ['D.council MRP 2.4m over 40y', toPence(at(under(borrowing, 'C1').minimumRevenueProvision, 2))],
    ['D.combined optimism bias 30% non-standard, 70% standard', combinedOptimismBound(new D('0.3')).toFixed(4)],
  ];
}

/** The index of increases that are given, as a plan's own would be (model-spec §11.4). */
function backLoading(): Figure[] {
  return [[1, 1, 1], [3, 0, 0], [0, 0, 3], [1, 2, 6], [0, 0, 0]].map((increases): Figure => {
    const index = backLoadingIndex(increases.map((increase) => new D(increase)));
    return [`D.back-loading index (${increases.join(', ')})`, index === undefined ? 'n/a' : tenPlaces(index)];
  });
}

/** The inverse of a triangle, to ten places. */
function triangularInverse(): Figure {
  const triangle = triangleOf({ low: 0.73, likely: 0.85, high: 1 });
  const quantiles = [0.1, 0.5, 0.9].map((u) => triangularQuantile(triangle, u).toFixed(10));
  return ['D.triangular inverse (0.73,0.85,1.00) u=.1,.5,.9', quantiles];
}

/** The golden unit vectors of section D as the building blocks of the engine compute them. */
export function figuresOfD(): Figure[] {
  return [...phasing(), ...overlaps(), ...riskShares(), ...footing(), ...projected(), ...backLoading(), triangularInverse()];
}
