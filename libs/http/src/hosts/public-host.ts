import { isIP } from 'node:net';
import { isLoopback } from '@linkage/settings';

/** What a request says of where it was sent to. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** As it came: `Linkage.example.com:443`. */
  readonly host: string;
  /** The caller is a browser that opens a page. */
  readonly wantsPage: boolean;
  /** A moment ago this browser was sent to the public address already, and came here. */
  readonly wasSentOn: boolean;
}

/** `here`: it is for this Linkage. `redirect`: the same at the public address. `wrong`: neither. */
type WhereTo = { readonly is: 'here' } | { readonly is: 'redirect'; readonly to: string } | { readonly is: 'wrong' };

/**
 * Cookies, links and the platforms' redirects all belong to one address, and no foreign name may point a browser at
 * this server. A browser is sent on when what it asked for is plainly another name, and only once: behind a proxy that
 * passes on a name of its own every answer would send it on.
 */
export function whereTo(asked: Asked, publicUrl: string): WhereTo {
  const canonical = new URL(publicUrl);
  const isProbe = /^\/health(\/|$|\?)/.test(asked.url);
  const host = parsed(asked.host);
  if (isProbe || (host && isSame(host, canonical))) return { is: 'here' };
  const isRead = asked.method === 'GET' || asked.method === 'HEAD';
  const sendsOn = isRead && asked.wantsPage && !asked.wasSentOn && host && isOtherName(host, canonical);
  if (!sendsOn) return { is: 'wrong' };
  return { is: 'redirect', to: canonical.origin + (asked.url.startsWith('/') ? asked.url : '/') };
}

/** undefined: it cannot be a host, as when a proxy sent a name with an underscore or none at all. */
export function parsed(host: string): URL | undefined {
  if (!/^[^\s/?#@\\]+$/.test(host)) return undefined;
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** The ports that browsers leave out; proxies do not always. */
const portOf = ({ port }: URL): string => (port === '443' || port === '80' ? '' : port);

const isSame = (host: URL, canonical: URL): boolean =>
  host.hostname === canonical.hostname && portOf(host) === portOf(canonical);

/**
 * Two names of one's own machine, or a name that people may have been told of: `www.…`, or the one before Linkage
 * moved. An address, a port or a name without a dot is rather what a proxy calls this server.
 */
function isOtherName(host: URL, canonical: URL): boolean {
  if (isLoopback(host.hostname)) return isLoopback(canonical.hostname) && portOf(host) === portOf(canonical);
  const isAddress = isIP(host.hostname.replace(/[[\]]/g, '')) !== 0;
  return !isAddress && portOf(host) === '' && host.hostname.includes('.') && host.hostname !== canonical.hostname;
}
