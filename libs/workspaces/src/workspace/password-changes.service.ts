import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { memberOf, workspace, workspaceStream, type Workspace } from './workspace';
import type { EmailConfirmed, PasswordChanged } from './workspace.events';

interface Changed {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly by: PasswordChanged['data']['by'];
}

/** A link that arrived by mail has confirmed the e-mail, too. */
const passwordChanged = (
  { workspaceId, memberId, by }: Changed,
  state: Workspace,
): readonly (PasswordChanged | EmailConfirmed)[] => {
  const member = memberOf(state, memberId);
  if (!member) return [];
  return [
    { type: 'PasswordChanged', data: { workspaceId, memberId, by } },
    ...(by === 'mail' && !member.emailConfirmed
      ? [{ type: 'EmailConfirmed' as const, data: { workspaceId, memberId } }]
      : []),
  ];
};

/**
 * Records that a password was replaced, once it is and the other sessions have ended: the member is then told by mail.
 */
@Injectable()
export class PasswordChanges {
  constructor(private readonly commands: CommandHandling) {}

  async record(changed: Changed): Promise<void> {
    await this.commands.handle({
      stream: workspaceStream(changed.workspaceId),
      decider: workspace,
      context: factContextOf(changed),
      decide: (state) => passwordChanged(changed, state),
    });
  }
}
