import { isIP } from 'node:net';
import { isLoopback } from '@linkage/settings';
import type { AskedHost } from './asked-host';
import { parsed } from './public-host';

/** Longer names are cut where they are repeated. */
const LONGEST = 120;

const shown = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

export interface WrongHost {
  readonly came: string;
  readonly expected: string;
  /** What an operator can do, the likeliest first. */
  readonly cures: readonly string[];
}

/** What came, what was expected, and which setting to change: of the proxy or of Linkage. */
export function wrongHost(asked: AskedHost, publicUrl: string): WrongHost {
  const expected = new URL(publicUrl).host;
  const name = shown(asked.name);
  const cures = [
    `Let the proxy pass on the name that the browser asked for. nginx: proxy_set_header Host $http_host; Apache: ProxyPreserveHost On. Caddy and Traefik do so unless told otherwise.`,
  ];
  if (asked.disbelieved?.name && parsed(asked.disbelieved.name)?.host === expected)
    cures.unshift(
      `The proxy sent X-Forwarded-Host: ${shown(asked.disbelieved.name)}, which is believed only from proxies that are named. If ${asked.disbelieved.from} is yours, set LINKAGE_TRUSTED_PROXIES=${asked.disbelieved.from}`,
    );
  const address = parsed(asked.name);
  if (address)
    cures.push(
      `If people are to reach Linkage at ${name}, set LINKAGE_PUBLIC_URL=${isLocal(address) ? 'http' : 'https'}://${address.host}`,
    );
  return { came: name === '' ? `no ${asked.header}` : `${asked.header}: ${name}`, expected, cures };
}

const isLocal = ({ hostname }: URL): boolean => isLoopback(hostname) || isIP(hostname.replace(/[[\]]/g, '')) !== 0;

/** The same in one paragraph, for programs. */
export const wrongHostDetail = ({ came, cures }: WrongHost, publicUrl: string): string =>
  `Linkage is reached at ${publicUrl}, and this request came with ${came}. Send it there. If a proxy passed it on: ${cures.join(' Or: ')}.`;
