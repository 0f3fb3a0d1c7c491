import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { clockAsOf } from './time-travel/clock-as-of';
import { CLOCK } from './facts/clock.port';
import { ConsumerOperations } from './consumer-operations/consumer-operations';
import { Erasures } from './erasure/erasures';
import { FactLog } from './log/fact-log';
import { CommandHandling } from './commands/command-handling';
import { createKernel, type Kernel, type KernelOptions } from './create-kernel';
import { Consumers } from './runtime/consumers';
import { ReadModels } from './read-models/read-models';

const OPTIONS = Symbol('KernelOptions');
const KERNEL = Symbol('Kernel');

export const EVENT_LOG = Symbol('EventLog');
export const READ_STORE = Symbol('ReadStore');

/** Consumers start with the application and stop before log and store are closed. */
@Global()
@Module({})
export class EventSourcingModule
  implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown, OnApplicationShutdown
{
  private stopped: Promise<unknown> | undefined;

  constructor(
    @Inject(KERNEL) private readonly kernel: Kernel,
    @Inject(OPTIONS) private readonly options: KernelOptions,
  ) {}

  static forRoot(options: KernelOptions): DynamicModule {
    const tokens = [
      FactLog,
      CommandHandling,
      ReadModels,
      Consumers,
      ConsumerOperations,
      Erasures,
      CLOCK,
      EVENT_LOG,
      READ_STORE,
    ];
    return {
      module: EventSourcingModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: KERNEL, useFactory: () => createKernel({ report: logTrouble, ...options }) },
        { provide: FactLog, inject: [KERNEL], useFactory: ({ log }: Kernel) => log },
        { provide: CommandHandling, inject: [KERNEL], useFactory: ({ commands }: Kernel) => commands },
        { provide: ReadModels, inject: [KERNEL], useFactory: ({ readModels }: Kernel) => readModels },
        { provide: Erasures, inject: [KERNEL], useFactory: ({ erasures }: Kernel) => erasures },
        { provide: Consumers, inject: [KERNEL], useFactory: ({ consumers }: Kernel) => consumers },
        { provide: ConsumerOperations, inject: [KERNEL], useFactory: ({ operations }: Kernel) => operations },
        { provide: CLOCK, useValue: clockAsOf(options.clock) },
        { provide: EVENT_LOG, useValue: options.log },
        { provide: READ_STORE, useValue: options.store },
      ],
      exports: tokens,
    };
  }

  onApplicationBootstrap(): void {
    this.kernel.consumers.start();
    this.kernel.sealer?.start();
    this.kernel.erasures.start();
  }

  /** Begins at once, so that shutdown takes no longer than its slowest part. */
  onModuleDestroy(): void {
    this.stopped = Promise.all([this.kernel.consumers.stop(), this.kernel.sealer?.stop(), this.kernel.erasures.stop()]);
    this.stopped.catch(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopped;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.kernel.forgetPast();
    await this.options.store.close();
    await this.options.log.close();
  }
}

const logger = new Logger('event-sourcing');

const logTrouble: NonNullable<KernelOptions['report']> = (consumer, { fact }, error) =>
  logger.error({ msg: `${consumer} is in trouble`, consumer, factId: fact?.id, factType: fact?.type, err: error });
