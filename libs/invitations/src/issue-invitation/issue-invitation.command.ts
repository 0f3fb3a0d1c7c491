import type { InvitationAccepted } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';

/** Invite one creator. `brandName` and `invitedBy` are what the mail and the microsite say about who asks. */
export class IssueInvitation extends Command<InvitationAccepted> {
  constructor(
    readonly asked: {
      readonly name: string;
      readonly email: string;
      readonly brandName: string;
      readonly invitedBy: string;
    },
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
