import { platformIds, type PlatformId } from '@linkage/contracts';
import { platformData } from '@linkage/platform-guide';
import type { Variables } from '@linkage/settings';

export const webhookSetting = (platform: PlatformId): string => `LINKAGE_${platform.toUpperCase()}_WEBHOOK_SECRET`;

/** Of an address that platforms post to. */
const isReached = (publicUrl: string): boolean => {
  const { protocol, port } = new URL(publicUrl);
  return protocol === 'https:' && port === '';
};

/**
 * What platforms sign with what they post to our webhooks. `isSimulated`: the sandbox stands in, which posts to any
 * address.
 */
export function webhookSecrets(
  variables: Variables,
  publicUrl: string,
  isSimulated: (platform: PlatformId) => boolean,
): Readonly<Partial<Record<PlatformId, string>>> {
  const found: Partial<Record<PlatformId, string>> = {};
  for (const platform of platformIds) {
    const { webhook } = platformData[platform].setup;
    const name = webhookSetting(platform);
    const secret = variables.text(name);
    if (webhook === undefined || secret === undefined) continue;
    const [least, most] = webhook.secretLength;
    if (!/^[\x21-\x7e]+$/.test(secret) || secret.length < least || secret.length > most)
      variables.trouble(name, `use ${least} to ${most} letters and digits; make one with: openssl rand -hex 32`);
    else if (!isSimulated(platform) && !isReached(publicUrl))
      variables.trouble(
        name,
        'leave it out, or let LINKAGE_PUBLIC_URL begin with https:// and have no port: the platform posts to no other address',
      );
    else found[platform] = secret;
  }
  return found;
}
