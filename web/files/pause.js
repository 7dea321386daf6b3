/** Long work on the main thread, in slices that the eye does not notice. @module */

const kSlice = 12; // milliseconds

let begun = 0;
const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets the page breathe where a slice is over. A message, because a timer is held back to four milliseconds. */
export async function breathe() {
  const now = performance.now();
  if (now - begun < kSlice) return;
  if (now - begun < 10 * kSlice || begun === 0) {
    await new Promise((/** @type {(value: void) => void} */ resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
  }
  begun = performance.now();
}
