/**
 * Setting a name right: the same as another, not the same in some accounts, called otherwise, of another type, no name.
 * @module
 */
import { useState } from 'preact/hooks';
import { calledOtherwise, kEntityTypes, noName, notTheSame, ofType, sameAs, withoutMerging } from '../engine/collation_rules.js';
import { go, route } from '../state/router.js';
import { ask } from '../state/session.js';
import { useAnswer } from '../state/use_answer.js';
import { correct } from './correct.js';
import { inMarks, typeWords } from './correction_words.js';
import { html } from './html.js';
import { Account } from './parts.js';
import { Pick } from './pick.js';
import { Sheet } from './sheet.js';
import { counted } from './wording.js';

/** @typedef {import('../engine/protocol.js').IdentityView} IdentityView */
/** @typedef {import('../engine/protocol.js').TableView} TableView */
/** @typedef {{key: string, begin: number, end?: number}} At   where the name is mentioned; without an end, the shortest mention there */
/** @typedef {'same'|'apart'|'rename'|'retype'} NameCorrection */
/** @typedef {{identity: IdentityView, close: () => void}} FormProps */

/** @param {At} at @returns {Promise<IdentityView>} */
const identityAt = async (at) => /** @type {IdentityView} */ (await ask({ kind: 'identity', ...at }));

/**
 * The ways to set a name right, in a row.
 * @param {{at: At, name: string, unnamed: boolean, open: (what: NameCorrection) => void}} props   `open`: shows the dialog
 */
export function NameActions({ at, name, unnamed, open }) {
  if (unnamed) return html`<p class="set-right meta">No account gives a name here, so there is nothing to merge, rename or reject.</p>`;
  const reject = async () => {
    const identity = await identityAt(at);
    if (route.value.place === 'record') go({ place: 'record', view: 'people' });
    await correct(`${inMarks(name)} is no name.`, (nameArticle) => noName(identity, nameArticle));
  };
  return html`<p class="set-right" role="group" aria-label=${`Set ${name} right`}><span class="meta">Not right?</span>
    <button type="button" class="quiet" onClick=${() => open('same')}>Same as …</button>
    <button type="button" class="quiet" onClick=${() => open('apart')}>Not the same …</button>
    <button type="button" class="quiet" onClick=${() => open('rename')}>Rename …</button>
    <button type="button" class="quiet" onClick=${() => open('retype')}>Change type …</button>
    <button type="button" class="quiet" onClick=${reject}>Not a name</button></p>`;
}

const titles = /** @type {const} */ ({ same: 'Same as …', apart: 'Not the same', rename: 'Rename', retype: 'Change type' });
const forms = /** @type {const} */ ({ same: SameAs, apart: NotTheSame, rename: Rename, retype: Retype });

/** @param {{what: NameCorrection, at: At, close: () => void}} props */
export function NameDialog({ what, at, close }) {
  const { answer, error } = useAnswer({ kind: 'identity', ...at });
  const identity = /** @type {IdentityView|null} */ (answer);
  const Form = forms[what];
  if (!identity && !error) return null;
  return html`<${Sheet} title=${titles[what]} close=${close}>${identity
    ? html`<${Form} identity=${identity} close=${close} />`
    : html`<p>This name is not on the desk any more: ${error}</p>`}</${Sheet}>`;
}

/** @param {Event} event @param {() => void} close @param {() => unknown} then */
function submit(event, close, then) {
  event.preventDefault();
  close();
  void then();
}

const kOptions = 8;

/** @param {FormProps} props */
function SameAs({ identity, close }) {
  const [other, setOther] = useState(/** @type {IdentityView|null} */ (null));
  const [name, setName] = useState('');
  /** @param {TableView['rows'][number]} row */
  const isItself = ({ open }) => identity.accounts.some(({ key, first }) => key === open?.key && first.begin === open.begin && first.end === open.end);
  /** @param {string} typed */
  const options = async (typed) => {
    const { rows } = /** @type {TableView} */ (await ask({ kind: 'table', table: 'people', text: typed, story: null, article: null, facet: {}, sort: '', descending: false, from: 0, count: kOptions + 1 }));
    return rows.filter((row) => row.open && !isItself(row)).slice(0, kOptions).map(({ cells, open }) => ({
      text: cells.name ?? '', more: [cells.type, cells.roles, counted(Number(cells.mentions), 'mention')].filter(Boolean).join(' · '), value: /** @type {At} */ (open),
    }));
  };
  /** @param {import('./pick.js').Option<At>|null} option */
  const picked = async (option) => {
    setOther(null);
    if (!option) return;
    const found = await identityAt(option.value);
    setOther(found);
    setName(found.name.length >= identity.name.length ? found.name : identity.name);
  };
  const names = other ? [...new Set([identity.name, other.name])] : [];
  return html`<form onSubmit=${(/** @type {Event} */ event) => other && submit(event, close, () => correct(`${inMarks(identity.name)} and ${inMarks(other.name)} are one.`, (nameArticle) => sameAs(identity, other, name, nameArticle)))}>
    <p class="about">${inMarks(identity.name)} is the same as</p>
    <${Pick} label="Another name on the desk" one="name" options=${options} onPick=${picked} />
    ${names.length > 1 && html`<fieldset class="choices"><legend>Call it</legend>
      ${names.map((one) => html`<label><input type="radio" name="called" checked=${one === name} onChange=${() => setName(one)} /> <span>${one}</span></label>`)}</fieldset>`}
    <p class="buttons"><button type="submit" class="main" disabled=${!other}>They are one</button></p>
  </form>`;
}

/** @param {FormProps} props */
function NotTheSame({ identity, close }) {
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ ([]));
  const { name, type, accounts } = identity;
  const another = type === 'person' ? 'somebody else' : 'something else';
  if (accounts.length < 2) {
    return html`<p>All its mentions stand in one account, <b><${Account} article=${accounts[0]?.key ?? ''} /></b>, whose own words take them for one. Accounts can be told apart, mentions in one account cannot.</p>`;
  }
  const all = chosen.length === accounts.length;
  /** @param {string} key */
  const toggle = (key) => setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return html`<form onSubmit=${(/** @type {Event} */ event) => submit(event, close, () => correct(
      `${inMarks(name)} is ${another} in ${counted(chosen.length, 'account')}.`,
      (nameArticle) => notTheSame(identity, chosen, nameArticle),
      (rules, nameArticle) => withoutMerging(rules, identity, chosen, nameArticle),
    ))}>
    <fieldset class="choices accounts-chosen"><legend>Where is ${inMarks(name)} ${another}?</legend>
      ${accounts.map(({ key, first, mentions }) => html`<label><input type="checkbox" checked=${chosen.includes(key)} onChange=${() => toggle(key)} />
        <span><b><${Account} article=${key} /></b> <small>${counted(mentions, 'mention')}</small>
        <span class="in-words">${first.left}<mark class="n">${first.match}</mark>${first.right}</span></span></label>`)}</fieldset>
    <p class="meta" role="status">${all ? 'Leave at least one account to the name as it is.' : chosen.length > 1 ? `In these ${chosen.length} accounts it will be one and the same.` : ''}</p>
    <p class="buttons"><button type="submit" class="main" disabled=${chosen.length === 0 || all}>It is ${another} there</button></p>
  </form>`;
}

/** @param {FormProps} props */
function Rename({ identity, close }) {
  const [name, setName] = useState(identity.name);
  const wanted = name.trim();
  return html`<form onSubmit=${(/** @type {Event} */ event) => submit(event, close, () => correct(`${inMarks(identity.name)} is called ${inMarks(wanted)}.`, (nameArticle) => calledOtherwise(identity, wanted, nameArticle)))}>
    <label class="field"><span>Call ${inMarks(identity.name)}</span>
      <input type="text" autocomplete="off" maxlength="200" value=${name} onInput=${(/** @type {Event} */ event) => setName(/** @type {HTMLInputElement} */ (event.currentTarget).value)} /></label>
    <p class="meta">The articles keep their words; the other spellings stand beside the name.</p>
    <p class="buttons"><button type="submit" class="main" disabled=${!wanted || wanted === identity.name}>Rename</button></p>
  </form>`;
}

/** @param {FormProps} props */
function Retype({ identity, close }) {
  const [type, setType] = useState(identity.type);
  return html`<form onSubmit=${(/** @type {Event} */ event) => submit(event, close, () => correct(`${inMarks(identity.name)} is ${typeWords[type]}.`, (nameArticle) => ofType(identity, type, nameArticle)))}>
    <fieldset class="choices"><legend>${inMarks(identity.name)} is</legend>
      ${kEntityTypes.map((one) => html`<label><input type="radio" name="type" checked=${one === type} onChange=${() => setType(one)} /> <span>${typeWords[one]}</span></label>`)}</fieldset>
    <p class="buttons"><button type="submit" class="main" disabled=${type === identity.type}>Change</button></p>
  </form>`;
}
