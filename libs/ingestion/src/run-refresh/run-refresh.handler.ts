import { CLOCK, LogUnavailable, ReadModels, ReadStoreUnavailable, type Clock } from '@linkage/event-sourcing';
import { PlatformRegistry, troubleOf, type PlatformTrouble } from '@linkage/platforms';
import { Locks } from '@linkage/vault';
import { Inject, Logger } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RefreshCompleted, RefreshFailed } from '../refresh/refresh.events';
import { refreshLock } from '../refresh/refresh';
import { RunRefresh, type RefreshResult } from '../refresh/run-refresh.command';
import { watchedAccounts } from '../refresh/watched-accounts.projection';
import { refreshCompleted, refreshFailed } from './end-refresh';
import { FiguresRecorder } from './figures-recorder.service';
import type { Missing } from './missing-parts';
import { RefreshRuns } from './refresh-runs.service';
import { RunStopped } from './run-stopped.errors';
import { SectionRefresher, type SectionRun } from './section-refresher.service';
import { unlessAborted } from './unless-aborted';

/**
 * A store of Linkage that is away says nothing of the account: the run is given back, and the next process that finds
 * the account due goes on.
 */
const isOfOurStores = (error: unknown): boolean =>
  error instanceof LogUnavailable || error instanceof ReadStoreUnavailable;

/** What the platform can say of an account itself; anything else passes. */
const endings: readonly PlatformTrouble['outcome'][] = ['needs-reauthorization', 'gone', 'not-eligible'];

@CommandHandler(RunRefresh)
export class RunRefreshHandler implements ICommandHandler<RunRefresh> {
  private readonly logger = new Logger('ingestion');

  constructor(
    private readonly readModels: ReadModels,
    private readonly platforms: PlatformRegistry,
    private readonly runs: RefreshRuns,
    private readonly recorder: FiguresRecorder,
    private readonly sections: SectionRefresher,
    private readonly locks: Locks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ accountId, signal, because }: RunRefresh): Promise<RefreshResult> {
    const run = (lost: AbortSignal): Promise<RefreshResult> =>
      this.refresh(accountId, signal ? AbortSignal.any([signal, lost]) : lost, because);
    return (await this.locks.tryLock(refreshLock(accountId), run)) ?? 'not-due';
  }

  /** A run that stands started here has died, because a living one holds the lock. */
  private async refresh(accountId: string, signal: AbortSignal, because?: 'asked'): Promise<RefreshResult> {
    const account = await this.readModels.get(watchedAccounts, accountId);
    const connector = account && this.platforms.find(account.platform);
    const connection = account && (await this.runs.connection(account));
    if (account === undefined || connector === undefined || connection === undefined) return 'not-watched';
    const end = await this.recorder.endOf(accountId);
    const run = await this.runs.start(account, connection, signal, because);
    if (run === undefined) return 'not-due';
    try {
      const outcome = await unlessAborted(signal, this.read({ run, connector, end }));
      await this.runs.check(run);
      await this.runs.end(run, outcome);
      return outcome.type === 'RefreshCompleted' ? 'completed' : 'failed';
    } catch (error) {
      const isStopped = error instanceof RunStopped;
      if (!isStopped || signal.aborted) await this.runs.giveBack(run);
      if (!isStopped) throw error;
      return 'stopped';
    }
  }

  /**
   * Trouble with the platform is an outcome. Only the call that names the account can fail the whole; all others cost
   * what they were for.
   */
  private async read(reading: SectionRun): Promise<RefreshCompleted | RefreshFailed> {
    const { started, state } = reading.run;
    try {
      const account = await this.sections.open(reading);
      const missing: Missing[] = [
        ...(await this.sections.profile(reading, account)),
        ...(await this.sections.audience(reading, account)),
        ...(await this.sections.content(reading, account)),
      ];
      const ended = account.accessIsInDoubt() ? await this.endOfAccess(reading) : undefined;
      return ended === undefined
        ? refreshCompleted(started.data, state, missing, this.clock.now())
        : refreshFailed(started.data, state, ended, this.clock.now());
    } catch (error) {
      if (error instanceof RunStopped || isOfOurStores(error)) throw error;
      return refreshFailed(started.data, state, troubleOf(error) ?? this.ownTrouble(error, reading), this.clock.now());
    }
  }

  /**
   * A part was refused as if the access had ended: the call that names the account is asked once more, now and not in a
   * day, and decides. Whatever else it says is no end: the part stays missing, with its reason.
   */
  private async endOfAccess(reading: SectionRun): Promise<PlatformTrouble | undefined> {
    await this.runs.check(reading.run);
    try {
      await this.sections.open(reading);
      return undefined;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      return endings.includes(trouble.outcome) ? trouble : undefined;
    }
  }

  /** Not the platform's fault. The log line is found by the id of the refresh. */
  private ownTrouble(
    error: unknown,
    { run: { started, account } }: SectionRun,
  ): { outcome: 'unexpected'; reportId: string } {
    const { refreshId } = started.data;
    this.logger.error({
      msg: 'a refresh failed by itself',
      refreshId,
      accountId: account.accountId,
      platform: account.platform,
      err: error,
    });
    return { outcome: 'unexpected', reportId: refreshId };
  }
}
