import type { FacebookPage } from '@linkage/platforms/wire';
import { avatarUrl } from '../pictures/links';
import { followersAt } from '../world/growth';
import type { GraphCall } from './call';
import { select, type Fields } from './fields';
import type { FacebookAccount } from './population';

/** A Page with the fields that were asked for. `more`: what only its managers' list has. */
export function pageNode(
  { sandbox, now }: GraphCall,
  { person, pageId }: FacebookAccount,
  fields: Fields,
  more: Pick<FacebookPage, 'access_token' | 'tasks'> = {},
): Partial<FacebookPage> {
  const followers = followersAt(sandbox.world.seed, person, now);
  const handle = sandbox.changes.handleOf('facebook', person);
  const { width = '50', height = width } = fields.get('picture')?.modifiers ?? {};
  const size = Math.min(720, Number(width) || 50);
  const all: Record<keyof FacebookPage, unknown> = {
    id: pageId,
    name: person.name,
    username: person.withoutUsername ? undefined : handle,
    about: person.bio === '' ? undefined : person.bio,
    category: 'Digital creator',
    link: `https://www.facebook.com/${person.withoutUsername ? pageId : handle}`,
    picture: {
      data: {
        url: avatarUrl(sandbox, 'facebook', person, size),
        width: size,
        height: Math.min(720, Number(height) || 50),
        is_silhouette: person.withoutPicture ?? false,
      },
    },
    // Likes are fewer than followers nearly always.
    fan_count: person.hidesFollowers ? followers : Math.floor(followers * 0.96),
    followers_count: person.hidesFollowers ? undefined : followers,
    is_published: !person.isUnpublished,
    access_token: more.access_token,
    tasks: more.tasks,
  };
  return { ...select(all, fields), id: pageId } as Partial<FacebookPage>;
}
