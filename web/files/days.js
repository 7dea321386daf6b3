/**
 * Days as tables write them, as YYYY-MM-DD. A form that two countries read differently is read only where the column
 * itself shows which is meant.
 *
 * @module
 */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @param {number} year @param {number} month @param {number} day */
function real(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1600 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** @param {string|undefined} word */
const monthOf = (word) => months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;

const kParts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/;
const kSeconds = 946684800; // 2000-01-01
const kLast = 4102444800; // 2100-01-01

/**
 * A reader for one column.
 * @param {readonly string[]} cells  all of the column: they show whether the day or the month stands first
 * @returns {(cell: string) => string|null}
 */
export function dayReader(cells) {
  const parts = cells.slice(0, 5000).map((cell) => kParts.exec(cell.trim())).filter((found) => found !== null);
  const dayFirst = parts.some((found) => Number(found[1]) > 12);
  const monthFirst = parts.some((found) => Number(found[2]) > 12);
  return (cell) => {
    const text = cell.trim();
    let found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?:$|T|\s|\d{6}$)/.exec(text);
    if (found) return real(Number(found[1]), Number(found[2]), Number(found[3]));
    found = kParts.exec(text);
    if (found && dayFirst !== monthFirst) return dayFirst ? real(Number(found[3]), Number(found[2]), Number(found[1])) : real(Number(found[3]), Number(found[1]), Number(found[2]));
    found = /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b/.exec(text);
    if (found && monthOf(found[2])) return real(Number(found[3]), monthOf(found[2]), Number(found[1]));
    found = /(?:^|[\s,])([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d\d:\d\d(?::\d\d)?\s+(?:[A-Z+]\S*\s+)?)?(\d{4})\b/.exec(text);
    if (found && monthOf(found[1])) return real(Number(found[3]), monthOf(found[1]), Number(found[2]));
    if (/^\d{10}(\d{3})?(\.\d+)?$/.test(text)) {
      const seconds = Number(text) / (text.split('.')[0]?.length === 13 ? 1000 : 1);
      if (seconds >= kSeconds && seconds < kLast) return new Date(seconds * 1000).toISOString().slice(0, 10);
    }
    return null;
  };
}
