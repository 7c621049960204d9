/** A financial year, April to March, as "2020/21". */
export type YearLabel = string;

const LABEL = /^(\d{4})\/(\d{2})$/;
const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'] as const;

/** The calendar year in which a financial year starts, or undefined where the text is not a year label (model-spec §1.4). */
export function startOf(label: string): number | undefined {
  const parts = LABEL.exec(label);
  if (parts === null) return undefined;
  const start = Number(parts[1]);
  return Number(parts[2]) === (start + 1) % 100 ? start : undefined;
}

/** The label of the financial year that starts in April of the given calendar year. */
export function labelOfStart(start: number): YearLabel {
  return `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The year `count` years after a label; the label must be one. */
export function yearAfter(label: YearLabel, count: number): YearLabel {
  const start = startOf(label);
  if (start === undefined) throw new RangeError(`"${label}" is not a financial year. Write it as 2020/21.`);
  return labelOfStart(start + count);
}

/** Years from one label to another; negative where the second is earlier, undefined where either is not a label. */
export function yearsBetween(from: string, to: string): number | undefined {
  const first = startOf(from);
  const last = startOf(to);
  return first === undefined || last === undefined ? undefined : last - first;
}

/** A month index (0 = April of the base year) in words: "Oct 2020". */
export function monthLabel(baseYear: YearLabel, month: number): string {
  const start = startOf(baseYear);
  if (start === undefined) return `month ${String(month)}`;
  const inYear = ((month % 12) + 12) % 12;
  const calendarYear = start + Math.floor(month / 12) + (inYear >= 9 ? 1 : 0);
  return `${MONTHS[inYear] ?? ''} ${String(calendarYear)}`;
}

/** The month index of "Oct 2020" or "October 2020" counted from April of the base year; undefined where the text is not a month. */
export function monthIndex(baseYear: YearLabel, text: string): number | undefined {
  const start = startOf(baseYear);
  const parts = /^([A-Za-z]{3})[a-z]*\s+(\d{4})$/.exec(text.trim());
  if (start === undefined || parts === null) return undefined;
  const inYear = MONTHS.findIndex((name) => name.toLowerCase() === (parts[1] ?? '').toLowerCase());
  if (inYear < 0) return undefined;
  return 12 * (Number(parts[2]) - (inYear >= 9 ? 1 : 0) - start) + inYear;
}
