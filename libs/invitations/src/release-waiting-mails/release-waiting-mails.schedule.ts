import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { ReleaseWaitingMails } from './release-waiting-mails.command';

/** Only rings. A ring that comes while the last one is being answered finds its lock taken. */
@Injectable()
export class ReleaseWaitingMailsSchedule {
  private readonly logger = new Logger('invitations');

  constructor(private readonly commands: CommandBus) {}

  @Cron('* * * * *')
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new ReleaseWaitingMails());
    } catch (error) {
      this.logger.error({ msg: 'waiting mails were not released; the next minute tries again', err: error });
    }
  }
}
