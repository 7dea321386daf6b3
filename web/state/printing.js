/**
 * Printing prints the whole of what is shown, not only the rows near the screen.
 * @module
 */
import { signal } from '@preact/signals';

/** Lists show all their rows while this is true. */
export const printing = signal(false);

/** No table prints more rows than this; its export has them all. */
export const kRowsPrinted = 2000;

/**
 * Prints what is shown.
 * @param {() => Promise<unknown>} ready   settles when all that is to be printed is there
 */
export async function printAll(ready) {
  printing.value = true;
  try {
    await ready();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    window.print();
  } finally {
    printing.value = false;
  }
}
