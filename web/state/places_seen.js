/**
 * Where the reader was: going back finds a view at the height it was left at, with the focus on the link that led away.
 * Kept in memory only.
 *
 * @module
 */

/** @typedef {{top: number, link: string}} Left   `link`: the address of the link that had the focus */

/** @type {Map<string, Left>} by address */
const left = new Map();
const kKept = 200;
const kAtOnce = 200; // milliseconds
const kPatience = 1500; // milliseconds for a view to grow to the height it was left at

let here = '';
/** @type {Left|null} */
let found = null; // what was remembered of the place arrived at, before its own first scrolling overwrites it
let followed = false; // a link or a program led on; otherwise the browser's own back and forward

/** @param {Window} page */
export function watchPlaces(page) {
  page.history.scrollRestoration = 'manual';
  here = page.location.hash;
  const remember = () => {
    const focused = document.activeElement;
    left.delete(here);
    left.set(here, { top: page.scrollY, link: focused instanceof HTMLAnchorElement ? (focused.getAttribute('href') ?? '') : '' });
    if (left.size > kKept) left.delete(left.keys().next().value ?? '');
  };
  page.document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('a[href^="#"]')) return;
    leadOn();
    remember();
  }, { capture: true });
  page.addEventListener('scroll', () => {
    if (page.location.hash === here) remember();
  }, { passive: true });
  page.addEventListener('hashchange', () => {
    here = page.location.hash;
    found = followed ? null : (left.get(here) ?? null);
    followed = false;
  });
}

/** The address was changed in place: what was remembered of the old one is that of the new one. */
export function renamePlace() {
  here = window.location.hash;
}

/** Says that a change of address at once after this leads on and is no way back. */
export function leadOn() {
  followed = true;
  setTimeout(() => (followed = false), kAtOnce); // a link to where one is already changes nothing
}

/**
 * Where the view that has just come up was left, if the reader came back to it.
 * @returns {Left|null}
 */
export function cameBack() {
  const place = found;
  found = null;
  return place;
}

/**
 * Scrolls to where a view was left, as soon as it is that long again.
 * @param {Left} place
 */
export function returnTo({ top, link }) {
  const begun = performance.now();
  const attempt = () => {
    const room = document.documentElement.scrollHeight - window.innerHeight;
    if (room < top && performance.now() - begun < kPatience) return void requestAnimationFrame(attempt);
    window.scrollTo(0, top);
    requestAnimationFrame(() => {
      const anchor = [...document.querySelectorAll('main a')].find((one) => link !== '' && one.getAttribute('href') === link);
      if (anchor instanceof HTMLElement) anchor.focus({ preventScroll: true });
    });
  };
  attempt();
}
