import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SignedInCache } from '../session/signed-in-cache.service';
import { Credentials } from '../workspace/credentials.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { workspace, workspaceStream } from '../workspace/workspace';
import { confirmationLinkInvalid } from '../workspace/workspace.errors';
import { ConfirmEmail } from './confirm-email.command';
import { confirmEmail } from './confirm-email';

/**
 * The link leads to the credential of the e-mail that it was sent to: after a change of e-mail there is none. The fact
 * comes first, so a crash loses nothing.
 */
@CommandHandler(ConfirmEmail)
export class ConfirmEmailHandler implements ICommandHandler<ConfirmEmail> {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly commands: CommandHandling,
    private readonly cache: SignedInCache,
  ) {}

  async execute({ link }: ConfirmEmail): Promise<void> {
    const place = await this.links.find('confirm-email', link);
    const credential = place ? await this.credentials.get(place) : undefined;
    if (!credential) throw confirmationLinkInvalid();
    const { workspaceId, memberId } = credential;
    await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf(credential),
      decide: (state) => confirmEmail({ workspaceId, memberId }, state),
    });
    this.cache.forgetMember(memberId);
    await this.links.spend('confirm-email', link);
  }
}
