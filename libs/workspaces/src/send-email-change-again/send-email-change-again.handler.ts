import { CommandHandling, FactLog, fold, type Clock } from '@linkage/event-sourcing';
import { factContextOf, Installation } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SESSION_CLOCK } from '../session/session-clock';
import { Credentials } from '../workspace/credentials.service';
import { openChange } from '../workspace/email-change';
import { RateLimits } from '../workspace/rate-limits.service';
import { memberOf, workspace, workspaceStream } from '../workspace/workspace';
import { noMailServer } from '../workspace/workspace.errors';
import type { WorkspaceFact } from '../workspace/workspace.events';
import { SendEmailChangeAgain } from './send-email-change-again.command';
import { sendEmailChangeAgain } from './send-email-change-again';

@CommandHandler(SendEmailChangeAgain)
export class SendEmailChangeAgainHandler implements ICommandHandler<SendEmailChangeAgain> {
  constructor(
    private readonly log: FactLog,
    private readonly credentials: Credentials,
    private readonly limits: RateLimits,
    private readonly commands: CommandHandling,
    private readonly installation: Installation,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ member }: SendEmailChangeAgain): Promise<void> {
    if (!this.installation.sendsMail) throw noMailServer();
    const stream = workspaceStream(member.workspaceId);
    const known = memberOf(fold(workspace, await this.log.readStream<WorkspaceFact>(stream)), member.memberId);
    const change = openChange(known?.emailChange, this.clock.now());
    if (!change) return;
    await this.limits.countOwnMail(await this.credentials.placeOf(member.email));
    await this.limits.countMailTo(await this.credentials.placeOf(change.email));
    await this.commands.handle({
      stream,
      decider: workspace,
      context: factContextOf(member),
      decide: (state) => sendEmailChangeAgain(member, state, this.clock.now()),
    });
  }
}
