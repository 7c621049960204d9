import { D, ZERO, type Decimal } from '../../shared/money/decimal.ts';
import { type WrittenScenario } from '../../shared/scenario/schema.ts';
import { CONTRACT_TYPES, COST_CATEGORIES, INCOME_CATEGORIES, SETTINGS } from '../../shared/scenario/vocabulary.ts';
import { freeText, happens, perhaps, pick, several, some, type WrittenInput } from './scenario-draw.ts';
import { byEveryYear, bySomeYears, type Member, type World } from './scenario-world.ts';

type Written<K extends keyof WrittenScenario> = NonNullable<WrittenScenario[K]>;
type WrittenLine = Written<'lines'>[number] & { baseAmount: WrittenInput };
type WrittenFlow = Written<'flows'>[number] & { baseAmount: WrittenInput; payerAmount?: WrittenInput };

/** Organisations, growth series, external lines and flows between members (model-spec §2 to §4). */
export function baselineOf(world: World): Pick<WrittenScenario, 'organisations' | 'series' | 'lines' | 'flows'> {
  const series = several(world.draw, world.sizes.series, (index) => seriesOf(world, `G${String(index + 1)}`));
  const lines = world.members.flatMap((member) =>
    several(world.draw, world.sizes.linesPerOrganisation, (index) => lineOf(world, member, index)),
  );
  const flows = world.members.length < 2 ? [] : several(world.draw, world.sizes.flows, (index) => flowOf(world, index));
  const organisations = world.members.map((member) => organisationOf(world, member, { lines, flows }));
  return { organisations, series, lines, flows };
}

/** A series refers to earlier ones only, so that none refers to itself. */
function seriesOf(world: World, id: string): Written<'series'>[number] {
  const { draw, inputs } = world;
  const known = [...world.series];
  world.series.push(id);
  const named = { id, name: `Series ${id}`, note: perhaps(draw, () => freeText(draw)) };
  const kind = known.length === 0 ? 'RATES' : pick(draw, ['RATES', 'COMPOUND', 'TARIFF'] as const);
  if (kind === 'TARIFF') return { ...named, kind, costUplift: pick(draw, known), efficiencyFactor: pick(draw, known) };
  if (kind === 'COMPOUND') return { ...named, kind, of: [pick(draw, known), ...some(draw, known.slice(0, 2))] };
  return { ...named, kind, rateByYear: byEveryYear(world, () => inputs.rate()) };
}

function growthOf(
  world: World,
): Pick<WrittenLine, 'volumeSeries' | 'elasticity' | 'priceSeries' | 'explicitByYear' | 'nonRecurrentByYear'> {
  const { draw, inputs } = world;
  return {
    volumeSeries: world.perhapsOneOf(world.series),
    elasticity: perhaps(draw, () => inputs.share()),
    priceSeries: world.perhapsOneOf(world.series),
    explicitByYear: happens(draw, 4) ? bySomeYears(world, () => inputs.positiveAmount()) : undefined,
    nonRecurrentByYear: happens(draw, 4) ? bySomeYears(world, () => inputs.amount(), world.allYears) : undefined,
  };
}

function lineOf(world: World, member: Member, index: number): WrittenLine {
  const { draw, inputs } = world;
  const id = `${member.id}-L${String(index + 1)}`;
  const kind = pick(draw, ['INCOME', 'EXPENDITURE'] as const);
  const category = kind === 'INCOME' ? pick(draw, INCOME_CATEGORIES) : pick(draw, COST_CATEGORIES);
  const isPositive = !happens(draw, 6);
  const baseAmount = isPositive ? inputs.positiveAmount() : '0';
  world.lines.push({ id, organisation: member.id, kind, category, isPositive });
  return {
    id,
    name: `Line ${id}`,
    note: perhaps(draw, () => freeText(draw)),
    organisation: member.id,
    kind,
    category,
    setting: perhaps(draw, () => pick(draw, SETTINGS)),
    baseAmount,
    ...growthOf(world),
  };
}

function flowOf(world: World, index: number): WrittenFlow {
  const { draw, inputs } = world;
  const payer = pick(draw, world.members).id;
  const payee = pick(draw, world.others(payer)).id;
  world.flows.push({ payer, payee });
  return {
    id: `F${String(index + 1)}`,
    name: 'A contract',
    note: perhaps(draw, () => freeText(draw)),
    payer,
    payee,
    setting: perhaps(draw, () => pick(draw, SETTINGS)),
    contractType: pick(draw, CONTRACT_TYPES),
    baseAmount: inputs.amount(),
    payerAmount: happens(draw, 5) ? inputs.amount() : undefined,
    ...growthOf(world),
  };
}

function organisationOf(
  world: World,
  { id, type }: Member,
  books: { lines: WrittenLine[]; flows: WrittenFlow[] },
): Written<'organisations'>[number] {
  const { draw, inputs } = world;
  const inScopeShare = happens(draw, 4) ? inputs.share(0.1, 1) : undefined;
  const position = signedOffPosition(world, id, { ...books, inScopeShare });
  return {
    id,
    name: `Organisation ${id}`,
    note: perhaps(draw, () => freeText(draw)),
    type,
    inScopeShare,
    openingCash: perhaps(draw, () => inputs.position()),
    averagePayPerWte: perhaps(draw, () => inputs.whole(20_000, 80_000)),
    averagePaySeries: world.perhapsOneOf(world.series),
    signedOffBaseline:
      position === undefined ? undefined : { position, role: 'Director of finance', date: perhaps(draw, () => '2018-03-01') },
  };
}

/**
 * The base-year position that an organisation signed off, or nothing. It is the position of the books, so that check C14 holds; where the base year
 * has non-recurrent amounts there is none, because a body may sign off its position with or without them.
 */
function signedOffPosition(
  world: World,
  id: string,
  { lines, flows, inScopeShare }: { lines: WrittenLine[]; flows: WrittenFlow[]; inScopeShare: WrittenInput | undefined },
): string | undefined {
  const own = lines.filter(({ organisation }) => organisation === id);
  const contracts = flows.filter(({ payer, payee }) => payer === id || payee === id);
  const hasOneOffs = [...own, ...contracts].some(({ nonRecurrentByYear }) => nonRecurrentByYear?.[world.baseYear] !== undefined);
  if (!happens(world.draw) || hasOneOffs) return undefined;
  const external = own.reduce((sum, { kind, baseAmount }) => sum.plus(exact(baseAmount).times(kind === 'INCOME' ? 1 : -1)), ZERO);
  const inScope = inScopeShare === undefined ? external : external.times(exact(inScopeShare));
  return contracts
    .reduce(
      (sum, flow) => (flow.payee === id ? sum.plus(exact(flow.baseAmount)) : sum.minus(exact(flow.payerAmount ?? flow.baseAmount))),
      inScope,
    )
    .toFixed();
}

function exact(written: WrittenInput): Decimal {
  return new D(typeof written === 'string' ? written : written.value);
}
