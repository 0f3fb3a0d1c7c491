import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RateLimits } from '../workspace/rate-limits.service';
import { Credentials } from '../workspace/credentials.service';
import { workspace, workspaceStream } from '../workspace/workspace';
import { RequestConfirmation } from './request-confirmation.command';
import { requestConfirmation } from './request-confirmation';

@CommandHandler(RequestConfirmation)
export class RequestConfirmationHandler implements ICommandHandler<RequestConfirmation> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly limits: RateLimits,
    private readonly credentials: Credentials,
  ) {}

  async execute({ member }: RequestConfirmation): Promise<void> {
    if (!member.mustConfirmEmail) return;
    await this.limits.countOwnMail(await this.credentials.placeOf(member.email));
    await this.commands.handle({
      stream: workspaceStream(member.workspaceId),
      decider: workspace,
      context: factContextOf(member),
      decide: (state) => requestConfirmation(member, state),
    });
  }
}
