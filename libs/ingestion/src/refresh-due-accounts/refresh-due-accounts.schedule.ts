import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { RefreshDueAccounts } from './refresh-due-accounts.command';

/** Only rings: every minute, and at once when the clock was moved. */
@Injectable()
export class RefreshDueAccountsSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('ingestion');
  private stop: () => void = () => undefined;
  private answering: Promise<void> | undefined;
  private rungAgain = false;

  constructor(private readonly commands: CommandBus, @Inject(CLOCK) private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.stop = this.clock.onMoved(() => void this.ring());
  }

  onModuleDestroy(): void {
    this.stop();
  }

  /** Who rings while the last ring is still being answered is heard when that is done. */
  @Cron('* * * * *')
  ring(): Promise<void> {
    this.rungAgain = this.answering !== undefined;
    this.answering ??= this.answer().finally(() => { this.answering = undefined; });
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
