import { platforms, type PlatformId } from '@linkage/platform-guide';
import { PictureRefused } from '../picture.errors';

/**
 * Where a platform's pictures may come from: an origin that the operator has named (the sandbox's), or the hosts of its
 * manifest.
 */
export type PictureOrigins = Readonly<Partial<Record<PlatformId, string>>>;

export interface AllowedAddress {
  readonly url: URL;
  /** The host may be in a private network, because the operator has named it. */
  readonly trusted: boolean;
}

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** @throws PictureRefused for an address that no picture of this platform may come from */
export function allowedAddress(address: string, platform: PlatformId, origins: PictureOrigins): AllowedAddress {
  if (!URL.canParse(address)) throw new PictureRefused('its address is none');
  const url = new URL(address);
  const own = origins[platform];
  if (own !== undefined) {
    if (url.origin !== own) throw new PictureRefused(`it is not at ${own}`);
    return { url, trusted: true };
  }
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    throw new PictureRefused('its address is not plain https');
  if (!platforms[platform].pictureHosts.some((pattern) => matches(url.hostname, pattern)))
    throw new PictureRefused(`${url.hostname} is none of the platform's hosts of pictures`);
  return { url, trusted: false };
}
