import { CommandHandling, type Clock } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MemberSessions, type SessionOwner } from '../session/member-sessions.service';
import { SESSION_CLOCK } from '../session/session-clock';
import { Credentials } from '../workspace/credentials.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { workspace, workspaceStream } from '../workspace/workspace';
import { emailChangeLinkInvalid } from '../workspace/workspace.errors';
import { StopEmailChange } from './stop-email-change.command';
import { stopEmailChange } from './stop-email-change';

/**
 * The change was asked for with the password and a session. When the reader of the former address stops it, a stranger
 * may have both: all sessions end.
 */
@CommandHandler(StopEmailChange)
export class StopEmailChangeHandler implements ICommandHandler<StopEmailChange> {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly commands: CommandHandling,
    private readonly sessions: MemberSessions,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ by }: StopEmailChange): Promise<void> {
    if ('member' in by) return void (await this.stop(by.member, null, 'member'));
    const { place = null, mark = null } = (await this.links.read('stop-email-change', by.link)) ?? {};
    const credential = place === null ? undefined : await this.credentials.get(place);
    if (!credential || mark === null) throw emailChangeLinkInvalid();
    if (!(await this.stop(credential, mark, 'mail'))) throw emailChangeLinkInvalid();
    await this.sessions.endOthers(credential.memberId, null);
    await this.links.spend('stop-email-change', by.link);
  }

  /** False: no such change is open. */
  private async stop(
    { workspaceId, memberId }: SessionOwner,
    changeId: string | null,
    by: 'member' | 'mail',
  ): Promise<boolean> {
    const { facts } = await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf({ workspaceId, memberId }),
      decide: (state) => stopEmailChange({ workspaceId, memberId, changeId, by }, state, this.clock.now()),
    });
    return facts.length > 0;
  }
}
