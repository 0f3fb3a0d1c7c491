import { LogUnavailable, ReadStoreUnavailable, VaultUnavailable, type KernelOptions } from '@linkage/event-sourcing';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Readiness } from '../health/readiness';
import { OutageWatch } from './outage-watch';

const LOOK_EVERY_MS = 2_000;

/** Tells the person at the terminal, on stderr, which store does not answer, and when it does again. */
@Injectable()
export class Outages implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly watch = new OutageWatch();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly readiness: Readiness) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    await this.look();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const lines = this.watch.lines(await this.readiness.stores(), Date.now());
    for (const line of lines) process.stderr.write(`${line}\n`);
  }
}

const stores = [LogUnavailable, ReadStoreUnavailable, VaultUnavailable];
const logger = new Logger('event-sourcing');

/**
 * Troubles of consumers for the log. A store that is away is told once, by `Outages`, and not by each consumer at each
 * try.
 */
export const reportTrouble: NonNullable<KernelOptions['report']> = (consumer, { fact }, error) => {
  const line = { msg: `${consumer} is in trouble`, consumer, factId: fact?.id, factType: fact?.type, err: error };
  if (stores.some((away) => error instanceof away)) logger.debug(line);
  else logger.error(line);
};
