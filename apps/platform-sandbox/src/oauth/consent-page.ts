import { html, type Html } from '../http/html';
import type { Parameters } from '../http/parameters';
import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import { client } from './client';
import { authorizeUrl, consentUrl, type AccountRow, type Dialog, type ScopeRow } from './dialog';
import { clockText, frame } from './frame';

const row = ({ scope, label, fixed }: ScopeRow): Html =>
  html`<label
    ><input type="checkbox" name="scope" value="${scope}" checked${fixed && html` disabled`} /><span
      >${label}<small>${scope}${fixed && ' (required)'}</small></span
    ></label
  > `;

const accountRow = ({ id, name, about, pictureUrl }: AccountRow): Html =>
  html`<label
    ><input type="checkbox" name="account" value="${id}" checked /><img
      src="${pictureUrl}"
      alt=""
      width="36"
      height="36"
    /><span><bdi>${name}</bdi><small>${about}</small></span></label
  > `;

/** What is asked for, each permission with a box. A person who cannot go on gets the reason in its place. */
export function consentPage(dialog: Dialog, sandbox: Sandbox, query: Parameters, person: Person): Html {
  const refusal = dialog.refuses(person);
  const accounts = dialog.accounts?.(person);
  return frame(
    dialog,
    'allow access',
    html`<div class="me"
        ><img src="${avatarUrl(sandbox, dialog.platform, person, 96)}" alt="" width="40" height="40" /><span
          ><b dir="auto">${person.name}</b><br /><span class="id">${person.id}</span></span
        >
        <a href="${authorizeUrl(dialog, query)}">Switch account</a></div
      >
      <form method="post" action="${consentUrl(dialog, query, person.id)}">
        ${
          refusal ??
          html`<h1>${client.name} wants to read your account</h1> ${dialog.scopes(query).map(row)}
            ${accounts && html`<h2>Give access to</h2> ${accounts.length > 0 ? accounts.map(accountRow) : html`<p>This log-in manages nothing that could be chosen.</p>`}`}`
        }
        <div class="bt"
          >${!refusal && html`<button class="y" name="decision" value="allow">Allow</button>`}<button
            name="decision"
            value="cancel"
            >Cancel</button
          ></div
        ></form
      > `,
    html`${refusal ? null : 'Unticking a permission shows what the app does with less. '}Sandbox clock:
    ${clockText(sandbox.clock.now())}.`,
  );
}
