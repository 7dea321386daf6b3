/** @module */
import { html } from './html.js';
import { query } from './search_query.js';

const examples = /** @type {const} */ ([
  ['trade deal', 'articles that have both words; every place of either'],
  ['"trade deal"', 'the words one after the other, within a paragraph'],
  ['trad*   wom?n', '* any letters, ? one letter, inside a word'],
  ['"the * minister"', '* alone: any one word; ... up to four words between'],
  ['Kiev|Kyiv', 'either one'],
  ['trade -tariff', 'articles with the first and without the second'],
  ['lemma:say', 'say, says, said, saying'],
  ['"tag:adj invasion"', 'a part of speech: adj, adp, adv, aux, det, noun, num, pron, propn, verb …'],
  ['lemma:meet&tag:noun', 'both at once: the meeting, not to meet'],
  ['entity:Mishustin', 'whoever bears the name, named or described; _ stands for a space'],
  ['/\\d+ (dead|killed)/', 'a regular expression, over the letters of a line: . [a-z] \\d \\w \\s \\b ( | ) * + ? {2,5} ^ $'],
]);

/** What can be asked, each example one click from its answer. */
export function HowToAsk() {
  return html`<table class="how-to"><caption class="hidden">What can be asked</caption><tbody>${examples.map(([asked, says]) => html`<tr>
      <th scope="row"><button type="button" class="quiet" onClick=${() => (query.value = asked.split('   ')[0] ?? asked)}><code>${asked}</code></button></th><td>${says}</td></tr>`)}</tbody></table>
    <p class="meta note-below">Case and accents do not count. A regular expression takes the longest match and is stopped, and says so, before it could hold the page up; back-references and look-around are not supported. The same word can be counted <b>where and when</b> it stands, and with the words <b>in whose company</b> it does.</p>`;
}
