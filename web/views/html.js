/**
 * Views are written with htm, which makes Preact nodes: text always becomes a text node.
 * @module
 */
export { html } from 'htm/preact';
