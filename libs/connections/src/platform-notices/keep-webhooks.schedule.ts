import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { KeepWebhooks } from './keep-webhooks.command';

/** Only rings. */
@Injectable()
export class KeepWebhooksSchedule {
  private readonly logger = new Logger('connections');

  constructor(private readonly commands: CommandBus) {}

  @Cron('*/20 * * * * *', { waitForCompletion: true })
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new KeepWebhooks());
    } catch (error) {
      this.logger.error({ msg: 'webhooks could not be looked after; the next ring tries again', err: error });
    }
  }
}
