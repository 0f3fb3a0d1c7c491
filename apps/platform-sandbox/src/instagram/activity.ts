import { day, followersAt } from '../world/growth';
import { figuresAt } from '../world/post';
import type { GraphCall } from './call';

/** What happened on an account between two moments. */
export interface Activity {
  readonly views: number;
  /** Unique accounts: grows ever slower than the views. */
  readonly reach: number;
  readonly engaged: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly saves: number;
  readonly replies: number;
  readonly followed: number;
  readonly unfollowed: number;
  readonly taps: number;
  readonly viewsByKind: Readonly<Record<'POST' | 'REEL' | 'CAROUSEL_CONTAINER', number>>;
}

/** The sum over all posts of what they gained, so that account and posts agree. */
export function activityBetween(
  { sandbox, account: { person, feed } }: GraphCall,
  since: number,
  until: number,
): Activity {
  const sum = { views: 0, likes: 0, comments: 0, shares: 0, saves: 0, visits: 0 };
  const viewsByKind = { POST: 0, REEL: 0, CAROUSEL_CONTAINER: 0 };
  for (const post of feed.until(until)) {
    const now = figuresAt(post, until);
    const then = figuresAt(post, since);
    const views = now.views - then.views;
    sum.views += views;
    sum.likes += now.likes - then.likes;
    sum.comments += now.comments - then.comments;
    sum.shares += now.shares - then.shares;
    sum.saves += now.saves - then.saves;
    sum.visits += now.profileVisits - then.profileVisits;
    viewsByKind[post.kind === 'reel' ? 'REEL' : post.kind === 'album' ? 'CAROUSEL_CONTAINER' : 'POST'] += views;
  }
  const followers = followersAt(sandbox.world.seed, person, until);
  const crowd = followers * 4 + 50;
  const gained = followers - followersAt(sandbox.world.seed, person, since);
  const unfollowed = Math.floor((followers * 0.0006 * (until - since)) / day);
  const { views, likes, comments, shares, saves } = sum;
  return {
    views,
    likes,
    comments,
    shares,
    saves,
    viewsByKind,
    reach: Math.floor(crowd * (1 - Math.exp(-(views * 0.72) / crowd))),
    engaged: Math.floor((likes + comments + shares + saves) * 0.81),
    replies: Math.floor(person.storiesPerDay * ((until - since) / day) * followers * 0.00004),
    followed: gained + unfollowed,
    unfollowed,
    taps: Math.floor(sum.visits / 14),
  };
}
