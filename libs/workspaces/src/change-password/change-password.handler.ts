import { networkOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MemberSessions } from '../session/member-sessions.service';
import { Credentials } from '../workspace/credentials.service';
import { CurrentPassword } from '../workspace/current-password.service';
import { PasswordChanges } from '../workspace/password-changes.service';
import { Passwords } from '../workspace/passwords.service';
import { PasswordStrength } from '../workspace/password-strength.service';
import { ChangePassword } from './change-password.command';

@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly currentPassword: CurrentPassword,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly sessions: MemberSessions,
    private readonly changes: PasswordChanges,
  ) {}

  async execute({ member, current, password, from: { address, token } }: ChangePassword): Promise<void> {
    const { place } = await this.currentPassword.expect(member, current, address);
    await this.strength.expectStrong(password, [member.email, member.name, member.workspaceName]);
    const passwordHash = await this.passwords.hash(password, networkOf(address));
    const { workspaceId, memberId } = member;
    await this.credentials.setPassword(place, passwordHash);
    await this.sessions.endOthers(memberId, token);
    await this.changes.record({ workspaceId, memberId, by: 'member' });
  }
}
