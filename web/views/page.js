/**
 * The page around the places: masthead, drop anywhere, progress, dialogs, the keys.
 * @module
 */
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { effect } from '@preact/signals';
import { announce } from '../state/announce.js';
import { listenForKeys } from '../state/keys.js';
import { cameBack, returnTo, watchPlaces } from '../state/places_seen.js';
import { followAddress, route } from '../state/router.js';
import { deskEmpty, failures, notice, overview, progress, useEngine } from '../state/session.js';
import { followTheme } from '../state/theme.js';
import { askColumns } from './columns.js';
import { ComparePlace } from './compare.js';
import { closeTold, Told, undoByKey } from './correct.js';
import { dialog, Dialogs } from './dialogs.js';
import { DropVeil, listenForDrops } from './drop.js';
import { EmptyDesk } from './empty.js';
import { html } from './html.js';
import { focusSearch, Masthead, openFiles } from './masthead.js';
import { OverviewPlace } from './overview.js';
import { ProgressLine } from './progress.js';
import { ReaderPlace } from './reader.js';
import { RecordPlace } from './record.js';
import { SearchPlace } from './search.js';
import { counted } from './wording.js';

const places = /** @type {const} */ ({
  overview: { title: 'Overview', view: OverviewPlace },
  reader: { title: 'Reader', view: ReaderPlace },
  record: { title: 'Record', view: RecordPlace },
  compare: { title: 'Compare', view: ComparePlace },
  search: { title: 'Search', view: SearchPlace },
});

/** @param {{engine: import('../state/session.js').DeskEngine}} props */
function Page({ engine }) {
  const main = useRef(/** @type {HTMLElement|null} */ (null));
  const { place, view, key } = route.value;
  const { title, view: View } = places[place];
  const empty = deskEmpty.value;
  const where = `${place}/${view}/${key}`;
  const arrived = useRef(where);
  useEffect(() => listenForDrops(document, engine), [engine]);
  useEffect(
    () =>
      listenForKeys(document, {
        '/': focusSearch,
        '?': () => (dialog.value = { kind: 'keys' }),
        'mod+o': openFiles,
        'mod+s': openExport,
        'mod+z': undoByKey,
        'mod+y': undoByKey,
        Escape: () => closeMenus() || closeTold(),
      }),
    [],
  );
  useEffect(() => {
    document.title = empty ? 'Readout' : `${title} · Readout`;
  }, [title, empty]);
  useEffect(() => {
    if (arrived.current === where) return;
    arrived.current = where;
    // A new place begins at its heading, for eyes and for screen readers; the search field keeps the typing.
    const typing = document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'search';
    closeTold();
    const before = cameBack();
    if (!typing) main.current?.focus({ preventScroll: true });
    if (before) returnTo(before);
    else if (!route.value.range) window.scrollTo(0, 0);
    announce(view ? `${title}, ${view}` : title);
  }, [where]);
  return html`
    <${Masthead} />
    <${ProgressLine} />
    <${Notice} />
    <main id="main" class=${`in-${empty ? 'welcome' : place}`} tabindex="-1" ref=${main}>
      ${empty ? html`<${EmptyDesk} />` : html`<${View} key=${place} />`}
    </main>
    <${Told} />
    <${DropVeil} />
    <${Dialogs} />
  `;
}

function openExport() {
  const summary = /** @type {HTMLElement|null} */ (document.querySelector('details.menu.export > summary'));
  summary?.click();
  summary?.focus();
}

function closeMenus() {
  const open = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu[open]'));
  for (const menu of open) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
  return open.length > 0;
}

function Notice() {
  if (!notice.value) return null;
  return html`<div class="notice" role="alert">
    <p>${notice.value}</p>
    <button type="button" class="quiet" onClick=${() => (notice.value = '')}>Close</button>
  </div>`;
}

/**
 * Puts the page up.
 * @param {import('../state/session.js').DeskEngine} engine
 */
export function startPage(engine) {
  const place = document.getElementById('page');
  if (!place) throw new Error('the page has no place to stand');
  watchPlaces(window);
  followTheme();
  followAddress(window);
  useEngine(engine);
  engine.askColumns = askColumns;
  tellProgress();
  document.addEventListener('click', (event) => {
    for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu[open]')))
      if (event.target instanceof Node && !menu.querySelector('summary')?.contains(event.target)) menu.open = false;
  });
  render(html`<${Page} engine=${engine} />`, place);
}

/** Says where the reading stands, at most every three seconds and at its end. */
function tellProgress() {
  let told = 0;
  let wasBusy = false;
  effect(() => {
    const { busy, done, total } = progress.value;
    const now = Date.now();
    if (busy && now - told > 3000) {
      told = now;
      announce(`Reading: ${done} of ${total}`);
    }
    if (wasBusy && !busy && done > 0) {
      const failed = failures.value.length;
      announce(`Read ${counted(overview.peek()?.articles ?? done, 'article')}${failed ? `; ${failed} could not be read` : ''}.`);
    }
    wasBusy = busy;
  });
}
