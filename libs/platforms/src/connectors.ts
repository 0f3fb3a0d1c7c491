import type { PlatformId } from '@linkage/published-facts';
import type { PlatformSettings } from './connector';
import type { CreateConnector } from './define-connector';
import { facebookConnector } from './facebook/facebook.connector';
import { facebookRecorded } from './facebook/facebook.recorded';
import { CallBudget, type CallLedger, type ClientEnvironment, type MostCalls } from './http';
import { instagramConnector } from './instagram/instagram.connector';
import { instagramRecorded } from './instagram/instagram.recorded';
import type { RecordedPlatform } from './recorded/recorded-platform';
import { PlatformRegistry } from './platform-registry';
import { tiktokConnector } from './tiktok/tiktok.connector';
import { tiktokRecorded } from './tiktok/tiktok.recorded';
import { twitchConnector } from './twitch/twitch.connector';
import { twitchRecorded } from './twitch/twitch.recorded';
import { twitterConnector } from './twitter/twitter.connector';
import { twitterRecorded } from './twitter/twitter.recorded';
import { youtubeConnector } from './youtube/youtube.connector';
import { youtubeRecorded } from './youtube/youtube.recorded';

/** Settings by platform; a platform without any is not available in this installation. */
export type ConnectorSettings = Readonly<Partial<Record<PlatformId, PlatformSettings | undefined>>>;

/** One line per platform: its connector, and what it takes to map recorded answers. */
export const connectorOf: Readonly<
  Partial<Record<PlatformId, { readonly create: CreateConnector; readonly recorded: RecordedPlatform }>>
> = {
  instagram: { create: instagramConnector, recorded: instagramRecorded },
  twitter: { create: twitterConnector, recorded: twitterRecorded },
  youtube: { create: youtubeConnector, recorded: youtubeRecorded },
  tiktok: { create: tiktokConnector, recorded: tiktokRecorded },
  twitch: { create: twitchConnector, recorded: twitchRecorded },
  facebook: { create: facebookConnector, recorded: facebookRecorded },
};

/**
 * The connectors of all platforms that have settings. `environment.report` gets what should stand in the log.
 * `mostCalls`: for platforms that this installation calls only so often. `ledgerOf`: where its processes count these
 * together; absent: this one counts for itself.
 */
export function createConnectors(
  settings: ConnectorSettings,
  environment: ClientEnvironment,
  mostCalls: Readonly<Partial<Record<PlatformId, MostCalls>>> = {},
  ledgerOf?: (platform: PlatformId) => CallLedger,
): PlatformRegistry {
  const budgets = new Map(
    Object.entries(mostCalls).map(([id, most]) => {
      const platform = id as PlatformId;
      return [platform, new CallBudget(most, ledgerOf?.(platform))];
    }),
  );
  const connectors = Object.entries(connectorOf).flatMap(([platform, { create }]) => {
    const own = settings[platform as PlatformId];
    return own === undefined ? [] : [create(own, { ...environment, budget: budgets.get(platform as PlatformId) })];
  });
  return new PlatformRegistry(connectors, budgets);
}
