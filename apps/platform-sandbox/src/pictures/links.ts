import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import type { Post } from '../world/post';
import type { PlatformId } from '@linkage/platform-guide';

/** `16x9` for videos, `4x5` for posts, `9x16` for what fills a phone, `1x1` for faces. */
export const shapes = ['16x9', '4x5', '9x16', '1x1'] as const;
export type Shape = (typeof shapes)[number];

/** A face. It never changes. */
export const avatarUrl = (sandbox: Sandbox, platform: PlatformId, person: Person, width = 320): string =>
  `${sandbox.url}/pictures/${platform}/${encodeURIComponent(person.id)}/avatar-1x1-${width}.svg`;

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
  `${sandbox.url}/pictures/${platform}/${encodeURIComponent(person.id)}/${post.id}.${post.motif}.${child}-${shape}-${width}.svg`;
