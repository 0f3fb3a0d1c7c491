import type { PlatformId } from '@linkage/published-facts';
import type { PlatformSettings } from './connector';
import type { CreateConnector } from './define-connector';
import type { ClientEnvironment } from './http';
import { instagramConnector } from './instagram/instagram.connector';
import { instagramRecorded } from './instagram/instagram.recorded';
import type { RecordedPlatform } from './recorded/recorded-platform';
import { PlatformRegistry } from './registry';
import { youtubeConnector } from './youtube/youtube.connector';
import { youtubeRecorded } from './youtube/youtube.recorded';

/** Settings by platform; a platform without any is not available in this installation. */
export type ConnectorSettings = Readonly<Partial<Record<PlatformId, PlatformSettings | undefined>>>;

/** One line per platform: its connector, and what it takes to map recorded answers. */
export const connectorOf: Readonly<
  Partial<Record<PlatformId, { readonly create: CreateConnector; readonly recorded: RecordedPlatform }>>
> = {
  instagram: { create: instagramConnector, recorded: instagramRecorded },
  youtube: { create: youtubeConnector, recorded: youtubeRecorded },
};

/** The connectors of all platforms that have settings. `environment.report` gets what should stand in the log. */
export function createConnectors(settings: ConnectorSettings, environment: ClientEnvironment): PlatformRegistry {
  const connectors = Object.entries(connectorOf).flatMap(([platform, { create }]) => {
    const own = settings[platform as PlatformId];
    return own === undefined ? [] : [create(own, environment)];
  });
  return new PlatformRegistry(connectors);
}
