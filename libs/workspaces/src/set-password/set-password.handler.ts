import { networkOf, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RateLimits } from '../workspace/rate-limits.service';
import { Credentials, passwordMark, type Credential } from '../workspace/credentials.service';
import { Members } from '../workspace/members.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { Passwords } from '../workspace/passwords.service';
import { PasswordStrength } from '../workspace/password-strength.service';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { PasswordChanges } from '../workspace/password-changes.service';
import { MemberSessions } from '../session/member-sessions.service';
import { linkInvalid, resetLinkInvalid } from '../workspace/workspace.errors';
import { SetPassword } from './set-password.command';

interface OpenedLink {
  readonly purpose: 'set-password' | 'reset-password';
  readonly place: string;
  readonly credential: Credential;
  readonly mark: string | undefined;
  readonly byOperator: boolean;
}

@CommandHandler(SetPassword)
export class SetPasswordHandler implements ICommandHandler<SetPassword> {
  constructor(
    private readonly limits: RateLimits,
    private readonly links: OneTimeLinks,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly completion: RegistrationCompletion,
    private readonly members: Members,
    private readonly sessions: MemberSessions,
    private readonly changes: PasswordChanges,
  ) {}

  async execute({ link, password, address }: SetPassword): Promise<SignedInMember> {
    await this.limits.countRegistration(address);
    const { purpose, place, credential, byOperator } = await this.open(link);
    await this.completion.complete(place, credential, purpose === 'set-password' ? 'operator' : 'member');
    const member = await this.members.find(credential.workspaceId, credential.memberId);
    if (!member || (await this.credentials.placeOf(member.email)) !== place) throw linkInvalid();
    await this.strength.expectStrong(password, [member.email, member.name, member.workspaceName]);
    const passwordHash = await this.passwords.hash(password, networkOf(address));
    if (!(await this.links.spend(purpose, link))) throw linkInvalid();
    await this.credentials.setPassword(place, passwordHash);
    if (purpose === 'set-password') return member;
    const { workspaceId, memberId } = member;
    await this.sessions.endOthers(memberId, null);
    await this.changes.record({ workspaceId, memberId, by: byOperator ? 'operator' : 'mail' });
    return byOperator ? member : { ...member, mustConfirmEmail: false };
  }

  /**
   * The operator's link opens as long as no password was chosen; that to choose another one as long as it is the same.
   * @throws link-invalid
   */
  private async open(link: string): Promise<OpenedLink> {
    const first = await this.find('set-password', link);
    if (first?.credential.passwordHash === null) return first;
    const reset = await this.find('reset-password', link);
    if (reset !== undefined && reset.mark === passwordMark(reset.credential)) return reset;
    throw first === undefined && reset === undefined ? resetLinkInvalid() : linkInvalid();
  }

  private async find(purpose: OpenedLink['purpose'], link: string): Promise<OpenedLink | undefined> {
    const { place = null, mark, byOperator = false } = (await this.links.read(purpose, link)) ?? {};
    const credential = place === null ? undefined : await this.credentials.get(place);
    return place === null || !credential ? undefined : { purpose, place, credential, mark, byOperator };
  }
}
