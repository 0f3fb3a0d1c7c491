import { CommandHandling } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitation } from '../invitation/invitation';
import { InvitationFinder } from '../invitation/invitation-finder.service';
import { MailTokens } from '../invitation/mail-tokens.service';
import { OptOut } from './opt-out.command';
import { optIn, optOut } from './opt-out';

@CommandHandler(OptOut)
export class OptOutHandler implements ICommandHandler<OptOut> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly invitations: InvitationFinder,
    private readonly tokens: MailTokens,
  ) {}

  async execute({ token, wish, by }: OptOut): Promise<boolean> {
    const mail = await this.tokens.open('mail-opt-out', token);
    const address = mail && (await this.invitations.anywhere(mail.invitationId));
    if (!mail || !address) return false;
    await this.commands.handle({
      stream: address.stream,
      decider: invitation,
      context: creatorContext(address.workspaceId, mail.invitationId),
      decide: (state) => (wish === 'stop' ? optOut(by, state) : optIn(state)),
    });
    return true;
  }
}
