/**
 * The desk before anything was dropped: what it is for, where to drop, and that nothing leaves.
 * @module
 */
import { failures, openSample, progress } from '../state/session.js';
import { route } from '../state/router.js';
import { Checks, dialog } from './dialogs.js';
import { Failures } from './files.js';
import { html } from './html.js';
import { openFiles, openFolder } from './masthead.js';

export function EmptyDesk() {
  const pointsInto = route.value.key !== '';
  return html`
    <div class="welcome">
      <h1>Drop in the coverage, get the readout.</h1>
      <p class="standfirst">Many accounts of one story, read side by side: who said what, and through whom it reached the
        reader; which figures and dates are given; what only one account has, and where they disagree. Every line is one
        click from the words that support it.</p>
      ${pointsInto && html`<p class="points">This address points into an article that is not on the desk. Nothing was stored; drop the same files again and it will open.</p>`}
      <section class="dropzone" aria-label="Put articles on the desk">
        <p class="big">Drop articles anywhere</p>
        <p class="meta">Text, saved pages (HTML), CSV, JSON, ZIP archives, whole folders; or paste with <kbd>Ctrl V</kbd>.
          ${' '}<button type="button" class="quiet" onClick=${() => (dialog.value = { kind: 'formats' })}>All that can be dropped</button></p>
        <p class="buttons">
          <button type="button" class="main" onClick=${openFiles}>Choose files</button>
          <button type="button" onClick=${openFolder}>Choose a folder</button>
          <button type="button" onClick=${() => (dialog.value = { kind: 'paste' })}>Paste text</button>
          <button type="button" onClick=${openSample}>Open the sample</button>
        </p>
        ${!progress.value.busy && failures.value.length > 0 && html`<${Failures} />`}
      </section>
      <div class="columns two">
        <section aria-labelledby="private">
          <h2 id="private">Nothing is uploaded</h2>
          <p>The articles are read by a program inside this page, on your computer. You need not take our word for it:</p>
          <${Checks} />
        </section>
        <section aria-labelledby="reads">
          <h2 id="reads">How it marks what it reads</h2>
          <${Specimen} />
          <p class="meta">Each kind has a colour and a shape, so that neither is needed alone. Menus, notices and other
            stories are set aside, never deleted: one click restores them. What is doubtful is said to be${' '}
            <span class="pill doubt">doubtful</span>, and what cannot be known from an account is worded so.</p>
        </section>
      </div>
    </div>`;
}

/** One invented sentence with every kind of mark. */
function Specimen() {
  return html`<p class="specimen">
    <mark class="q">“The second crossing opens by spring,”</mark> Premier <mark class="n">Ana Ruiz</mark> told${' '}
    the <mark class="n">Coastal Agency</mark> <mark class="d">on 3 March</mark> as the two sides${' '}
    <mark class="e">signed</mark> for <mark class="f">$4.2 billion</mark>.
  </p>
  <ul class="key">
    <li><mark class="q">words said</mark></li><li><mark class="n">name</mark></li><li><mark class="f">figure</mark></li>
    <li><mark class="d">date</mark></li><li><mark class="e">event</mark></li>
  </ul>`;
}
