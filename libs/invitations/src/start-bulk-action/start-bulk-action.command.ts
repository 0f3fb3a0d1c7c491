import type { BulkActionAccepted, BulkActionName, MatchingInvitations, WrittenMessage } from '@linkage/contracts';
import type { FactContext } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Do one thing to many invitations: to those that were picked, or to all that match. */
export class StartBulkAction extends Command<BulkActionAccepted> {
  constructor(
    readonly asked: {
      readonly bulkId: string;
      readonly memberId: string;
      readonly action: BulkActionName;
      readonly invitationIds: readonly string[];
      readonly matching: MatchingInvitations | undefined;
      readonly message: WrittenMessage | undefined;
    },
    readonly mustConfirmEmail: boolean,
    readonly context: FactContext,
  ) {
    super();
  }
}
