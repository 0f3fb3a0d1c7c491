import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { pictureAt } from '@linkage/published-facts';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { PictureQueue } from './picture-queue.service';
import { PictureStore } from './picture-store.port';
import { Pictures, type PictureAsked, type PictureKept, type PictureSeen } from './pictures.port';

const addressOf = (name: string | undefined): string | null => (name === undefined ? null : `/pictures/${name}`);

/** Pictures from the store. A store in trouble costs pictures, never an answer. */
@Injectable()
export class KeptPictures extends Pictures {
  private readonly logger = new Logger('pictures');

  constructor(
    private readonly store: PictureStore,
    private readonly queue: PictureQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  override get kept(): Observable<PictureKept> {
    return this.queue.kept;
  }

  override seen(pictures: readonly PictureSeen[]): void {
    this.queue.add(pictures);
  }

  override addresses(asked: readonly PictureAsked[]): readonly (string | null)[] {
    const wanted = asked.flatMap(({ account, what, address }) =>
      address === null ? [] : [{ account, what, at: pictureAt(address) }],
    );
    const names = this.orNone(wanted.length, () => this.store.names(wanted, this.clock.now()))[Symbol.iterator]();
    return asked.map(({ address }) => (address === null ? null : addressOf(names.next().value)));
  }

  override faces(subjects: readonly string[]): readonly (string | null)[] {
    return this.orNone(subjects.length, () => this.store.faces(subjects, this.clock.now())).map(addressOf);
  }

  override async settled(asked: readonly PictureAsked[], ms: number): Promise<void> {
    const late = new AbortController();
    const end = pause(ms, undefined, { signal: late.signal }).catch(() => undefined);
    let isLate = false;
    void end.then(() => (isLate = true));
    while (!isLate && asked.some((picture) => this.queue.isWaitedFor(picture)))
      await Promise.race([end, this.queue.nextEnd()]);
    late.abort();
  }

  private orNone(count: number, ask: () => readonly (string | undefined)[]): readonly (string | undefined)[] {
    try {
      return ask();
    } catch (error) {
      this.logger.error({ msg: 'it cannot be said which pictures are kept', err: error });
      return new Array<undefined>(count).fill(undefined);
    }
  }
}
