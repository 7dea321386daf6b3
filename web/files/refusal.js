/** @module */

/** Why a file cannot be read: a stable code, and a sentence for the person that dropped it. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/**
 * Any failure of reading a file as one that a person understands. A file's handle outlives the file: what the browser
 * says then ("A requested file or directory could not be found at the time an operation was processed") helps nobody.
 *
 * @param {unknown} cause
 * @returns {unknown}
 */
export function explained(cause) {
  if (!(cause instanceof DOMException)) return cause;
  if (cause.name === 'NotFoundError' || cause.name === 'NotReadableError') {
    return new Refusal('file-unreadable', 'This file went away, was changed or may not be read; the others are untouched. Drop it again once it is there.');
  }
  return new Refusal('file-unreadable', `The browser could not read this file (${cause.name}).`);
}
