/** @module */

/** @type {CanvasRenderingContext2D|null} */
let context = null;

const kSlack = 1.06; // a saved picture is shown in whatever face its reader has

/**
 * How wide a text stands, in pixels, a little more than exact.
 * @param {string} text
 * @param {string} font   as CSS has it
 */
export function textWidth(text, font) {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width * kSlack;
}

/** The faces of drawings. */
export const fonts = {
  label: '12px "Inter Variable", system-ui, sans-serif',
  strong: '600 12px "Inter Variable", system-ui, sans-serif',
  text: '15px "Source Serif 4 Variable", Georgia, serif',
};

/**
 * The text, cut at a word's end with "…" where it is wider than the room; '' where not even a word fits.
 * @param {string} text
 * @param {number} room   pixels
 * @param {string} font
 */
export function fitText(text, room, font) {
  if (textWidth(text, font) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${text.slice(0, middle)}…`, font) <= room) low = middle;
    else high = middle - 1;
  }
  const space = text.lastIndexOf(' ', low);
  const cut = (space > low / 2 ? text.slice(0, space) : text.slice(0, low)).replace(/[\s,.;:]+$/, '');
  return cut.length < 3 ? '' : `${cut}…`;
}
