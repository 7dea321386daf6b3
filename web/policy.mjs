/**
 * The page's content-security policy, with the reason for each line: what is not named here, the page cannot do. The
 * build writes it into both pages. Workers are started from blobs because only those inherit it.
 *
 * @module
 */

/** @type {{directive: string, hosted: string, single: string, reason: string}[]} */
const lines = [
  {
    directive: 'default-src',
    hosted: "'none'",
    single: "'none'",
    reason: 'everything that no other line allows is refused: frames, media, plug-ins, manifests',
  },
  {
    directive: 'script-src',
    hosted: "'self' 'wasm-unsafe-eval'",
    single: "{script} 'wasm-unsafe-eval'",
    reason: 'only the page’s own script; the second word lets it compile readout.wasm and allows no eval',
  },
  {
    directive: 'style-src',
    hosted: "'self'",
    single: '{style}',
    reason: 'only the page’s own style sheet, none that an article could bring',
  },
  { directive: 'font-src', hosted: "'self'", single: 'data:', reason: 'the page’s two faces' },
  { directive: 'img-src', hosted: 'data:', single: 'data:', reason: 'small pictures inside the style sheet; none from elsewhere' },
  {
    directive: 'connect-src',
    hosted: "'self'",
    single: "'none'",
    reason: 'the page reads its own engine, model and sample, and can reach no other host; the single file can reach none at all',
  },
  { directive: 'worker-src', hosted: 'blob:', single: 'blob:', reason: 'readers start from blobs and so inherit this policy' },
  { directive: 'base-uri', hosted: "'none'", single: "'none'", reason: 'no text of an article can bend the page’s links' },
  { directive: 'form-action', hosted: "'none'", single: "'none'", reason: 'nothing can be sent by a form' },
  {
    directive: 'require-trusted-types-for',
    hosted: "'script'",
    single: "'script'",
    reason: 'text can never become markup or script: the browser refuses the functions that would do it',
  },
  {
    directive: 'trusted-types',
    hosted: 'readout inert',
    single: 'readout inert',
    reason: 'two exceptions: the address of the worker’s blob, and saved pages, parsed into documents that run and fetch nothing',
  },
];

/**
 * @param {'hosted'|'single'} kind
 * @param {{script?: string, style?: string}} [hashes]  of the single file's inline script and style
 * @returns {string} the policy as a comment with reasons and a meta element
 */
export function policyMarkup(kind, { script = '', style = '' } = {}) {
  const rules = lines.map((line) => {
    const value = line[kind].replace('{script}', script).replace('{style}', style);
    return { rule: `${line.directive} ${value}`, reason: line.reason };
  });
  const width = Math.max(...lines.map(({ directive }) => directive.length));
  const reasons = lines.map(({ directive, reason }) => `  ${directive.padEnd(width)}  ${reason}`);
  return (
    `<!-- What this page may do, and nothing else:\n${reasons.join('\n')} -->\n` +
    `<meta http-equiv="Content-Security-Policy" content="${rules.map(({ rule }) => rule).join('; ')}">`
  );
}
