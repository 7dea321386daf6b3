/** @module */
import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.js';

/**
 * A native dialog: focus stays inside, Escape closes, and the focus goes back where it was.
 * @param {{title: string, close: () => void, wide?: boolean, children?: import('preact').ComponentChildren}} props
 */
export function Sheet({ title, close, wide = false, children }) {
  const frame = useRef(/** @type {HTMLDialogElement|null} */ (null));
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.showModal();
    // A dialog that asks something begins at its first field, not at its way out.
    const field = frame.current?.querySelector('form select, form input, form textarea');
    if (field instanceof HTMLElement) field.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return html`<dialog ref=${frame} class=${wide ? 'wide' : undefined} aria-labelledby="dialog-title" onClose=${close}
    onClick=${(/** @type {Event} */ event) => event.target === event.currentTarget && close()}>
    <div class="sheet">
      <header><h2 id="dialog-title">${title}</h2><button type="button" class="quiet" onClick=${close}>Close</button></header>
      ${children}
    </div>
  </dialog>`;
}
