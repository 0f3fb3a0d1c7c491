import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { AbandonAttempts } from './abandon-attempts.command';

/** Only rings. */
@Injectable()
export class AbandonAttemptsSchedule {
  private readonly logger = new Logger('connections');

  constructor(private readonly commands: CommandBus) {}

  @Cron('* * * * *')
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new AbandonAttempts());
    } catch (error) {
      this.logger.error({ msg: 'attempts could not be closed; the next minute tries again', err: error });
    }
  }
}
