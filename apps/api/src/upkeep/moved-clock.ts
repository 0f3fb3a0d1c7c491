import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';

/**
 * Rings all schedules at once when the clock was moved: what has come due must not wait for its minute. Only a process
 * that rings them by the hour and minute may do it, so it is not the schedules that listen to the clock.
 */
@Injectable()
export class MovedClock implements OnApplicationBootstrap, OnModuleDestroy {
  private stop: () => void = () => undefined;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly schedules: SchedulerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.clock.onMoved(() => {
      for (const job of this.schedules.getCronJobs().values()) void job.fireOnTick();
    });
  }

  onModuleDestroy(): void {
    this.stop();
  }
}
