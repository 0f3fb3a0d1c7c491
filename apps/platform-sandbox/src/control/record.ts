import type { Sandbox } from '../sandbox';
import { followersAt } from '../world/growth';
import type { PlatformTraits } from '../world/platform-traits';
import { figuresAt, type PostFigures } from '../world/post';

/** What the sandbox itself knows of one person now, whatever a platform tells of it. */
export interface PersonRecord {
  readonly followers: number;
  readonly following: number;
  /** All that was ever published, newest first. */
  readonly posts: readonly PostRecord[];
}

export interface PostRecord {
  readonly id: string;
  readonly kind: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly title: string;
  readonly figures: PostFigures;
}

/** undefined: there is no person of that name. */
export function recordOf(sandbox: Sandbox, traits: PlatformTraits, id: string): PersonRecord | undefined {
  const account = sandbox.world.of(traits).get(id);
  if (account === undefined) return undefined;
  const now = sandbox.clock.now();
  const posts = [...account.feed.until(now)].reverse().map((post) => ({
    id: post.id,
    kind: post.kind,
    publishedAt: new Date(post.publishedAt).toISOString(),
    title: post.title,
    figures: figuresAt(post, now),
  }));
  const { person } = account;
  return { followers: followersAt(sandbox.world.seed, person, now), following: person.following, posts };
}
