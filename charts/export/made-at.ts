/** Day and time as they stand on a stamp, by the clock of this machine: "2026-11-21 14:32". */
export function madeAtOf(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
