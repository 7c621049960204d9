import { type Decimal } from './decimal.ts';
import { readUnsigned, stored, type Quantity, type ReadingContext } from './parse-quantity.ts';
import { EntryRefused } from './parse-refusal.ts';
import { isMark, textOf, type Token } from './parse-tokens.ts';
import { isTypedInHundredths } from './units.ts';

/**
 * A term of a formula. `number`: no unit yet; `amount`: as the cell stores it; `factor`: a per cent in a cell that does not hold per cents,
 * good for multiplying only.
 */
interface Term {
  readonly kind: 'number' | 'amount' | 'factor';
  readonly figure: Decimal;
}

/**
 * Works out `=12+3.4`, `=2*(5m-0.4m)`, `=8*105%` and gives what the cell would store. Numbers without a unit take the cell's; units are types throughout.
 * Throws EntryRefused: references to other cells, unlike terms added, division by nil.
 * @param tokens what stands behind the `=`
 */
export function readFormula(tokens: readonly Token[], context: ReadingContext): Decimal {
  const formula = new Formula(tokens, context);
  const result = formula.sum();
  if (!formula.isAtEnd()) throw formula.unreadable();
  if (result.kind === 'amount') return result.figure;
  const quantity: Quantity = {
    number: result.figure,
    measure: { kind: result.kind === 'factor' ? 'percent' : 'none' },
    text: formula.text,
  };
  return stored(quantity, context);
}

class Formula {
  readonly text: string;
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly context: ReadingContext;

  constructor(tokens: readonly Token[], context: ReadingContext) {
    this.tokens = tokens;
    this.context = context;
    this.text = `=${textOf(tokens)}`;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  unreadable(): EntryRefused {
    return new EntryRefused('formula', {
      read: `the formula "${this.text}", which cannot be worked out`,
      wayOut: 'A formula in a cell holds numbers, + − * / and brackets, such as =12+3.4. It cannot refer to other cells.',
    });
  }

  sum(): Term {
    let total = this.product();
    for (;;) {
      const isMinus = this.takes('-');
      if (!isMinus && !this.takes('+')) return total;
      const term = this.product();
      if (term.kind !== total.kind) throw this.unlike();
      total = { kind: total.kind, figure: isMinus ? total.figure.minus(term.figure) : total.figure.plus(term.figure) };
    }
  }

  private product(): Term {
    let total = this.signed();
    for (;;) {
      if (this.takes('*')) total = this.multiplied(total, this.signed());
      else if (this.takes('/')) total = this.divided(total, this.signed());
      else return total;
    }
  }

  private signed(): Term {
    if (this.takes('+')) return this.signed();
    if (!this.takes('-')) return this.primary();
    const term = this.signed();
    return { kind: term.kind, figure: term.figure.neg() };
  }

  private primary(): Term {
    if (this.takes('(')) {
      const inner = this.sum();
      if (!this.takes(')')) throw this.unreadable();
      return inner;
    }
    return this.literal();
  }

  /** One number with its units: £, digits, then words, per cent signs and units up to the next operator. */
  private literal(): Term {
    const start = this.at;
    if (isMark(this.tokens[this.at], '£') || this.tokens[this.at]?.kind === 'scaled-pound') this.at += 1;
    if (this.tokens[this.at]?.kind !== 'numeral') throw this.unreadable();
    this.at += 1;
    while (this.isUnit(this.tokens[this.at])) this.at += 1;
    return this.termOf(readUnsigned(this.tokens.slice(start, this.at), this.context));
  }

  private isUnit(token: Token | undefined): boolean {
    return token?.kind === 'word' || token?.kind === 'scaled-pound' || isMark(token, '%');
  }

  private termOf(quantity: Quantity): Term {
    const { measure } = quantity;
    const { unit } = this.context;
    if (measure.kind === 'none') return { kind: 'number', figure: quantity.number };
    if (measure.kind === 'percent' && !isTypedInHundredths(unit)) return { kind: 'factor', figure: quantity.number.div(100) };
    // Points may be added to a rate: =4%+0.5pp.
    if (measure.kind === 'points' && isTypedInHundredths(unit)) return { kind: 'amount', figure: quantity.number.div(100) };
    return { kind: 'amount', figure: stored(quantity, this.context) };
  }

  private multiplied(a: Term, b: Term): Term {
    if (a.kind === 'amount' && b.kind === 'amount' && !isTypedInHundredths(this.context.unit)) throw this.unlike();
    const kinds = [a.kind, b.kind];
    const kind = kinds.includes('amount') ? 'amount' : kinds.includes('number') ? 'number' : 'factor';
    return { kind, figure: a.figure.times(b.figure) };
  }

  private divided(a: Term, b: Term): Term {
    if (b.figure.isZero()) throw divisionByNil(this.text);
    if (b.kind === 'amount' && a.kind !== 'amount') throw this.unlike();
    return { kind: a.kind === 'amount' && b.kind === 'amount' ? 'number' : a.kind, figure: a.figure.div(b.figure) };
  }

  private unlike(): EntryRefused {
    return new EntryRefused('formula', {
      read: `the formula "${this.text}", which joins unlike terms`,
      wayOut: 'Add pounds to pounds and per cents to per cents; give every term its unit, or none.',
    });
  }

  private takes(mark: '+' | '-' | '*' | '/' | '(' | ')'): boolean {
    if (!isMark(this.tokens[this.at], mark)) return false;
    this.at += 1;
    return true;
  }
}

/** The refusal of a division by nil, in a formula or as `/0`. */
export function divisionByNil(text: string): EntryRefused {
  return new EntryRefused('division-by-nil', { read: `"${text}", a division by nil`, wayOut: 'Divide by a number other than nil.' });
}

/** A pure number for `*1.05` and `/2`: plain or in per cent. Throws EntryRefused for anything with another unit. */
export function factorOf(quantity: Quantity): Decimal {
  if (quantity.measure.kind === 'none') return quantity.number;
  if (quantity.measure.kind === 'percent') return quantity.number.div(100);
  throw new EntryRefused('wrong-unit', {
    read: `a multiplication by "${quantity.text}"`,
    wayOut: 'Multiply by a number without a unit, such as *1.05 or *105%.',
  });
}
