import { html, type Html } from '../http/html';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';

/** What a developer has registered at the platforms. */
export const appPart = ({ redirectUris }: Sandbox): Html =>
  html`<dl class="app">
    <dt>Client id</dt>
    <dd>${client.id}</dd>
    <dt>Redirect URIs</dt>
    ${redirectUris.all.map((uri) => html`<dd>${uri}</dd>`)}${redirectUris.all.length === 0 && html`<dd class="e">none: no app can be connected</dd>`}
  </dl>`;
