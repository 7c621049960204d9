import { type WrittenScenario } from '../../shared/scenario/schema.ts';
import {
  ASSET_CLASSES,
  CAPITAL_SOURCES,
  COUNCIL_ONLY_SOURCES,
  DELIVERY_RATINGS,
  EVIDENCE_GRADES,
  NHS_ONLY_SOURCES,
  RAMP_SHAPES,
  SAVINGS_CATEGORIES,
  SETTINGS,
  type CapitalSource,
} from '../../shared/scenario/vocabulary.ts';
import { freeText, happens, perhaps, pick, several, sharesOfOne, some, someAtLeastOne, type WrittenInput } from './scenario-draw.ts';
import { byEveryYear, bySomeYears, type Member, type World } from './scenario-world.ts';

type Written<K extends keyof WrittenScenario> = NonNullable<WrittenScenario[K]>;
type WrittenCapital = Written<'capital'>[number];
type WrittenSavings = Written<'savings'>[number];
type WrittenShift = Written<'shifts'>[number];
type Schemes = Pick<
  WrittenScenario,
  'pools' | 'savings' | 'declaredPairs' | 'capital' | 'capitalEnvelopes' | 'stepGroups' | 'shifts' | 'prevention'
>;

/** Savings, capital, shifts and prevention (model-spec §5 to §8), which may depend on one another. */
export function schemesOf(world: World): Schemes {
  const { draw, sizes } = world;
  const pools = several(draw, sizes.pools, (index) => poolOf(world, `POOL${String(index + 1)}`));
  const capital = several(draw, sizes.capital, (index) => capitalOf(world, `C${String(index + 1)}`));
  const savings = several(draw, sizes.savings, (index) =>
    savingsOf(
      world,
      `S${String(index + 1)}`,
      pools.map(({ id }) => id),
    ),
  );
  const providers = world.withRegime('NHS_PROVIDER');
  const stepGroups =
    providers.length === 0
      ? []
      : several(draw, sizes.stepGroups, (index) => stepGroupOf(world, `W${String(index + 1)}`, pick(draw, providers).id));
  const shifts = several(draw, sizes.shifts, (index) => shiftOf(world, `SH${String(index + 1)}`, stepGroups)).filter(
    (shift) => shift !== undefined,
  );
  return {
    pools,
    savings,
    declaredPairs: pairsOf(
      world,
      savings.map(({ id }) => id),
    ),
    capital: capital.map((scheme) => ({ ...scheme, enables: perhaps(draw, () => dependantsOf(scheme.id, [...savings, ...shifts])) })),
    capitalEnvelopes: some(draw, CAPITAL_SOURCES)
      .slice(0, sizes.capitalEnvelopes)
      .map((source) => ({
        source,
        amountByYear: bySomeYears(world, () => world.inputs.amount()),
        note: perhaps(draw, () => freeText(draw)),
      })),
    stepGroups,
    shifts,
    prevention: several(draw, sizes.prevention, (index) => preventionOf(world, `V${String(index + 1)}`)),
  };
}

function dependantsOf(capital: string, schemes: readonly { id: string; capitalDependencies?: readonly string[] | undefined }[]): string[] {
  return schemes.filter(({ capitalDependencies }) => capitalDependencies?.includes(capital)).map(({ id }) => id);
}

function poolOf(world: World, id: string): Written<'pools'>[number] {
  const { draw, inputs } = world;
  const named = { id, name: 'A cost base', note: perhaps(draw, () => freeText(draw)) };
  const costs = world.lines.filter(({ kind, isPositive }) => kind === 'EXPENDITURE' && isPositive).map((line) => line.id);
  if (costs.length === 0 || happens(draw))
    return { ...named, kind: 'AMOUNT', amountByYear: byEveryYear(world, () => inputs.positiveAmount()) };
  const first = pick(draw, costs);
  return {
    ...named,
    kind: 'LINES',
    lines: [
      first,
      ...some(
        draw,
        costs.filter((line) => line !== first),
      ),
    ],
    share: inputs.share(0.01, 1),
  };
}

function accountable(world: World): {
  owner?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
  programme?: string | undefined;
} {
  const { draw } = world;
  return {
    note: perhaps(draw, () => freeText(draw)),
    owner: perhaps(draw, () => 'Director of transformation'),
    source: perhaps(draw, () => freeText(draw)),
    programme: world.perhapsOneOf(world.programmes),
  };
}

function waitsForCapital(world: World): Pick<WrittenSavings, 'capitalDependencies' | 'mobilisationMonths' | 'slippageMonths'> {
  const { draw, inputs } = world;
  return {
    capitalDependencies: perhaps(draw, () => some(draw, world.capital)),
    mobilisationMonths: perhaps(draw, () => inputs.whole(0, 12)),
    slippageMonths: perhaps(draw, () => inputs.whole(0, 18)),
  };
}

/** A month from the first projected year to half a year beyond the horizon. */
function month(world: World): WrittenInput {
  return world.inputs.whole(12, world.monthsInHorizon + 6);
}

function profileOf(world: World): WrittenSavings['profile'] {
  const { draw, inputs } = world;
  const kind = pick(draw, [...RAMP_SHAPES, 'CUSTOM', 'PROGRAMME', 'NON_RECURRENT'] as const);
  if (kind === 'PROGRAMME') return { kind, rateByYear: byEveryYear(world, () => inputs.share(0, 0.05)) };
  if (kind === 'NON_RECURRENT') return { kind, amountByYear: bySomeYears(world, () => inputs.amount()) };
  if (kind !== 'CUSTOM') {
    return {
      kind,
      grossFullYearEffect: inputs.amount(),
      startMonth: month(world),
      rampMonths: kind === 'STEP' ? undefined : perhaps(draw, () => inputs.whole(0, 36)),
    };
  }
  // Cumulative shares that never fall: each year's band begins where the last one ended. A level at the year end lies above them all.
  const width = 0.9 / world.years.length;
  const shareByYear = byEveryYear(world, (_, index) => inputs.share(index * width, (index + 1) * width));
  return {
    kind,
    grossFullYearEffect: inputs.amount(),
    shareByYear,
    exitShareByYear: perhaps(draw, () => bySomeYears(world, () => inputs.share(0.9, 1))),
  };
}

/** Who gains and who bears it. A contract reduction stands on a flow of the scenario; a tariff price occurs nowhere else (rule E12). */
function mechanismOf(
  world: World,
): Pick<WrittenSavings, 'mechanism' | 'organisation' | 'counterparty' | 'releaseShare' | 'valuedAt' | 'benefitSplit'> {
  const { draw, inputs } = world;
  const hasContracts = world.flows.length > 0;
  const hasPartner = world.members.length > 1;
  const mechanism = pick(draw, [
    'CASH_EXTERNAL',
    'INCOME_EXTERNAL',
    ...(hasContracts ? ['CONTRACT_REDUCTION' as const] : []),
    ...(hasPartner ? ['TRANSFER' as const] : []),
  ] as const);
  if (mechanism === 'CONTRACT_REDUCTION') {
    const { payer, payee } = pick(draw, world.flows);
    const valuedAt = perhaps(draw, () => pick(draw, ['COST', 'TARIFF'] as const));
    return {
      mechanism,
      organisation: payer,
      counterparty: payee,
      releaseShare: perhaps(draw, () => inputs.share()),
      valuedAt,
      benefitSplit: splitOf(world),
    };
  }
  const organisation = pick(draw, world.members).id;
  if (mechanism === 'TRANSFER') return { mechanism, organisation, counterparty: pick(draw, world.others(organisation)).id };
  return { mechanism, organisation, benefitSplit: splitOf(world) };
}

function splitOf(world: World): { organisation: string; weight: string }[] | undefined {
  if (!happens(world.draw, 3)) return undefined;
  return weighted(world, some(world.draw, world.members));
}

function weighted(world: World, members: readonly Member[]): { organisation: string; weight: string }[] {
  if (members.length === 0) return [];
  const weights = sharesOfOne(world.draw, members.length, { nilAllowed: true });
  return members.map(({ id }, index) => ({ organisation: id, weight: weights[index] ?? '0' }));
}

function savingsOf(world: World, id: string, pools: readonly string[]): WrittenSavings {
  const { draw, inputs } = world;
  const profile = profileOf(world);
  return {
    id,
    name: `Savings ${id}`,
    ...accountable(world),
    category: pick(draw, SAVINGS_CATEGORIES),
    setting: perhaps(draw, () => pick(draw, SETTINGS)),
    ...mechanismOf(world),
    priceBasis: perhaps(draw, () => pick(draw, ['NOMINAL', 'REAL'] as const)),
    profile,
    recurrentShare: profile.kind === 'PROGRAMME' ? perhaps(draw, () => inputs.share()) : undefined,
    cashReleasingShare: perhaps(draw, () => inputs.share()),
    delivery: perhaps(draw, () => inputs.share()),
    rating: perhaps(draw, () => pick(draw, DELIVERY_RATINGS)),
    pool: world.perhapsOneOf(pools),
    ...waitsForCapital(world),
    implementationCostByYear: perhaps(draw, () => bySomeYears(world, () => inputs.amount())),
    runningCostPerYear: perhaps(draw, () => inputs.amount()),
    evidenceGrade: perhaps(draw, () => pick(draw, EVIDENCE_GRADES)),
    qualityImpact: perhaps(draw, () => happens(draw)),
    shortensStays: perhaps(draw, () => happens(draw)),
  };
}

function pairsOf(world: World, savings: readonly string[]): Written<'declaredPairs'> {
  const { draw, inputs } = world;
  const couples = savings.flatMap((first, index) => savings.slice(index + 1).map((second) => ({ first, second })));
  return some(draw, couples)
    .slice(0, world.sizes.declaredPairs)
    .map((couple, index) => ({
      id: `PAIR${String(index + 1)}`,
      ...couple,
      sharedShare: inputs.share(),
      note: perhaps(draw, () => freeText(draw)),
    }));
}

function fundingOf(world: World, isCouncil: boolean): { source: CapitalSource; share: string }[] {
  const { draw } = world;
  const barred = isCouncil ? NHS_ONLY_SOURCES : COUNCIL_ONLY_SOURCES;
  const open = CAPITAL_SOURCES.filter((source) => !barred.has(source));
  const first = pick(draw, open);
  const sources = [
    first,
    ...some(
      draw,
      open.filter((source) => source !== first),
    ).slice(0, 2),
  ];
  const shares = sharesOfOne(draw, sources.length, { nilAllowed: false });
  return sources.map((source, index) => ({ source, share: shares[index] ?? '0' }));
}

function optimismBiasOf(world: World): WrittenCapital['optimismBias'] {
  const { draw, inputs } = world;
  const byPart = happens(draw);
  return {
    upperBound: byPart ? undefined : inputs.share(0, 0.6),
    nonStandardShare: byPart ? inputs.share() : undefined,
    mitigation: perhaps(draw, () => inputs.share()),
  };
}

function capitalOf(world: World, id: string): WrittenCapital {
  const { draw, inputs } = world;
  const owner = pick(draw, world.members);
  const isCouncil = owner.regime === 'COUNCIL';
  const funding = fundingOf(world, isCouncil);
  const earlier = [...world.capital];
  world.capital.push(id);
  return {
    id,
    name: `Capital ${id}`,
    ...accountable(world),
    organisation: owner.id,
    regime: perhaps(draw, () => (isCouncil ? 'COUNCIL' : 'NHS')),
    assetClass: perhaps(draw, () => pick(draw, ASSET_CLASSES)),
    lifeYears: perhaps(draw, () => inputs.whole(1, 60)),
    baseCostByYear: bySomeYears(world, () => inputs.amount()),
    optimismBias: perhaps(draw, () => optimismBiasOf(world)),
    operationalMonth: month(world),
    slippageMonths: perhaps(draw, () => inputs.whole(0, 24)),
    runningCostPerYear: perhaps(draw, () => inputs.amount()),
    unitaryChargeByYear: funding.some(({ source }) => source === 'PFI_LEASE') ? bySomeYears(world, () => inputs.amount()) : undefined,
    impairmentByYear: happens(draw, 4) ? bySomeYears(world, () => inputs.amount()) : undefined,
    funding,
    loanRate: perhaps(draw, () => inputs.share(0, 0.08)),
    loanTermYears: perhaps(draw, () => inputs.whole(1, 40)),
    priority: perhaps(draw, () => inputs.whole(1, 9)),
    approval: perhaps(draw, () => pick(draw, ['OUTLINE', 'SUBMITTED', 'APPROVED'] as const)),
    approvalChance: perhaps(draw, () => inputs.share()),
    capitalDependencies: perhaps(draw, () => some(draw, earlier)),
    disposal: happens(draw, 4)
      ? {
          proceeds: inputs.amount(),
          netBookValue: inputs.amount(),
          month: inputs.whole(12, world.monthsInHorizon - 1),
          remainingLifeYears: perhaps(draw, () => inputs.whole(1, 40)),
        }
      : undefined,
  };
}

function stepGroupOf(world: World, id: string, organisation: string): Written<'stepGroups'>[number] {
  const { draw, inputs } = world;
  const payLines = world.lines.filter((line) => line.organisation === organisation && line.category === 'PAY').map((line) => line.id);
  const hasCapacity = happens(draw);
  return {
    id,
    name: `Wards ${id}`,
    note: perhaps(draw, () => freeText(draw)),
    organisation,
    stepSize: perhaps(draw, () => inputs.quantity(1, 40)),
    stepCostPerYear: perhaps(draw, () => inputs.amount()),
    costSeries: world.perhapsOneOf(world.series),
    lagMonths: perhaps(draw, () => inputs.whole(0, 12)),
    payShare: perhaps(draw, () => inputs.share()),
    baseCapacity: hasCapacity ? inputs.quantity(20, 1500) : undefined,
    capacityGrowthSeries: hasCapacity ? world.perhapsOneOf(world.series) : undefined,
    payLine: world.perhapsOneOf(payLines),
  };
}

/** A shift needs three organisations: the provider that loses activity, the one that takes it on, and the commissioner. */
function shiftOf(world: World, id: string, stepGroups: Written<'stepGroups'>): WrittenShift | undefined {
  const { draw, inputs } = world;
  const providers = world.withRegime('NHS_PROVIDER');
  const commissioners = world.withRegime('NHS_COMMISSIONER');
  if (providers.length === 0 || commissioners.length === 0) return undefined;
  const from = pick(draw, providers).id;
  const commissioner = pick(draw, commissioners).id;
  const receivers = world.others(from, commissioner);
  if (receivers.length === 0) return undefined;
  return {
    id,
    name: `Shift ${id}`,
    ...accountable(world),
    fromOrganisation: from,
    toOrganisation: pick(draw, receivers).id,
    commissioner,
    pointOfDelivery: pick(draw, ['Non-elective', 'Elective', 'Outpatient', 'A&E']),
    activityPerYear: inputs.quantity(0, 40_000),
    startMonth: month(world),
    rampMonths: perhaps(draw, () => inputs.whole(0, 24)),
    shape: perhaps(draw, () => pick(draw, RAMP_SHAPES)),
    delivery: perhaps(draw, () => inputs.share()),
    ...waitsForCapital(world),
    ...shiftPricesOf(world),
    lengthOfStayDays: inputs.quantity(0, 20),
    occupancy: perhaps(draw, () => inputs.share(0.5, 1)),
    stepGroup: world.perhapsOneOf(stepGroups.filter(({ organisation }) => organisation === from).map((group) => group.id)),
    leadMonths: perhaps(draw, () => inputs.whole(0, 6)),
    backfillShare: perhaps(draw, () => inputs.share()),
  };
}

type ShiftPrice =
  | 'tariffPerUnit'
  | 'tariffSeries'
  | 'priceRealisation'
  | 'variableCostPerUnit'
  | 'variableCostSeries'
  | 'variablePayShare'
  | 'reprovisionCostPerUnit'
  | 'reprovisionSeries'
  | 'reprovisionPayShare'
  | 'contractPricePerUnit';

function shiftPricesOf(world: World): Pick<WrittenShift, ShiftPrice> {
  const { draw, inputs } = world;
  return {
    tariffPerUnit: inputs.unitPrice(),
    tariffSeries: world.perhapsOneOf(world.series),
    priceRealisation: perhaps(draw, () => inputs.share()),
    variableCostPerUnit: inputs.unitPrice(),
    variableCostSeries: world.perhapsOneOf(world.series),
    variablePayShare: perhaps(draw, () => inputs.share()),
    reprovisionCostPerUnit: inputs.unitPrice(),
    reprovisionSeries: world.perhapsOneOf(world.series),
    reprovisionPayShare: perhaps(draw, () => inputs.share()),
    contractPricePerUnit: perhaps(draw, () => inputs.unitPrice()),
  };
}

function preventionOf(world: World, id: string): Written<'prevention'>[number] {
  const { draw, inputs } = world;
  return {
    id,
    name: `Prevention ${id}`,
    ...accountable(world),
    investments: some(draw, world.members).map((member) => ({
      organisation: member.id,
      amountByYear: bySomeYears(world, () => inputs.amount()),
    })),
    lagProfile: perhaps(draw, () => several(draw, 7, () => inputs.share(0, 0.6))),
    cashReleasingShare: perhaps(draw, () => inputs.share()),
    beneficiaries: weighted(world, someAtLeastOne(draw, world.members)),
  };
}
