import { platformIds, platformNames } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';
import type { PlatformConnector, PlatformRegistry } from '@linkage/platforms';

/** @throws not-found for a name that is no platform; platform-not-available for one that is not set up in this installation */
export const connectorFor = (registry: PlatformRegistry, name: string): PlatformConnector => {
  const platform = platformIds.find((id) => id === name);
  if (platform === undefined) throw new DomainError('not-found', 'not-found', 'There is no such platform.');
  const connector = registry.find(platform);
  if (connector === undefined)
    throw new DomainError('rule-broken', 'platform-not-available', `${platformNames[platform]} is not available yet.`);
  return connector;
};
