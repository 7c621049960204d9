import { type WrittenScenario } from '../../shared/scenario/schema.ts';
import { freeText, happens, perhaps, pick, several, sharesOfOne, some, someAtLeastOne, type WrittenInput } from './scenario-draw.ts';
import { byEveryYear, bySomeYears, type World } from './scenario-world.ts';

type Written<K extends keyof WrittenScenario> = NonNullable<WrittenScenario[K]>;
type WrittenControlTotals = Written<'controlTotals'>;
type Agreements = Pick<WrittenScenario, 'strandedSupport' | 'implementation' | 'riskShares' | 'support' | 'controlTotals' | 'reserves'>;

/** Control totals, sustainability funding, risk shares, stranded-cost support and council reserves (model-spec §7 and §9). */
export function agreementsOf(world: World): Agreements {
  const { draw, inputs, sizes } = world;
  const controlTotals = controlTotalsOf(world);
  const held = new Set(controlTotals.map(({ organisation }) => organisation));
  return {
    controlTotals,
    support: supportOf(world, held),
    riskShares:
      world.members.length < 2 ? [] : several(draw, sizes.riskShares, (index) => riskShareOf(world, `R${String(index + 1)}`, held)),
    strandedSupport: some(draw, world.withRegime('NHS_PROVIDER')).map(({ id }) => ({
      organisation: id,
      taperByYear: bySomeYears(world, () => inputs.share()),
    })),
    reserves: some(draw, world.withRegime('COUNCIL')).map(({ id }) => ({
      organisation: id,
      opening: inputs.amount(),
      minimum: inputs.amount(),
    })),
    implementation: several(draw, sizes.implementation, (index) => ({
      id: `I${String(index + 1)}`,
      name: 'One-off cost of the programme office',
      note: perhaps(draw, () => freeText(draw)),
      owner: perhaps(draw, () => 'Director of strategy'),
      source: perhaps(draw, () => freeText(draw)),
      organisation: pick(draw, world.members).id,
      amountByYear: bySomeYears(world, () => inputs.amount()),
    })),
  };
}

/** Control totals bind NHS bodies, and are stated for every projected year. */
function controlTotalsOf(world: World): WrittenControlTotals {
  const { draw, inputs } = world;
  const bodies = some(draw, [...world.withRegime('NHS_COMMISSIONER'), ...world.withRegime('NHS_PROVIDER')]);
  return bodies.map(({ id }) => ({
    organisation: id,
    amountByYear: byEveryYear(world, () => inputs.position()),
    basis: perhaps(draw, () => pick(draw, ['PRE_PSF', 'POST_PSF'] as const)),
    note: perhaps(draw, () => freeText(draw)),
  }));
}

/** Sustainability funding goes to providers with a control total, because without one there is nothing to test (model-spec §19 (4)). */
function supportOf(world: World, held: ReadonlySet<string>): Written<'support'> {
  const { draw, inputs } = world;
  const eligible = world.withRegime('NHS_PROVIDER').filter(({ id }) => held.has(id));
  return some(draw, eligible).map(({ id }, index) => {
    const [financeShare, accessShare] = happens(draw) ? sharesOfOne(draw, 2, { nilAllowed: true }) : [];
    return {
      id: `PSF${String(index + 1)}`,
      organisation: id,
      allocationByYear: bySomeYears(world, () => inputs.amount()),
      financeShare,
      accessShare,
      accessAchievedByYear: perhaps(draw, () => bySomeYears(world, () => inputs.share())),
      note: perhaps(draw, () => freeText(draw)),
    };
  });
}

/** A participant without a control total states a target for every year (model-spec §19 (34)); a council's part stands on a legal route. */
function riskShareOf(world: World, id: string, held: ReadonlySet<string>): Written<'riskShares'>[number] {
  const { draw, inputs } = world;
  const first = pick(draw, world.members);
  const members = [first, ...someAtLeastOne(draw, world.others(first.id))];
  const gains = sharesOfOne(draw, members.length, { nilAllowed: true });
  const losses = sharesOfOne(draw, members.length, { nilAllowed: true });
  const targets = (member: string): Record<string, WrittenInput> | undefined =>
    held.has(member) && happens(draw) ? undefined : byEveryYear(world, () => inputs.position());
  return {
    id,
    name: 'Gain and loss share',
    note: perhaps(draw, () => freeText(draw)),
    owner: perhaps(draw, () => 'System director of finance'),
    source: perhaps(draw, () => freeText(draw)),
    participants: members.map((member, index) => ({
      organisation: member.id,
      gainWeight: gains[index] ?? '0',
      lossWeight: losses[index] ?? '0',
      targetByYear: targets(member.id),
    })),
    inScopeShare: perhaps(draw, () => inputs.share()),
    deadBand: perhaps(draw, () => inputs.amount()),
    cap: perhaps(draw, () => inputs.positiveAmount()),
    legalRoute: members.some(({ regime }) => regime === 'COUNCIL') ? 'Section 75 agreement' : undefined,
  };
}
