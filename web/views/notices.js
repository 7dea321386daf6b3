/** @module */
import { html } from './html.js';

/**
 * NOTICES.md as a page shows it: headings, paragraphs, and each row of a table as its work with what is said of it. Only
 * what that file uses is known here.
 * @param {{text: string}} props
 */
export function Notices({ text }) {
  const blocks = text.split(/\n{2,}/);
  return html`${blocks.map((block) => {
    if (block.startsWith('# ')) return null; // the dialog has its own title
    if (block.startsWith('#')) return html`<h3>${block.replace(/^#+\s*/, '')}</h3>`;
    if (!block.startsWith('|')) return html`<p>${block.replace(/\n/g, ' ').replaceAll('`', '')}</p>`;
    const rows = block.split('\n').slice(2).map((row) => row.split('|').map((cell) => cell.trim()).filter(Boolean));
    return html`<ul>${rows.map(([work, ...about]) => html`<li>${work} <span>${about.join(': ')}</span></li>`)}</ul>`;
  })}`;
}
