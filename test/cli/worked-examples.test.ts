import { describe, expect, test } from 'vitest';
import type { Summary } from '../../shared/outcomes/summary-schema.ts';
import { GOLDEN } from '../golden/golden-text.ts';
import { footing, shipped, summaryIn } from './command-line.ts';

/* Worked examples A and B through the command line, in a process of their own, against the golden values: text for text. */

type Printed = readonly [key: string, printed: unknown];
type ByYear = Readonly<Record<string, string | null>>;
const YEARS = ['2018/19', '2019/20', '2020/21'] as const;
const TARGET = '2020/21';

const outcomeA = footing('project', shipped('worked-example-a'), '--json');
const outcomeB = footing('project', shipped('worked-example-b'), '--json');
const a = summaryIn(outcomeA);
const b = summaryIn(outcomeB);

/** What stands under a key; a test that asks for what is not there is wrong. */
function under<Part>(parts: Readonly<Record<string, Part | null>>, key: string): Part {
  const part = parts[key];
  if (part === undefined || part === null) throw new RangeError(`The summary has nothing under ${key}.`);
  return part;
}

function organisation(summary: Summary, id: string) {
  return under(summary.organisations, id);
}

/** A capital scheme or a shift: what has a name of its own. */
function named<Part extends object>(
  parts: Readonly<Record<string, Part | null>>,
  id: string,
): Extract<Part, { name: string; funded: boolean }> {
  const part = under(parts, id);
  if (!('name' in part && 'funded' in part)) throw new RangeError(`${id} is no scheme.`);
  return part as Extract<Part, { name: string; funded: boolean }>;
}

function yearly(key: string, figures: ByYear): Printed[] {
  return YEARS.map((year) => [`B.${key}.${year}`, figures[year]]);
}

function bar(summary: Summary, year: string, name: string): string {
  const found = under(summary.bridge, year).find((each) => each.bar === name);
  if (found === undefined) throw new RangeError(`The bridge has no bar ${name}.`);
  return found.amount;
}

const IN_2018 = '2018/19';
const line = (id: string): string | undefined => under(a.lines, id)[IN_2018];
const FIGURES_OF_A: readonly Printed[] = [
  ['A.base.ccg', organisation(a, 'CCG').basePosition],
  ['A.base.trust', organisation(a, 'TRUST').basePosition],
  ['A.base.system', a.system.basePosition],
  ['A.dn.allocation', line('ccg-allocation')],
  ['A.dn.contract (CCG->Trust)', under(a.flows, 'trust-contract')[IN_2018]],
  ['A.dn.CCG other care', line('ccg-other-care')],
  ['A.dn.Trust external income', line('trust-external-income')],
  ['A.dn.pay', line('trust-pay')],
  ['A.dn.drugs', line('trust-drugs')],
  ['A.dn.nonpay', line('trust-non-pay')],
  ['A.dn.ccg', organisation(a, 'CCG').doNothing[IN_2018]],
  ['A.dn.trust', organisation(a, 'TRUST').doNothing[IN_2018]],
  ['A.dn.system', a.system.doNothing[IN_2018]],
  ['A.scheme.a1', under(a.schemes, 'S1').headline[IN_2018]],
  ['A.scheme.a2', under(a.schemes, 'S2').headline[IN_2018]],
  ['A.scheme.overlap', bar(a, IN_2018, 'overlap')],
  ['A.scheme.d1', under(a.schemes, 'S1').deliverable[IN_2018]],
  ['A.scheme.d2', under(a.schemes, 'S2').deliverable[IN_2018]],
  ['A.scheme.qipp', under(a.schemes, 'S3').deliverable[IN_2018]],
  ['A.scheme.released', under(a.schemes, 'S3').systemEffect[IN_2018]],
  ['A.result.ccg', organisation(a, 'CCG').reported[IN_2018]],
  ['A.result.trust', organisation(a, 'TRUST').reported[IN_2018]],
  ['A.result.system', a.system.reported[IN_2018]],
  ['A.result.naive', a.system.headline[IN_2018]],
  ['A.breakeven', a.breakEven.beforeSupport],
];

function positionsOfB(): Printed[] {
  const members = ['CCG', 'ACUTE', 'COMM', 'COUNCIL'].map((id) => [id, organisation(b, id)] as const);
  return [
    ['B.base.system', b.system.basePosition],
    ...members.flatMap(([id, each]) => [
      ...yearly(`dn.${id}`, each.doNothing),
      ...yearly(`pre.${id}`, each.beforeSupport),
      ...yearly(`final.${id}`, each.reported),
      ...(id === 'COUNCIL' ? [] : yearly(`risk.${id}`, each.riskShare)),
    ]),
    ...yearly('dn.SYSTEM', b.system.doNothing),
    ...yearly('final.SYSTEM', b.system.reported),
    ...yearly('underlying', b.system.underlying),
    ...yearly('exit', b.system.exitRunRate),
    ['B.headline', b.system.headline[TARGET]],
    ['B.reverse.A', b.breakEven.constant],
    ['B.reverse.B', b.breakEven.perDelivery],
    ['B.reverse.breakeven', b.breakEven.beforeSupport],
    ['B.reverse.bisection', b.breakEven.reported],
  ];
}

function investmentOfB(): Printed[] {
  const hub = named(b.capital, 'C1');
  const [first, second] = [named(b.shifts, 'SH1'), named(b.shifts, 'SH2')];
  const { system, groups, stranded } = b.shifts;
  const wards = under(groups, 'acute-wards');
  return [
    ...yearly('cap.NBV incl. AUC', hub.netBookValue),
    ...yearly('cap.loan outstanding', hub.loanOutstanding),
    ...yearly('cap.relevant net assets', hub.relevantNetAssets),
    ...yearly('cap.depreciation', hub.depreciation),
    ...yearly('cap.PDC dividend 3.5%', hub.pdcDividend),
    ...yearly('cap.loan interest 2.0%', hub.loanInterest),
    ...yearly('cap.running costs', hub.runningCost),
    ...yearly('cap.total revenue cost (COMM)', hub.total),
    ...yearly('shift.SH1.act', first.activity),
    ...yearly('shift.SH2.act', second.activity),
    ...yearly('shift.tariff (2,100 indexed)', first.tariff),
    ...yearly('shift.variable cost released per spell', first.variableCost),
    ...yearly('shift.community unit cost', first.reprovisionCost),
    ...yearly('shift.cost per ward', wards.stepCost),
    ...yearly('shift.headline (plan: tariff less reprovision)', system.headline),
    ...yearly('shift.commissioner tariff saved = acute income lost', system.tariffSaved),
    ...yearly('shift.acute variable cost released', system.variableReleased),
    ...yearly('shift.acute ward-step cost released', system.stepReleased),
    ...yearly('shift.acute stranded cost', under(stranded, 'ACUTE').stranded),
    ...yearly('shift.community reprovision cost (paid by CCG)', system.reprovision),
    ...yearly('shift.system effect of shift', system.systemEffect),
    ['B.shift.beds', YEARS.map((year) => system.bedsFreed[year])],
    ['B.shift.wards', YEARS.map((year) => system.wardsClosed[year])],
    ...yearly('prev.cash', under(b.prevention, 'PV1').cashReleasing),
    ['B.prev.tail', under(b.prevention, 'PV1').cashAfterHorizon],
  ];
}

const BARS: Readonly<Record<string, string>> = {
  'Do nothing 2020/21': 'doNothing',
  'Headline: Provider productivity': 'headline:PROVIDER_PRODUCTIVITY',
  'Headline: Workforce/agency': 'headline:WORKFORCE_AGENCY',
  'Headline: RightCare/QIPP': 'headline:RIGHTCARE_QIPP',
  'Headline: Demand management (ASC)': 'headline:ASC_DEMAND',
  'Headline: Estates/back office': 'headline:BACK_OFFICE',
  'Headline: Non-recurrent': 'headline:NON_RECURRENT',
  'Headline: acute-to-community shift': 'shiftHeadline',
  'Headline: prevention (benefit less cost)': 'preventionHeadline',
  'Timing & non-recurrence': 'timing',
  'Capital not available': 'capitalNotAvailable',
  'Overlap between schemes': 'overlap',
  'Not cash-releasing': 'notCashReleasing',
  'Delivery risk': 'deliveryRisk',
  'Tariff illusion: QIPP (income lost > cost released)': 'tariffIllusionSavings',
  'Shift: slippage & delivery': 'shiftDelivery',
  'Tariff illusion: shift (stranded cost)': 'tariffIllusionShift',
  'Capital charges & running costs': 'capitalCharges',
  'Implementation costs': 'implementation',
  'Risk-share transfers (net nil)': 'riskShare',
  'PSF earned': 'support',
  'Council reserves used / (added)': 'reserves',
};

const FIGURES_OF_B: readonly Printed[] = [
  ...positionsOfB(),
  ...investmentOfB(),
  ...['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'].flatMap((id) => yearly(`save.${id}`, under(b.schemes, id).deliverable)),
  ...Object.entries(BARS).map(([words, name]): Printed => [`B.bridge.${words}`, bar(b, TARGET, name)]),
];

/** The printed figures of one column of a table, top down, as the golden values write them: no brackets, no rules, `–` for nil. */
function column(text: string, { from, to, heading }: { from: string; to: string; heading: string }): string[] {
  const lines = text.slice(text.indexOf(from), text.indexOf(to)).split('\n');
  const head = lines.findIndex((each) => each.startsWith('£m') && each.trimEnd().endsWith(heading));
  const end = lines.findIndex((each, index) => index > head && each.includes('═'));
  const cells = lines.slice(head + 1, end).map((each) => /(\(?[\d,]+\.\d\)?|–)\s*$/.exec(each)?.[1]);
  return cells.filter((cell) => cell !== undefined).map((cell) => (cell === '–' ? '0.0' : cell.replace(/^\((.*)\)$/, '-$1')));
}

describe('worked examples through the command line', () => {
  test('both end well and say nothing on the side', () => {
    expect([outcomeA.code, outcomeA.errors]).toEqual([0, '']);
    expect([outcomeB.code, outcomeB.errors]).toEqual([0, '']);
  });

  test.each([...FIGURES_OF_A, ...FIGURES_OF_B])('%s', (key, printed) => {
    expect(GOLDEN).toHaveProperty([key]);
    expect(printed).toEqual(GOLDEN[key]);
  });

  test('every golden value of A and B is printed as JSON or text, save those of the realism panel', () => {
    const printed = [...FIGURES_OF_A, ...FIGURES_OF_B].map(([key]) => key);
    const left = Object.keys(GOLDEN).filter((key) => /^[AB]\./.test(key) && !printed.includes(key));
    const inTables = ['A.foot', 'B.board.2018/19', 'B.board.2019/20', 'B.board.2020/21', 'B.bridge.display'];
    expect(left.filter((key) => !key.startsWith('B.tornado.')).sort()).toEqual([...inTables, 'B.bli', 'B.hhi'].sort());
  });

  test.each(YEARS)('the reported column of %s is the footed one', (year) => {
    const { out } = footing('project', shipped('worked-example-b'), '--year', year);
    expect(column(out, { from: 'Organisations, ', to: 'Council: balance', heading: 'Reported' })).toEqual(GOLDEN[`B.board.${year}`]);
  });

  test('the bridge of 2020/21 is printed as footed', () => {
    const { out } = footing('project', shipped('worked-example-b'));
    const expected = (GOLDEN['B.bridge.display'] as string[]).map((cell) => cell.replace('=', ''));
    expect(column(out, { from: 'Bridge, 2020/21', to: 'Capital by source', heading: '£m' })).toEqual(expected);
  });
});
