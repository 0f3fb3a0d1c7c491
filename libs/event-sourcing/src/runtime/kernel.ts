import { CommandHandling } from '../commands/command-handling';
import type { Clock } from '../facts/clock.port';
import type { DataSeal } from '../facts/data-seal.port';
import { FactCodec } from '../facts/fact-codec';
import type { EventLog } from '../log/event-log.port';
import { FactLog } from '../log/fact-log';
import { ReadModels } from '../read-models/read-models';
import type { ReadStore } from '../read-models/read-store.port';
import type { Report } from './consumer-health';
import type { ConsumerParts } from './consumer-parts';
import { Consumers } from './consumers';

const PATIENCE_MS = 2_000;

export interface CoreOptions {
  readonly log: EventLog;
  readonly store: ReadStore;
  readonly clock: Clock;
  /** Absent: no fact may have personal fields. */
  readonly seal?: DataSeal;
  /** Consumers run where `projections` and `reactors` are named. Absent: both. */
  readonly roles?: readonly string[];
  readonly batchSize?: number;
  readonly report?: Report;
}

/** Facts, commands, read models and reactions. All else is a plugin: it gets the kernel and may add to it. */
export class Kernel {
  readonly parts: ConsumerParts;
  readonly log: FactLog;
  readonly commands: CommandHandling;
  readonly readModels: ReadModels;
  readonly consumers: Consumers;
  private readonly memories: (() => void)[] = [];

  constructor({
    log,
    store,
    clock,
    seal,
    roles = ['projections', 'reactors'],
    batchSize = 500,
    report = () => undefined,
  }: CoreOptions) {
    const codec = new FactCodec(seal);
    this.parts = { log, store, codec, clock, report, batchSize };
    this.log = new FactLog(log, codec, clock);
    this.commands = new CommandHandling(this.log, clock);
    this.consumers = new Consumers(this.parts, {
      projections: roles.includes('projections'),
      reactors: roles.includes('reactors'),
    });
    this.readModels = new ReadModels({
      use: (_projection, _asked, work) => work(store),
      reached: (projection, position, timeoutMs = PATIENCE_MS) =>
        this.consumers.reached(projection, position, timeoutMs),
    });
    this.onForget(() => this.commands.forget());
  }

  use<Added extends object | void>(plugin: (kernel: this) => Added): this & Added {
    return Object.assign(this, plugin(this)) as this & Added;
  }

  /** For what is remembered of decrypted facts. */
  onForget(forget: () => void): void {
    this.memories.push(forget);
  }

  forget(): void {
    for (const forget of this.memories) forget();
  }
}
