/**
 * TIMEX3 calendar values as stretches of time, so that a day, a month and a season can stand on one axis.
 * All reckoning is in UTC: a date in a newspaper has no hour zone.
 *
 * @module
 */

/** @typedef {{from: number, to: number}} Stretch   milliseconds since 1970, half-open */

export const kDay = 86_400_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** First month and length of the seasons, as the north has them. @type {Record<string, [number, number]>} */
const seasons = { SP: [2, 3], SU: [5, 3], FA: [8, 3], WI: [11, 3] };

/** @param {number} year @param {number} [month] from 0 @param {number} [day] */
export function utc(year, month = 0, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/**
 * @param {string} value   "2023-05-24", "2023-05", "2023", "2023-W21", "2023-Q1", "2023-H1", "2023-SP", "202" (a decade), "19" (a century),
 *                         with or without a time; "A/B" from the first of A to the last of B
 * @returns {Stretch|null}   null where the value names no calendar time
 */
export function stretchOf(value) {
  const [first = '', last] = value.split('/');
  const begin = oneStretch(first);
  if (last === undefined) return begin;
  const end = oneStretch(last);
  return begin && end && end.to > begin.from ? { from: begin.from, to: end.to } : null;
}

/** @param {string} value @returns {Stretch|null} */
function oneStretch(value) {
  const date = value.split('T', 1)[0] ?? '';
  const found = /^(\d{2,4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-(\d))?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?$/.exec(date);
  if (!found) return null;
  const [, digits = '', month, day, week, weekday, quarter, half, season] = found;
  const year = Number(digits);
  if (digits.length === 2) return date.length === 2 ? { from: utc(year * 100), to: utc(year * 100 + 100) } : null;
  if (digits.length === 3) return date.length === 3 ? { from: utc(year * 10), to: utc(year * 10 + 10) } : null;
  if (week) {
    // ISO 8601: week 1 holds 4 January; weeks begin on Monday.
    const fourth = utc(year, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * kDay + (Number(week) - 1) * 7 * kDay;
    const from = weekday ? monday + (Number(weekday) - 1) * kDay : monday;
    return { from, to: from + (weekday ? 1 : 7) * kDay };
  }
  if (quarter) return { from: utc(year, (Number(quarter) - 1) * 3), to: utc(year, Number(quarter) * 3) };
  if (half) return { from: utc(year, (Number(half) - 1) * 6), to: utc(year, Number(half) * 6) };
  if (season) {
    const [start, length] = seasons[season] ?? [0, 3];
    return { from: utc(year, start), to: utc(year, start + length) };
  }
  if (!month) return { from: utc(year), to: utc(year + 1) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { from: utc(year, Number(month) - 1), to: utc(year, Number(month)) };
  const from = utc(year, Number(month) - 1, Number(day));
  return new Date(from).getUTCMonth() === Number(month) - 1 ? { from, to: from + kDay } : null;
}

/**
 * What a tick says, as short as its neighbours allow: the hour, the day, the month, or the year where a new one begins.
 * @param {Date} tick
 * @returns {{text: string, rank: 0|1|2|3}}   an hour, a day, a month, a year
 */
export function tickText(tick) {
  const [year, month, day, hour] = [tick.getUTCFullYear(), tick.getUTCMonth(), tick.getUTCDate(), tick.getUTCHours()];
  if (hour !== 0) return { text: `${hour}:00`, rank: 0 };
  if (day !== 1) return { text: `${day} ${months[month]}`, rank: 1 };
  if (month !== 0) return { text: `${months[month]}`, rank: 2 };
  return { text: String(year), rank: 3 };
}

/**
 * A stretch in a few words: "14 Oct 2025", "Oct 2025", "2025", "Jan to Jul 2024".
 * @param {Stretch} stretch
 */
export function stretchText({ from, to }) {
  const first = new Date(from);
  const last = new Date(to - 1);
  const years = [first.getUTCFullYear(), last.getUTCFullYear()];
  const whole = first.getUTCDate() === 1 && new Date(to).getUTCDate() === 1;
  const month = (/** @type {Date} */ date) => months[date.getUTCMonth()];
  if (to - from <= kDay) return `${first.getUTCDate()} ${month(first)} ${years[0]}`;
  if (whole && first.getUTCMonth() === 0 && last.getUTCMonth() === 11) return years[0] === years[1] ? `${years[0]}` : `${years[0]} to ${years[1]}`;
  if (whole && years[0] === years[1]) return first.getUTCMonth() === last.getUTCMonth() ? `${month(first)} ${years[0]}` : `${month(first)} to ${month(last)} ${years[0]}`;
  if (whole) return `${month(first)} ${years[0]} to ${month(last)} ${years[1]}`;
  const began = years[0] === years[1] ? '' : ` ${years[0]}`;
  return `${first.getUTCDate()} ${month(first)}${began} to ${last.getUTCDate()} ${month(last)} ${years[1]}`;
}
