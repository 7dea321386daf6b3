/** @module */

/**
 * Hands a file to the browser to save; it never leaves the computer.
 * @param {{name: string, blob: Blob}} file
 */
export function download({ name, blob }) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}
