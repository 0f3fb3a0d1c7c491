import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { RefreshDueAccounts } from './refresh-due-accounts.command';

/** Only rings. */
@Injectable()
export class RefreshDueAccountsSchedule {
  private readonly logger = new Logger('ingestion');
  private answering: Promise<void> | undefined;
  private rungAgain = false;

  constructor(private readonly commands: CommandBus) {}

  /** Who rings while the last ring is still being answered is heard when that is done. */
  @Cron('* * * * *')
  ring(): Promise<void> {
    this.rungAgain = this.answering !== undefined;
    this.answering ??= this.answer().finally(() => {
      this.answering = undefined;
    });
    return this.answering;
  }

  private async answer(): Promise<void> {
    do {
      this.rungAgain = false;
      try {
        await this.commands.execute(new RefreshDueAccounts());
      } catch (error) {
        this.logger.error({ msg: 'due accounts could not be refreshed; the next minute tries again', err: error });
      }
    } while (this.rungAgain);
  }
}
