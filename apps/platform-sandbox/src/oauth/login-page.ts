import { html, type Html } from '../http/html';
import type { Parameters } from '../http/parameters';
import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import { client } from './client';
import { consentUrl, type Dialog } from './dialog';
import { clockText, frame } from './frame';

/** Whom to be: the hand-made cast first, the crowd behind a fold. */
export function loginPage(dialog: Dialog, sandbox: Sandbox, query: Parameters): Html {
  const people = sandbox.world.people(dialog.platform);
  const cast = people.slice(0, sandbox.world.platform(dialog.platform)?.cast);
  const crowd = people.slice(cast.length);
  const row = (person: Person): Html =>
    html`<li
      ><a href="${consentUrl(dialog, query, person.id)}"
        ><img
          src="${avatarUrl(sandbox, dialog.platform, person, 96)}"
          alt=""
          width="48"
          height="48"
          loading="lazy"
        /><span>
          <b><bdi>${person.name}</bdi></b
          ><small>${person.id}</small><small class="ab">${person.about}</small></span
        ></a
      ></li
    > `;
  return frame(
    dialog,
    'log in',
    html`<h1>Log in to go on to ${client.name}</h1>
      <p>These people have no passwords. Choose whom to be.</p>
      <p class="find" hidden
        ><input type="search" data-find placeholder="Search people" aria-label="Search people" /><span
          role="status"
          data-found
        ></span
      ></p>
      <ul class="who"
        >${cast.map(row)}</ul
      >
      <details
        ><summary>${crowd.length} ordinary people</summary
        ><ul class="who"
          >${crowd.map(row)}</ul
        ></details
      ><script src="/assets/login.js" defer></script>`,
    html`Sandbox clock: ${clockText(sandbox.clock.now())}. <a href="/">Control page</a>`,
  );
}
