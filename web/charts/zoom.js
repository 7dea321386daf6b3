/**
 * Zooming along one axis: wheel (with Ctrl or Cmd, or while the drawing has the keyboard; sideways always), drag, pinch,
 * and keys. A page's own scrolling is never taken from it: one finger pans sideways, up and down stays the page's.
 *
 * @module
 */

/** @typedef {{from: number, to: number}} View */
/**
 * @typedef {object} Axis
 * @property {() => View} view
 * @property {(view: View) => void} show
 * @property {() => {left: number, right: number}} room   pixels, in the client's frame
 * @property {View|null} whole     what there is
 */

const kLeast = 12 * 3_600_000; // half a day across the whole axis is near enough
const kStep = 1.6;

/**
 * The view scaled around a time, kept within reason: never closer than half a day, nor wider than thrice what there is.
 * @param {View} view
 * @param {number} factor   above 1: closer
 * @param {number} around
 * @param {View|null} whole
 * @returns {View}
 */
export function scaled(view, factor, around, whole) {
  const span = view.to - view.from;
  const widest = whole ? (whole.to - whole.from) * 3 : span;
  const next = Math.min(Math.max(span / factor, kLeast), Math.max(widest, kLeast));
  const share = (around - view.from) / span;
  return { from: around - share * next, to: around + (1 - share) * next };
}

/** @param {View} view @param {number} share   of its span; above 0: later @returns {View} */
export const moved = ({ from, to }, share) => ({ from: from + (to - from) * share, to: to + (to - from) * share });

/**
 * What a key does; null for a key that does nothing here.
 * @param {string} key
 * @param {View} view
 * @param {View|null} whole
 * @returns {View|null}
 */
export function afterKey(key, view, whole) {
  const span = view.to - view.from;
  switch (key) {
    case 'ArrowLeft': return moved(view, -0.2);
    case 'ArrowRight': return moved(view, 0.2);
    case 'PageUp': return moved(view, -0.9);
    case 'PageDown': return moved(view, 0.9);
    case '+':
    case '=': return scaled(view, kStep, (view.from + view.to) / 2, whole);
    case '-':
    case '_': return scaled(view, 1 / kStep, (view.from + view.to) / 2, whole);
    case '0': return whole;
    case 'Home': return whole && { from: whole.from, to: whole.from + span };
    case 'End': return whole && { from: whole.to - span, to: whole.to };
    default: return null;
  }
}

/**
 * Listens on an element.
 * @param {SVGElement|HTMLElement} element
 * @param {() => Axis} axis   as it is now
 * @returns {() => void}   stops
 */
export function listenForZoom(element, axis) {
  /** @type {Map<number, number>} */
  const fingers = new Map();
  let pressed = 0; // where it began
  let dragged = false;
  const timeAt = (/** @type {number} */ x) => {
    const { view, room } = axis();
    const [{ from, to }, { left, right }] = [view(), room()];
    return from + ((x - left) / (right - left)) * (to - from);
  };
  /** @param {WheelEvent} event */
  const onWheel = (event) => {
    const { view, show, whole } = axis();
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const held = element.contains(document.activeElement) && document.activeElement !== document.body;
    if (sideways) {
      const { left, right } = axis().room();
      show(moved(view(), event.deltaX / (right - left)));
    } else if (event.ctrlKey || event.metaKey || held) {
      show(scaled(view(), Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), timeAt(event.clientX), whole));
    } else return;
    event.preventDefault();
  };
  /** @param {PointerEvent} event */
  const onDown = (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.clientX);
    pressed = event.clientX;
    dragged = false;
  };
  /** @param {PointerEvent} event */
  const onMove = (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const { view, show, room, whole } = axis();
    const { left, right } = room();
    if (fingers.size === 1) {
      // A press that trembles is still a press: what stands under it opens.
      if (!dragged && Math.abs(event.clientX - pressed) < 5) return;
      if (!dragged) element.setPointerCapture(event.pointerId);
      dragged = true;
      show(moved(view(), (before - event.clientX) / (right - left)));
    } else {
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
      const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      dragged = true;
      if (was > 8 && is > 8) show(scaled(view(), is / was, timeAt((event.clientX + other) / 2), whole));
    }
    fingers.set(event.pointerId, event.clientX);
  };
  /** @param {PointerEvent} event */
  const onUp = (event) => {
    fingers.delete(event.pointerId);
  };
  /** A drag's end is no click; a key's is. @param {MouseEvent} event */
  const onClick = (event) => {
    if (!dragged || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
    dragged = false;
  };
  const signal = new AbortController();
  const plain = { signal: signal.signal };
  element.addEventListener('wheel', (event) => onWheel(/** @type {WheelEvent} */ (event)), { ...plain, passive: false });
  element.addEventListener('pointerdown', (event) => onDown(/** @type {PointerEvent} */ (event)), plain);
  element.addEventListener('pointermove', (event) => onMove(/** @type {PointerEvent} */ (event)), plain);
  for (const name of ['pointerup', 'pointercancel']) element.addEventListener(name, (event) => onUp(/** @type {PointerEvent} */ (event)), plain);
  element.addEventListener('click', (event) => onClick(/** @type {MouseEvent} */ (event)), { ...plain, capture: true });
  return () => signal.abort();
}
