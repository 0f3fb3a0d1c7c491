import type { ImportAccepted, WrittenMessage } from '@linkage/contracts';
import type { FactContext } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Make invitations of the rows that were uploaded under this id. */
export class StartImport extends Command<ImportAccepted> {
  constructor(
    readonly asked: {
      readonly importId: string;
      readonly fileName: string;
      readonly parts: number;
      readonly leaveOutFaulty: boolean;
      readonly brandName: string;
      readonly invitedBy: string;
      /** Without it, the workspace's template. */
      readonly message?: WrittenMessage | undefined;
    },
    readonly mustConfirmEmail: boolean,
    readonly context: FactContext,
  ) {
    super();
  }
}
