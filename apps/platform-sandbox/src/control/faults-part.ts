import { html, type Html } from '../http/html';
import { mark } from '../http/marks';
import { type FaultKind } from '../fault-kinds';
import { hostsOf, kindsOf, type Fault } from '../faults';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';

const kindLabels: Readonly<Record<FaultKind, string>> = {
  500: '500 internal error',
  429: 'rate limited',
  '429-bare': 'rate limited, without saying how long',
  timeout: 'no answer for 30 s',
  drip: 'an answer that drips',
  cut: 'answer cut in the middle',
  html: '502 with a page',
  malformed: 'JSON that is none',
  empty: 'an empty answer',
  'empty-list': 'empty lists',
  'wrong-type': 'words where numbers were',
  'unknown-enum': 'words that are new',
  'duplicate-page': 'each page brings the one before again',
  'shifted-page': 'pages that shift by one',
  refused: 'refused, as if access had ended',
  'token-expired': 'token has run out',
  'refresh-spent': 'refresh token used up or run out',
  'scope-taken': 'permission taken away',
  'account-deleted': 'account deleted',
  restricted: 'account restricted',
  personal: 'account turned personal',
  'under-threshold': 'too few followers for figures',
  'metric-retired': 'a metric was retired',
  quota: '403 quota used up',
  cap: '429 monthly cap of the app',
  credits: '402 app without credits',
  elsewhere: 'pictures lead into your network',
};
const counts = [
  ['1', '1 call'],
  ['3', '3 calls'],
  ['10', '10 calls'],
  ['', 'until cleared'],
] as const;

const option = (value: string, label: string, selected: boolean): Html =>
  html`<option value="${value}" ${selected && html` selected`}>${label}</option>`;

const standing = (platform: string, { kind, left, path, host, person }: Fault): Html =>
  html`<li class="st"
    ><span class="on"
      >${kindLabels[kind]},
      ${left === null ? 'until cleared' : `${left} left`}${person !== null && `, only ${person}`}${host !== null && `, only ${host}`}${path !== null && `, only ${path}`}</span
    >
    <button
      type="button"
      class="cl"
      data-method="DELETE"
      data-path="/control/api/faults/${platform}${person !== null && `?person=${encodeURIComponent(person)}`}"
      >clear</button
    ></li
  >`;

export function faultsPart({ faults, world }: Sandbox): Html {
  const row = (traits: PlatformTraits): Html => {
    const platform = traits.id;
    const fault = faults.of(platform);
    const all = faults.all(platform);
    return html`<form class="fault" data-fault="${platform}"
      ><span class="pf">${mark(platform, 16)}${platform}</span>
      <select name="kind" aria-label="Next answers of ${platform}"
        >${kindsOf(traits).map((kind) => option(kind, kindLabels[kind], kind === fault?.kind))}</select
      >
      <select name="calls" aria-label="For how many calls to ${platform}"
        >${counts.map(([value, label]) => option(value, label, value === (fault ? String(fault.left ?? '') : '1')))}</select
      >
      <select name="host" aria-label="Which host of ${platform}"
        >${option('', 'any host', !fault?.host)}${hostsOf(traits).map((host) => option(host, `only ${host}`, fault?.host === host))}</select
      >
      <input name="person" size="14" placeholder="any person" aria-label="Only for this person of ${platform}" />
      <input
        name="path"
        size="12"
        placeholder="any call"
        aria-label="Only calls to ${platform} with these words in their path"
      />
      <button class="r">break</button>
      ${
        all.length === 0
          ? html`<span class="st q">answers normally</span>`
          : html`<ul
              >${all.map((one) => standing(platform, one))}</ul
            >`
      }</form
    > `;
  };
  return html`${world.platforms.map(row)}`;
}
