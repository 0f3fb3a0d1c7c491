import type { ContentType, PlatformId } from '@linkage/contracts';
import { platformData, platformIds, type Noun } from '@linkage/platform-guide';
import type { IconName } from '@linkage/ui';

const icons: Readonly<Record<ContentType, IconName>> = {
  video: 'play',
  image: 'image',
  feed: 'text',
  igtv: 'play',
  reels: 'reel',
  album: 'album',
  story: 'story',
  text: 'text',
  stream: 'broadcast',
  short: 'reel',
};

/**
 * What a platform calls a type of content, with its icon. One that the platform does not have (any more) is called as
 * elsewhere.
 */
export const typeWords = (platform: PlatformId, type: ContentType): Noun & { readonly icon: IconName } => {
  const words = [platform, ...platformIds]
    .flatMap((id) => platformData[id].contentTypes)
    .find((each) => each.type === type);
  return { one: words?.one ?? type, many: words?.many ?? type, icon: icons[type] };
};
