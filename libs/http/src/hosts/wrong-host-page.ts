import { escaped, plainPage } from '../pages/plain-page';
import type { WrongHost } from './wrong-host';

/** What an operator types stands apart from the sentence. */
const withCode = (text: string): string =>
  escaped(text).replace(
    /(proxy_set_header Host \$http_host;|ProxyPreserveHost On|X-Forwarded-Host: \S+(?=,)|LINKAGE_\w+=\S+)/g,
    '<code>$1</code>',
  );

/**
 * For people: the way to the right address first, then what an operator has to know. `path` is where they wanted to go.
 */
export const wrongHostPage = (
  { came, expected, cures }: WrongHost,
  { publicUrl, path, nonce }: { readonly publicUrl: string; readonly path: string; readonly nonce: string },
): string =>
  plainPage({
    title: 'Another address',
    nonce,
    main: `<h1>This page has another address</h1>
<p>Nothing was lost. Go on at the address of this Linkage:</p>
<a class="go" href="${escaped(publicUrl + path)}">Open ${escaped(expected)}</a>
<h2>If that leads back here</h2>
<p>Then the proxy in front of Linkage passes requests on under another name. Its operator can see here what to change.</p>
<ul>${cures.map((cure) => `<li>${withCode(cure)}</li>`).join('')}</ul>
<h2>What came</h2>
<dl><dt>Came with</dt><dd>${escaped(came)}</dd><dt>Expected</dt><dd>Host: ${escaped(expected)}</dd><dt>Set by</dt><dd>LINKAGE_PUBLIC_URL=${escaped(publicUrl)}</dd><dt>More</dt><dd>docs/running.md, “Behind a proxy”</dd></dl>`,
  });
