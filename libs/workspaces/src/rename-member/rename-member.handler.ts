import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SignedInCache } from '../session/signed-in-cache.service';
import { memberOf, workspace, workspaceStream } from '../workspace/workspace';
import { RenameMember } from './rename-member.command';
import { renameMember } from './rename-member';

@CommandHandler(RenameMember)
export class RenameMemberHandler implements ICommandHandler<RenameMember> {
  constructor(
    private readonly commands: CommandHandling,
    private readonly cache: SignedInCache,
  ) {}

  async execute({ member, name }: RenameMember): Promise<SignedInMember> {
    const { workspaceId, memberId } = member;
    const { state } = await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: factContextOf(member),
      decide: (current) => renameMember({ workspaceId, memberId, name }, current),
    });
    this.cache.forgetMember(memberId);
    return { ...member, name: memberOf(state, memberId)?.name ?? member.name };
  }
}
