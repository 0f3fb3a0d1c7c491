import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { CheckAccess } from './check-access.command';

/** Only rings: a platform says itself how often it wants to be asked. */
@Injectable()
export class CheckAccessSchedule {
  private readonly logger = new Logger('ingestion');

  constructor(private readonly commands: CommandBus) {}

  @Cron('30 */5 * * * *', { waitForCompletion: true })
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new CheckAccess());
    } catch (error) {
      this.logger.error({ msg: 'accesses could not be checked; the next ring tries again', err: error });
    }
  }
}
