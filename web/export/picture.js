/**
 * A drawing of the page as a file: SVG that stands by itself, or PNG made from it. Nothing is fetched: type is named with
 * its fallbacks. What is saved is always the light look, which prints and sits on a page.
 *
 * @module
 */
import { download } from './download.js';

/** What a style sheet sets and a file must say itself. */
const kept = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'paint-order', 'stop-color', 'stop-opacity',
];
const kNamespace = 'http://www.w3.org/2000/svg';
const kMargin = 24;
const kScale = 2; // pixels of a PNG for one of the page

/**
 * @param {SVGSVGElement} drawing   as it stands on the page
 * @param {{title: string, note?: string}} about   set above and below it
 * @returns {{text: string, width: number, height: number}}
 */
export function pictureOf(drawing, { title, note = '' }) {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    const box = drawing.viewBox.baseVal;
    const paper = getComputedStyle(root).getPropertyValue('--paper').trim() || '#fff';
    const ink = getComputedStyle(root).getPropertyValue('--ink').trim() || '#000';
    const soft = getComputedStyle(root).getPropertyValue('--soft').trim() || '#555';
    const head = title ? 34 : 0;
    const foot = note ? 26 : 0;
    const width = box.width + 2 * kMargin;
    const height = box.height + 2 * kMargin + head + foot;
    const svg = document.createElementNS(kNamespace, 'svg');
    for (const [name, value] of Object.entries({ xmlns: kNamespace, width, height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(name, String(value));
    svg.append(element('title', {}, title), element('rect', { width, height, fill: paper }));
    if (title) svg.append(element('text', { x: kMargin, y: kMargin + 14, 'font-family': '"Source Serif 4", Georgia, serif', 'font-size': 19, 'font-weight': 600, fill: ink }, title));
    const inner = element('g', { transform: `translate(${kMargin - box.x} ${kMargin + head - box.y})` });
    for (const child of drawing.children) inner.append(...copyOf(child));
    svg.append(inner);
    if (note) svg.append(element('text', { x: kMargin, y: height - kMargin + 6, 'font-family': 'Inter, system-ui, sans-serif', 'font-size': 11, fill: soft }, note));
    return { text: new XMLSerializer().serializeToString(svg), width, height };
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}

/** @param {string} name @param {Record<string, string|number>} attributes @param {string} [text] */
function element(name, attributes, text) {
  const made = document.createElementNS(kNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * A copy with its look in attributes; links become groups, and what serves only the screen is left out.
 * @param {Element} source
 * @returns {Element[]}
 */
function copyOf(source) {
  if (source.hasAttribute('data-screen')) return [];
  const style = getComputedStyle(source);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  const made = document.createElementNS(kNamespace, source.localName === 'a' ? 'g' : source.localName);
  for (const { name, value } of source.attributes) if (!/^(class|href|role|tabindex|style|aria-|data-)/.test(name)) made.setAttribute(name, value);
  const shown = !['defs', 'clipPath', 'title', 'g', 'a'].includes(source.localName);
  for (const name of shown ? kept : []) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'normal' && !(name === 'stroke-dasharray' && value === 'none')) made.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    if (child instanceof Element) made.append(...copyOf(child));
    else if (child.nodeType === Node.TEXT_NODE) made.append(child.textContent ?? '');
  }
  return [made];
}

/**
 * Saves a drawing.
 * @param {SVGSVGElement} drawing
 * @param {'svg'|'png'} format
 * @param {{name: string, title: string, note?: string}} about   `name`: the file's, without its ending
 */
export async function savePicture(drawing, format, { name, title, note }) {
  const { text, width, height } = pictureOf(drawing, { title, note });
  const blob = format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(text, width, height);
  download({ name: `${name}.${format}`, blob });
}

/** @param {string} svg @param {number} width @param {number} height @returns {Promise<Blob>} */
async function pngOf(svg, width, height) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * kScale;
  canvas.height = height * kScale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is too large for this browser; zoom in first.'))), 'image/png'));
}
