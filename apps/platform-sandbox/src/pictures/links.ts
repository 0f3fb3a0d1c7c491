import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import type { Post } from '../world/post';
import type { PlatformId } from '@linkage/platform-guide';

/** `16x9` for videos, `4x5` for posts, `9x16` for what fills a phone, `1x1` for faces. */
export const shapes = ['16x9', '4x5', '9x16', '1x1'] as const;
export type Shape = (typeof shapes)[number];

const traitsOf = (sandbox: Sandbox, platform: PlatformId) => sandbox.world.platforms.find(({ id }) => id === platform);

/** Where the platform signs addresses: anew for each answer, and until a time. */
const signed = (sandbox: Sandbox, platform: PlatformId, url: string): string => {
  const signs = traitsOf(sandbox, platform)?.signsPictures;
  if (signs === undefined) return url;
  return `${url}?${signs.until}=${Math.floor((sandbox.clock.now() + signs.ms) / 1000).toString(signs.radix)}`;
};

/** Whether an address was good until a time that is past. */
export function hasEnded(sandbox: Sandbox, platform: PlatformId, query: Readonly<Record<string, unknown>>): boolean {
  const signs = traitsOf(sandbox, platform)?.signsPictures;
  const until = signs && query[signs.until];
  return (
    signs !== undefined && typeof until === 'string' && Number.parseInt(until, signs.radix) * 1000 < sandbox.clock.now()
  );
}

/** A face, at another address whenever the person took another one. */
export const avatarUrl = (sandbox: Sandbox, platform: PlatformId, person: Person, width = 320): string =>
  signed(
    sandbox,
    platform,
    `${sandbox.url}/pictures/${platform}/${encodeURIComponent(person.id)}/avatar${sandbox.changes.of(platform, person.id).avatar ?? ''}-1x1-${width}.png`,
  );

/** The picture of a post; `child` counts the pictures of an album. */
export const pictureUrl = (
  sandbox: Sandbox,
  platform: PlatformId,
  person: Person,
  post: Post,
  shape: Shape,
  child = 0,
  width = 720,
): string =>
  signed(
    sandbox,
    platform,
    `${sandbox.url}/pictures/${platform}/${encodeURIComponent(person.id)}/${post.id}.${post.motif}.${child}-${shape}-${width}.png`,
  );
