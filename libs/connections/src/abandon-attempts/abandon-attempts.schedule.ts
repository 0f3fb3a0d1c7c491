import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Cron } from '@nestjs/schedule';
import { AbandonAttempts } from './abandon-attempts.command';

/** Only rings: every minute, and at once when the clock was moved. */
@Injectable()
export class AbandonAttemptsSchedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('connections');
  private stop: () => void = () => undefined;

  constructor(private readonly commands: CommandBus, @Inject(CLOCK) private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.stop = this.clock.onMoved(() => void this.ring());
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  @Cron('* * * * *')
  async ring(): Promise<void> {
    try {
      await this.commands.execute(new AbandonAttempts());
    } catch (error) {
      this.logger.error({ msg: 'attempts could not be closed; the next minute tries again', err: error });
    }
  }
}
