const DAY = 86_400_000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function timeOf(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** A moment as people say it: "today 14:32", "yesterday 09:00", "12 June 14:32", with the year where it is another one. */
export function dayAndTime(iso: string, now: Date = new Date()): string {
  const day = dayOrTime(iso, now);
  const time = timeOf(new Date(iso));
  return day.endsWith(time) ? day : `${day} ${time}`;
}

/** The same for a narrow column, which says the time of the last two days only: "today 14:32", "12 June", "14 March 2018". */
export function dayOrTime(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const time = timeOf(date);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days === 0) return `today ${time}`;
  if (days === 1) return `yesterday ${time}`;
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
}
