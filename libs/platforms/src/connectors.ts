import type { PlatformId } from '@linkage/published-facts';
import type { PlatformSettings } from './connector';
import type { CreateConnector } from './define-connector';
import type { ClientEnvironment } from './http';
import { instagramConnector } from './instagram/instagram.connector';
import { PlatformRegistry } from './registry';
import { youtubeConnector } from './youtube/youtube.connector';

/** Settings by platform; a platform without any is not available in this installation. */
export type ConnectorSettings = Readonly<Partial<Record<PlatformId, PlatformSettings | undefined>>>;

const connectorOf: Readonly<Partial<Record<PlatformId, CreateConnector>>> = {
  instagram: instagramConnector,
  youtube: youtubeConnector,
};

/** The connectors of all platforms that have settings. `environment.report` gets what should stand in the log. */
export function createConnectors(settings: ConnectorSettings, environment: ClientEnvironment): PlatformRegistry {
  const connectors = Object.entries(connectorOf).flatMap(([platform, create]) => {
    const own = settings[platform as PlatformId];
    return own === undefined ? [] : [create(own, environment)];
  });
  return new PlatformRegistry(connectors);
}
