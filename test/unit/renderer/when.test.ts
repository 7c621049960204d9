import { expect, test } from 'vitest';
import { dayAndTime, dayOrTime } from '../../../renderer/components/when.ts';

/** A moment of local time, as the shell would send it. */
function moment(year: number, month: number, day: number, hour = 14, minute = 32): string {
  return new Date(year, month - 1, day, hour, minute).toISOString();
}

const now = new Date(2018, 2, 29, 9, 5);

test.each([
  { at: moment(2018, 3, 29, 9, 0), long: 'today 09:00', short: 'today 09:00' },
  { at: moment(2018, 3, 29, 0, 0), long: 'today 00:00', short: 'today 00:00' },
  { at: moment(2018, 3, 28, 23, 59), long: 'yesterday 23:59', short: 'yesterday 23:59' },
  { at: moment(2018, 3, 27), long: '27 March 14:32', short: '27 March' },
  { at: moment(2018, 1, 1), long: '1 January 14:32', short: '1 January' },
  { at: moment(2017, 12, 31), long: '31 December 2017 14:32', short: '31 December 2017' },
  // A clock that was put back leaves moments of tomorrow.
  { at: moment(2018, 3, 30), long: '30 March 14:32', short: '30 March' },
])('$long', ({ at, long, short }) => {
  expect(dayAndTime(at, now)).toBe(long);
  expect(dayOrTime(at, now)).toBe(short);
});

test('the day before a short day, when clocks go forward, is still yesterday', () => {
  expect(dayAndTime(moment(2018, 3, 24, 12, 0), new Date(2018, 2, 25, 12, 0))).toBe('yesterday 12:00');
  expect(dayAndTime(moment(2018, 10, 27, 0, 30), new Date(2018, 9, 28, 23, 30))).toBe('yesterday 00:30');
});
