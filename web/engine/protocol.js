/**
 * What the desk is asked and what it answers: the contract between the core (wasm/service.h, "ask") and the views.
 * Every offset here counts UTF-16 units of the article's text, as JavaScript strings do. Every `key` names an article by
 * the first 12 hexadecimal characters of its bytes' SHA-256 ("-2" and so on after it for the second article of one
 * file), so that it can stand in the address bar without telling any text. Lists are pages: `from` and `count` in,
 * `total` out.
 *
 * @module
 */

/** @typedef {{begin: number, end: number}} Span UTF-16 units, half-open. */
/** @typedef {'person'|'organisation'|'place'|'nationality'|'event'|'work'|'other'} EntityType */
/** @typedef {'headline'|'byline'|'dateline'|'body'|'caption'|'furniture'|'stray'} BlockKind */
/** @typedef {'carries'|'differs'|'lacks'|'cannot-tell'} CellState */
/** @typedef {'quotation'|'figure'|'date'|'event'} FactKind */

/**
 * One article as lists show it.
 * @typedef {object} ArticleRow
 * @property {string} key
 * @property {string} id            the reading's id: the file's name, "#2" after it for a second article
 * @property {string} label         headline, else lead, else the file's name
 * @property {string|null} outlet
 * @property {string} outletReason
 * @property {{value: string, how: 'given'|'stated'|'inferred'|'unknown', reason: string}} published
 * @property {{kind: 'paywall'|'cut'|'limit', reason: string}|null} truncated
 * @property {number} words         of the article's own text
 * @property {number} removed       blocks set aside
 * @property {number|null} story    id
 * @property {string} language
 * @property {string} limits        what was not attempted and why; '' where nothing
 * @property {{latest: string, key: string}|null} bound   the day by which its happening was, since another account of it,
 *           `key`, was published then; null where its own date says as much
 */

/**
 * A stretch of words shown as evidence, with the way to open it.
 * @typedef {object} Words
 * @property {string} key           article
 * @property {number} begin
 * @property {number} end
 * @property {string} words         verbatim
 * @property {string} where         "headline", "lead", "paragraph 9"
 * @property {string} from          outlet, or "outlet unknown"
 * @property {string[]} chain       speaker first, then each channel outwards; may be empty
 * @property {Span[]} marks         stretches of `words` that differ from the other side (relative to `words`)
 * @property {string} [before]      the rest of their sentence, verbatim, where the words alone say little ("€2.1 billion"):
 * @property {string} [after]       what stands before and after them
 */

/**
 * Something to look at first: a disagreement, a stated silence, a claim with one origin.
 * @typedef {object} Finding
 * @property {string} kind          a dossier disagreement kind, or 'silence', 'one-origin'
 * @property {string} title         "Two figures disagree"
 * @property {string} why           one plain sentence
 * @property {Words[]} sides
 * @property {number|null} story
 * @property {number[]} facts
 */

/**
 * @typedef {object} StoryCard
 * @property {number} id
 * @property {string} title         headline or lead of one of its articles, never a file's name
 * @property {string} date          '' where unknown
 * @property {string} dateReason
 * @property {boolean} dateInferred
 * @property {string[]} where       places that its headlines and leads name
 * @property {{name: string, type: EntityType}[]} who  most named first
 * @property {{key: string, outlet: string|null, label: string}[]} articles
 * @property {number} origins       independent ones
 * @property {number} quotations
 * @property {number} differing     facts with a cell that differs
 * @property {string} reason      why its articles were put together, or why the one stands alone
 * @property {boolean} decided    the reader made it what it is
 */

/**
 * {"kind":"overview"}
 * @typedef {object} Overview
 * @property {number} articles
 * @property {number} files
 * @property {number} origins
 * @property {StoryCard[]} stories
 * @property {{title: string, reason: string, stories: number[]}[]} subjects   happenings of one kind between the same parties
 * @property {Finding[]} first
 * @property {{kind: string, count: number}[]} aside   set-aside passages counted by kind of reason
 * @property {ArticleRow[]} rows
 */

/**
 * A mark in the Reader. Marks of kind 'quotation' may hold others; the rest never overlap one another.
 * @typedef {object} Mark
 * @property {number} begin
 * @property {number} end
 * @property {'quotation'|'name'|'figure'|'date'|'event'} kind
 * @property {number} item          index into `items` of the article
 */

/**
 * What the margin tells about one marked thing.
 * @typedef {object} Item
 * @property {'quotation'|'name'|'figure'|'date'|'event'} kind
 * @property {string} title         the words, or the entity's name
 * @property {string} how           what sort: 'direct', 'mixed' or 'indirect' words; a name's EntityType; an event's code; ''
 * @property {string[]} lines       plain facts about it: "said, neutral", "a range: 40 to 50 km"
 * @property {string[]} chain       quotations: speaker, then channels outwards
 * @property {string} doubt         '' where none
 * @property {Span[]} spans
 * @property {{fact: number, others: Words[]}|null} elsewhere  the same fact in other accounts
 * @property {Known|null} known     who or what a name is, or who speaks, all accounts taken together; null elsewhere
 *
 * @typedef {{name: string, type: EntityType|'', reason: string, decided: boolean, rejected: boolean, unnamed: boolean}} Known
 *           `decided`: a rule of the reader's had a part in it; `rejected`: the reader said that it is no name; `unnamed`:
 *           no account gives it a name ("reporters"), so rules do not reach it
 */

/**
 * {"kind":"article","key":".."}
 * @typedef {object} ArticleView
 * @property {ArticleRow} row
 * @property {string} text
 * @property {string} sha256
 * @property {{name: string, begin: number, end: number}|null} file  where it stood in its file (bytes of the decoded file)
 * @property {{begin: number, end: number, kind: BlockKind, reason: string, restored: boolean}[]} blocks
 * @property {Mark[]} marks         in text order
 * @property {Item[]} items
 * @property {{begin: number, end: number, number: number}[]} paragraphs
 */

/**
 * {"kind":"table","table":"quotations"|"people"|"figures"|"events"|"timeline","text":"filter words","story":null|id,
 *  "article":null|key,"facet":{name:value},"sort":""|column id,"descending":false,"from":0,"count":100}
 * Cells are what the columns say. `open` is where the row's words stand. `sort` orders all rows by a column that says it
 * is `sortable` (numeric ones by value), ties in the table's own order; "" is the table's own order. A column whose
 * cells are words that were said or written says `verbatim`. "events" may ask for those behind one cell of the matrix:
 * "between":{"by":"actor"|"country","from":id,"to":id,"status":""}.
 * @typedef {object} TableView
 * @property {{id: string, label: string, numeric: boolean, sortable?: boolean, verbatim?: boolean}[]} columns
 * @property {{cells: Object<string, string>, open: {key: string, begin: number, end: number}|null, doubt: string,
 *            chain: string[], decided: boolean}[]} rows   `decided`: a rule of the reader's had a part in it
 * @property {{id: string, label: string, values: {value: string, count: number}[]}[]} facets
 * @property {number} total
 */

/**
 * {"kind":"measures","story":null|id,"article":null|key,"text":"filter words","from":0,"count":40}: the figures put
 * together by what they measure and by unit; what several accounts give, or give for several periods, comes first.
 * @typedef {{measures: Measure[], total: number}} MeasuresView
 * @typedef {object} Measure
 * @property {string} of             what is measured, in the words of one account; '' where no account says
 * @property {'money'|'percent'|'measure'|'count'|'ordinal'} kind
 * @property {string} unit           ISO 4217, '%', 'pp', 'km' ...; '' for plain counts
 * @property {boolean} change        a change of it, not a level
 * @property {number} accounts
 * @property {MeasureEntry[]} entries   by account, then as they stand in the text
 *
 * @typedef {object} MeasureEntry
 * @property {string} key
 * @property {number} begin
 * @property {number} end
 * @property {string} where
 * @property {string} words          verbatim
 * @property {string} text           the value in plain words: "about 240 billion USD"
 * @property {number|null} value     null for a range
 * @property {number|null} min
 * @property {number|null} max
 * @property {'exact'|'about'|'over'|'under'} approx
 * @property {'value'|'change'|'target'|'forecast'|'record'|'limit'} role
 * @property {string} period         the words for the time that it covers; '' where none
 * @property {string} date           that time as a TIMEX3 value, "A/B" for a range; '' where it cannot be told
 * @property {string} base           what a change is measured against; '' where none
 * @property {string} around         its sentence, cut
 * @property {string} doubt
 */

/**
 * {"kind":"timeline","story":null|id,"article":null|key,"from":0,"count":2000}: the sentences that give a date, by date,
 * a lane a story.
 * @typedef {object} TimelineView
 * @property {{id: number, title: string, articles: number}[]} lanes
 * @property {Statement[]} statements
 * @property {{key: string, value: string, how: 'given'|'stated'|'inferred'|'unknown', reason: string, lane: number|null}[]} published
 * @property {number} total
 *
 * @typedef {object} Statement
 * @property {string} date           TIMEX3 value
 * @property {string} text           it in plain words
 * @property {'certain'|'inferred'|'vague'|'unplaced'} certainty   inferred: counted from a date that is itself inferred,
 *           or from the one last spoken of; vague: a season, a decade, "about", "in recent years"; unplaced: nothing fixes it
 * @property {string} mod            TIMEX3 mod; '' where none
 * @property {string} anchor         what it was counted from; '' where its own words give it
 * @property {string} doubt
 * @property {number|null} lane      story
 * @property {number} accounts       that name the day
 * @property {string} before         its sentence: what stands before the date's words, cut,
 * @property {string} words          the date's words, verbatim,
 * @property {string} after          and what follows, cut
 * @property {string[]} kinds        what the sentence says happened then: "visit"
 * @property {{key: string, begin: number, end: number, where: string}[]} sources   accounts with this very sentence
 */

/**
 * {"kind":"actors","by":"actor"|"country","status":""|EventStatus,"story":null|id,"article":null|key,"from":0,"count":12}:
 * who does what to whom, for the parties that do most. One happening that several accounts tell counts once. Status ""
 * takes what is asserted and what is planned.
 * @typedef {object} ActorsView
 * @property {{id: string, name: string, type: string, country: string, events: number}[]} actors   a country's name is its
 *           ISO 3166-1 alpha-2 code
 * @property {{from: string, to: string, counts: [number, number, number, number], accounts: number, planned: boolean}[]} cells
 *           counts: cooperation in words and in deeds, conflict in words and in deeds (PLOVER's quads)
 * @property {number} total          parties
 * @property {number} events         of that status
 * @property {number} paired         of these, those with two parties of the kind asked for
 * @property {number} alone          those with one party only
 * @property {number} negated        left out by their status
 * @property {number} possible       likewise: only considered
 */

/**
 * {"kind":"person","key":"..","begin":0,"end":7,"from":0,"count":100}: all of the name that the mention from `begin` to
 * `end` of the article is of; without `end`, the shortest mention at `begin`. `said` and `silences` hold the first 200,
 * the marks of a silence are what is not spoken of; `mentions` come by
 * pages, articles in the overview's order.
 * @typedef {object} PersonView
 * @property {string} name
 * @property {string} type          an EntityType; '' where unknown
 * @property {string} country       ISO 3166-1 alpha-2; '' where unknown
 * @property {string[]} aliases
 * @property {string} reason        why the articles' names are taken for one; '' where there is nothing to say
 * @property {string} doubt         '' where none
 * @property {boolean} decided      a rule of the reader's had a part in it
 * @property {boolean} unnamed      no account gives it a name
 * @property {{text: string, open: {key: string, begin: number, end: number}}[]} roles
 * @property {Words[]} said
 * @property {number} saidTotal
 * @property {Words[]} silences
 * @property {{key: string, begin: number, end: number, left: string, match: string, right: string,
 *            how: 'name'|'nominal'|'pronoun', where: string, doubt: string}[]} mentions
 * @property {number} total         of mentions
 */

/**
 * {"kind":"identity","key":"..","begin":0,"end":7}: what the name of that mention is made of; as for a person.
 * @typedef {object} IdentityView
 * @property {string} name
 * @property {EntityType} type
 * @property {boolean} decided
 * @property {string} reason
 * @property {{name: string, type: EntityType, shared: boolean, office: boolean}[]} names   as the accounts give them;
 *           `shared`: something else has that name and type, too; `office`: no name, but an office that it holds
 * @property {{key: string, mentions: number, names: {name: string, type: EntityType}[],
 *            first: PersonView['mentions'][number]}[]} accounts   the first 500
 * @property {number} total         accounts
 */

/**
 * {"kind":"matrix","story":id,"facts":null|FactKind,"differing":false,"from":0,"count":200}
 * @typedef {object} MatrixView
 * @property {StoryCard} story
 * @property {ArticleRow[]} articles     the columns
 * @property {MatrixRow[]} rows
 * @property {number} total
 * @typedef {object} MatrixRow
 * @property {number} fact
 * @property {FactKind} kind
 * @property {string} text
 * @property {string} about              "Mishustin", "trade"; '' where unknown
 * @property {number} origins
 * @property {string} note
 * @property {{state: CellState, words: string, where: string, reason: string,
 *            open: {key: string, begin: number, end: number}|null}[]} cells   one a column; `open` is the nearest passage
 *            where the state is 'lacks'
 */

/**
 * {"kind":"origins"} and {"kind":"disagreements","from":0,"count":500}
 * @typedef {{origins: {id: number, reason: string, articles: {key: string, label: string, outlet: string|null}[],
 *            passages: Words[]}[]}} OriginsView
 * @typedef {{findings: Finding[], total: number}} DisagreementsView
 */

/**
 * {"kind":"aside","article":null|key,"from":0,"count":100}: the passages set aside, articles in the overview's order, then
 * by place. `reason` is the block's; restored ones stay listed.
 * @typedef {object} AsideView
 * @property {{key: string, label: string, begin: number, end: number, words: string, kind: BlockKind, reason: string,
 *            restored: boolean}[]} passages   `words`: at most the first 300 units
 * @property {number} total
 */

/**
 * {"kind":"input","key":"..","restored":Span[],"outlet":"..","published":"YYYY-MM-DD"}: the input line (payload of the
 * "read" operation) that reads a held article again, so that the page need not keep the file: with `restored` the
 * set-aside passages to put back (all of them; those restored now where the key is absent), and the outlet and day that
 * the person gave (what was given before where absent; "" takes it back). Add the new reading and it replaces the old.
 * @typedef {{id: string, line: string}} InputView
 */

/**
 * {"kind":"search","query":"words","sort":""|"left"|"right"|"match","from":0,"count":100}: the grammar of a query is in
 * core/search/query.h. Hits are all places of all terms, in the articles that hold every term. Every question of the
 * search may say where to look: "story": id, "article": key, "outlet": name, "from" and "to": days published,
 * "said": "quoted"|"unquoted" (between quotation marks or not). `stopped`: after how many articles a regular expression
 * was stopped, null where it was not.
 * @typedef {object} SearchView
 * @property {number} total
 * @property {number} articles     that hold it
 * @property {number} searched     articles on the desk
 * @property {number} words        in them
 * @property {string} problem      why the query cannot be read, or not in full; '' where all is well
 * @property {number|null} stopped
 * @property {{key: string, begin: number, end: number, left: string, match: string, right: string, label: string,
 *            outlet: string|null, published: string, quoted: boolean, where: string}[]} hits
 */

/**
 * {"kind":"spread","query":".."}: how often, by outlet (most first; '' where not known) and by day published.
 * @typedef {{name: string, hits: number, words: number, articles: number, all: number}} Share
 *           `articles`: that hold it; `words` and `all`: words and articles looked through
 * @typedef {{total: number, outlets: Share[], days: Share[]}} SpreadView
 */

/**
 * {"kind":"collocates","query":"..","window":5,"functionWords":false,"sort":""|"dice","from":0,"count":50}: the words
 * that stand near the places more often than chance has it; log-likelihood after Dunning 1993, logDice after Rychlý 2008.
 * @typedef {object} CollocatesView
 * @property {number} total
 * @property {number} places
 * @property {{word: string, tag: string, left: number, right: number, total: number, articles: number,
 *            expected: number, likelihood: number, dice: number}[]} rows
 */

/**
 * {"kind":"wording","story":id}: what outlets call the same person or thing, and how they report speech. Takes where to
 * look as the search does. Counts stand by outlet, in the order of `outlets`: `plain` outside quotation marks, `quoted`
 * inside. Of `verbs` and `classes` `quoted` counts direct quotations.
 * @typedef {object} Times
 * @property {number[]} plain
 * @property {number[]} quoted
 * @property {number} total
 * @typedef {Times & {kind: 'name'|'description'|'modifier'|'term', label: string, query: string}} CalledAs
 *           'modifier': words right before the name; `query` finds its places in the search
 * @typedef {object} WordingView
 * @property {{name: string, articles: number, words: number}[]} outlets   most words first; '' where not known
 * @property {{about: string, type: EntityType, total: number, labels: CalledAs[]}[]} called
 * @property {{about: string, labels: CalledAs[]}[]} rivals    terms that are chosen between for one thing
 * @property {(Times & {name: string})[]} classes              'neutral', 'assertive', 'doubting', 'denying' ...
 * @property {(Times & {verb: string, class: string, query: string})[]} verbs
 */

/**
 * {"kind":"keyness","a":{..},"b":{..}|null,"functionWords":false,"count":40}: the words and phrases that the articles of
 * A use more than those of B and the other way round; a side says where to look as the search does, and `b` null is
 * whatever is not in A. Log-likelihood after Rayson and Garside 2000, log ratio after Hardie 2014, dispersion 1 - DPnorm
 * after Gries 2008.
 * @typedef {{words: string, phrase: boolean, tag: string, a: number, b: number, articlesA: number, articlesB: number,
 *            likelihood: number, ratio: number, dispersion: number}} KeyItem
 * @typedef {{a: {articles: number, words: number}, b: {articles: number, words: number}, totalA: number, totalB: number,
 *            ofA: KeyItem[], ofB: KeyItem[]}} KeynessView
 */

/**
 * {"kind":"alignment","a":key,"b":key}: two articles side by side. A row is a passage of each that give the same thing
 * (`likeness` 0 to 1000, shared runs of words as marks), or one that stands alone.
 * @typedef {object} AlignmentView
 * @property {{key: string, label: string, outlet: string|null}} a
 * @property {{key: string, label: string, outlet: string|null}} b
 * @property {number} shared        words in shared runs of three and more
 * @property {number} wordsA
 * @property {number} wordsB
 * @property {number} paired        passages that have a counterpart
 * @property {number} passagesA
 * @property {number} passagesB
 * @property {{likeness: number, left: Words|null, right: Words|null}[]} rows
 */

/** @typedef {{code: string, message: string, offset?: number|null}} CoreError */

export {};
