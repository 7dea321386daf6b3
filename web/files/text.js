/**
 * Plain text, Markdown and anything else that is text: the core decodes it and finds the articles in it.
 *
 * @module
 */

/** @type {import('./registry.js').Importer} */
export const text = {
  takes: () => true,
  open: async (_name, bytes) => bytes,
};
