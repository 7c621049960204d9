import { project, type Projection } from '../../shared/engine/project.ts';
import { D, ZERO, sum, type Decimal } from '../../shared/money/decimal.ts';
import { foot, footBridge, type BridgeLine } from '../../shared/money/foot.ts';
import { toPence } from '../../shared/money/format.ts';
import { displayStep } from '../../shared/money/units.ts';
import { bridges } from '../../shared/outcomes/bridge.ts';
import { outcomesOf, type Outcomes } from '../../shared/outcomes/positions.ts';
import { breakEven } from '../../shared/realism/break-even.ts';
import { backLoadingOf, concentrationOf } from '../../shared/realism/concentration.ts';
import { tornadoOf } from '../../shared/realism/tornado.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { at, inPence, under, withPlaces, type Figure } from './golden-text.ts';

const YEARS = ['2018/19', '2019/20', '2020/21'] as const;
const TARGET = 3;
const MILLION = new D(1_000_000);
const TENTH_OF_A_MILLION = displayStep({ unit: '£m' });

/** One golden figure a year under `key.2018/19` and so on. Lists start with the base year. */
function yearly(key: string, amounts: readonly (Decimal | undefined)[] | undefined): Figure[] {
  return YEARS.map((label, index) => inPence(`B.${key}.${label}`, at(amounts, index + 1)));
}

function total(...lists: readonly (readonly Decimal[])[]): Decimal[] {
  return [0, 1, 2, TARGET].map((year) => sum(lists.map((list) => list[year] ?? ZERO)));
}

const inMillions = (figure: Decimal): string => figure.div(MILLION).toFixed(1);

function positions({ organisations, system }: Outcomes): Figure[] {
  const board = YEARS.map((label, index): Figure => {
    const footed = foot(
      organisations.map((each) => at(each.reported, index + 1)),
      TENTH_OF_A_MILLION,
    );
    return [`B.board.${label}`, [...footed.figures, footed.total].map(inMillions)];
  });
  return [
    inPence('B.base.system', at(system.reported, 0)),
    ...organisations.flatMap((each) => [
      ...yearly(`dn.${each.id}`, each.doNothing),
      ...yearly(`pre.${each.id}`, each.beforeSupport),
      ...yearly(`final.${each.id}`, each.reported),
    ]),
    ...organisations.filter((each) => each.id !== 'COUNCIL').flatMap((each) => yearly(`risk.${each.id}`, each.riskShare)),
    ...yearly('dn.SYSTEM', system.doNothing),
    ...yearly('final.SYSTEM', system.reported),
    ...yearly('underlying', system.underlying),
    ...yearly('exit', system.exitRunRate),
    ...board,
    inPence('B.headline', at(system.headline, TARGET)),
  ];
}

function capitalFigures(projection: Projection, outcomes: Outcomes): Figure[] {
  const hub = under(projection.capital.schemes, 'C1');
  const charged = at(outcomes.organisations, 2).steps.get('capitalCharges') ?? [];
  return [
    ...yearly('cap.NBV incl. AUC', hub.netBookValue),
    ...yearly('cap.loan outstanding', hub.loanOutstanding),
    ...yearly('cap.relevant net assets', hub.relevantNetAssets),
    ...yearly('cap.depreciation', hub.depreciation),
    ...yearly('cap.PDC dividend 3.5%', hub.pdcDividend),
    ...yearly('cap.loan interest 2.0%', hub.loanInterest),
    ...yearly('cap.running costs', hub.runningCost),
    ...yearly(
      'cap.total revenue cost (COMM)',
      charged.map((amount) => amount.neg()),
    ),
  ];
}

function shiftFigures({ shifts }: Projection, { system }: Outcomes): Figure[] {
  const [first, second] = ['SH1', 'SH2'].map((id) => under(shifts.schemes, id));
  const wards = under(shifts.groups, 'acute-wards');
  const both = (amounts: 'headline' | 'tariffSaved' | 'variableReleased' | 'reprovision'): Decimal[] =>
    total(first?.[amounts] ?? [], second?.[amounts] ?? []);
  const effect = (['shiftHeadline', 'shiftDelivery', 'tariffIllusionShift'] as const).map((step) => system.steps.get(step) ?? []);
  return [
    ...yearly('shift.SH1.act', first?.activity.avoided),
    ...yearly('shift.SH2.act', second?.activity.avoided),
    ...yearly('shift.tariff (2,100 indexed)', first?.activity.tariff),
    ...yearly('shift.variable cost released per spell', first?.activity.variableCost),
    ...yearly('shift.cost per ward', wards.stepCost),
    ...yearly('shift.community unit cost', first?.activity.reprovisionCost),
    ...yearly('shift.headline (plan: tariff less reprovision)', both('headline')),
    ...yearly('shift.commissioner tariff saved = acute income lost', both('tariffSaved')),
    ...yearly('shift.acute variable cost released', both('variableReleased')),
    ...yearly('shift.acute ward-step cost released', wards.costReleased),
    ...yearly('shift.acute stranded cost', under(shifts.stranded, 'ACUTE').stranded),
    ...yearly('shift.community reprovision cost (paid by CCG)', both('reprovision')),
    ...yearly('shift.system effect of shift', total(...effect)),
    ['B.shift.beds', wards.bedsFreed.slice(1).map((beds) => beds.toFixed(6, D.ROUND_HALF_UP))],
    ['B.shift.wards', wards.stepsInMarch.slice(1).map((steps) => steps.toFixed())],
  ];
}

const BARS: Readonly<Record<string, string>> = {
  doNothing: 'Do nothing 2020/21',
  'headline:PROVIDER_PRODUCTIVITY': 'Headline: Provider productivity',
  'headline:WORKFORCE_AGENCY': 'Headline: Workforce/agency',
  'headline:RIGHTCARE_QIPP': 'Headline: RightCare/QIPP',
  'headline:ASC_DEMAND': 'Headline: Demand management (ASC)',
  'headline:BACK_OFFICE': 'Headline: Estates/back office',
  'headline:NON_RECURRENT': 'Headline: Non-recurrent',
  shiftHeadline: 'Headline: acute-to-community shift',
  preventionHeadline: 'Headline: prevention (benefit less cost)',
  timing: 'Timing & non-recurrence',
  capitalNotAvailable: 'Capital not available',
  overlap: 'Overlap between schemes',
  notCashReleasing: 'Not cash-releasing',
  deliveryRisk: 'Delivery risk',
  tariffIllusionSavings: 'Tariff illusion: QIPP (income lost > cost released)',
  shiftDelivery: 'Shift: slippage & delivery',
  tariffIllusionShift: 'Tariff illusion: shift (stranded cost)',
  capitalCharges: 'Capital charges & running costs',
  implementation: 'Implementation costs',
  riskShare: 'Risk-share transfers (net nil)',
  support: 'PSF earned',
  reserves: 'Council reserves used / (added)',
};

function bridgeFigures(projection: Projection): Figure[] {
  const bars = at(bridges(projection), TARGET);
  const lines = bars.map(
    ({ bar, kind, amount }): BridgeLine => (kind === 'position' && bar !== 'doNothing' ? { kind: 'subtotal' } : { kind: 'bar', amount }),
  );
  const footed = footBridge(lines, TENTH_OF_A_MILLION).figures;
  const shown = footed.map((figure, index) => `${lines[index]?.kind === 'subtotal' ? '=' : ''}${inMillions(figure)}`);
  const named = bars.filter(({ kind, bar }) => kind === 'change' || bar === 'doNothing');
  return [...named.map(({ bar, amount }) => inPence(`B.bridge.${BARS[bar] ?? bar}`, amount)), ['B.bridge.display', shown]];
}

/** Concentration and back-loading (model-spec §11.4, §19 (38)). */
function indices(projection: Projection): Figure[] {
  const { index: concentration } = concentrationOf(projection);
  const { index: backLoading } = backLoadingOf(projection);
  if (concentration === undefined || backLoading === undefined) throw new RangeError('Worked example B saves something in each year.');
  return [withPlaces('B.hhi', concentration, 6), withPlaces('B.bli', backLoading, 6)];
}

/** Golden bars, the key of ours and the end that the golden figures print first. */
const TORNADO: readonly { bar: string; key: string; first: 'low' | 'high' }[] = [
  { bar: 'Pay inflation +/-0.5pp', key: 'series.pay.rateByYear', first: 'high' },
  { bar: 'CCG allocation growth -/+0.25pp', key: 'series.allocation.rateByYear', first: 'low' },
  { bar: 'Delivery S1 acute CIP 0.70 / 1.10', key: 'savings.S1.delivery', first: 'low' },
  { bar: 'Delivery S6 ASC 0.40 / 1.00', key: 'savings.S6.delivery', first: 'low' },
  { bar: 'Acute non-demographic growth +/-0.5pp', key: 'series.nonDemographicAcute.rateByYear', first: 'high' },
  { bar: 'Delivery S4 prescribing & CHC 0.50 / 1.10', key: 'savings.S4.delivery', first: 'low' },
  { bar: 'Care package price +/-0.5pp', key: 'series.socialCarePrice.rateByYear', first: 'high' },
  { bar: 'Cost release on contract reduction 20% / 60%', key: 'savings.S9.releaseShare', first: 'low' },
  { bar: 'Hub slippage 12 / 0 months (base 6)', key: 'capital.C1.slippageMonths', first: 'high' },
];

/** Change of the target-year system position before support at both ends of a range (§19 (39)). */
function tornado(projection: Projection): Figure[] {
  const { bars } = tornadoOf(projection);
  return TORNADO.map(({ bar, key, first }): Figure => {
    const found = bars.find((each) => each.key === key);
    if (found === undefined) throw new RangeError(`Worked example B has no range of ${key}.`);
    const ends = first === 'low' ? [found.low, found.high] : [found.high, found.low];
    return [`B.tornado.${bar}`, ends.map(toPence)];
  });
}

/** The golden figures of worked example B as the engine computes them from the shipped file. */
export function figuresOfB(): Figure[] {
  const projection = project(shippedScenario('worked-example-b'));
  const outcomes = outcomesOf(projection);
  const stress = breakEven(projection);
  const prevention = under(projection.prevention, 'PV1');
  return [
    ...positions(outcomes),
    ...capitalFigures(projection, outcomes),
    ...[...projection.savings.schemes].flatMap(([id, scheme]) => yearly(`save.${id}`, scheme.deliverable)),
    ...shiftFigures(projection, outcomes),
    ...yearly('prev.cash', prevention.cashReleasing),
    inPence('B.prev.tail', prevention.cashAfterHorizon),
    ...bridgeFigures(projection),
    inPence('B.reverse.A', stress.constant),
    inPence('B.reverse.B', stress.perDelivery),
    withPlaces('B.reverse.breakeven', stress.beforeSupport.share ?? ZERO, 6),
    withPlaces('B.reverse.bisection', stress.reported.share ?? ZERO, 6),
    ...indices(projection),
    ...tornado(projection),
  ];
}
