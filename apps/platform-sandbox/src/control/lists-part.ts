import { html, type Html } from '../http/html';
import { mark } from '../http/marks';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';
import type { Call } from './calls';
import { changeNames } from './people-changes';
import { noticeNames, type NoticeName } from './notices';
import { peopleOf, type Access, type PersonRow } from './people';

const accessText: Readonly<Record<Access, Html | null>> = {
  never: null,
  granted: html`<span class="tag g">gave permission</span>`,
  'password-changed': html`<span class="tag">password changed</span>`,
  revoked: html`<span class="tag">permission revoked</span>`,
};

const noticeLabels: Readonly<Record<NoticeName, string>> = {
  deauthorize: 'remove app, signed',
  'delete-data': 'ask to delete data, signed',
};

function personRow(postsNotices: boolean, { platform, id, handle, name, about, avatarUrl, access }: PersonRow): Html {
  const act = (what: string, label: string): Html =>
    html`<button
      data-method="POST"
      data-path="/control/api/people/${platform}/${encodeURIComponent(id)}/${what}"
      aria-label="${label}: ${id}"
      >${label}</button
    >`;
  return html`<li data-person
    ><img src="${avatarUrl}" alt="" width="36" height="36" loading="lazy" /><span class="wh"
      ><b>${id}</b>${handle !== id && html` <span class="tag">now ${handle}</span>`} ${accessText[access]}<br /><span
        class="q"
        ><bdi>${name}</bdi> · ${about}</span
      ></span
    >
    <span class="g"
      >${act('change-password', 'change password')}${act('revoke', 'revoke permission')}${access === 'granted' && changeNames.map((name) => act(name, name.replace('-', ' ')))}${postsNotices && access === 'granted' && noticeNames.map((notice) => act(notice, noticeLabels[notice]))}</span
    ></li
  > `;
}

/** First the persons that gave permission or took it back; all others behind a fold, the cast first. */
export function peoplePart(sandbox: Sandbox): Html {
  const one = (traits: PlatformTraits): Html => {
    const platform = traits.id;
    const people = peopleOf(sandbox, traits);
    const touched = people.filter(({ access }) => access !== 'never');
    const rest = people.filter(({ access }) => access === 'never');
    const row = (person: PersonRow): Html => personRow(traits.noticeIdOf !== undefined, person);
    return html`<div data-platform="${platform}"
      ><h3>${mark(platform, 16)}${platform}</h3>
      ${
        touched.length > 0
          ? html`<ul class="ppl"
              >${touched.map(row)}</ul
            >`
          : html`<p class="q">No permission has been given yet.</p>`
      }
      <details id="rest-${platform}"
        ><summary>${rest.length} others</summary
        ><ul class="ppl"
          >${rest.map(row)}</ul
        ></details
      ></div
    > `;
  };
  return html`${sandbox.world.platforms.map(one)}`;
}

function callRow({ at, platform, method, path, status, note }: Call): Html {
  const wrong = status !== null && status >= 400;
  const result = status ?? (['consent', 'person'].includes(method) ? '' : 'no answer');
  return html`<li
    ><time datetime="${at}">${at.slice(11, 19)}</time
    ><span
      >${platform} ${method} ${path} <span class="${wrong || result === 'no answer' ? 'e' : 'okk'}">${result}</span>
      <span class="q">${note}</span></span
    ></li
  > `;
}

export function callsPart({ calls }: Sandbox): Html {
  const last = calls.last();
  return last.length === 0
    ? html`<p class="q">No calls yet.</p>`
    : html`<ul class="log"
        >${last.slice(0, 60).map(callRow)}</ul
      >`;
}
