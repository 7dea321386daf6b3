/**
 * News that never happened, for measuring collation: as many articles as asked for, the same for the same number, in the
 * mixture that a desk meets. Half of the stories have one article, the others up to some forty; outlets take over
 * passages of a wire, trim or reword the statements, round the figures; happenings of one kind come again months later
 * between the same parties. The words follow Zipf's law, as those of a language do, for the cost hangs on how many
 * articles share a word.
 *
 * @module
 */

/** @typedef {{id: string, text: string, title: string, published: string, outlet: string, source: 'text'}} Input  as the contract has it */

/** Mulberry32: small, and the same everywhere. @param {number} seed @returns {() => number} from 0 to 1 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const kOnsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'h', 'k', 'kl', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'w'];
const kVowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const kCodas = ['ck', 'l', 'lm', 'm', 'n', 'nd', 'r', 'rn', 'rt', 'sk', 'st', 'th', 'x'];
const kGiven = ['Anna', 'Karl', 'Mira', 'Peter', 'Olga', 'Jonas', 'Lena', 'Viktor', 'Ruth', 'Oskar', 'Helena', 'Marek', 'Ingrid', 'Tomas', 'Clara', 'Felix'];
const kOffices = ['president', 'prime minister', 'foreign minister', 'energy minister', 'mayor', 'police chief', 'opposition leader', 'trade envoy'];
const kDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const kVerbs = ['said', 'said', 'said', 'told reporters', 'stressed', 'warned', 'argued', 'noted'];
const kUnits = ['people', 'houses', 'tonnes of grain', 'workers', 'ships', 'hectares of forest'];

const kEvents = [
  ['visit', '{A} {P} arrived in {city} on {day} for talks with {Q}', '{P} visits {city}'],
  ['accord', '{A} {P} and {Q} signed an agreement on {w} in {city} on {day}', '{P} and {QL} sign {w} accord'],
  ['flood', 'A flood in {city} forced {n} {unit} to be given up on {day}', 'Flood strikes {city}'],
  ['strike', '{org} stopped work in {city} on {day} over {w} and {w}', '{org} strikes over {w}'],
  ['vote', 'Parliament in {city} rejected a bill on {w} put forward by {A} {P} on {day}', '{city} votes down {w} bill'],
  ['fire', 'A fire at a {w} plant near {city} killed {n} people on {day}', 'Fire near {city} kills {n}'],
  ['merger', '{org} agreed on {day} to buy a {w} maker in {city} for {money}', '{org} buys {w} maker'],
  ['protest', 'Thousands marched in {city} on {day} against the {w} plans of {A} {P}', 'March against {w} plans in {city}'],
];
const kFacts = [
  'Trade between the two sides reached {money} last year, up {pct} percent.',
  'Officials counted {n} {unit} in the {w} {w}.',
  'The {w} of {city} has cost {money} since {year}.',
  'More than {n} {unit} depend on the {w}, according to {org}.',
  'The share of {w} rose to {pct} percent in {year}.',
  '{org} put the damage at {money}.',
];
const kFill = [
  'The {w} near {city} has long been a matter of {w} between {w} and {w}.',
  '{QL} did not answer questions about the {w}.',
  'In {year} a {w} of the {w} was closed after a {w} over {w}.',
  'Residents of {city} spoke of {w}, {w} and a shortage of {w}.',
  'It was not clear on {day} whether the {w} would follow the {w}.',
  '{org} called for a {w} that keeps the {w} open through the winter.',
  'A {w} {w} is to look into the {w} by the end of the month.',
  'Behind the {w} stands a quarrel over {w} that began with a {w} in {year}.',
  'Two {w} were seen leaving {city} before the {w} began.',
  'The {w} must still be approved by the {w} in {city}.',
];
const kSayings = [
  'We will not let the {w} decide about the {w} of our children',
  'The {w} was a mistake and everybody in {city} knows it',
  'There is no {w} without a fair share of the {w} for both sides',
  'Our patience with the {w} has an end, and so has our {w}',
  'Nobody has asked us about the {w}, and nobody will be spared the {w}',
];

class Writer {
  /** @param {number} seed */
  constructor(seed) {
    this.random = randomFrom(seed);
    this.words = this.#distinct(9000, 1, 3);
    this.cities = this.#distinct(400, 1, 2).map(capital);
    this.surnames = this.#distinct(900, 1, 2).map(capital);
    this.outlets = this.#distinct(60, 1, 1).map((word, i) => `The ${capital(word)} ${['Post', 'Times', 'Gazette', 'Courier'][i % 4]}`);
  }

  /** @param {number} below */
  number(below) {
    return Math.floor(this.random() * below);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return list[this.number(list.length)];
  }

  /** The n-th word comes once where the first comes n times. */
  word() {
    return this.words[Math.min(this.words.length - 1, Math.floor(Math.exp(this.random() * Math.log(this.words.length))) - 1)];
  }

  /** @param {number} count @param {number} least @param {number} more syllables */
  #distinct(count, least, more) {
    /** @type {Set<string>} */
    const found = new Set();
    while (found.size < count) {
      let word = '';
      for (let i = least + this.number(more); i >= 0; --i) word += this.pick(kOnsets) + this.pick(kVowels);
      found.add(word + this.pick(kCodas));
    }
    return [...found];
  }
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** One happening: what its accounts draw on. */
class Happening {
  /** @type {string[]} */
  words;
  /** @type {number} */
  day;
  /** @param {Writer} writer @param {Happening|null} before  a happening of the same kind between the same parties */
  constructor(writer, before) {
    this.writer = writer;
    this.kind = before?.kind ?? writer.pick(kEvents);
    this.city = writer.pick(writer.cities);
    this.home = before?.home ?? writer.pick(writer.cities);
    this.people = before?.people ?? [0, 1].map(() => ({ given: writer.pick(kGiven), family: writer.pick(writer.surnames), office: writer.pick(kOffices) }));
    this.org = before?.org ?? `${writer.pick(writer.cities)} ${writer.pick(['Union', 'Bank', 'Institute', 'Council'])}`;
    this.words = [...(before?.words.slice(0, 4) ?? []), ...Array.from({ length: 14 }, () => writer.word())];
    this.day = (before ? before.day + 120 : 0) + writer.number(before ? 300 : 700);
    this.opening = this.fill(this.kind[1]);
    this.title = this.fill(this.kind[2]);
    this.facts = Array.from({ length: 7 }, () => this.fill(writer.pick(kFacts)));
    this.sayings = Array.from({ length: 4 }, (_, i) => ({ who: this.people[i % 2], words: this.fill(writer.pick(kSayings)) }));
    this.wires = [this.passages(12), this.passages(12)];
  }

  /** @param {string} form */
  fill(form) {
    const { writer } = this;
    const [first, second] = this.people;
    return form.replace(/\{(\w+)\}/g, (_, slot) => {
      switch (slot) {
        case 'A': return `${this.home} ${capital(first.office)}`;
        case 'P': return `${first.given} ${first.family}`;
        case 'Q': return `${capital(second.office)} ${second.given} ${second.family}`;
        case 'QL': return second.family;
        case 'city': return writer.random() < 0.8 ? this.city : writer.pick(writer.cities);
        case 'day': return kDays[this.day % 7];
        case 'org': return `the ${this.org}`;
        case 'unit': return writer.pick(kUnits);
        case 'n': return `${10 + writer.number(9000)}`;
        case 'pct': return `${1 + writer.number(60)}`;
        case 'year': return `${2005 + writer.number(18)}`;
        case 'money': return `$${(1 + writer.number(400) / 10).toFixed(1)} ${writer.pick(['million', 'billion'])}`;
        default: return writer.random() < 0.45 ? writer.pick(this.words) : writer.word();
      }
    });
  }

  /** @param {number} count @returns {string[]} */
  passages(count) {
    return Array.from({ length: count }, () => capital(Array.from({ length: 1 + this.writer.number(4) }, () => this.fill(this.writer.pick(kFill))).join(' ')));
  }

  /** @param {{who: {given: string, family: string, office: string}, words: string}} saying */
  statement({ who, words }) {
    const { writer } = this;
    const name = writer.random() < 0.5 ? `${who.given} ${who.family}` : `${capital(who.office)} ${who.family}`;
    const way = writer.number(4);
    if (way === 0) return `${name} ${writer.pick(kVerbs)} that ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
    if (way === 1) return `“${words.split(/,? and /)[0]},” ${name} ${writer.pick(kVerbs)} on ${kDays[this.day % 7]}.`;
    return `“${words},” ${name} ${writer.pick(kVerbs)}.`;
  }

  /** @returns {Omit<Input, 'id'>} */
  account() {
    const { writer } = this;
    const paragraphs = [`${capital(this.opening)}, ${writer.pick(['officials said', 'the two sides said', 'the state agency reported'])}.`];
    const wire = writer.random() < 0.5 ? writer.pick(this.wires) : null;
    if (wire) paragraphs.push(...wire.slice(0, 4 + writer.number(9)));
    for (const saying of this.sayings) if (writer.random() < 0.6) paragraphs.push(this.statement(saying));
    for (const fact of this.facts) if (writer.random() < 0.6) paragraphs.push(capital(fact));
    paragraphs.push(...this.passages(2 + writer.number(wire ? 6 : 16)));
    if (wire) paragraphs.push('(Norpress)');
    const day = new Date(Date.UTC(2021, 0, 4 + this.day + writer.number(2)));
    const title = capital(this.title);
    return {
      title, text: [title, ...paragraphs].join('\n\n'), published: day.toISOString().slice(0, 10), outlet: writer.pick(writer.outlets), source: 'text',
    };
  }
}

/**
 * @param {number} count
 * @returns {Input[]}
 */
export function storyCorpus(count) {
  const writer = new Writer(20230524);
  /** @type {Input[]} */
  const inputs = [];
  /** @type {Happening|null} */
  let last = null;
  while (inputs.length < count) {
    const happening = new Happening(writer, last && writer.random() < 0.2 ? last : null);
    const chance = writer.random();
    const accounts = chance < 0.5 ? 1 : chance < 0.97 ? 2 + writer.number(11) : 15 + writer.number(26);
    // The name of a file tells nothing of its story.
    for (let i = 0; i < accounts && inputs.length < count; ++i) {
      inputs.push({ id: `${writer.number(1e9).toString(36)}-${inputs.length}`, ...happening.account() });
    }
    last = happening;
  }
  return inputs;
}
