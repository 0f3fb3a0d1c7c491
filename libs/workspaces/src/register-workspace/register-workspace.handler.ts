import { newId } from '@linkage/event-sourcing';
import { networkOf, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AttemptLimits } from '../workspace/attempts.limits';
import { Credentials, type Credential } from '../workspace/credentials.vault';
import { Passwords } from '../workspace/passwords.argon2';
import { PasswordStrength } from '../workspace/passwords.strength';
import { RegistrationDoor } from '../workspace/registration.door';
import { RegistrationCompletion } from '../workspace/registrations.completion';
import { emailAlreadyRegistered } from '../workspace/workspace.errors';
import { registrationOf } from '../workspace/registration';
import { RegisterWorkspace } from './register-workspace.command';

/** First the credential, which only one can put for an e-mail, then the facts. */
@CommandHandler(RegisterWorkspace)
export class RegisterWorkspaceHandler implements ICommandHandler<RegisterWorkspace> {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly door: RegistrationDoor,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly completion: RegistrationCompletion,
  ) {}

  async execute({ asked, password, address, invitation }: RegisterWorkspace): Promise<SignedInMember> {
    const pending = registrationOf(asked);
    await this.limits.countRegistration(address);
    const admission = await this.door.admit(invitation);
    await this.strength.expectStrong(password, [pending.email, pending.name, pending.workspaceName]);
    const place = await this.credentials.placeOf(pending.email);
    const fresh: Credential = {
      workspaceId: newId(),
      memberId: newId(),
      passwordHash: await this.passwords.hash(password, networkOf(address)),
      pending,
    };
    await admission.claim(place);
    const credential = (await this.credentials.putNew(place, fresh))
      ? fresh
      : await this.unfinished(place, password, address).catch(async (refusal: unknown) => {
          await admission.letGo();
          throw refusal;
        });
    await this.completion.complete(place, credential);
    await admission.spend();
    const { workspaceId, memberId } = credential;
    return { workspaceId, memberId, role: 'owner', ...(credential.pending ?? pending) };
  }

  /** A registration that was cut off is finished by who knows its password. @throws email-already-registered */
  private async unfinished(place: string, password: string, address: string): Promise<Credential> {
    const there = await this.credentials.get(place);
    const isTheirs =
      there?.pending && (await this.passwords.matches(password, there.passwordHash ?? undefined, networkOf(address)));
    if (!there || !isTheirs) throw emailAlreadyRegistered();
    return there;
  }
}
