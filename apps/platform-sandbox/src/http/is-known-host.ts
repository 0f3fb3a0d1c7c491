import { isIP } from 'node:net';

/**
 * Whether a request came for the sandbox. A page under a name that was pointed at this machine could otherwise move the
 * clock and read all calls; such names have a dot, the names of containers and machines need none.
 *
 * @param host as it was sent
 * @param publicUrl where browsers reach the sandbox
 */
export function isKnownHost(host: string | undefined, publicUrl: string): boolean {
  const url = `http://${host ?? ''}`;
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  if (isIP(hostname.replace(/[[\]]/g, '')) !== 0 || !hostname.includes('.')) return true;
  return URL.canParse(publicUrl) && hostname === new URL(publicUrl).hostname;
}
