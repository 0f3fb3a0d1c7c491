import type { EmailChangeConfirmation } from '@linkage/contracts';
import { CommandHandling, type Clock } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AskingSessions } from '../session/asking-sessions.service';
import { SESSION_CLOCK } from '../session/session-clock';
import { Credentials } from '../workspace/credentials.service';
import { isSettled } from '../workspace/email-change';
import { changeOfMark, EmailChanges } from '../workspace/email-changes.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { memberOf, workspace, workspaceStream } from '../workspace/workspace';
import { emailChangeLinkInvalid } from '../workspace/workspace.errors';
import { ConfirmEmailChange } from './confirm-email-change.command';
import { confirmEmailChange } from './confirm-email-change';

/**
 * Either link leads to the credential of the former e-mail: once the change is made there is none. The fact comes
 * first, so a crash loses nothing.
 */
@CommandHandler(ConfirmEmailChange)
export class ConfirmEmailChangeHandler implements ICommandHandler<ConfirmEmailChange> {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly commands: CommandHandling,
    private readonly changes: EmailChanges,
    private readonly sessions: AskingSessions,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ link }: ConfirmEmailChange): Promise<EmailChangeConfirmation> {
    const { place = null, mark = '' } = (await this.links.read('change-email', link)) ?? {};
    const credential = place === null ? undefined : await this.credentials.get(place);
    const opened = changeOfMark(mark);
    if (!credential || !opened) throw emailChangeLinkInvalid();
    const { workspaceId, memberId } = credential;
    const { state } = await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf(credential),
      decide: (current) => confirmEmailChange({ workspaceId, memberId, ...opened }, current, this.clock.now()),
    });
    if (!(await this.links.spend('change-email', link))) throw emailChangeLinkInvalid();
    const change = memberOf(state, memberId)?.emailChange;
    if (change && !isSettled(change)) return { waitsFor: opened.side === 'new' ? 'former' : 'new' };
    const { changeId } = opened;
    if (await this.changes.complete(workspaceId, memberId, changeId)) await this.sessions.endOthers(changeId, memberId);
    return { waitsFor: null };
  }
}
