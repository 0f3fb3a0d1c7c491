import { DomainError } from '@linkage/event-sourcing';
import { platformIds, platforms } from '@linkage/platform-guide';
import type { PlatformConnector, PlatformRegistry } from '@linkage/platforms';

/**
 * @throws not-found for a name that is no platform; platform-not-available for one that is not set up in this
 * installation
 */
export const findConnector = (registry: PlatformRegistry, name: string): PlatformConnector => {
  const platform = platformIds.find((id) => id === name);
  if (platform === undefined) throw new DomainError('not-found', 'not-found', 'There is no such platform.');
  const connector = registry.find(platform);
  if (connector === undefined)
    throw new DomainError('rule-broken', 'platform-not-available', `${platforms[platform].name} is not available yet.`);
  return connector;
};
