import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RunRefresh, type RefreshResult } from './run-refresh.command';

const AT_ONCE = 4;
/** One slow platform must not hold up the others. */
const AT_ONCE_PER_PLATFORM = 2;
const LONGEST_FAREWELL_MS = 5_000;

interface RefreshRequest {
  readonly accountId: string;
  readonly platform: PlatformId;
  /** A person waits for it: before all that are only due. */
  readonly urgent?: boolean;
}

interface Job {
  readonly accountId: string;
  readonly platform: PlatformId;
  readonly done: Promise<void>;
  finish(): void;
}

/**
 * Runs the refreshes of this process, a few at a time and each account once at a time. Those of a platform whose budget
 * of calls is used up keep their place and wait; they hold up no other platform.
 */
@Injectable()
export class RefreshQueue implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('ingestion');
  private readonly stopping = new AbortController();
  private readonly running = new Map<string, Job>();
  private waiting: Job[] = [];
  private ended: Promise<unknown> | undefined;

  constructor(
    private readonly commands: CommandBus,
    private readonly platforms: PlatformRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the account's run has ended, however; never rejects. An account that waits already is not taken
   * twice.
   */
  refresh({ accountId, platform, urgent = false }: RefreshRequest): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    const running = this.running.get(accountId);
    if (running !== undefined && !urgent) return running.done;
    const known = this.waiting.find((waiting) => waiting.accountId === accountId);
    const job = known ?? newJob(accountId, platform);
    if (urgent) this.waiting = [job, ...this.waiting.filter((waiting) => waiting !== job)];
    else if (known === undefined) this.waiting.push(job);
    this.startNext();
    return job.done;
  }

  /** A platform whose calls were used up may have some again. */
  goOn(): void {
    if (!this.stopping.signal.aborted) this.startNext();
  }

  /**
   * Starts no more. What runs comes to its next stop, or is given back, while the rest of the process comes to its end,
   * too.
   */
  onModuleDestroy(): void {
    this.stopping.abort();
    for (const job of this.waiting.splice(0)) job.finish();
    const farewell = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_FAREWELL_MS).unref());
    this.ended = Promise.race([Promise.all([...this.running.values()].map(({ done }) => done)), farewell]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ended;
  }

  private startNext(): void {
    while (this.running.size < AT_ONCE) {
      const job = this.waiting.find((waiting) => this.mayStart(waiting));
      if (job === undefined) return;
      this.waiting = this.waiting.filter((waiting) => waiting !== job);
      this.running.set(job.accountId, job);
      void this.run(job);
    }
  }

  private mayStart({ accountId, platform }: Job): boolean {
    const ofPlatform = [...this.running.values()].filter((running) => running.platform === platform);
    const isClosed = (this.platforms.budgetOf(platform)?.opensAt(this.clock.now()) ?? null) !== null;
    return !isClosed && !this.running.has(accountId) && ofPlatform.length < AT_ONCE_PER_PLATFORM;
  }

  private async run(job: Job): Promise<void> {
    const { accountId, platform } = job;
    let result: RefreshResult | undefined;
    try {
      result = await this.commands.execute(new RunRefresh(accountId, this.stopping.signal));
      this.logger.debug({ msg: `refresh ${result}`, accountId, platform });
    } catch (error) {
      this.logger.error({
        msg: 'a refresh could not be run; the schedule tries again',
        accountId,
        platform,
        err: error,
      });
    }
    this.running.delete(accountId);
    job.finish();
    // It may have been connected anew, and the reaction found the run still under way.
    if (result === 'stopped') void this.refresh({ accountId, platform, urgent: true });
    this.startNext();
  }
}

function newJob(accountId: string, platform: PlatformId): Job {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { accountId, platform, done, finish };
}
