import type { InstagramBreakdown, InstagramInsight } from '@linkage/platforms/wire';
import type { Activity } from './activity';
import type { GraphCall } from './call';
import { parameter } from './errors';
import { total } from './insight';

/** Which metric can be broken down by what. */
const breakdowns: Readonly<Record<string, readonly string[]>> = {
  reach: ['media_product_type', 'follow_type'],
  views: ['media_product_type', 'follow_type'],
  total_interactions: ['media_product_type'],
  likes: ['media_product_type'],
  comments: ['media_product_type'],
  saves: ['media_product_type'],
  shares: ['media_product_type'],
  follows_and_unfollows: ['follow_type'],
  profile_links_taps: ['contact_button_type'],
};

type Totals = Readonly<Record<string, (activity: Activity) => number>>;

/** A metric as one sum, broken down where `breakdown=` asks for it. */
export function brokenTotal(
  call: GraphCall,
  name: string,
  period: 'day' | 'week' | 'days_28',
  activity: Activity,
  totals: Totals,
): InstagramInsight {
  const value = totals[name]?.(activity) ?? 0;
  const by = call.query['breakdown'];
  if (name === 'follows_and_unfollows' && by !== 'follow_type')
    throw parameter('The metric follows_and_unfollows needs breakdown=follow_type');
  if (by === undefined) return total(call.account.userId, name, period, value);
  if (!breakdowns[name]?.includes(by)) throw parameter(`breakdown (${by}) is not supported for the metric ${name}`);
  const results = partsOf(name, by, value, activity).map(([key, part]) => ({ dimension_values: [key], value: part }));
  const breakdown: InstagramBreakdown = value === 0 ? { dimension_keys: [by] } : { dimension_keys: [by], results };
  return total(call.account.userId, name, period, value, breakdown);
}

/** Parts that add up to the value. */
function partsOf(name: string, by: string, value: number, activity: Activity): readonly (readonly [string, number])[] {
  if (name === 'follows_and_unfollows')
    return [
      ['FOLLOWER', activity.followed],
      ['NON_FOLLOWER', activity.unfollowed],
    ];
  if (by === 'contact_button_type') return [['BIO_LINK_CLICKED', value]];
  if (by === 'follow_type') {
    const followers = Math.floor(value * 0.58);
    return [
      ['FOLLOWER', followers],
      ['NON_FOLLOWER', value - followers],
    ];
  }
  const { REEL, CAROUSEL_CONTAINER } = activity.viewsByKind;
  const reels = activity.views === 0 ? 0 : Math.floor((value * REEL) / activity.views);
  const albums = activity.views === 0 ? 0 : Math.floor((value * CAROUSEL_CONTAINER) / activity.views);
  return [
    ['REEL', reels],
    ['CAROUSEL_CONTAINER', albums],
    ['POST', value - reels - albums],
  ];
}
