/** The doubts that an entry can leave, each with a usual and another reading. */
export type Doubt =
  /** 1.234: one and a bit, or one thousand two hundred and thirty-four. */
  | 'thousands-point'
  /** 1,23: one and a bit, or 123 with a comma that slipped. */
  | 'decimal-comma'
  /** £9.8 in a £m column: £9.8m, or £9.80. */
  | 'bare-pound'
  /** 0.85 in a per cent column: 0.85%, or 85%. */
  | 'fraction'
  /** by +5% of a rate: five per cent of itself, or five points. */
  | 'change'
  /** 0.5pp in a rate cell: changed by it, or set to 0.5%. */
  | 'points'
  /** 8 to 11m: 8 in the column's unit, or 8m. */
  | 'shared-unit'
  /** 8-11: from 8 to 11, or 8 less 11. */
  | 'hyphen';

/** One way through the doubts of an entry. Reading asks at each doubt that it meets; every doubt stays decided for the whole entry. */
export class Choices {
  readonly met = new Set<Doubt>();
  private readonly others: ReadonlySet<Doubt>;

  constructor(others: ReadonlySet<Doubt>) {
    this.others = others;
  }

  /** Notes that the doubt arose, and says whether this way takes the other reading. */
  takesOther(doubt: Doubt): boolean {
    this.met.add(doubt);
    return this.others.has(doubt);
  }
}

/** Reads along every way through the doubts that arise, the usual one first. */
export function everyReading<Reading>(read: (choices: Choices) => Reading): Reading[] {
  const readings: Reading[] = [];
  const explore = (others: ReadonlySet<Doubt>, decided: ReadonlySet<Doubt>): void => {
    const choices = new Choices(others);
    const reading = read(choices);
    const open = [...choices.met].find((doubt) => !decided.has(doubt));
    if (open === undefined) {
      readings.push(reading);
      return;
    }
    const nowDecided = new Set([...decided, open]);
    explore(others, nowDecided);
    explore(new Set([...others, open]), nowDecided);
  };
  explore(new Set(), new Set());
  return readings;
}
