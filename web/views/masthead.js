/**
 * The masthead: the name, the five places, the search, and the menus.
 * @module
 */
import { createRef } from 'preact';
import { chooseFolder } from '../files/listing.js';
import { ExportMenu } from '../export/menu.js';
import { formatRoute, go, route, subPlaces } from '../state/router.js';
import { attempt, deskEmpty, openSample, theEngine } from '../state/session.js';
import { chooseTheme, theme } from '../state/theme.js';
import { dialog } from './dialogs.js';
import { html } from './html.js';
import { query } from './search_query.js';

const searchField = /** @type {import('preact').RefObject<HTMLInputElement>} */ (createRef());
const fileField = /** @type {import('preact').RefObject<HTMLInputElement>} */ (createRef());

export function focusSearch() {
  searchField.current?.focus();
  searchField.current?.select();
}

export const openFiles = () => fileField.current?.click();

export const openFolder = () => chooseFolder((files) => void attempt(() => theEngine().addFiles(files)));

const places = /** @type {const} */ ([
  ['overview', 'Overview'], ['reader', 'Reader'], ['record', 'Record'], ['compare', 'Compare'], ['search', 'Search'],
]);

export function Masthead() {
  const empty = deskEmpty.value;
  const { place } = route.value;
  /** @param {Event} event */
  const chosen = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.currentTarget);
    const files = [...(field.files ?? [])];
    if (files.length === 0) return;
    void attempt(() => theEngine().addFiles(files));
    field.value = ''; // so that the same file can be chosen again
  };
  return html`<header class="masthead">
    <a class="title" href="#/overview">Readout</a>
    ${!empty &&
    html`<nav class="places" aria-label="Places">
      ${places.map(
        ([name, text]) => html`<a href=${formatRoute({ place: name, view: name === 'record' || name === 'compare' ? subPlaces[name][0] : '' })}
          aria-current=${place === name ? 'page' : undefined}>${text}</a>`,
      )}
    </nav>`}
    <div class="tools">
      ${!empty && html`<${SearchField} />`}
      ${!empty && html`<${AddMenu} />`}
      ${!empty && html`<${ExportMenu} />`}
      <${PageMenu} />
    </div>
    <input class="hidden" type="file" multiple tabindex="-1" aria-label="Files to read" ref=${fileField} onChange=${chosen} />
  </header>`;
}

function SearchField() {
  /** @param {Event} event */
  const typed = (event) => {
    query.value = /** @type {HTMLInputElement} */ (event.currentTarget).value;
    if (route.value.place !== 'search') go({ place: 'search' });
  };
  return html`<form class="find" role="search" onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      if (route.value.place !== 'search') go({ place: 'search' });
      document.querySelector('main')?.focus();
    }}>
    <input type="search" aria-label="Search the articles" aria-keyshortcuts="/" placeholder="Search words, “a phrase”" autocomplete="off" spellcheck=${false}
      value=${query.value} ref=${searchField} onInput=${typed} />
    <kbd aria-hidden="true">/</kbd>
  </form>`;
}

function AddMenu() {
  return html`<details class="menu">
    <summary>Add</summary>
    <div class="menu-items">
      <button type="button" onClick=${openFiles}>Files …<kbd>Ctrl O</kbd></button>
      <button type="button" onClick=${openFolder}>Folder …</button>
      <button type="button" onClick=${() => (dialog.value = { kind: 'paste' })}>Text …</button>
      <button type="button" onClick=${openSample}>The sample</button>
      <p>Or drop them anywhere. Nothing is uploaded.</p>
    </div>
  </details>`;
}

const themes = /** @type {const} */ ([['system', 'As the system'], ['light', 'Light'], ['dark', 'Dark']]);

function PageMenu() {
  return html`<details class="menu page-menu">
    <summary>View</summary>
    <div class="menu-items">
      <fieldset>
        <legend>Light or dark</legend>
        ${themes.map(
          ([value, text]) => html`<label><input type="radio" name="theme" value=${value} checked=${theme.value === value}
            onChange=${() => chooseTheme(value)} /> ${text}</label>`,
        )}
      </fieldset>
      <button type="button" onClick=${() => (dialog.value = { kind: 'keys' })}>Keys …<kbd>?</kbd></button>
      <button type="button" onClick=${() => (dialog.value = { kind: 'corrections' })}>Your corrections …</button>
      <button type="button" onClick=${() => (dialog.value = { kind: 'formats' })}>What can be dropped …</button>
      <button type="button" onClick=${() => (dialog.value = { kind: 'check' })}>How to check that nothing is uploaded …</button>
      <button type="button" onClick=${() => (dialog.value = { kind: 'notices' })}>Licences …</button>
    </div>
  </details>`;
}
