import { freshId } from '../../../shared/scenario/edits.ts';
import { nounOf } from '../../../shared/scenario/labels.ts';
import { textIn } from '../../../shared/scenario/places.ts';
import type { Organisation, Scenario } from '../../../shared/scenario/schema.ts';
import type { JsonObject, JsonValue } from '../../../shared/scenario/strict-json.ts';
import { CAPITAL_SOURCES, regimeOf } from '../../../shared/scenario/vocabulary.ts';

/** An item that is added: complete but for its figures, which begin at nil; or why none can be. */
export type NewItem = { readonly kind: 'made'; readonly item: JsonObject } | { readonly kind: 'refused'; readonly text: string };

/** The scenario, and the organisation of the row that the new one is added beside, where it has one. */
type Beside = { readonly scenario: Scenario; readonly organisation: string | null };

const STEMS: Readonly<Record<string, string>> = {
  organisations: 'ORG',
  series: 'series',
  lines: 'line',
  flows: 'flow',
  programmes: 'PR',
  pools: 'pool',
  savings: 'S',
  declaredPairs: 'pair',
  capital: 'C',
  shifts: 'SH',
  stepGroups: 'ward',
  prevention: 'PV',
  implementation: 'cost',
  riskShares: 'RS',
  support: 'support',
  publishedFigures: 'figure',
};

const refused = (text: string): NewItem => ({ kind: 'refused', text });
const made = (item: JsonObject): NewItem => ({ kind: 'made', item });

const NO_ORGANISATION = 'Everything belongs to an organisation, and there is none yet. Add one under Footprint first.';

export function listOf(scenario: Scenario, list: string): readonly unknown[] {
  const held: unknown = Object.hasOwn(scenario, list) ? Reflect.get(scenario, list) : undefined;
  return Array.isArray(held) ? held : [];
}

/** Id and name of a new item of a list. */
function named(scenario: Scenario, list: string): JsonObject {
  return { id: freshId(listOf(scenario, list), STEMS[list] ?? 'item'), name: `New ${nounOf(list)}` };
}

/** The organisation that it goes to: that of the row beside it where it may, else the first that may. */
function organisationFor({ scenario, organisation }: Beside, may: (each: Organisation) => boolean = () => true): string | undefined {
  const fit = scenario.organisations.filter(may);
  return (fit.find(({ id }) => id === organisation) ?? fit[0])?.id;
}

const isCouncil = ({ type }: Organisation): boolean => regimeOf(type) === 'COUNCIL';
const isProvider = ({ type }: Organisation): boolean => regimeOf(type) === 'NHS_PROVIDER';
const isCommissioner = ({ type }: Organisation): boolean => regimeOf(type) === 'NHS_COMMISSIONER';

/** The first organisation for which a list has no entry yet, of those that may have one. */
function withoutEntry({ scenario }: Beside, list: string, may: (each: Organisation) => boolean): string | undefined {
  const taken = new Set(listOf(scenario, list).map((item) => textIn(item, 'organisation')));
  return scenario.organisations.find((each) => may(each) && !taken.has(each.id))?.id;
}

/** An item that stands for an organisation alone, one for each. */
function entryFor(beside: Beside, list: string, may: (each: Organisation) => boolean, rest: JsonObject): NewItem {
  const organisation = withoutEntry(beside, list, may);
  return organisation === undefined
    ? refused(`Every organisation that can have a ${nounOf(list)} has one already.`)
    : made({ organisation, ...rest });
}

/** An item with an id, a name and an organisation. */
function ofOrganisation(beside: Beside, list: string, rest: JsonObject): NewItem {
  const organisation = organisationFor(beside);
  return organisation === undefined ? refused(NO_ORGANISATION) : made({ ...named(beside.scenario, list), organisation, ...rest });
}

function newFlow(beside: Beside): NewItem {
  const [first, second] = beside.scenario.organisations;
  const payer = organisationFor(beside, isCommissioner) ?? first?.id;
  const payee = organisationFor(beside, (each) => isProvider(each) && each.id !== payer) ?? second?.id;
  if (payer === undefined || payee === undefined || payer === payee)
    return refused('A flow is between two organisations. Add another under Footprint first.');
  return made({ ...named(beside.scenario, 'flows'), payer, payee, contractType: 'PBR', baseAmount: '0' });
}

function newPool({ scenario }: Beside): NewItem {
  const line = scenario.lines.find(({ kind }) => kind === 'EXPENDITURE');
  const common = named(scenario, 'pools');
  return made(
    line === undefined ? { ...common, kind: 'AMOUNT', amountByYear: {} } : { ...common, kind: 'LINES', lines: [line.id], share: '1' },
  );
}

function newPair({ scenario }: Beside): NewItem {
  const [first, second] = scenario.savings;
  if (first === undefined || second === undefined) return refused('A pair is of two savings schemes. Add them first.');
  return made({ id: freshId(scenario.declaredPairs, 'pair'), first: first.id, second: second.id, sharedShare: '0' });
}

function newShift(beside: Beside): NewItem {
  const { scenario } = beside;
  const commissioner = organisationFor({ scenario, organisation: null }, isCommissioner);
  const fromOrganisation = organisationFor(beside, isProvider);
  const toOrganisation =
    organisationFor({ scenario, organisation: null }, (each) => isProvider(each) && each.id !== fromOrganisation) ?? fromOrganisation;
  if (commissioner === undefined || fromOrganisation === undefined || toOrganisation === undefined)
    return refused('A shift is between two providers, and a commissioner pays. Add them under Footprint first.');
  const prices = { tariffPerUnit: '0', variableCostPerUnit: '0', reprovisionCostPerUnit: '0' };
  const between = { fromOrganisation, toOrganisation, commissioner };
  return made({
    ...named(scenario, 'shifts'),
    ...between,
    pointOfDelivery: 'Spells',
    activityPerYear: '0',
    startMonth: '12',
    rampMonths: '12',
    ...prices,
  });
}

function newEnvelope({ scenario }: Beside): NewItem {
  const source = CAPITAL_SOURCES.find((each) => !scenario.capitalEnvelopes.some((envelope) => envelope.source === each));
  return source === undefined ? refused('Every source of capital has an envelope already.') : made({ source, amountByYear: {} });
}

const PROFILE = { kind: 'LINEAR', grossFullYearEffect: '0', startMonth: '12', rampMonths: '12' } as const;

const MAKERS: Readonly<Record<string, (beside: Beside) => NewItem>> = {
  organisations: ({ scenario }) => made({ ...named(scenario, 'organisations'), type: 'ACUTE' }),
  series: ({ scenario }) => made({ ...named(scenario, 'series'), kind: 'RATES', rateByYear: {} }),
  lines: (beside) => ofOrganisation(beside, 'lines', { kind: 'EXPENDITURE', category: 'PAY', baseAmount: '0' }),
  flows: newFlow,
  programmes: ({ scenario }) => made(named(scenario, 'programmes')),
  pools: newPool,
  savings: (beside) =>
    ofOrganisation(beside, 'savings', { category: 'PROVIDER_PRODUCTIVITY', mechanism: 'CASH_EXTERNAL', profile: PROFILE }),
  declaredPairs: newPair,
  capital: (beside) => ofOrganisation(beside, 'capital', { operationalMonth: '12' }),
  capitalEnvelopes: newEnvelope,
  shifts: newShift,
  stepGroups: (beside) => ofOrganisation({ ...beside, organisation: organisationFor(beside, isProvider) ?? null }, 'stepGroups', {}),
  strandedSupport: (beside) => entryFor(beside, 'strandedSupport', isProvider, { taperByYear: {} }),
  prevention: ({ scenario }) => made(named(scenario, 'prevention')),
  implementation: (beside) => ofOrganisation(beside, 'implementation', { amountByYear: {} }),
  riskShares: ({ scenario }) => made(named(scenario, 'riskShares')),
  support: (beside) => {
    const organisation = withoutEntry(beside, 'support', (each) => !isCouncil(each));
    const id = freshId(beside.scenario.support, 'support');
    return organisation === undefined
      ? refused('Every NHS organisation has its support already.')
      : made({ id, organisation, allocationByYear: {} });
  },
  controlTotals: (beside) => entryFor(beside, 'controlTotals', (each) => !isCouncil(each), { amountByYear: {} }),
  reserves: (beside) => entryFor(beside, 'reserves', isCouncil, { opening: '0', minimum: '0' }),
  publishedFigures: ({ scenario }) =>
    made({ ...named(scenario, 'publishedFigures'), measure: 'reported', year: scenario.targetYear, amount: '0' }),
  ownRecord: (beside) => entryFor(beside, 'ownRecord', () => true, {}),
};

/** Whether items of a list are added in the editor. */
export function canAddTo(list: string | null): list is string {
  return list !== null && Object.hasOwn(MAKERS, list);
}

/** A new item of a list, ready to be put into the scenario. */
export function newItem(list: string, beside: Beside): NewItem {
  return MAKERS[list]?.(beside) ?? refused('Nothing is added here.');
}

/** What a copy of an item is called: its own id, and the name of the first with "(copy)". */
export function copyNames(scenario: Scenario, { list, item }: { list: string; item: JsonValue | object }): { id?: string; name?: string } {
  const id = textIn(item, 'id');
  const name = textIn(item, 'name');
  const stem = id?.replace(/\d+$/, '') ?? '';
  return {
    ...(id === undefined ? {} : { id: freshId(listOf(scenario, list), stem === '' ? 'copy' : stem) }),
    ...(name === undefined ? {} : { name: `${name} (copy)`.slice(0, 300) }),
  };
}
