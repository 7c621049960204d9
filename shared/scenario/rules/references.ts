import { capitalised, listed, nounOf } from '../labels.ts';
import { textIn } from '../places.ts';
import type { Problem } from '../problem.ts';
import type { Reference, ReferredList } from '../references-of.ts';
import type { Rule, ScenarioIndex } from './scenario-index.ts';

const OUTSIDE =
  'Add the organisation; or, if it lies outside the footprint, enter the money as an external line of the member that pays or receives it.';

/** The way out of a reference to something that is not there. */
function wayOut(reference: Reference, list: ReferredList): string {
  if (list !== 'organisations') return `Choose one of these, add the ${nounOf(list)}, or take the reference out.`;
  const isCommissioner = reference.path.endsWith('.commissioner');
  return isCommissioner
    ? 'A shift needs a commissioner inside the footprint, whose contract it changes. Choose one of these, or add the organisation.'
    : OUTSIDE;
}

function missing(index: ScenarioIndex, reference: Reference): Problem[] {
  if (reference.lists.some((list) => index.ids[list].has(reference.id))) return [];
  const list = reference.lists[0] ?? 'organisations';
  const there = reference.lists.flatMap((each) => [...index.ids[each]]);
  const allowed = there.length === 0 ? 'none is entered yet' : listed(there);
  const what =
    list === 'organisations'
      ? 'which is no organisation of this footprint'
      : `and there is no ${listed(reference.lists.map(nounOf)).replace(' and ', ' or ')} of that id`;
  const text = `${reference.label}: names "${reference.id}", ${what}. Allowed: ${allowed}. ${wayOut(reference, list)}`;
  const id = list === 'organisations' ? 'E10' : reference.path.includes('.capitalDependencies.') ? 'E6' : 'E23';
  const problem: Problem = { id, path: reference.path, text, severity: 'error' };
  return [reference.kind === 'needs' ? { ...problem, blocks: [reference.object] } : problem];
}

/** E10: money that a member would pay to itself. */
function selfPayment({ scenario, place }: ScenarioIndex): Problem[] {
  const flows = place('flows', scenario.flows)
    .filter(({ item }) => item.payer === item.payee)
    .map(({ item, path, subject, object }): Problem => {
      const text = `${subject}: payer and payee are both ${item.payer}. A flow runs between two members. Choose another payer or payee, or take the flow out: inside one organisation nothing changes hands.`;
      return { id: 'E10', path: `${path}.payee`, text, severity: 'error', blocks: [object] };
    });
  const savings = place('savings', scenario.savings)
    .filter(({ item }) => item.counterparty === item.organisation)
    .map(({ item, path, subject, object }): Problem => {
      const text = `${subject}: owner and counterparty are both ${item.organisation}. The counterparty is the other member, whose income falls or whose cost rises. Choose it, or leave it blank for a saving on outside spending.`;
      return { id: 'E10', path: `${path}.counterparty`, text, severity: 'error', blocks: [object] };
    });
  return [...flows, ...savings];
}

/** E24 within one list: an id names one thing. */
function repeatedIds({ scenario, place }: ScenarioIndex): Problem[] {
  return Object.entries(scenario).flatMap(([list, items]) => {
    if (!Array.isArray(items)) return [];
    const listedItems: readonly unknown[] = items;
    return place(list, listedItems)
      .filter(({ item, key }) => key.endsWith('~2') && textIn(item, 'id') !== undefined)
      .map(({ path, object }): Problem => {
        const noun = nounOf(list);
        const id = object.slice(list.length + 1);
        const text = `${capitalised(noun)} ${id}: the id "${id}" stands more than once. An id names one ${noun}. Rename all but one; none of them is computed until then.`;
        return { id: 'E24', path, text, severity: 'error', blocks: [object] };
      });
  });
}

/** E24 over the four kinds of scheme: results, dependencies and the order of draws are kept by scheme id alone. */
function sharedSchemeIds({ scenario }: ScenarioIndex): Problem[] {
  const lists = { savings: scenario.savings, capital: scenario.capital, shifts: scenario.shifts, prevention: scenario.prevention };
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [list, schemes] of Object.entries(lists)) {
    for (const id of new Set(schemes.map((scheme) => scheme.id))) {
      const other = first.get(id);
      first.set(id, other ?? list);
      if (other === undefined) continue;
      const text = `${capitalised(nounOf(list))} ${id}: the id "${id}" also names a ${nounOf(other)}. An id names one scheme. Rename one of the two; neither is computed until then.`;
      problems.push({ id: 'E24', path: `${list}.${id}`, text, severity: 'error', blocks: [`${other}:${id}`, `${list}:${id}`] });
    }
  }
  return problems;
}

/** An entry with figures by year, and whose they are; `path` leads to the figures. */
type Yearly = {
  readonly of: string;
  readonly years: readonly string[];
  readonly path: string;
  readonly subject: string;
  readonly object: string;
};

/** E24 for what a year can have only once, although lists may hold several entries for an organisation or source. */
function repeatedYears(entries: readonly Yearly[], rule: string): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ of, years, path, subject, object }): Problem[] => {
    const twice = years.filter((year) => seen.has(`${of} ${year}`));
    for (const year of years) seen.add(`${of} ${year}`);
    if (twice.length === 0) return [];
    const text = `${subject}: ${listed(twice)} is entered more than once. Allowed: ${rule}. Add the amounts up into one entry, or take one out; until then this entry is left out.`;
    return [{ id: 'E24', path, text, severity: 'error', blocks: [object] }];
  });
}

function repeatedAmounts({ scenario, place }: ScenarioIndex): Problem[] {
  const totals = place('controlTotals', scenario.controlTotals).map(({ item, path, ...at }) => ({
    ...at,
    of: item.organisation,
    years: Object.keys(item.amountByYear),
    path: `${path}.amountByYear`,
  }));
  const support = place('support', scenario.support).map(({ item, path, ...at }) => ({
    ...at,
    of: item.organisation,
    years: Object.keys(item.allocationByYear),
    path: `${path}.allocationByYear`,
  }));
  const envelopes = place('capitalEnvelopes', scenario.capitalEnvelopes).map(({ item, path, ...at }) => ({
    ...at,
    of: item.source,
    years: Object.keys(item.amountByYear),
    path: `${path}.amountByYear`,
  }));
  return [
    ...repeatedYears(totals, 'one control total a year for an organisation'),
    ...repeatedYears(support, 'one allocation a year for an organisation'),
    ...repeatedYears(envelopes, 'one envelope a year for a source'),
  ];
}

/** E24 for lists that hold one entry for an organisation. */
function repeatedOrganisations({ scenario, place }: ScenarioIndex): Problem[] {
  const whole = [
    ...place<object>('reserves', scenario.reserves),
    ...place<object>('strandedSupport', scenario.strandedSupport),
    ...place<object>('ownRecord', scenario.ownRecord ?? []),
  ];
  const members = place('riskShares', scenario.riskShares).flatMap(({ item, path, subject, object }) =>
    place(`${path}.participants`, item.participants).map((at) => ({
      ...at,
      object,
      subject: `${subject}: participant ${at.item.organisation}`,
    })),
  );
  return [...whole, ...members]
    .filter(({ key }) => key.endsWith('~2'))
    .map(({ path, subject, object }): Problem => {
      const text = `${subject}: entered more than once. Allowed: one entry for an organisation. Combine the entries, or take one out; none of them counts until then.`;
      return { id: 'E24', path, text, severity: 'error', blocks: [object] };
    });
}

/** E6 (missing), E10, E23 and E24: what names something else, and what is named twice (model-spec §15, §19 (32)). */
export const referenceRules: Rule = (index) => [
  ...index.references.flatMap((reference) => missing(index, reference)),
  ...selfPayment(index),
  ...repeatedIds(index),
  ...sharedSchemeIds(index),
  ...repeatedAmounts(index),
  ...repeatedOrganisations(index),
];
