import { Erasures, type LeavingNotes, type LeavingPerson, type LeavingStep } from '@linkage/event-sourcing';
import { Injectable, Optional } from '@nestjs/common';
import { PictureQueue } from './picture-queue.service';
import { PictureStore } from './picture-store.port';

const pictures = (count: number): string => `${count} ${count === 1 ? 'picture' : 'pictures'}`;

/** The pictures of a person who is erased, and of the person's content, leave the disk. */
@Injectable()
export class PicturesLeaving implements LeavingStep {
  readonly name = 'pictures';
  readonly rank = 3;

  constructor(
    private readonly store: PictureStore,
    private readonly queue: PictureQueue,
    @Optional() erasures?: Erasures,
  ) {
    erasures?.add(this);
  }

  async foretell({ subject }: LeavingPerson): Promise<readonly string[]> {
    const count = this.store.count(subject);
    return count === 0 ? [] : [`${pictures(count)} of the person and of posts ${count === 1 ? 'is' : 'are'} removed.`];
  }

  async leave({ subject }: LeavingPerson): Promise<LeavingNotes> {
    await this.queue.letGo(subject);
    const count = await this.store.remove(subject);
    return { done: count === 0 ? [] : [`${pictures(count)} ${count === 1 ? 'was' : 'were'} removed.`], remains: [] };
  }
}
