import { AnalyticsModule } from '@linkage/analytics';
import { ConnectionsModule } from '@linkage/connections';
import { EventSourcingModule, type KernelOptions } from '@linkage/event-sourcing';
import { HistoryModule } from '@linkage/history';
import { IngestionModule } from '@linkage/ingestion';
import { InvitationsModule } from '@linkage/invitations';
import { MailModule, type MailOptions } from '@linkage/mail';
import { VaultModule, type Vault } from '@linkage/vault';
import { WorkspacesModule } from '@linkage/workspaces';
import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AboutController } from './about/about.controller';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { LiveModule } from './live/live.module';
import { Outages } from './outages/outages';
import { ExpiredSecretsSchedule } from './upkeep/expired-secrets.schedule';
import { SurroundingsModule, type Surroundings } from './surroundings.module';

export interface AppParts {
  readonly kernel: KernelOptions;
  readonly vault: Vault;
  readonly mail: MailOptions;
  readonly surroundings: Surroundings;
  /** Whether this process rings the schedules. */
  readonly schedules: boolean;
}

const contexts = [WorkspacesModule, InvitationsModule, ConnectionsModule, IngestionModule, AnalyticsModule, HistoryModule];

/** The server, put together. Nothing is decided here. */
@Module({})
export class AppModule {
  static of({ kernel, vault, mail, surroundings, schedules }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SurroundingsModule.of(surroundings), VaultModule.of(vault), EventSourcingModule.forRoot(kernel), MailModule.forRoot(mail),
        ...(schedules ? [ScheduleModule.forRoot()] : []), ...contexts, LiveModule,
      ],
      controllers: [AboutController, HealthController],
      providers: [Readiness, Outages, ExpiredSecretsSchedule],
    };
  }
}
