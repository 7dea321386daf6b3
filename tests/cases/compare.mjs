/**
 * Compares a reading with what a case expects of it. Used by every engine: native, Node, browser.
 *
 * `expect` is an object:
 *   - a key whose value is a list (quotes, dates, ...): the reading's whole list, in order;
 *   - "includes" / "excludes": {key: items}: items that must be there / that must match nothing;
 *   - any other key: compared with the reading as a subset.
 *
 * An item matches by subset of keys. A span given as a string stands for its words; so does the pseudo-key "words" for
 * the words of the whole item (the parts of a split quotation are joined with " … "). An entity (keys entity, place,
 * sources, targets) given as a string stands for its name, a token's head for its word. What is expected as null, false
 * or "" may be absent. Numbers agree to nine digits.
 *
 * @module
 */

/** @typedef {null|boolean|number|string|Json[]|{[key: string]: Json}} Json */
/** @typedef {{[key: string]: Json}} JsonObject */
/** @typedef {{points: string[], entities: Json[], tokens: Json[]}} Context */

const ENTITY_KEYS = new Set(['entity', 'place', 'sources', 'targets']);

/** @param {Json|undefined} value @returns {value is JsonObject} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {Json|undefined} value @returns {value is {begin: number, end: number}} */
function isSpan(value) {
  return isObject(value) && typeof value.begin === 'number' && typeof value.end === 'number';
}

/** @param {Context} context @param {Json|undefined} item @returns {string|null} */
function wordsOf(context, item) {
  if (isSpan(item)) return context.points.slice(item.begin, item.end).join('');
  if (isObject(item) && Array.isArray(item.content)) {
    return item.content.map((part) => wordsOf(context, part)).join(' … ');
  }
  return null;
}

/** @param {Context} context @param {string} key @param {Json|undefined} actual @returns {string|null} */
function nameOf(context, key, actual) {
  if (typeof actual !== 'number') return wordsOf(context, actual);
  if (ENTITY_KEYS.has(key)) {
    const entity = context.entities[actual];
    return isObject(entity) ? String(entity.name) : null;
  }
  return key === 'head' ? wordsOf(context, context.tokens[actual]) : null;
}

/**
 * @param {Context} context
 * @param {string} key the key under which both stand, which says what a number refers to
 * @param {Json} expected
 * @param {Json|undefined} actual
 * @returns {boolean}
 */
function matches(context, key, expected, actual) {
  if (expected === null || expected === false || expected === '') {
    return actual === undefined || actual === null || actual === expected;
  }
  if (typeof expected === 'string') return actual === expected || nameOf(context, key, actual) === expected;
  if (typeof expected === 'number') {
    return typeof actual === 'number' && Math.abs(expected - actual) <= 1e-9 * Math.max(Math.abs(expected), Math.abs(actual));
  }
  if (expected === true) return actual === true;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length &&
      expected.every((item, i) => matches(context, key, item, actual[i]));
  }
  return isObject(actual) && Object.entries(expected).every(([name, value]) =>
    name === 'words' ? wordsOf(context, actual) === value : matches(context, name, value, actual[name]));
}

/**
 * An item as a failure shows it: spans as their words.
 * @param {Context} context @param {string} key @param {Json} value @returns {string}
 */
function show(context, key, value) {
  if (isObject(value)) {
    const words = wordsOf(context, value);
    const rest = Object.entries(value)
      .filter(([name, member]) => name !== 'begin' && name !== 'end' && name !== 'reason' && member !== null &&
        member !== '' && !(Array.isArray(member) && member.length === 0))
      .map(([name, member]) => `${name}: ${show(context, name, member)}`);
    const place = isSpan(value) ? ` at ${value.begin}-${value.end}` : '';
    return `{${[...(words === null ? [] : [JSON.stringify(words) + place]), ...rest].join(', ')}}`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => show(context, key, item)).join(', ')}]`;
  return JSON.stringify(nameOf(context, key, value) ?? value);
}

/**
 * @param {JsonObject} reading a reading or an error record
 * @param {JsonObject} expect
 * @returns {string[]} what is wrong, a paragraph each; empty where all is as expected
 */
export function compare(reading, expect) {
  const context = {
    points: [...String(reading.text ?? '')],
    entities: Array.isArray(reading.entities) ? reading.entities : [],
    tokens: Array.isArray(reading.tokens) ? reading.tokens : [],
  };
  /** @type {string[]} */
  const faults = [];
  /** @param {string} key @returns {Json[]} */
  const listOf = (key) => {
    const list = reading[key];
    if (Array.isArray(list)) return list;
    faults.push(`the reading has no list "${key}"`);
    return [];
  };
  /** @param {string} key */
  const found = (key) => listOf(key).map((item) => `\n      ${show(context, key, item)}`).join('') || ' nothing';

  for (const [key, expected] of Object.entries(expect)) {
    if (key === 'includes' || key === 'excludes') {
      for (const [name, items] of Object.entries(isObject(expected) ? expected : {})) {
        for (const item of Array.isArray(items) ? items : [items]) {
          const there = listOf(name).some((actual) => matches(context, name, item, actual));
          if (there !== (key === 'includes')) {
            faults.push(`${name} ${there ? 'must not have' : 'lacks'} ${JSON.stringify(item)}; found:${found(name)}`);
          }
        }
      }
    } else if (Array.isArray(expected)) {
      if (!matches(context, key, expected, listOf(key))) {
        faults.push(`${key}: expected${expected.map((item) => `\n      ${JSON.stringify(item)}`).join('') || ' nothing'}` +
          `\n    found:${found(key)}`);
      }
    } else if (!matches(context, key, expected, reading[key])) {
      faults.push(`${key}: expected ${JSON.stringify(expected)}, found ${show(context, key, reading[key] ?? null)}`);
    }
  }
  return faults;
}
