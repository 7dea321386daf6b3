/**
 * What the page knows: the engine, its progress, and the desk's answers. Views read signals and ask questions through
 * here; they never see a worker.
 *
 * @module
 */
import { batch, computed, signal } from '@preact/signals';

/** @typedef {import('../engine/protocol.js').Overview} Overview */

/**
 * How far the reading is.
 * @typedef {object} Progress
 * @property {number} done
 * @property {number} total
 * @property {boolean} busy
 * @property {number} rate        articles a second; 0 while not known
 * @property {number} left        seconds left; 0 while not known
 * @property {number} elapsed     seconds that the reading took so far, or took in all
 */

/**
 * A file or an article that could not be read.
 * @typedef {object} Failure
 * @property {string} name
 * @property {string} code
 * @property {string} message
 */

/** @typedef {import('../engine/held.js').FileNote} FileNote */
/** @typedef {import('../engine/rules.js').Rule} Rule */
/** @typedef {{progress: Progress, failures: readonly Failure[], revision: number, notes?: readonly FileNote[],
 *            rules?: readonly Rule[], reach?: {undo: number, redo: number}}} News */

/**
 * A question of engine/protocol.js.
 * @typedef {{kind: string} & Record<string, unknown>} Question
 */

/**
 * What the page needs of an engine; web/engine makes one, the tests another.
 * @typedef {object} DeskEngine
 * @property {(files: Iterable<File>|DataTransfer) => Promise<void>} addFiles
 * @property {(text: string) => Promise<void>} addText
 * @property {() => Promise<void>} addSample
 * @property {(question: Question) => Promise<unknown>} ask
 * @property {(format: string) => Promise<{name: string, blob: Blob}>} exportFile
 * @property {() => void} cancel
 * @property {() => Promise<void>} idle
 * @property {(keys: string[], masthead: {outlet?: string|null, published?: string|null}) => Promise<void>} setMasthead
 * @property {(key: string, span: {begin: number, end: number}, restored: boolean,
 *            reach?: import('../engine/reading_rules.js').Reach) => Promise<void>} restore
 * @property {(json: string) => Promise<void>} loadRules
 * @property {(change: (rules: readonly Rule[], nameArticle: import('../engine/collation_rules.js').NameArticle) => readonly Rule[]) => Promise<void>} decide
 * @property {(rules: readonly Rule[]) => Promise<void>} dropRules
 * @property {() => Promise<import('../engine/corrections.js').Change|null>} undo
 * @property {() => Promise<import('../engine/corrections.js').Change|null>} redo
 * @property {(sha256: string, options: import('../files/registry.js').OpenOptions) => Promise<void>} reopen
 * @property {(table: import('../files/columns.js').Table) => Promise<import('../files/columns.js').Mapping|null>} askColumns
 *           set by the page
 * @property {Readonly<import('../files/limits.js').Limits>} limits
 * @property {(changes: Partial<import('../files/limits.js').Limits>) => void} setLimits
 * @property {(keys: string[]) => Promise<void>} remove
 * @property {(listener: (news: News) => void) => void} onNews
 */

/** @type {DeskEngine|null} */
let engine = null;

/** Counts up whenever answers may have changed. */
export const revision = signal(0);
export const progress = signal(
  /** @type {Progress} */ ({ done: 0, total: 0, busy: false, rate: 0, left: 0, elapsed: 0 }),
);
/** Seconds that the last reading took; 0 before it ended. A correction is none. */
export const readIn = signal(0);
export const failures = signal(/** @type {readonly Failure[]} */ ([]));
/** What there is to tell of files that were read. */
export const fileNotes = signal(/** @type {readonly FileNote[]} */ ([]));
/** What the person set right. */
export const rules = signal(/** @type {readonly Rule[]} */ ([]));
/** How many changes of the rules can be undone and done again. */
export const reach = signal({ undo: 0, redo: 0 });
export const overview = signal(/** @type {Overview|null} */ (null));
/** Something to tell that is nobody's article: a sentence, '' when told. */
export const notice = signal('');

/** Nothing was dropped yet, or nothing that could be read. */
export const deskEmpty = computed(() => (overview.value?.articles ?? 0) === 0);

export function theEngine() {
  if (!engine) throw new Error('the page has no engine yet');
  return engine;
}

/**
 * Connects an engine to the signals.
 * @param {DeskEngine} made
 */
export function useEngine(made) {
  engine = made;
  made.onNews((news) => {
    batch(() => {
      progress.value = news.progress;
      if (!news.progress.busy && news.progress.done > 0) readIn.value = news.progress.elapsed;
      failures.value = news.failures;
      fileNotes.value = news.notes ?? [];
      rules.value = news.rules ?? [];
      reach.value = news.reach ?? { undo: 0, redo: 0 };
      revision.value = news.revision;
    });
    void refreshOverview();
  });
}

let refreshed = -1;
async function refreshOverview() {
  const asked = revision.value;
  if (asked === refreshed) return;
  refreshed = asked;
  const answer = /** @type {Overview} */ (await ask({ kind: 'overview' }));
  if (asked === refreshed) overview.value = answer;
}

/** @type {Map<string, Promise<unknown>>} */
let answers = new Map();
let answersOf = -1;
const kAnswersKept = 64;

/**
 * Asks the desk; the same question about the same corpus is asked once.
 * @param {Question} question
 * @returns {Promise<unknown>}
 */
export function ask(question) {
  if (answersOf !== revision.value) {
    answers = new Map();
    answersOf = revision.value;
  }
  const name = JSON.stringify(question);
  let answer = answers.get(name);
  if (!answer) {
    answer = theEngine().ask(question);
    answer.catch(() => answers.delete(name));
    answers.set(name, answer);
    if (answers.size > kAnswersKept) answers.delete(answers.keys().next().value ?? '');
  }
  return answer;
}

/**
 * Does something that takes a while and tells why when it fails.
 * @param {() => Promise<unknown>} work
 */
export async function attempt(work) {
  try {
    await work();
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}

/** The sample, as if dropped. */
export const openSample = () => attempt(() => theEngine().addSample());
