import { h, render } from 'preact';

/** Puts the page up. */
export function startPage() {
  const place = document.getElementById('page');
  if (place) render(h('h1', null, 'Readout'), place);
}
