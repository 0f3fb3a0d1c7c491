import type { PlatformId } from '@linkage/published-facts';
import type { PlatformConnector, PlatformSettings } from './connector';
import type { ClientEnvironment } from './http';
import { InstagramConnector } from './instagram/instagram.connector';
import { PlatformRegistry } from './registry';
import { YoutubeConnector } from './youtube/youtube.connector';

/** Settings by platform; a platform without any is not available in this installation. */
export type ConnectorSettings = Readonly<Partial<Record<PlatformId, PlatformSettings | undefined>>>;

const makers: Readonly<
  Partial<Record<PlatformId, new (settings: PlatformSettings, surroundings: ClientEnvironment) => PlatformConnector>>
> = {
  instagram: InstagramConnector,
  youtube: YoutubeConnector,
};

/** The connectors of all platforms that have settings. `surroundings.report` gets what should stand in the log. */
export function createConnectors(settings: ConnectorSettings, surroundings: ClientEnvironment): PlatformRegistry {
  const connectors = Object.entries(makers).flatMap(([platform, Connector]) => {
    const own = settings[platform as PlatformId];
    return own === undefined ? [] : [new Connector(own, surroundings)];
  });
  return new PlatformRegistry(connectors);
}
