import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { DataSubjectKeys } from '@linkage/vault';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { PictureStore } from './picture-store.port';

/**
 * Once an hour: what belongs to a person without a key leaves (after a restored backup it may be back), and what is too
 * much.
 */
@Injectable()
export class PictureUpkeepSchedule {
  private readonly logger = new Logger('pictures');

  constructor(
    private readonly store: PictureStore,
    private readonly keys: DataSubjectKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Cron('41 * * * *')
  async ring(): Promise<void> {
    try {
      for (const subject of this.store.subjects())
        if ((await this.keys.find(subject)) === undefined) await this.store.remove(subject);
      await this.store.tidy(this.clock.now());
    } catch (error) {
      this.logger.error({ msg: 'pictures could not be tidied; the next hour tries again', err: error });
    }
  }
}
