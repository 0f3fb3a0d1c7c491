import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { ProbeLostAccounts } from './probe-lost-accounts.command';

/** Only rings: when an account is asked again follows from when it was lost. */
@Injectable()
export class ProbeLostAccountsSchedule {
  private readonly logger = new Logger('ingestion');

  constructor(private readonly commands: CommandBus) {}

  @Cron('45 */5 * * * *', { waitForCompletion: true })
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new ProbeLostAccounts());
    } catch (error) {
      this.logger.error({ msg: 'lost accounts could not be asked again; the next ring tries again', err: error });
    }
  }
}
