import {
  CLOCK,
  LogUnavailable,
  ReadModels,
  ReadStoreUnavailable,
  VaultUnavailable,
  type Clock,
  type PageRequest,
} from '@linkage/event-sourcing';
import { isAppTrouble, PlatformRegistry, type PlatformConnector, type PlatformTrouble } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Inject, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dueAfterTrouble } from '../refresh/due-at';
import { hasCome } from '../refresh/refresh';
import { watchedAccounts, type WatchedAccount } from '../refresh/watched-accounts.projection';
import { LostAccountProbe, type Probed } from './lost-account-probe.service';
import { ProbeLostAccounts } from './probe-lost-accounts.command';
import { FIRST_PROBE_MS, lastProbeTime, PROBED_FOR_MS } from './probe-time';

const accountsPerPage = 50;
/** Of a platform with each ring, so that not all ask at once whose time passed while nothing ran. */
const MOST_AT_ONCE = 50;

/** These say something of the platform and nothing of the account. */
const isOfThePlatform = ({ outcome }: PlatformTrouble): boolean =>
  outcome === 'rate-limited' || outcome === 'platform-down' || isAppTrouble(outcome);

const isOfOurStores = (error: unknown): boolean =>
  [LogUnavailable, ReadStoreUnavailable, VaultUnavailable].some((kind) => error instanceof kind);

@CommandHandler(ProbeLostAccounts)
export class ProbeLostAccountsHandler implements ICommandHandler<ProbeLostAccounts>, OnModuleDestroy {
  private readonly logger = new Logger('ingestion');
  /** Until when (ms) a platform is left alone that has just asked for it, or that does not answer. */
  private readonly rests = new Map<PlatformId, number>();
  private isStopping = false;

  constructor(
    private readonly readModels: ReadModels,
    private readonly platforms: PlatformRegistry,
    private readonly probe: LostAccountProbe,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one platform one account after the other: there is no hurry. */
  async execute(): Promise<number> {
    await this.platforms.lookAtBudgets();
    const asked = await Promise.all(
      this.platforms.available.map((platform) => this.probeThoseOf(this.platforms.find(platform))),
    );
    return asked.reduce((sum, of) => sum + of, 0);
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  private async probeThoseOf(connector: PlatformConnector | undefined): Promise<number> {
    if (connector === undefined) return 0;
    let asked = 0;
    for await (const rows of this.readModels.pages(watchedAccounts, this.lostOf(connector.platform)))
      for (const account of rows) {
        if (asked >= MOST_AT_ONCE || !this.mayAsk(connector.platform)) return asked;
        const probed = await this.probeOne(account, connector);
        if (probed === 'not-asked') continue;
        asked += 1;
        if (typeof probed === 'object' && isOfThePlatform(probed)) this.rest(connector.platform, probed);
      }
    return asked;
  }

  private lostOf(platform: PlatformId): PageRequest {
    const now = this.clock.now().getTime();
    return {
      where: { platform, lostAt: { gte: now - PROBED_FOR_MS, lte: now - FIRST_PROBE_MS } },
      sort: [{ field: 'lostAt', direction: 'asc' }],
      limit: accountsPerPage,
    };
  }

  /** As for refreshes: only while so much of the platform's budget is left. */
  private mayAsk(platform: PlatformId): boolean {
    const now = this.clock.now();
    const rests = this.rests.get(platform);
    if (this.isStopping || (rests !== undefined && !hasCome(rests, now.getTime()))) return false;
    return (this.platforms.budgetOf(platform)?.opensAt(now) ?? null) === null;
  }

  private async probeOne(account: WatchedAccount, connector: PlatformConnector): Promise<Probed> {
    const { accountId, lostAt, platform } = account;
    const time = lostAt === null ? null : lastProbeTime(accountId, lostAt, this.clock.now().getTime());
    if (time === null) return 'not-asked';
    try {
      const probed = await this.probe.probe(account, connector, time);
      if (probed === 'another-account')
        this.logger.warn({ msg: 'another account answered for one that is lost', accountId, platform });
      return probed;
    } catch (error) {
      if (isOfOurStores(error)) throw error;
      this.logger.error({ msg: 'a lost account could not be asked again', accountId, platform, err: error });
      return 'not-asked';
    }
  }

  private rest(platform: PlatformId, trouble: PlatformTrouble): void {
    const retryAt = 'retryAt' in trouble ? trouble.retryAt : null;
    this.rests.set(platform, dueAfterTrouble(1, this.clock.now().getTime(), trouble.outcome, retryAt));
  }
}
