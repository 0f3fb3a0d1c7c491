import { Erasures, FactLog, ReadModels } from '@linkage/event-sourcing';
import { DataSubjectKeys } from '@linkage/vault';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { erasures } from '../erasure/erasures.projection';

const PAGE = 200;
const PATIENCE_MS = 10_000;

/**
 * At every start: whom the log calls erased has no key. A vault that was restored from an older backup brings keys back, and a process may have died
 * between the fact and the deletion.
 */
@Injectable()
export class EraseAgain implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('privacy');
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly keys: DataSubjectKeys,
    private readonly erasures: Erasures,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.lookThrough().catch((error: unknown) =>
      this.logger.error({ msg: 'it could not be seen whether a key of an erased person is back', err: error }),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async lookThrough(): Promise<void> {
    const head = await this.log.head();
    while (head !== null && !this.stopping && !(await this.readModels.reached(erasures, head, PATIENCE_MS)));
    const pages = this.readModels.pages(erasures, {
      where: {},
      sort: [{ field: 'at', direction: 'asc' }],
      limit: PAGE,
    });
    for await (const rows of pages)
      for (const { subject } of rows) {
        if (this.stopping) return;
        await this.eraseAgain(subject);
      }
  }

  private async eraseAgain(subject: string): Promise<void> {
    if ((await this.keys.find(subject)) === undefined) return;
    await this.erasures.erase(subject);
    this.logger.warn({
      msg: 'the key of an erased person was back, as after restoring a backup; it was deleted again',
      subject,
    });
  }
}
