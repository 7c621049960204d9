import { TOLERANCE, ZERO, type Decimal } from '../money/decimal.ts';
import { footTable } from '../money/foot-table.ts';
import { RoundingRegister, type NamedAmount } from '../money/register.ts';
import { displayStep, type MoneyUnit } from '../money/units.ts';
import { type Step } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import { bridges, type Bar } from './bridge.ts';
import { MEASURES, type Measure, type OrganisationOutcome, type Outcomes } from './positions.ts';
import type { Shown } from './shown-table.ts';

/** Parts of the reported position that organisations and steps share in a table of two ways. */
export const SETTLEMENT_PARTS = ['beforeSupport', 'riskShare', 'support', 'reserves'] as const;
export type SettlementPart = (typeof SETTLEMENT_PARTS)[number];

/** Measures whose organisations are footed to the system by themselves. */
const FOOTED_ALONE: readonly Measure[] = MEASURES.filter((measure) => measure !== 'beforeSupport');

/** Bars of the bridge that are the system's figure of another table under the same name. */
const SYSTEM_BARS: Readonly<Record<string, string>> = {
  doNothing: 'doNothing',
  headlinePlan: 'headline',
  reported: 'reported',
  riskShare: 'riskShare',
  support: 'support',
  reserves: 'reserves',
};

/** A named amount; what is nil but for the 34th digit is nil, since nil never moves when a column is footed (model-spec §1.5.5, §1.5.6). */
export function named(id: string, amount: Decimal | undefined): NamedAmount {
  return { id, amount: amount === undefined || amount.abs().lte(TOLERANCE) ? ZERO : amount };
}

/**
 * Every displayed figure of one projection in one unit: each named amount is rounded once, top-down (model-spec §1.5.5), and tables only read here.
 * Names are the paths of the summary: `system.reported.2020/21`, `organisations.ACUTE.support.2020/21`, `bridge.2020/21.overlap`.
 */
export class ShownFigures {
  readonly projection: Projection;
  readonly outcomes: Outcomes;
  readonly unit: MoneyUnit;
  readonly step: Decimal;
  readonly bars: readonly (readonly Bar[])[];
  /** Organisations that are computed: those left out because of a problem have no figures. */
  readonly organisations: readonly OrganisationOutcome[];
  readonly register = new RoundingRegister();

  constructor({ projection, outcomes, unit }: { projection: Projection; outcomes: Outcomes; unit: MoneyUnit }) {
    this.projection = projection;
    this.outcomes = outcomes;
    this.unit = unit;
    this.step = displayStep({ unit });
    this.bars = bridges(projection);
    this.organisations = outcomes.organisations.filter(({ id }) => !projection.frame.leftOut.has(`organisations:${id}`));
    for (let year = 1; year <= projection.frame.yearCount; year += 1) this.#registerYear(year);
  }

  /** Label of a year by index, 0 = base year. */
  label(year: number): string {
    return this.projection.frame.years[year] ?? '';
  }

  /** A figure that stands alone, or that is already footed in its table. */
  shown(id: string, amount: Decimal): Shown {
    const exact = named(id, amount);
    return { exact: exact.amount, figure: this.register.figure(exact, this.step) };
  }

  system(measure: Measure | 'cumulative', year: number): Shown {
    return this.shown(`system.${measure}.${this.label(year)}`, this.outcomes.system[measure][year] ?? ZERO);
  }

  organisation(outcome: OrganisationOutcome, measure: Measure, year: number): Shown {
    return this.shown(`organisations.${outcome.id}.${measure}.${this.label(year)}`, outcome[measure][year] ?? ZERO);
  }

  /** A part of the reported position, of one organisation or of the system. */
  part(part: SettlementPart, year: number, outcome?: OrganisationOutcome): Shown {
    const { id, amount } = outcome === undefined ? this.#systemPart(part, year) : this.#organisationPart(outcome, part, year);
    return this.shown(id, amount);
  }

  bar(bar: Bar, year: number): Shown {
    return this.shown(this.#barName(bar.bar, year), bar.amount);
  }

  /** The name under which the figure of a path is registered: a bar that is the system's figure of another table goes by that one's name. */
  nameOf(path: string): string {
    const [family, label = '', bar = '', ...rest] = path.split('.');
    const system = family === 'bridge' && rest.length === 0 && Object.hasOwn(SYSTEM_BARS, bar) ? SYSTEM_BARS[bar] : undefined;
    return system === undefined ? path : `system.${system}.${label}`;
  }

  #registerYear(year: number): void {
    for (const measure of FOOTED_ALONE) this.system(measure, year);
    this.system('cumulative', year);
    this.#keepCouncils(year);
    for (const measure of FOOTED_ALONE) this.#footOrganisations(measure, year);
    this.#footSettlement(year);
    this.register.footBridge(
      (this.bars[year] ?? []).map((bar) => ({
        ...named(this.#barName(bar.bar, year), bar.amount),
        kind: bar.kind === 'position' && bar.bar !== 'doNothing' ? 'subtotal' : 'bar',
      })),
      this.step,
    );
  }

  /** What a council must still find is also said in sentences, so it is rounded plainly and the others make room. */
  #keepCouncils(year: number): void {
    for (const [id, years] of this.projection.settlement.reserves) {
      const council = this.organisations.find((outcome) => outcome.id === id);
      if (council !== undefined && !(years[year]?.requiredMitigation ?? ZERO).isZero()) this.organisation(council, 'reported', year);
    }
  }

  #footOrganisations(measure: Measure, year: number): void {
    const leaves = this.organisations.map((outcome) =>
      named(`organisations.${outcome.id}.${measure}.${this.label(year)}`, outcome[measure][year]),
    );
    const total = named(`system.${measure}.${this.label(year)}`, this.outcomes.system[measure][year]);
    if (leaves.length > 0) this.register.foot({ total, leaves }, this.step);
  }

  /**
   * Organisations by parts of the reported position: rows and columns both add. Where that cannot be done with the columns free, their totals are footed to the
   * system first, so that a line 'Rounding' takes what is open and no total moves by a whole step.
   */
  #footSettlement(year: number): void {
    if (this.organisations.length === 0) return;
    const label = this.label(year);
    const table = {
      cells: this.organisations.map((outcome) => SETTLEMENT_PARTS.map((part) => this.#organisationPart(outcome, part, year))),
      rows: this.organisations.map((outcome) => named(`organisations.${outcome.id}.reported.${label}`, outcome.reported[year])),
      columns: SETTLEMENT_PARTS.map((part) => this.#systemPart(part, year)),
      grand: named(`system.reported.${label}`, this.outcomes.system.reported[year]),
    };
    // What members pay each other is nil in all, and shows as nil whatever its parts leave at the 34th digit.
    for (const column of table.columns) if (column.amount.isZero()) this.register.figure(column, this.step);
    const kept = (totals: readonly NamedAmount[]): (Decimal | null)[] =>
      totals.map(({ id }) => this.register.registered(id, this.step)?.figure ?? null);
    const free = footTable(
      table.cells.map((row) => row.map(({ amount }) => amount)),
      this.step,
      { rows: kept(table.rows), columns: kept(table.columns), grand: this.register.figure(table.grand, this.step) },
    );
    if (free.rounding !== null) this.register.foot({ total: table.grand, leaves: table.columns }, this.step);
    this.register.footTable(table, this.step);
  }

  #organisationPart(outcome: OrganisationOutcome, part: SettlementPart, year: number): NamedAmount {
    return named(`organisations.${outcome.id}.${part}.${this.label(year)}`, outcome[part][year]);
  }

  #systemPart(part: SettlementPart, year: number): NamedAmount {
    const { system } = this.outcomes;
    const amounts = part === 'beforeSupport' ? system.beforeSupport : systemStep(system.steps, part);
    return named(`system.${part}.${this.label(year)}`, amounts[year]);
  }

  #barName(bar: string, year: number): string {
    return this.nameOf(`bridge.${this.label(year)}.${bar}`);
  }
}

function systemStep(steps: ReadonlyMap<Step, readonly Decimal[]>, part: Exclude<SettlementPart, 'beforeSupport'>): readonly Decimal[] {
  return steps.get(part) ?? [];
}
