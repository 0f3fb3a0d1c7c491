import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

const HEADER = 'x-forwarded-for';

/** Some proxies write a port behind an address, and brackets around one of IPv6. */
const addressOf = (entry: string): string => {
  const bare = entry.trim().replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  return isIP(bare) === 0 ? bare.replace(/:\d+$/, '') : bare;
};

/**
 * Keeps of `X-Forwarded-For` what proxies wrote at its end, up to the first entry that is no address: a proxy that
 * passes on what its client sent would have any text counted as an address.
 */
export function tidyForwardedFor(headers: IncomingHttpHeaders): void {
  const header = headers[HEADER];
  if (header === undefined) return;
  const addresses = String(header).split(',').map(addressOf);
  const kept = addresses.slice(addresses.findLastIndex((address) => isIP(address) === 0) + 1);
  if (kept.length === 0) delete headers[HEADER];
  else headers[HEADER] = kept.join(', ');
}
