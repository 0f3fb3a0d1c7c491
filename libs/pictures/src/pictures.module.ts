import { Global, Inject, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { PictureFetcher, type FetchOptions } from './fetch/picture-fetcher';
import type { PictureOrigins } from './fetch/picture-sources';
import { FolderPictureStore, type PictureLimits } from './folder/folder-picture-store';
import { KeptPictures } from './kept-pictures.service';
import { PictureQueue } from './picture-queue.service';
import { PictureStore } from './picture-store.port';
import { PictureUpkeepSchedule } from './picture-upkeep.schedule';
import { PicturesController } from './pictures.controller';
import { PicturesLeaving } from './pictures-leaving.handler';
import { Pictures } from './pictures.port';

export interface PicturesOptions extends Pick<FetchOptions, 'resolve'> {
  /** The data folder: pictures are in `pictures` in it. */
  readonly directory: string;
  readonly limits: PictureLimits;
  /** Where the pictures of a platform come from, if not from the hosts of its manifest. */
  readonly origins: PictureOrigins;
}

/** Provides `Pictures` everywhere. It needs the clock and the vault. */
@Global()
@Module({})
export class PicturesModule implements OnApplicationShutdown {
  constructor(@Inject(PictureStore) private readonly store: PictureStore) {}

  static forRoot({ directory, limits, origins, resolve }: PicturesOptions): DynamicModule {
    const fetcher = new PictureFetcher({ origins, mostBytes: limits.one, ...(resolve && { resolve }) });
    return {
      module: PicturesModule,
      controllers: [PicturesController],
      providers: [
        { provide: PictureStore, useFactory: () => openStore(directory, limits) },
        { provide: PictureFetcher, useValue: fetcher },
        PictureQueue,
        { provide: Pictures, useClass: KeptPictures },
        PicturesLeaving,
        PictureUpkeepSchedule,
      ],
      exports: [Pictures],
    };
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}

function openStore(directory: string, limits: PictureLimits): PictureStore {
  const store = new FolderPictureStore(directory, limits);
  if (store.aside !== null)
    new Logger('pictures').warn(
      `The index of pictures was damaged. It was put aside as ${store.aside}; refreshes fetch the pictures again.`,
    );
  return store;
}
