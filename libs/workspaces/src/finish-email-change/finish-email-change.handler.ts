import { CommandHandling, type Clock } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AskingSessions } from '../session/asking-sessions.service';
import { SESSION_CLOCK } from '../session/session-clock';
import { CurrentPassword } from '../workspace/current-password.service';
import { EmailChanges } from '../workspace/email-changes.service';
import { workspace, workspaceStream } from '../workspace/workspace';
import { FinishEmailChange } from './finish-email-change.command';
import { finishEmailChange } from './finish-email-change';

@CommandHandler(FinishEmailChange)
export class FinishEmailChangeHandler implements ICommandHandler<FinishEmailChange> {
  constructor(
    private readonly currentPassword: CurrentPassword,
    private readonly commands: CommandHandling,
    private readonly changes: EmailChanges,
    private readonly sessions: AskingSessions,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ member, current, address }: FinishEmailChange): Promise<void> {
    await this.currentPassword.expect(member, current, address);
    const { workspaceId, memberId } = member;
    const { facts } = await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf(member),
      decide: (state) => finishEmailChange(member, state, this.clock.now()),
    });
    for (const fact of facts) {
      if (fact.type !== 'EmailChangeConfirmed') continue;
      const { changeId } = fact.data;
      if (await this.changes.complete(workspaceId, memberId, changeId))
        await this.sessions.endOthers(changeId, memberId);
    }
  }
}
