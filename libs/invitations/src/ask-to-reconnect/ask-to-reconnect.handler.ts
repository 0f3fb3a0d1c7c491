import type { Accepted } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { expectInvitation } from '../invitation/expect-invitation';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailAllowance } from '../invitation/mail-allowance.service';
import { LostAccounts } from '../invitation/lost-accounts.service';
import { AskToReconnect } from './ask-to-reconnect.command';
import { askToReconnect } from './ask-to-reconnect';

@CommandHandler(AskToReconnect)
export class AskToReconnectHandler implements ICommandHandler<AskToReconnect> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly accounts: LostAccounts,
    private readonly mails: MailAllowance,
  ) {}

  async execute({ invitationId, asker, context, idempotencyKey }: AskToReconnect): Promise<Accepted> {
    const { stream } = await this.invitations.find(context.workspaceId, invitationId);
    const lost = await this.accounts.of(invitationId);
    const { position } = await this.mails.within(asker, { stream, kind: 'again' }, (refusal) =>
      this.commands.handle({
        stream,
        decider: invitation,
        context,
        idempotencyKey,
        decide: (state, now) => askToReconnect(lost, expectInvitation(invitationId, state), now, refusal),
      }),
    );
    return { position: position ?? '' };
  }
}
