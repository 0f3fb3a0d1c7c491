import type { InstagramMediaPage } from '@linkage/platforms/wire';
import type { GraphCall } from './call';
import { readFields } from './fields';
import { media, mediaFields } from './media';

/** `GET /{user}/stories`: those of the last 24 h, never paged. */
export function storyList(call: GraphCall): InstagramMediaPage {
  const fields = readFields(call.query['fields'], mediaFields, ['id']);
  return {
    data: call.account.stories.live(call.now).map((story) => media(call, story, fields)) as InstagramMediaPage['data'],
  };
}
