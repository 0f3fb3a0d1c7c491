import {
  Backoff,
  Erasures,
  FactLog,
  LogUnavailable,
  ReadModels,
  ReadStoreUnavailable,
  VaultUnavailable,
} from '@linkage/event-sourcing';
import { DataSubjectKeys } from '@linkage/vault';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { erasures } from '../erasure/erasures.projection';

const PAGE = 200;
const PATIENCE_MS = 10_000;
/** Of a store that is away the server tells itself, once. */
const away = [LogUnavailable, ReadStoreUnavailable, VaultUnavailable];

/**
 * At every start: whom the log calls erased has no key. A vault that was restored from an older backup brings keys
 * back, and a process may have died between the fact and the deletion.
 */
@Injectable()
export class EraseAgain implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('privacy');
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private readonly backoff = new Backoff();

  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly keys: DataSubjectKeys,
    private readonly erasures: Erasures,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.untilLookedThrough();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async untilLookedThrough(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        return await this.lookThrough();
      } catch (error) {
        if (!away.some((kind) => error instanceof kind))
          this.logger.error({
            msg: 'it could not be seen whether a key of an erased person is back; it is tried again',
            err: error,
          });
        await this.backoff.wait(this.stopping.signal);
      }
    }
  }

  private async lookThrough(): Promise<void> {
    const { signal } = this.stopping;
    const head = await this.log.head();
    if (head === null) return;
    while (!signal.aborted && !(await this.readModels.reached(erasures, head, PATIENCE_MS)));
    const pages = this.readModels.pages(erasures, {
      where: {},
      sort: [{ field: 'at', direction: 'asc' }],
      limit: PAGE,
    });
    for await (const rows of pages)
      for (const { subject } of rows) {
        if (signal.aborted) return;
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
