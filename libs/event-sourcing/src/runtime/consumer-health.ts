import type { Clock } from '../clock.port';
import type { ConsumerStatus } from './consumers';
import type { ConsumerTrouble } from './consumer-trouble';
import { PoisonFactError } from './poison-fact-error';
import { withoutAddresses } from './without-addresses';

/** Told about everything that goes wrong in a consumer, so that it can be logged. Never gets a fact's data. */
export type Report = (consumer: string, trouble: ConsumerTrouble, error: unknown) => void;

/** What is told of an error: never the data of the fact it happened at, nor an address that a driver wrote into its message. */
export const troubleOf = (
  error: unknown,
  clock: Clock,
  at = error instanceof PoisonFactError ? error.fact : null,
): ConsumerTrouble => ({
  message: withoutAddresses(error instanceof Error ? error.message : String(error)),
  at: clock.now().toISOString(),
  fact: at && { id: at.id, type: at.type, stream: at.stream, position: at.position },
});

/** What a consumer says about itself. */
export class ConsumerHealth {
  state: ConsumerStatus['state'] = 'idle';
  lastError: ConsumerTrouble | null = null;

  constructor(
    private readonly name: string,
    private readonly clock: Clock,
    private readonly report: Report,
  ) {}

  running(): void {
    this.state = 'running';
  }

  /** Before it can run, its read model has to be built. */
  building(): void {
    this.state = 'building';
  }

  ended(): void {
    if (this.state !== 'stopped') this.state = 'idle';
  }

  /** Stops it for a `PoisonFactError`; anything else will be tried again. */
  failed(error: unknown): void {
    this.state = error instanceof PoisonFactError ? 'stopped' : 'retrying';
    this.trouble(error);
  }

  /** Remembers and reports, without a change of state. */
  trouble(error: unknown, at = error instanceof PoisonFactError ? error.fact : null): void {
    this.lastError = troubleOf(error, this.clock, at);
    this.report(this.name, this.lastError, error);
  }
}
