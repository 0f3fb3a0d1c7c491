import { CLOCK, ReadModels, type Clock } from '@linkage/event-sourcing';
import {
  PlatformRegistry,
  troubleOf,
  withFreshAccess,
  type AccessCheck,
  type PlatformConnector,
} from '@linkage/platforms';
import { Grants } from '@linkage/vault';
import { Inject, Logger } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RunRefresh } from '../refresh/run-refresh.command';
import { watchedAccounts } from '../refresh/watched-accounts.projection';
import { CheckAccess } from './check-access.command';

const accountsPerPage = 50;
type Checked = PlatformConnector & { readonly accessCheck: AccessCheck };

/**
 * Whether access that ended is known within the hour, and not only at the next refresh: some platforms want apps to
 * ask.
 */
@CommandHandler(CheckAccess)
export class CheckAccessHandler implements ICommandHandler<CheckAccess> {
  private readonly logger = new Logger('ingestion');
  /** When each platform was last asked by this process, ms. */
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly readModels: ReadModels,
    private readonly platforms: PlatformRegistry,
    private readonly grants: Grants,
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const due = this.platforms.available
      .map((platform) => this.platforms.find(platform))
      .filter((connector): connector is Checked => connector?.accessCheck !== undefined)
      .filter(({ platform, accessCheck }) => {
        const last = this.asked.get(platform);
        return last === undefined || last > now || now - last >= accessCheck.everyMs;
      });
    let checked = 0;
    for (const connector of due) {
      this.asked.set(connector.platform, now);
      checked += await this.checkAll(connector);
    }
    return checked;
  }

  /** One after the other: there is no hurry, and the platform counts calls. */
  private async checkAll(connector: Checked): Promise<number> {
    let checked = 0;
    const all = this.readModels.pages(watchedAccounts, {
      where: { platform: connector.platform, dueAt: { gte: 0 } },
      sort: [{ field: 'dueAt', direction: 'asc' }],
      limit: accountsPerPage,
    });
    for await (const rows of all) {
      for (const { accountId } of rows) await this.check(connector, accountId);
      checked += rows.length;
    }
    return checked;
  }

  /**
   * An account whose access has ended is refreshed at once: that records what the platform says, in the one way there
   * is for it.
   */
  private async check(connector: Checked, accountId: string): Promise<void> {
    try {
      await withFreshAccess(this.grants, connector, accountId, this.clock.now(), (grant) =>
        connector.accessCheck.check(grant),
      );
    } catch (error) {
      const outcome = troubleOf(error)?.outcome;
      if (outcome === 'needs-reauthorization')
        await this.commands.execute(new RunRefresh(accountId, undefined, 'asked'));
      else if (outcome === undefined)
        this.logger.error({
          msg: 'an access could not be checked',
          accountId,
          platform: connector.platform,
          err: error,
        });
    }
  }
}
