import { labelOfStart } from '../../shared/calendar/financial-year.ts';
import { ORGANISATION_TYPES, regimeOf, type OrganisationType, type Regime } from '../../shared/scenario/vocabulary.ts';
import { happens, pick, some, type Draw, type InputDraw } from './scenario-draw.ts';

/** The most of each entity in one scenario. */
export interface ScenarioSizes {
  organisations: number;
  linesPerOrganisation: number;
  flows: number;
  series: number;
  programmes: number;
  pools: number;
  savings: number;
  declaredPairs: number;
  capital: number;
  capitalEnvelopes: number;
  stepGroups: number;
  shifts: number;
  prevention: number;
  implementation: number;
  riskShares: number;
  publishedFigures: number;
}

export interface Member {
  id: string;
  type: OrganisationType;
  regime: Regime;
}

const FIRST_YEAR = 2017;
const ofRegime = (regime: Regime): OrganisationType[] => ORGANISATION_TYPES.filter((type) => regimeOf(type) === regime);
/** The first three organisations are a commissioner, a provider and a council, so that small systems have all that a shift needs. */
const FIRST_TYPES = [ofRegime('NHS_COMMISSIONER'), ofRegime('NHS_PROVIDER'), ofRegime('COUNCIL')];

/** What the parts of one random scenario know of one another: the years, and the objects that may be referred to. */
export class World {
  readonly draw: Draw;
  readonly inputs: InputDraw;
  readonly sizes: ScenarioSizes;
  readonly baseYear = labelOfStart(FIRST_YEAR);
  /** The projected years, the base year excluded. */
  readonly years: readonly string[];
  readonly members: readonly Member[];
  readonly programmes: readonly string[];
  /** Filled as the parts are made, in the order of the model. */
  readonly series: string[] = [];
  readonly lines: { id: string; organisation: string; kind: 'INCOME' | 'EXPENDITURE'; category: string; isPositive: boolean }[] = [];
  readonly flows: { payer: string; payee: string }[] = [];
  readonly capital: string[] = [];

  constructor(inputs: InputDraw, { sizes, projectedYears }: { sizes: ScenarioSizes; projectedYears: number }) {
    this.draw = inputs.draw;
    this.inputs = inputs;
    this.sizes = sizes;
    this.years = Array.from({ length: Math.max(3, projectedYears) }, (_, index) => labelOfStart(FIRST_YEAR + 1 + index));
    this.members = this.#membersOf(sizes.organisations);
    this.programmes = Array.from({ length: sizes.programmes }, (_, index) => `P${String(index + 1)}`).filter(() => happens(this.draw));
  }

  get allYears(): readonly string[] {
    return [this.baseYear, ...this.years];
  }

  get horizonYear(): string {
    return this.years.at(-1) ?? this.baseYear;
  }

  get monthsInHorizon(): number {
    return 12 * this.allYears.length;
  }

  #membersOf(most: number): Member[] {
    const fewest = Math.min(3, most);
    const length = fewest + (most > fewest ? Array.from({ length: most - fewest }).filter(() => happens(this.draw)).length : 0);
    return Array.from({ length: Math.max(1, length) }, (_, index) => {
      const type = pick(this.draw, FIRST_TYPES[index] ?? ORGANISATION_TYPES);
      return { id: `O${String(index + 1)}`, type, regime: regimeOf(type) };
    });
  }

  withRegime(regime: Regime): Member[] {
    return this.members.filter((member) => member.regime === regime);
  }

  /** Organisations other than those named. */
  others(...named: readonly string[]): Member[] {
    return this.members.filter(({ id }) => !named.includes(id));
  }

  /** A programme, a series or nothing: what may be referred to and may be missing. */
  perhapsOneOf<T>(list: readonly T[]): T | undefined {
    return list.length > 0 && happens(this.draw) ? pick(this.draw, list) : undefined;
  }
}

/** An entry for every projected year. */
export function byEveryYear<T>(world: World, make: (year: string, index: number) => T): Record<string, T> {
  return Object.fromEntries(world.years.map((year, index) => [year, make(year, index)]));
}

/** An entry for some years; the others are blank. */
export function bySomeYears<T>(world: World, make: () => T, years: readonly string[] = world.years): Record<string, T> {
  return Object.fromEntries(some(world.draw, years).map((year) => [year, make()]));
}
