import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from './trusted-proxies';

/** Under which name a request came, and what else it said of that. */
export interface AskedHost {
  /** As it was sent; empty when there was none. */
  readonly name: string;
  readonly header: 'Host' | 'X-Forwarded-Host';
  /** An `X-Forwarded-Host` that is not believed, and the address that it came from. */
  readonly disbelieved?: { readonly name: string; readonly from: string };
}

/** The nearest proxy adds its entry at the end. */
const lastOf = (header: string | string[] | undefined): string | undefined =>
  String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim() || undefined;

export function askedHost(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  proxies: TrustedProxies,
): AskedHost {
  const forwarded = lastOf(headers['x-forwarded-host']);
  if (forwarded !== undefined && proxies.mayGiveName(socket.remoteAddress))
    return { name: forwarded, header: 'X-Forwarded-Host' };
  return {
    name: headers.host ?? '',
    header: 'Host',
    ...(forwarded !== undefined && { disbelieved: { name: forwarded, from: plain(socket.remoteAddress ?? '') } }),
  };
}

/** An IPv4 address as people write it, also where the socket listens for both families. */
const plain = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
