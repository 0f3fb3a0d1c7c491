import { PrivacyModule } from '@linkage/privacy';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ErasureController } from './erasure.controller';
import { OperatorAccess } from './operator-access';
import { OperatorAttempts } from './operator-attempts';
import { OperatorSessionController } from './operator-session.controller';
import { OperatorController } from './operator.controller';
import { OperatorCookies } from './operator.cookies';
import { OperatorGuard } from './operator.guard';
import { ParkedController } from './parked.controller';
import { OperatorWorkspacesController } from './workspaces.controller';

export interface OperatorOptions {
  readonly key: string;
}

/** What whoever runs this installation may see and do: the state of what reads the log, and no creator's data. */
@Module({})
export class OperatorModule {
  static of({ key }: OperatorOptions): DynamicModule {
    return {
      module: OperatorModule,
      imports: [CqrsModule, PrivacyModule],
      controllers: [
        OperatorSessionController,
        OperatorController,
        ParkedController,
        OperatorWorkspacesController,
        ErasureController,
      ],
      providers: [
        { provide: OperatorAccess, useValue: new OperatorAccess(key) },
        OperatorAttempts,
        OperatorCookies,
        OperatorGuard,
      ],
    };
  }
}
