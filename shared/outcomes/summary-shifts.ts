import { ZERO, sum, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';
import { shiftSystem } from './shift-system.ts';
import type { Summary } from './summary-schema.ts';
import { besides, quantityText, summaryText, unlessLeftOut, type ByYearText } from './summary-text.ts';

/** Places of activity and staff, of beds, and of whole wards. */
const PLACES = { activity: 2, beds: 6, wards: 0 } as const;

function staffText(projection: Projection, wte: readonly Decimal[] | undefined): ByYearText | null {
  return wte === undefined ? null : summaryText(projection).quantities(wte, PLACES.activity);
}

function systemSummary(projection: Projection): Summary['shifts']['system'] {
  const { pounds, quantities } = summaryText(projection);
  const system = shiftSystem(projection);
  return {
    headline: pounds(system.headline),
    tariffSaved: pounds(system.tariffSaved),
    variableReleased: pounds(system.variableReleased),
    stepReleased: pounds(system.stepReleased),
    stranded: pounds(system.stranded),
    strandedSupport: pounds(system.strandedSupport),
    reprovision: pounds(system.reprovision),
    systemEffect: pounds(system.systemEffect),
    bedsFreed: quantities(system.bedsFreed, PLACES.beds),
    wardsClosed: quantities(system.wardsClosed, PLACES.wards),
  };
}

function schemeSummaries(projection: Projection) {
  const { pounds, quantities } = summaryText(projection);
  return unlessLeftOut(projection, projection.frame.scenario.shifts, ({ id, name, fromOrganisation, toOrganisation, commissioner }) => {
    const outcome = projection.shifts.schemes.get(id);
    if (outcome === undefined) return undefined;
    const { activity } = outcome;
    return {
      name,
      funded: activity.funded,
      fromOrganisation,
      toOrganisation,
      commissioner,
      activity: quantities(activity.avoided, PLACES.activity),
      capacity: quantities(activity.capacity, PLACES.activity),
      headline: pounds(outcome.headline),
      tariffSaved: pounds(outcome.tariffSaved),
      variableReleased: pounds(outcome.variableReleased),
      reprovision: pounds(outcome.reprovision),
      contractPaid: pounds(outcome.contractPaid),
      tariff: pounds(activity.tariff),
      variableCost: pounds(activity.variableCost),
      reprovisionCost: pounds(activity.reprovisionCost),
      contractPrice: pounds(activity.contractPrice),
      wteReleased: staffText(projection, outcome.wteReleased),
      wteNeeded: staffText(projection, outcome.wteNeeded),
    };
  });
}

function groupSummaries(projection: Projection): Summary['shifts']['groups'] {
  const { pounds, quantities, years } = summaryText(projection);
  const { groups, groupWteReleased } = projection.shifts;
  return unlessLeftOut(projection, projection.frame.scenario.stepGroups, ({ id, name, organisation }) => {
    const release = groups.get(id);
    if (release === undefined) return undefined;
    return {
      name,
      organisation,
      bedsFreed: quantities(release.bedsFreed, PLACES.beds),
      stepsInMarch: quantities(release.stepsInMarch, PLACES.wards),
      costReleased: pounds(release.costReleased),
      stepCost: pounds(release.stepCost),
      netCapacity: release.netCapacity === undefined ? null : quantities(release.netCapacity, PLACES.beds),
      releasedAs: years((year) => release.releasedAs[year] ?? null),
      wteReleased: staffText(projection, groupWteReleased.get(id)),
    };
  });
}

/** Stranded cost by provider, and what its commissioners pay towards it (§19 (31)). */
function strandedSummaries(projection: Projection): Summary['shifts']['stranded'] {
  const { pounds } = summaryText(projection);
  return Object.fromEntries(
    [...projection.shifts.stranded].map(([organisation, { stranded, support, paidBy }]) => [
      organisation,
      {
        stranded: pounds(stranded),
        support: pounds(support),
        paidBy: Object.fromEntries([...paidBy].map(([payer, paid]) => [payer, pounds(paid)])),
      },
    ]),
  );
}

/** Every shift by id; all together under `system`, wards under `groups`, stranded cost by provider under `stranded` (model-spec §7.2). */
export function shiftSummaries(projection: Projection): Summary['shifts'] {
  return besides(schemeSummaries(projection), {
    system: systemSummary(projection),
    groups: groupSummaries(projection),
    stranded: strandedSummaries(projection),
  });
}

type StaffPart = { readonly cost: readonly Decimal[]; readonly wte: readonly Decimal[] | undefined };

/** Staff released and staff needed, side by side: they are different people in different places (model-spec §7.2). */
export function workforceSummary(projection: Projection): Summary['workforce'] {
  const { years } = summaryText(projection);
  const { schemes, groups, groupWteReleased } = projection.shifts;
  const shifts = [...schemes.values()];
  const total = (parts: readonly StaffPart[]) =>
    years((year) => {
      const counted = parts.filter(({ cost }) => !(cost[year] ?? ZERO).isZero());
      if (counted.some(({ wte }) => wte === undefined)) return null;
      return quantityText(sum(counted.map(({ wte }) => wte?.[year] ?? ZERO)), PLACES.activity);
    });
  const fromWards = [...groups].map(([id, release]): StaffPart => ({ cost: release.costReleased, wte: groupWteReleased.get(id) }));
  return {
    released: total([...shifts.map((each) => ({ cost: each.variableReleased, wte: each.wteReleased })), ...fromWards]),
    needed: total(shifts.map((each) => ({ cost: each.reprovision, wte: each.wteNeeded }))),
  };
}
