import { D, ONE, TOLERANCE, ZERO, isAtLeast, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { figure, figuresByYear } from './frame.ts';
import { STEPS, foldByYear, type Step } from './ledger.ts';
import type { Projection } from './project.ts';

/** One check of model-spec §12: it holds, or its detail says where and by how much it fails. */
export type Check = { readonly id: string; readonly holds: boolean; readonly detail: string };

/** Sums of shares may miss 1 by this much (rule E1). */
const SHARE_TOLERANCE = new D('0.000000001');

const isNil = (amount: Decimal): boolean => amount.abs().lte(TOLERANCE);

/** The first year in which a difference is not nil, as a check. */
function nilInEveryYear(projection: Projection, id: string, holdsDetail: string, differenceIn: (year: number) => Decimal): Check {
  const { years } = projection.frame;
  for (let year = 0; year < years.length; year += 1) {
    const difference = differenceIn(year);
    if (!isNil(difference)) return { id, holds: false, detail: `${years[year] ?? ''}: out by £${difference.toFixed(2)}` };
  }
  return { id, holds: true, detail: holdsDetail };
}

function total(amounts: Iterable<readonly Decimal[]>, year: number): Decimal {
  let result = ZERO;
  for (const years of amounts) result = plus(result, years[year] ?? ZERO);
  return result;
}

/** C1: the system's do nothing is external income less external cost, added up from the lines and not from the ledger. */
function consolidation(projection: Projection): Check {
  const { frame, doNothing, entries } = projection;
  const posted = foldByYear(entries, frame.yearCount, (entry) => (entry.step === 'doNothing' ? 'system' : undefined)).get('system') ?? [];
  const external = frame.years.map((_, year) => {
    let amount = ZERO;
    for (const line of frame.scenario.lines) {
      const scale = frame.organisations.get(line.organisation)?.inScopeShare;
      const recurrent = doNothing.lines.get(line.id);
      if (recurrent === undefined) continue;
      const once = figuresByYear(frame, line.nonRecurrentByYear)[year] ?? ZERO;
      const size = plus(recurrent[year] ?? ZERO, times(once, scale === undefined ? ONE : figure(scale)));
      amount = line.kind === 'INCOME' ? plus(amount, size) : amount.minus(size);
    }
    return amount.minus(total(doNothing.mismatches.values(), year));
  });
  return nilInEveryYear(projection, 'C1', 'System do nothing equals external income less external cost', (year) =>
    (posted[year] ?? ZERO).minus(external[year] ?? ZERO),
  );
}

/** C2: what members pay each other cancels, in the do nothing and in every later step. */
function eliminations(projection: Projection): Check {
  const sums = foldByYear(projection.entries, projection.frame.yearCount, (entry) => (entry.betweenMembers ? entry.source : undefined));
  for (const [source, years] of sums) {
    const year = years.findIndex((amount) => !isNil(amount));
    if (year >= 0)
      return {
        id: 'C2',
        holds: false,
        detail: `${source}, ${projection.frame.years[year] ?? ''}: the members' two sides differ by £${(years[year] ?? ZERO).toFixed(2)}`,
      };
  }
  return { id: 'C2', holds: true, detail: 'Flows between members cancel' };
}

function sharesSumToOne(id: string, groups: readonly { name: string; shares: readonly Decimal[] }[], holdsDetail: string): Check {
  const wrong = groups.find((group) => group.shares.length > 0 && sum(group.shares).minus(ONE).abs().gt(SHARE_TOLERANCE));
  return wrong === undefined
    ? { id, holds: true, detail: holdsDetail }
    : { id, holds: false, detail: `${wrong.name}: shares add up to ${sum(wrong.shares).toString()}, not 1` };
}

/** C4: funding mixes sum to 1, and what is spent equals what the sources give. */
function funding(projection: Projection): Check {
  const { frame, capital } = projection;
  const mixes = frame.scenario.capital.filter((scheme) => capital.funding.funded.has(scheme.id) && scheme.funding.length > 0);
  const shares = sharesSumToOne(
    'C4',
    mixes.map((scheme) => ({ name: scheme.name, shares: scheme.funding.map((part) => figure(part.share)) })),
    'Funding mixes sum to 1 and spend equals funding',
  );
  if (!shares.holds) return shares;
  const unfinanced = frame.scenario.capital.filter((scheme) => capital.funding.funded.has(scheme.id) && scheme.funding.length === 0);
  const bare = unfinanced.find((scheme) => !(capital.funding.plans.get(scheme.id)?.total ?? ZERO).isZero());
  if (bare !== undefined) return { id: 'C4', holds: false, detail: `${bare.name}: money is spent and no source pays for it` };
  return nilInEveryYear(projection, 'C4', shares.detail, (year) =>
    total(
      [...capital.schemes.values()].map((scheme) => scheme.spend),
      year,
    ).minus(sum(capital.funding.sources.map((source) => source.funded[year] ?? ZERO))),
  );
}

/** C5: transfers of every agreement sum to nil in every year. */
function riskShare(projection: Projection): Check {
  return nilInEveryYear(projection, 'C5', 'Risk-share transfers sum to nil', (year) =>
    total(projection.settlement.transfers.values(), year),
  );
}

/** C6: the steps of the ledger add up to the reported position that the settlement found. */
function bridgeFoots(projection: Projection): Check {
  const { frame, entries, settlement } = projection;
  const bars = foldByYear(entries, frame.yearCount, (entry) => entry.step);
  return nilInEveryYear(projection, 'C6', 'Bridge adds up to reported', (year) =>
    sum(STEPS.map((step: Step) => bars.get(step)?.[year] ?? ZERO)).minus(total(settlement.reported.values(), year)),
  );
}

/** C7: the rungs posted for each scheme add up to what its owners keep: the deliverable. */
function ladders(projection: Projection): Check {
  const rungs: ReadonlySet<Step> = new Set<Step>([
    'headline',
    'timing',
    'capitalNotAvailable',
    'overlap',
    'notCashReleasing',
    'deliveryRisk',
  ]);
  const { schemes } = projection.savings;
  const posted = foldByYear(projection.entries, projection.frame.yearCount, (entry) =>
    rungs.has(entry.step) && schemes.has(entry.source) ? entry.source : undefined,
  );
  for (const [id, outcome] of schemes) {
    const failed = nilInEveryYear(projection, 'C7', '', (year) =>
      year === 0 ? ZERO : (posted.get(id)?.[year] ?? ZERO).minus(outcome.deliverable[year] ?? ZERO),
    );
    if (!failed.holds) return { ...failed, detail: `${outcome.scheme.name}, ${failed.detail}` };
  }
  return { id: 'C7', holds: true, detail: 'Ladder rungs add up to the deliverable saving' };
}

/** C8: organisations add up to the system, reported, in every year. */
function organisationsAddUp(projection: Projection): Check {
  const { frame, entries, settlement } = projection;
  const system = foldByYear(entries, frame.yearCount, () => 'system').get('system') ?? [];
  return nilInEveryYear(projection, 'C8', 'Organisations add up to the system in every year', (year) =>
    (system[year] ?? ZERO).minus(total(settlement.reported.values(), year)),
  );
}

/** C9: growth of beds and closures agree. It warns in words where it cannot tell (model-spec §7.2). */
function bedGrowth(projection: Projection): Check {
  const notes: string[] = [];
  for (const release of projection.shifts.groups.values()) {
    if (release.stepsInMarch.every((steps) => steps.isZero())) continue;
    if (release.netCapacity === undefined)
      notes.push(`${release.group.name}: base capacity is blank, so closures cannot be told from avoided growth`);
    const payLine = projection.frame.scenario.lines.find((line) => line.id === release.group.payLine);
    if (payLine?.elasticity !== undefined && figure(payLine.elasticity).isZero())
      notes.push(`${release.group.name}: its pay line does not follow activity, so released wards may release no cost`);
  }
  const contradicted = [...projection.shifts.groups.values()].find((release) =>
    release.costReleased.some(
      (amount, year) => !amount.isZero() && (release.stepsInMarch[year] ?? ZERO).isZero() && (release.bedsFreed[year] ?? ZERO).isZero(),
    ),
  );
  if (contradicted !== undefined)
    return { id: 'C9', holds: false, detail: `${contradicted.group.name}: cost is released and no bed is freed` };
  return { id: 'C9', holds: true, detail: notes.length === 0 ? 'Bed growth and closures agree' : notes.join('; ') };
}

/** C10: reserves are never drawn below their minimum; a council may open below it (§19 (36)). */
function reserves(projection: Projection): Check {
  for (const [id, years] of projection.settlement.reserves) {
    const stated = projection.frame.scenario.reserves.find((each) => each.organisation === id);
    const minimum = stated === undefined ? ZERO : figure(stated.minimum);
    const year = years.findIndex((each) => each !== undefined && !each.used.isZero() && !isAtLeast(each.closing, minimum));
    if (year >= 0)
      return {
        id: 'C10',
        holds: false,
        detail: `${id}, ${projection.frame.years[year] ?? ''}: reserves drawn to £${(years[year]?.closing ?? ZERO).toFixed(2)}, below the minimum`,
      };
  }
  return { id: 'C10', holds: true, detail: 'Reserves are never drawn below the minimum' };
}

/** C13: net book value is spend to date less depreciation to date. */
function netBookValues(projection: Projection): Check {
  for (const [id, outcome] of projection.capital.schemes) {
    const scheme = projection.capital.funding.plans.get(id)?.scheme;
    const pfi = sum((scheme?.funding ?? []).filter((part) => part.source === 'PFI_LEASE').map((part) => figure(part.share)));
    let carried = ZERO;
    const check = nilInEveryYear(projection, 'C13', '', (year) => {
      carried = plus(carried, times(outcome.spend[year] ?? ZERO, ONE.minus(pfi))).minus(outcome.depreciation[year] ?? ZERO);
      return carried.minus(outcome.netBookValue[year] ?? ZERO);
    });
    if (!check.holds) return { ...check, detail: `${scheme?.name ?? id}, ${check.detail}` };
  }
  return { id: 'C13', holds: true, detail: 'Net book values roll forward' };
}

/** C14: the baseline of each organisation agrees to the figure that its finance director signed off, where there is one. */
function signedOffBaselines(projection: Projection): Check {
  const { frame, positions } = projection;
  const signed = frame.scenario.organisations.filter((organisation) => organisation.signedOffBaseline !== undefined);
  for (const organisation of signed) {
    const difference = (positions.beforeSupport.get(organisation.id)?.[0] ?? ZERO).minus(
      organisation.signedOffBaseline === undefined ? ZERO : figure(organisation.signedOffBaseline.position),
    );
    if (!isNil(difference))
      return {
        id: 'C14',
        holds: false,
        detail: `${organisation.name}: baseline differs from the signed-off figure by £${difference.toFixed(2)}`,
      };
  }
  return {
    id: 'C14',
    holds: true,
    detail: `${String(signed.length)} of ${String(frame.scenario.organisations.length)} baselines signed off; all that are agree`,
  };
}

/**
 * The checks C1 to C10, C13 and C14 of model-spec §12. C12 (displayed tables foot) belongs to what displays them, and C11 to the simulation.
 * The master check is that all hold.
 */
export function engineChecks(projection: Projection): Check[] {
  const splits = [...projection.savings.schemes.values()].map(({ scheme }) => ({
    name: scheme.name,
    shares: scheme.benefitSplit.map((part) => figure(part.weight)),
  }));
  const benefits = [...projection.prevention.values()].map(({ scheme }) => ({
    name: scheme.name,
    shares: scheme.beneficiaries.map((part) => figure(part.weight)),
  }));
  return [
    consolidation(projection),
    eliminations(projection),
    sharesSumToOne('C3', [...splits, ...benefits], 'Benefit splits sum to 1'),
    funding(projection),
    riskShare(projection),
    bridgeFoots(projection),
    ladders(projection),
    organisationsAddUp(projection),
    bedGrowth(projection),
    reserves(projection),
    netBookValues(projection),
    signedOffBaselines(projection),
  ];
}
