import { CommandHandling, newId, type Clock } from '@linkage/event-sourcing';
import { factContextOf, Installation, ProblemException } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AskingSessions } from '../session/asking-sessions.service';
import { SESSION_CLOCK } from '../session/session-clock';
import { Credentials } from '../workspace/credentials.service';
import { CurrentPassword } from '../workspace/current-password.service';
import { openUntil } from '../workspace/email-change';
import { RateLimits } from '../workspace/rate-limits.service';
import { workspace, workspaceStream } from '../workspace/workspace';
import { noMailServer } from '../workspace/workspace.errors';
import { RequestEmailChange } from './request-email-change.command';
import { requestEmailChange } from './request-email-change';

/** Whether the new address has an account is not looked at here: neither the answer nor its time tells. */
@CommandHandler(RequestEmailChange)
export class RequestEmailChangeHandler implements ICommandHandler<RequestEmailChange> {
  constructor(
    private readonly currentPassword: CurrentPassword,
    private readonly credentials: Credentials,
    private readonly limits: RateLimits,
    private readonly sessions: AskingSessions,
    private readonly commands: CommandHandling,
    private readonly installation: Installation,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ member, email: typed, current, from }: RequestEmailChange): Promise<void> {
    if (!this.installation.sendsMail) throw noMailServer();
    const { place } = await this.currentPassword.expect(member, current, from.address);
    const email = typed.trim();
    const newPlace = await this.credentials.placeOf(email);
    if (newPlace === place) throw ProblemException.invalid('email', 'You sign in with this e-mail already.');
    await this.limits.countOwnMail(place);
    await this.limits.countMailTo(newPlace);
    const { workspaceId, memberId } = member;
    const changeId = newId();
    await this.sessions.remember(changeId, from.token, new Date(openUntil(this.clock.now())));
    await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf(member),
      decide: (state) =>
        requestEmailChange(
          { workspaceId, memberId, changeId, email, confirmsFormer: !member.mustConfirmEmail },
          state,
          this.clock.now(),
        ),
    });
  }
}
