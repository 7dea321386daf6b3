/**
 * The words of a document, a line for each block of it, and what it says about itself.
 *
 * @module
 */

/** Elements that hold no words to read. */
const kSilent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'svg', 'math', 'HEAD', 'IFRAME', 'OBJECT', 'CANVAS', 'VIDEO', 'AUDIO', 'SELECT', 'DATALIST', 'TEXTAREA']);

/** Elements that flow in a line of text; every other one begins a line of its own. */
const kInline = new Set([
  'A', 'ABBR', 'ACRONYM', 'B', 'BDI', 'BDO', 'BIG', 'CITE', 'CODE', 'DATA', 'DEL', 'DFN', 'EM', 'FONT', 'I', 'IMG', 'INS', 'KBD',
  'LABEL', 'MARK', 'PICTURE', 'Q', 'RP', 'RT', 'RUBY', 'S', 'SAMP', 'SMALL', 'SPAN', 'STRIKE', 'STRONG', 'SUB', 'SUP', 'TIME',
  'TT', 'U', 'VAR', 'WBR',
]);

/**
 * One line for each block, a blank line between them; a line break where the page has one. Linear, and safe at any depth.
 * @param {Document} page
 * @returns {string}
 */
export function textOf(page) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  const end = (/** @type {string} */ mark) => {
    const words = line.replace(/[ \t\n\r\f\u00a0]+/g, ' ').trim();
    if (words) lines.push(words, mark);
    else if (lines.length > 0) lines[lines.length - 1] = '\n\n'; // two breaks in a row part paragraphs
    line = '';
  };
  const title = page.title.trim();
  if (title) lines.push(title.replace(/\s+/g, ' '), '\n\n');
  const root = page.body;
  /** @type {Node|null} */
  let node = root;
  while (node) {
    let into = true;
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = /** @type {Text} */ (node);
      if (/^PRE$/.test(node.parentElement?.tagName ?? '')) {
        const [first = '', ...rest] = data.split('\n');
        line += first;
        for (const next of rest) {
          end('\n');
          line = next;
        }
      } else line += data;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const { tagName } = /** @type {Element} */ (node);
      into = !kSilent.has(tagName);
      if (tagName === 'BR') end('\n');
      else if (!kInline.has(tagName)) end('\n\n');
    } else into = false;
    if (into && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root && !kInline.has(/** @type {Element} */ (node).tagName)) end('\n\n');
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  end('\n\n');
  return lines.join('').trimEnd();
}

/** @typedef {{title: string|null, outlet: string|null, published: string|null}} Given */

/** Names under which sites state the day of publication, best first. */
const kDay = ['article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dc.date', 'dcterms.date', 'publish-date', 'pubdate', 'article.published', 'date'];

/**
 * What the page states in its head; nothing is guessed from its body.
 * @param {Document} page
 * @returns {Given}
 */
export function statedBy(page) {
  /** @type {Map<string, string>} */
  const metas = new Map();
  for (const meta of page.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  const linked = linkedData(page);
  const day = [...kDay.map((name) => metas.get(name)), linked.datePublished, page.querySelector('time[itemprop~="datePublished"]')?.getAttribute('datetime')];
  const line = (/** @type {string|undefined} */ words) => words?.replace(/\s+/g, ' ').trim().slice(0, 300) || null;
  return {
    title: line(metas.get('og:title') ?? linked.headline),
    outlet: line(metas.get('og:site_name') ?? linked.publisher ?? metas.get('application-name')),
    published: day.map(dayOf).find((value) => value !== null) ?? null,
  };
}

/** @param {string|null|undefined} stated */
function dayOf(stated) {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(stated?.trim() ?? '');
  if (!found) return null;
  const [day, year, month, date] = [found[0], Number(found[1]), Number(found[2]), Number(found[3])];
  const real = new Date(Date.UTC(year, month - 1, date));
  return year > 1600 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? day : null;
}

/**
 * The article of a page's JSON-LD (schema.org), where it has one.
 * @param {Document} page
 * @returns {{headline?: string, publisher?: string, datePublished?: string}}
 */
function linkedData(page) {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    /** @type {unknown[]} */
    let waiting;
    try {
      waiting = [JSON.parse(script.textContent ?? '')];
    } catch {
      continue;
    }
    for (let seen = 0; waiting.length > 0 && seen < 1000; seen++) {
      const one = waiting.shift();
      if (Array.isArray(one)) waiting.push(...one.slice(0, 100));
      if (typeof one !== 'object' || one === null || Array.isArray(one)) continue;
      const record = /** @type {Record<string, unknown>} */ (one);
      if ('@graph' in record) waiting.push(record['@graph']);
      if (!/(Article|Report|BlogPosting|LiveBlogPosting)$/.test(String(Array.isArray(record['@type']) ? record['@type'][0] : record['@type']))) continue;
      const publisher = /** @type {{name?: unknown}|null|undefined} */ (record.publisher);
      return { headline: words(record.headline), publisher: words(publisher?.name), datePublished: words(record.datePublished) };
    }
  }
  return {};
}

/** @param {unknown} value */
const words = (value) => (typeof value === 'string' && value.trim() ? value : undefined);
