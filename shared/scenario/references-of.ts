import { fieldWords } from './labels.ts';
import { placerOf, type Placed } from './places.ts';
import type { Scenario } from './schema.ts';

/** A list whose items can be referred to by id. */
export type ReferredList = 'organisations' | 'series' | 'lines' | 'programmes' | 'pools' | 'savings' | 'capital' | 'shifts' | 'stepGroups';

/**
 * One place where an object of the scenario names another.
 * `needs`: the object cannot be computed without the other. `mentions`: it can, as a scheme without its programme.
 * `enables`: the other way round, a capital scheme that names what waits for it.
 */
export type Reference = {
  readonly object: string;
  readonly path: string;
  /** In words: "Agency (S2): cost pool". */
  readonly label: string;
  readonly kind: 'needs' | 'mentions' | 'enables';
  readonly id: string;
  /** Lists of which one must hold the id. */
  readonly lists: readonly ReferredList[];
};

type Referrer = Pick<Placed<unknown>, 'path' | 'object' | 'subject'>;
type Named = { readonly field: string; readonly id: string | undefined; readonly list: ReferredList; readonly kind?: Reference['kind'] };

/** References of one object by single fields; what is left blank refers to nothing. */
function single(from: Referrer, named: readonly Named[]): Reference[] {
  return named.flatMap(({ field, id, list, kind = 'needs' }) =>
    id === undefined
      ? []
      : [{ object: from.object, path: `${from.path}.${field}`, label: `${from.subject}: ${fieldWords(field)}`, kind, id, lists: [list] }],
  );
}

type NamedList = {
  readonly field: string;
  readonly ids: readonly string[];
  readonly lists: readonly ReferredList[];
  readonly kind?: Reference['kind'];
};

/** References of one object by a field that holds several ids. */
function several(from: Referrer, { field, ids, lists, kind = 'needs' }: NamedList): Reference[] {
  return ids.map((id) => ({
    object: from.object,
    path: `${from.path}.${field}.${id}`,
    label: `${from.subject}: ${fieldWords(field)}`,
    kind,
    id,
    lists,
  }));
}

function organisationsOf(from: Referrer, field: string, items: readonly { organisation: string }[]): Reference[] {
  return several(from, { field, ids: items.map((item) => item.organisation), lists: ['organisations'] });
}

/** Objects that name their organisation and nothing else. */
function ofOrganisationAlone(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  const lists = {
    strandedSupport: scenario.strandedSupport,
    implementation: scenario.implementation,
    support: scenario.support,
    controlTotals: scenario.controlTotals,
    reserves: scenario.reserves,
    publishedFigures: scenario.publishedFigures,
    ownRecord: scenario.ownRecord ?? [],
  };
  return Object.entries(lists).flatMap(([list, items]) =>
    place<{ organisation?: string | undefined }>(list, items).flatMap((at) =>
      single(at, [{ field: 'organisation', id: at.item.organisation, list: 'organisations' }]),
    ),
  );
}

function ofBooks(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  return [
    ...place('organisations', scenario.organisations).flatMap((at) =>
      single({ ...at, object: `workforce:${at.item.id}` }, [{ field: 'averagePaySeries', id: at.item.averagePaySeries, list: 'series' }]),
    ),
    ...place('series', scenario.series).flatMap((at) => {
      const series = at.item;
      if (series.kind === 'COMPOUND') return several(at, { field: 'of', ids: series.of, lists: ['series'] });
      if (series.kind === 'RATES') return [];
      return single(at, [
        { field: 'costUplift', id: series.costUplift, list: 'series' },
        { field: 'efficiencyFactor', id: series.efficiencyFactor, list: 'series' },
      ]);
    }),
    ...place('lines', scenario.lines).flatMap((at) =>
      single(at, [
        { field: 'organisation', id: at.item.organisation, list: 'organisations' },
        { field: 'volumeSeries', id: at.item.volumeSeries, list: 'series' },
        { field: 'priceSeries', id: at.item.priceSeries, list: 'series' },
      ]),
    ),
    ...place('flows', scenario.flows).flatMap((at) =>
      single(at, [
        { field: 'payer', id: at.item.payer, list: 'organisations' },
        { field: 'payee', id: at.item.payee, list: 'organisations' },
        { field: 'volumeSeries', id: at.item.volumeSeries, list: 'series' },
        { field: 'priceSeries', id: at.item.priceSeries, list: 'series' },
      ]),
    ),
  ];
}

function ofSavings(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  return [
    ...place('pools', scenario.pools).flatMap((at) =>
      at.item.kind === 'LINES' ? several(at, { field: 'lines', ids: at.item.lines, lists: ['lines'] }) : [],
    ),
    ...place('savings', scenario.savings).flatMap((at) => [
      ...single(at, [
        { field: 'organisation', id: at.item.organisation, list: 'organisations' },
        { field: 'counterparty', id: at.item.counterparty, list: 'organisations' },
        { field: 'programme', id: at.item.programme, list: 'programmes', kind: 'mentions' },
        { field: 'pool', id: at.item.pool, list: 'pools' },
      ]),
      ...several(at, { field: 'capitalDependencies', ids: at.item.capitalDependencies, lists: ['capital'] }),
      ...organisationsOf(at, 'benefitSplit', at.item.benefitSplit),
    ]),
    ...place('declaredPairs', scenario.declaredPairs).flatMap((at) =>
      single(at, [
        { field: 'first', id: at.item.first, list: 'savings' },
        { field: 'second', id: at.item.second, list: 'savings' },
      ]),
    ),
  ];
}

function ofCapital(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  return place('capital', scenario.capital).flatMap((at) => [
    ...single(at, [
      { field: 'organisation', id: at.item.organisation, list: 'organisations' },
      { field: 'programme', id: at.item.programme, list: 'programmes', kind: 'mentions' },
    ]),
    ...several(at, { field: 'capitalDependencies', ids: at.item.capitalDependencies, lists: ['capital'] }),
    ...several(at, { field: 'enables', ids: at.item.enables, lists: ['savings', 'shifts', 'capital'], kind: 'enables' }),
  ]);
}

function ofShifts(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  return [
    ...place('shifts', scenario.shifts).flatMap((at) => [
      ...single(at, [
        { field: 'fromOrganisation', id: at.item.fromOrganisation, list: 'organisations' },
        { field: 'toOrganisation', id: at.item.toOrganisation, list: 'organisations' },
        { field: 'commissioner', id: at.item.commissioner, list: 'organisations' },
        { field: 'programme', id: at.item.programme, list: 'programmes', kind: 'mentions' },
        { field: 'tariffSeries', id: at.item.tariffSeries, list: 'series' },
        { field: 'variableCostSeries', id: at.item.variableCostSeries, list: 'series' },
        { field: 'reprovisionSeries', id: at.item.reprovisionSeries, list: 'series' },
        { field: 'stepGroup', id: at.item.stepGroup, list: 'stepGroups' },
      ]),
      ...several(at, { field: 'capitalDependencies', ids: at.item.capitalDependencies, lists: ['capital'] }),
    ]),
    ...place('stepGroups', scenario.stepGroups).flatMap((at) =>
      single(at, [
        { field: 'organisation', id: at.item.organisation, list: 'organisations' },
        { field: 'costSeries', id: at.item.costSeries, list: 'series' },
        { field: 'capacityGrowthSeries', id: at.item.capacityGrowthSeries, list: 'series' },
        { field: 'payLine', id: at.item.payLine, list: 'lines' },
      ]),
    ),
  ];
}

function ofAgreements(scenario: Scenario): Reference[] {
  const place = placerOf(scenario.organisations);
  return [
    ...place('prevention', scenario.prevention).flatMap((at) => [
      ...single(at, [{ field: 'programme', id: at.item.programme, list: 'programmes', kind: 'mentions' }]),
      ...organisationsOf(at, 'investments', at.item.investments),
      ...organisationsOf(at, 'beneficiaries', at.item.beneficiaries),
    ]),
    ...place('riskShares', scenario.riskShares).flatMap((at) => organisationsOf(at, 'participants', at.item.participants)),
  ];
}

/** Every reference from one object of a scenario to another, in the order of the schema: what E6, E10 and E23 check, and what a blocked object takes with it. */
export function referencesOf(scenario: Scenario): Reference[] {
  return [
    ...ofBooks(scenario),
    ...ofSavings(scenario),
    ...ofCapital(scenario),
    ...ofShifts(scenario),
    ...ofAgreements(scenario),
    ...ofOrganisationAlone(scenario),
  ];
}
