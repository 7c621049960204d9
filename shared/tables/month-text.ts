import { monthIndex, monthLabel } from '../calendar/financial-year.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const MONTHS_ALLOWED = 'a month, such as Apr 2018, Apr-18 or 01/04/2018, or its number counted from April of the base year as 0';

/**
 * The index of a month (0 = April of the base year) as tables write it: "Apr 2018", "Apr-18", "1 April 2018", "01/04/2018" (day first), "04/2018", "2018-04-01", or the index itself.
 * Undefined where it is none of these.
 */
export function monthOfText(written: string, baseYear: string): number | undefined {
  const text = written.trim();
  if (/^-?\d{1,3}$/.test(text)) return Number(text);
  const named = /^(?:\d{1,2}[ -])?([A-Za-z]{3,9})\.?[ -]?(\d{4}|\d{2})$/.exec(text);
  if (named !== null) return isMonthName(named[1] ?? '') ? indexOf(baseYear, { name: named[1] ?? '', year: named[2] ?? '' }) : undefined;
  const numbered = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text) ?? undefined;
  if (numbered !== undefined) return ofNumbers(baseYear, { day: numbered[1], month: numbered[2], year: numbered[3] });
  const sortable = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T]00:00(?::00)?)?$/.exec(text);
  return sortable === null ? undefined : ofNumbers(baseYear, { day: sortable[3], month: sortable[2], year: sortable[1] });
}

const NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function isMonthName(written: string): boolean {
  const name = written.toLowerCase();
  return NAMES.some((each) => each === name || each.slice(0, 3) === name || (name === 'sept' && each === 'september'));
}

type DateParts = { readonly day: string | undefined; readonly month: string | undefined; readonly year: string | undefined };

function ofNumbers(baseYear: string, { day = '1', month = '', year = '' }: DateParts): number | undefined {
  const name = MONTHS[Number(month) - 1];
  return name === undefined || Number(day) < 1 || Number(day) > 31 ? undefined : indexOf(baseYear, { name, year });
}

function indexOf(baseYear: string, { name, year }: { name: string; year: string }): number | undefined {
  return monthIndex(baseYear, `${name.slice(0, 3)} ${year.length === 2 ? `20${year}` : year}`);
}

/** A month index as a table writes it: "Apr 2018". */
export function textOfMonth(index: string, baseYear: string): string {
  return monthLabel(baseYear, Number(index));
}
