import { networkOf, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AttemptLimits } from '../workspace/attempts.limits';
import { Credentials } from '../workspace/credentials.vault';
import { Members } from '../workspace/members.reader';
import { OneTimeLinks } from '../workspace/one-time-links.vault';
import { Passwords } from '../workspace/passwords.argon2';
import { PasswordStrength } from '../workspace/passwords.strength';
import { RegistrationCompletion } from '../workspace/registrations.completion';
import { linkInvalid } from '../workspace/workspace.errors';
import { SetPassword } from './set-password.command';

@CommandHandler(SetPassword)
export class SetPasswordHandler implements ICommandHandler<SetPassword> {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly completion: RegistrationCompletion,
    private readonly members: Members,
  ) {}

  async execute({ link, password, address }: SetPassword): Promise<SignedInMember> {
    await this.limits.countRegistration(address);
    const place = await this.links.placeOf('set-password', link);
    const credential = place === null ? undefined : await this.credentials.get(place);
    if (place === null || credential?.passwordHash !== null) throw linkInvalid();
    await this.completion.complete(place, credential, 'operator');
    const member = await this.members.find(credential.workspaceId, credential.memberId);
    if (!member) throw linkInvalid();
    await this.strength.expectStrong(password, [member.email, member.name, member.workspaceName]);
    const passwordHash = await this.passwords.hash(password, networkOf(address));
    if (!(await this.links.spend('set-password', link))) throw linkInvalid();
    await this.credentials.setPassword(place, passwordHash);
    return member;
  }
}
