import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { RefreshDueAccounts } from './refresh-due-accounts.command';

/** Only rings. */
@Injectable()
export class RefreshDueAccountsSchedule {
  private readonly logger = new Logger('ingestion');
  private unanswered = 0;

  constructor(private readonly commands: CommandBus) {}

  /** A tick during a run has one more run follow. Errors of one are told once. */
  @Cron('* * * * *')
  async ring(): Promise<void> {
    const rungBefore = this.unanswered > 0;
    this.unanswered += 1;
    try {
      await this.commands.execute(new RefreshDueAccounts());
    } catch (error) {
      if (!rungBefore)
        this.logger.error({ msg: 'due accounts could not be refreshed; the next minute tries again', err: error });
    } finally {
      this.unanswered -= 1;
    }
  }
}
