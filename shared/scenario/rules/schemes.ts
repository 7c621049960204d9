import { listed } from '../labels.ts';
import type { Problem } from '../problem.ts';
import type { SavingsScheme } from '../schema.ts';
import { shown } from './wording.ts';
import { organisationName, type Rule, type ScenarioIndex } from './scenario-index.ts';

/** E11: a published return on investment says nothing of when the cash comes. */
function returnAsProfile({ scenario, place }: ScenarioIndex): Problem[] {
  return place('prevention', scenario.prevention).flatMap(({ item, path, subject, object }): Problem[] => {
    if (item.returnOnInvestment === undefined) return [];
    const read = shown(item.returnOnInvestment.value, item.returnOnInvestment.unit);
    const text = `${subject}: return on investment: read ${read} to 1. A published return counts benefits to society over many years; it is no cash profile. Enter a lag profile, the benefit per £ in each year after the spend, and clear the return.`;
    return [{ id: 'E11', path: `${path}.returnOnInvestment`, text, severity: 'error', blocks: [object] }];
  });
}

/** What is wrong with the mechanism of a savings scheme, if anything: the field, the rule and the sentence after the subject. */
function mechanismFault(index: ScenarioIndex, scheme: SavingsScheme): { field: string; id: 'E12' | 'E23'; text: string } | undefined {
  const { mechanism, counterparty, valuedAt } = scheme;
  const other = counterparty === undefined ? undefined : `${organisationName(index, counterparty)} (${counterparty})`;
  const offer = 'Choose the mechanism contract reduction, whose saving to the system is only the cost that the provider releases';
  if (mechanism === 'CONTRACT_REDUCTION' || mechanism === 'TRANSFER') {
    if (counterparty !== undefined) return undefined;
    const role =
      mechanism === 'TRANSFER' ? 'transfer needs the member that it costs' : 'contract reduction needs the member whose contract shrinks';
    const text = `counterparty: read nothing. A ${role}. Enter the other member, or choose the mechanism cash from outside the system.`;
    return { field: 'counterparty', id: 'E23', text };
  }
  if (mechanism === 'INCOME_EXTERNAL') {
    if (other === undefined) return undefined;
    return {
      field: 'counterparty',
      id: 'E12',
      text: `counterparty: read ${other}. Income from outside has no counterparty inside the system. Clear it, or choose the mechanism transfer, which changes who and not whether.`,
    };
  }
  if (valuedAt === 'TARIFF') {
    return {
      field: 'valuedAt',
      id: 'E12',
      text: `valued at tariff, which is a price between members and no cash. A cash saving is valued at cost. ${offer}, or value it at cost.`,
    };
  }
  if (other === undefined) return undefined;
  return {
    field: 'counterparty',
    id: 'E12',
    text: `counterparty: read ${other}. A cash saving on outside spending has no counterparty inside the system. ${offer}, or clear the counterparty.`,
  };
}

/** E12, and E23 for a mechanism that lacks its other member (model-spec §5.1, §5.4). */
function mechanisms(index: ScenarioIndex): Problem[] {
  return index.place('savings', index.scenario.savings).flatMap(({ item, path, subject, object }): Problem[] => {
    const fault = mechanismFault(index, item);
    if (fault === undefined) return [];
    return [{ id: fault.id, path: `${path}.${fault.field}`, text: `${subject}: ${fault.text}`, severity: 'error', blocks: [object] }];
  });
}

/** E23: a pair of one scheme with itself. */
function pairsWithSelf({ scenario, place }: ScenarioIndex): Problem[] {
  return place('declaredPairs', scenario.declaredPairs).flatMap(({ item, path, subject, object }): Problem[] => {
    if (item.first !== item.second) return [];
    const text = `${subject}: both schemes are ${item.first}. A pair is of two schemes that claim part of the same saving. Choose another second scheme, or take the pair out.`;
    return [{ id: 'E23', path: `${path}.second`, text, severity: 'error', blocks: [object] }];
  });
}

/** W3: nobody answers for the scheme, or nobody can look up where it comes from. */
function unanswered({ scenario, place }: ScenarioIndex): Problem[] {
  const schemes = [
    ...place('savings', scenario.savings),
    ...place('capital', scenario.capital),
    ...place('shifts', scenario.shifts),
    ...place('prevention', scenario.prevention),
  ];
  return schemes.flatMap(({ item, path, subject }): Problem[] => {
    const lacking = [(item.owner ?? '').trim() === '' ? 'owner' : '', (item.source ?? '').trim() === '' ? 'source' : ''].filter(
      (word) => word !== '',
    );
    if (lacking.length === 0) return [];
    const text = `${subject}: no ${listed(lacking).replace(' and ', ' and no ')} is given. Allowed: a role that answers for it, and where its figures come from. Enter them; until then it is counted as unsourced on the cover.`;
    return [{ id: 'W3', path: `${path}.${lacking[0] ?? 'owner'}`, text, severity: 'warning' }];
  });
}

/** E11, E12, E23 (mechanisms and pairs) and W3: single schemes (model-spec §5, §8, §15). */
export const schemeRules: Rule = (index) => [
  ...returnAsProfile(index),
  ...mechanisms(index),
  ...pairsWithSelf(index),
  ...unanswered(index),
];
