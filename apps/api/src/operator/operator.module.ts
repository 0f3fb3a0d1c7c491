import type { PlatformId } from '@linkage/contracts';
import { PrivacyModule } from '@linkage/privacy';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ErasureController } from './erasure.controller';
import { OperatorAccess } from './operator-access';
import { OperatorAttempts } from './operator-attempts';
import { OperatorSessionController } from './operator-session.controller';
import { OperatorMailController } from './operator-mail.controller';
import { OperatorController } from './operator.controller';
import { OperatorCookies } from './operator-cookies.service';
import { OperatorGuard } from './operator.guard';
import { ParkedController } from './parked.controller';
import { OWN_APPS, PlatformsController } from './platforms.controller';
import { OperatorWorkspacesController } from './operator-workspaces.controller';

export interface OperatorOptions {
  readonly key: string;
  /** The platforms for which there are credentials of an app of one's own. */
  readonly ownApps: readonly PlatformId[];
}

/** What the operator of this installation may see and do: the state of what reads the log, and no creator's data. */
@Module({})
export class OperatorModule {
  static of({ key, ownApps }: OperatorOptions): DynamicModule {
    return {
      module: OperatorModule,
      imports: [CqrsModule, PrivacyModule],
      controllers: [
        OperatorSessionController,
        OperatorController,
        ParkedController,
        OperatorWorkspacesController,
        ErasureController,
        PlatformsController,
        OperatorMailController,
      ],
      providers: [
        { provide: OperatorAccess, useValue: new OperatorAccess(key) },
        { provide: OWN_APPS, useValue: new Set(ownApps) },
        OperatorAttempts,
        OperatorCookies,
        OperatorGuard,
      ],
    };
  }
}
