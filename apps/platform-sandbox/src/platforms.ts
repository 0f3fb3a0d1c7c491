import type { FastifyPluginAsync } from 'fastify';
import { instagram } from './instagram/population';
import { instagramRoutes } from './instagram/routes';
import type { Sandbox } from './sandbox';
import type { PlatformTraits } from './world/platform-traits';
import { youtube } from './youtube/population';
import { youtubeRoutes } from './youtube/routes';

export interface SandboxPlatform {
  readonly traits: PlatformTraits;
  /** Under a prefix of the platform's id; each host under its own below it. */
  readonly routes: FastifyPluginAsync<{ sandbox: Sandbox; holdMs: number }>;
}

/** The make-believe platforms, in the order in which they are shown. A further one is a folder and a line here. */
export const sandboxPlatforms: readonly SandboxPlatform[] = [
  { traits: instagram, routes: instagramRoutes },
  { traits: youtube, routes: youtubeRoutes },
];
