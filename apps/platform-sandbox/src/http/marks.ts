import { platforms, type PlatformId } from '@linkage/platform-guide';
import { trusted, type Html } from './html';

export const mark = (platform: PlatformId, size: number): Html =>
  trusted(
    `<svg class="mark" viewBox="0 0 24 24" width="${size}" height="${size}" fill="currentColor" aria-hidden="true"><path d="${platforms[platform].mark}"/></svg>`,
  );
