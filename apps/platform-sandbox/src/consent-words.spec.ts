import { platformIds, platforms, type PlatformId } from '@linkage/platform-guide';
import { labels as facebook } from './facebook/authorize';
import { labels as instagram } from './instagram/authorize';
import { labels as tiktok } from './tiktok/scopes';
import { labels as twitch } from './twitch/scopes';
import { labels as twitter } from './twitter/scopes';
import { labels as youtube } from './youtube/scopes';

const read: Readonly<Record<PlatformId, Readonly<Record<string, string | { readonly label: string } | undefined>>>> = {
  facebook,
  instagram,
  tiktok,
  twitch,
  twitter,
  youtube,
};

describe('the words of a consent page', () => {
  it.each(platformIds)('%s: are those by which Linkage names what was left unticked', (platform) => {
    for (const { scope, label } of Object.values(platforms[platform].permissions)) {
      const words = read[platform][scope];
      expect([scope, typeof words === 'object' ? words.label : words]).toEqual([scope, label]);
    }
  });
});
