import { html, type Html } from '../http/html';
import type { Parameters } from '../http/parameters';
import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import { authorizeUrl, identityUrl, type Dialog } from './dialog';
import { frame } from './frame';

/** As which of its channels or brand accounts a log-in goes on: what is allowed then is allowed for that one alone. */
export function identityPage(dialog: Dialog, sandbox: Sandbox, query: Parameters, identities: readonly Person[]): Html {
  const row = (person: Person): Html =>
    html`<li
      ><a href="${identityUrl(dialog, query, person.id)}"
        ><img src="${avatarUrl(sandbox, dialog.platform, person, 96)}" alt="" width="48" height="48" /><span>
          <b><bdi>${person.name}</bdi></b
          ><small>${person.id}</small><small class="ab">${person.about}</small></span
        ></a
      ></li
    > `;
  return frame(
    dialog,
    'choose a channel',
    html`<h1>Choose your account or a brand account</h1>
      <p>This log-in has several. <a href="${authorizeUrl(dialog, query)}">Use another log-in</a></p>
      <ul class="who"
        >${identities.map(row)}</ul
      >`,
  );
}
