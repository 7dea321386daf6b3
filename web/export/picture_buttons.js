/** @module */
import { attempt } from '../state/session.js';
import { html } from '../views/html.js';
import { savePicture } from './picture.js';

/**
 * Saves the drawing beside them.
 * @param {{drawing: () => SVGSVGElement|null|undefined, name: string, title: string, note?: string}} props
 */
export function PictureButtons({ drawing, name, title, note }) {
  /** @param {'svg'|'png'} format */
  const save = (format) => attempt(async () => {
    const found = drawing();
    if (found) await savePicture(found, format, { name, title, note });
  });
  return html`<span class="picture-buttons">
    ${/** @type {const} */ (['svg', 'png']).map((format) => html`<button type="button" class="quiet" aria-label=${`Save “${title}” as ${format.toUpperCase()}`} onClick=${() => save(format)}>${format.toUpperCase()}</button>`)}
  </span>`;
}
