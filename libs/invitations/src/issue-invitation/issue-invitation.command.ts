import type { InvitationAccepted, WrittenMessage } from '@linkage/contracts';
import type { FactContext, IdempotencyKey } from '@linkage/event-sourcing';
import { Command } from '@nestjs/cqrs';
import type { MailAsker } from '../invitation/mail-allowance.service';

/** Invite one creator. `brandName` and `invitedBy` are what the mail and the microsite say about who asks. */
export class IssueInvitation extends Command<InvitationAccepted> {
  constructor(
    readonly asked: {
      readonly name: string;
      readonly email: string;
      readonly brandName: string;
      readonly invitedBy: string;
      /** Without it, the workspace's template. */
      readonly message?: WrittenMessage | undefined;
    },
    readonly asker: MailAsker,
    readonly context: FactContext,
    readonly idempotencyKey?: IdempotencyKey,
  ) {
    super();
  }
}
