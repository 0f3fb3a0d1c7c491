import { html, type Html } from '../http/html';
import { mark } from '../http/marks';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';
import type { Call } from './calls';
import { peopleOf, type Access, type PersonRow } from './people';

const accessText: Readonly<Record<Access, Html | null>> = {
  never: null,
  granted: html`<span class="tag g">gave permission</span>`,
  'password-changed': html`<span class="tag">password changed</span>`,
  revoked: html`<span class="tag">permission revoked</span>`,
};

function personRow({ platform, id, name, about, avatarUrl, access }: PersonRow): Html {
  const act = (what: string, label: string): Html =>
    html`<button
      data-method="POST"
      data-path="/control/api/people/${platform}/${encodeURIComponent(id)}/${what}"
      aria-label="${label}: ${id}"
      >${label}</button
    >`;
  return html`<li
    ><img src="${avatarUrl}" alt="" width="36" height="36" loading="lazy" /><span class="wh"
      ><b>${id}</b> ${accessText[access]}<br /><span class="q"><bdi>${name}</bdi> · ${about}</span></span
    >
    <span class="g">${act('change-password', 'change password')}${act('revoke', 'revoke permission')}</span></li
  > `;
}

/** Those who gave permission or took it back; everybody else behind a fold, the cast first. */
export function peoplePart(sandbox: Sandbox): Html {
  const one = (traits: PlatformTraits): Html => {
    const platform = traits.id;
    const people = peopleOf(sandbox, traits);
    const touched = people.filter(({ access }) => access !== 'never');
    const rest = people.filter(({ access }) => access === 'never');
    return html`<h3>${mark(platform, 16)}${platform}</h3>
      ${
        touched.length > 0
          ? html`<ul class="ppl"
              >${touched.map(personRow)}</ul
            >`
          : html`<p class="q">Nobody has given permission yet.</p>`
      }
      <details id="rest-${platform}"
        ><summary>${rest.length} others</summary
        ><ul class="ppl"
          >${rest.map(personRow)}</ul
        ></details
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
    ? html`<p class="q">Nobody has called yet.</p>`
    : html`<ul class="log"
        >${last.slice(0, 60).map(callRow)}</ul
      >`;
}
