import type { Clock } from '../facts/clock.port';
import { type ConsumerTrouble, PoisonFactError, withoutAddresses } from './consumer-trouble';

/** For logging; never gets a fact's data. */
export type Report = (consumer: string, trouble: ConsumerTrouble, error: unknown) => void;

/** Neither the data of its fact nor addresses in a driver's message. */
export const troubleOf = (
  error: unknown,
  clock: Clock,
  at = error instanceof PoisonFactError ? error.fact : null,
): ConsumerTrouble => ({
  message: withoutAddresses(error instanceof Error ? error.message : String(error)),
  at: clock.now().toISOString(),
  fact: at && { id: at.id, type: at.type, stream: at.stream, position: at.position },
});

/** `stopped`: at a fact, until it is started again. `retrying`: log or store failed. */
export type ConsumerState = 'idle' | 'running' | 'retrying' | 'stopped' | 'building';

export class ConsumerHealth {
  state: ConsumerState = 'idle';
  lastError: ConsumerTrouble | null = null;

  constructor(
    private readonly name: string,
    private readonly clock: Clock,
    private readonly report: Report,
  ) {}

  running(): void {
    this.state = 'running';
  }

  building(): void {
    this.state = 'building';
  }

  ended(): void {
    if (this.state !== 'stopped') this.state = 'idle';
  }

  failed(error: unknown): void {
    this.state = error instanceof PoisonFactError ? 'stopped' : 'retrying';
    this.trouble(error);
  }

  trouble(error: unknown, at = error instanceof PoisonFactError ? error.fact : null): void {
    this.lastError = troubleOf(error, this.clock, at);
    this.report(this.name, this.lastError, error);
  }
}
