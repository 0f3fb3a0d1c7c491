import { EventSourcingModule, type KernelOptions } from '@linkage/event-sourcing';
import { MailModule, type MailOptions } from '@linkage/mail';
import { PicturesModule, type PicturesOptions } from '@linkage/pictures';
import { VaultModule, type Vault } from '@linkage/vault';
import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AboutController } from './about/about.controller';
import { contexts } from './contexts';
import { DemoDataController } from './demo-data/demo-data.controller';
import { DemoData } from './demo-data/demo-data.service';
import { DataDisk } from './health/data-disk';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { LiveModule } from './live/live.module';
import { OperatorModule, type OperatorOptions } from './operator/operator.module';
import { Outages } from './outages/outages';
import { ExpiredSecretsSchedule } from './upkeep/expired-secrets.schedule';
import { MovedClock } from './upkeep/moved-clock';
import { SurroundingsModule, type Surroundings } from './surroundings.module';

interface AppParts {
  readonly kernel: KernelOptions;
  readonly vault: Vault;
  readonly mail: MailOptions;
  readonly pictures: PicturesOptions;
  readonly surroundings: Surroundings;
  /** Whether this process rings the schedules. */
  readonly schedules: boolean;
  readonly operator: OperatorOptions;
  readonly dataDirectory: string;
}

/** The server, put together. Nothing is decided here. */
@Module({})
export class AppModule {
  static of({
    kernel,
    vault,
    mail,
    pictures,
    surroundings,
    schedules,
    operator,
    dataDirectory,
  }: AppParts): DynamicModule {
    const isDemo = surroundings.installation.mode === 'demo';
    return {
      module: AppModule,
      imports: [
        SurroundingsModule.of(surroundings),
        VaultModule.of(vault),
        EventSourcingModule.forRoot(kernel),
        MailModule.forRoot(mail),
        PicturesModule.forRoot(pictures),
        ...(schedules ? [ScheduleModule.forRoot()] : []),
        ...contexts,
        LiveModule,
        OperatorModule.of(operator),
      ],
      controllers: [AboutController, HealthController, ...(isDemo ? [DemoDataController] : [])],
      providers: [
        { provide: DataDisk, useValue: new DataDisk(dataDirectory) },
        Readiness,
        Outages,
        ...(isDemo ? [DemoData] : []),
        ExpiredSecretsSchedule,
        ...(schedules ? [MovedClock] : []),
      ],
    };
  }
}
