import type { FastifyPluginAsync } from 'fastify';
import { facebook } from './facebook/population';
import { facebookRoutes } from './facebook/routes';
import { instagram } from './instagram/population';
import { instagramRoutes } from './instagram/routes';
import type { Sandbox } from './sandbox';
import { tiktok } from './tiktok/population';
import { tiktokRoutes } from './tiktok/routes';
import { twitch } from './twitch/population';
import { twitchRoutes } from './twitch/routes';
import type { PlatformTraits } from './world/platform-traits';
import { twitter } from './twitter/population';
import { twitterRoutes } from './twitter/routes';
import { youtube } from './youtube/population';
import { youtubeRoutes } from './youtube/routes';

interface SandboxPlatform {
  readonly traits: PlatformTraits;
  /** Under a prefix of the platform's id; each host under its own below it. */
  readonly routes: FastifyPluginAsync<{ sandbox: Sandbox; holdMs: number }>;
}

/** The simulated platforms, in the order in which they are shown. A further one is a folder and a line here. */
export const sandboxPlatforms: readonly SandboxPlatform[] = [
  { traits: instagram, routes: instagramRoutes },
  { traits: youtube, routes: youtubeRoutes },
  { traits: twitter, routes: twitterRoutes },
  { traits: tiktok, routes: tiktokRoutes },
  { traits: twitch, routes: twitchRoutes },
  { traits: facebook, routes: facebookRoutes },
];
