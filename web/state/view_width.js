/** @module */
import { signal } from '@preact/signals';

/** The window's width in CSS pixels, for what a style sheet cannot decide. */
export const viewWidth = signal(window.innerWidth);
window.addEventListener('resize', () => {
  viewWidth.value = window.innerWidth;
});
