import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { PicturesModule, type PicturesOptions } from '../pictures.module';

export { pictureStoreContract } from './picture-store.contract';
export { PictureServer } from './picture-server';
export { aPicture } from './a-picture';

/** Pictures in a folder of their own, for specs. Call `remove()` once the application is closed. */
export function testPictures(options: Partial<PicturesOptions> = {}): {
  readonly module: DynamicModule;
  readonly directory: string;
  remove(): void;
} {
  const directory = mkdtempSync(join(tmpdir(), 'linkage-pictures-'));
  const limits = { one: 100_000, all: 10_000_000 };
  return {
    module: PicturesModule.forRoot({ directory, limits, origins: {}, ...options }),
    directory,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
