import { html, type Html } from '../http/html';
import { mark } from '../http/marks';
import { kindsOf, type FaultKind } from '../faults';
import type { Sandbox } from '../sandbox';
import type { PlatformTraits } from '../world/platform-traits';

export const kindLabels: Readonly<Record<FaultKind, string>> = {
  500: '500 internal error',
  429: 'rate limited',
  timeout: 'no answer for 30 s',
  cut: 'answer cut in the middle',
  html: '502 with a page',
  empty: 'an empty answer',
  refused: 'refused, as if access had ended',
  quota: '403 quota used up',
};
const counts = [
  ['1', '1 call'],
  ['3', '3 calls'],
  ['10', '10 calls'],
  ['', 'until cleared'],
] as const;

const option = (value: string, label: string, selected: boolean): Html =>
  html`<option value="${value}" ${selected && html` selected`}>${label}</option>`;

export function faultsPart({ faults, world }: Sandbox): Html {
  const row = (traits: PlatformTraits): Html => {
    const platform = traits.id;
    const fault = faults.of(platform);
    const where = fault?.path ? `, only ${fault.path}` : '';
    const left = (fault?.left === null ? 'until cleared' : `${fault?.left} left`) + where;
    return html`<form class="fault" data-fault="${platform}"
      ><span class="pf">${mark(platform, 16)}${platform}</span>
      <select name="kind" aria-label="Next answers of ${platform}"
        >${kindsOf(traits).map((kind) => option(kind, kindLabels[kind], kind === fault?.kind))}</select
      >
      <select name="calls" aria-label="For how many calls to ${platform}"
        >${counts.map(([value, label]) => option(value, label, value === (fault ? String(fault.left ?? '') : '1')))}</select
      >
      <select name="host" aria-label="Which host of ${platform}"
        >${option('', 'any host', !fault?.host)}${traits.hosts.map((host) => option(host, `only ${host}`, fault?.host === host))}</select
      >
      <button class="r">break</button>
      <span class="st"
        >${fault ? html`<span class="on">${kindLabels[fault.kind]}, ${left}</span>` : html`<span class="q">answers normally</span>`}</span
      >
      ${fault && html`<button type="button" class="cl" data-method="DELETE" data-path="/control/api/faults/${platform}">clear</button>`}</form
    > `;
  };
  return html`${world.platforms.map(row)}`;
}
