/**
 * A field that finds one of many by what is typed: a combobox with a list, as the ARIA Authoring Practices have it.
 * @module
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { counted } from './wording.js';

/**
 * @template T
 * @typedef {{text: string, more: string, value: T}} Option   `more`: what tells it from others of the same text
 */

/**
 * @template T
 * @param {{label: string, options: (typed: string) => Promise<readonly Option<T>[]>, onPick: (option: Option<T>|null) => void,
 *          one: string}} props   `one`: what is found, "name"; picking nothing again (typing on) tells null
 */
export function Pick({ label, options, onPick, one }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState(/** @type {readonly Option<T>[]|null} */ (null));
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const picked = useRef(false);
  useEffect(() => {
    if (picked.current) return undefined;
    let wanted = true;
    options(typed).then((answer) => {
      if (!wanted) return;
      setFound(answer);
      setAt(0);
    }, () => wanted && setFound([]));
    return () => {
      wanted = false;
    };
  }, [typed]);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [at, open]);
  const shown = found ?? [];
  /** @param {Option<T>|undefined} option */
  const pick = (option) => {
    if (!option) return;
    picked.current = true;
    setTyped(option.text);
    setOpen(false);
    onPick(option);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      if (open && shown.length > 0) setAt((at + step + shown.length) % shown.length);
      setOpen(true);
    } else if (event.key === 'Enter' && open && shown.length > 0) {
      pick(shown[at]);
    } else if (event.key === 'Escape' && open) {
      setOpen(false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="pick">
    <label class="field"><span>${label}</span>
      <input type="text" role="combobox" autocomplete="off" spellcheck=${false} aria-autocomplete="list" aria-expanded=${open} aria-controls=${`${id}list`}
        aria-activedescendant=${open && shown.length > 0 ? `${id}${at}` : undefined} value=${typed} onKeyDown=${onKey}
        onFocus=${() => !picked.current && setOpen(true)} onClick=${() => setOpen(true)} onBlur=${() => setOpen(false)}
        onInput=${(/** @type {Event} */ event) => {
          if (picked.current) onPick(null);
          picked.current = false;
          setTyped(/** @type {HTMLInputElement} */ (event.currentTarget).value);
          setOpen(true);
        }} /></label>
    <ul role="listbox" id=${`${id}list`} aria-label=${label} hidden=${!open || shown.length === 0} ref=${list}>
      ${shown.map((option, index) => html`<li role="option" id=${`${id}${index}`} aria-selected=${index === at}
        onMouseDown=${(/** @type {Event} */ event) => { event.preventDefault(); pick(option); }} onMouseMove=${() => setAt(index)}>
        <span class="text">${option.text}</span>${option.more && html` <small>${option.more}</small>`}</li>`)}
    </ul>
    <p class="meta" role="status">${found && open && shown.length === 0 ? `No other ${one} here fits.` : open && found ? html`<span class="hidden">${counted(shown.length, one)}</span>` : ''}</p>
  </div>`;
}
