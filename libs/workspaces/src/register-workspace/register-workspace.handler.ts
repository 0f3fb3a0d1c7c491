import { newId } from '@linkage/event-sourcing';
import { asksToConfirmEmail, Installation, networkOf, type SignedInMember } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RateLimits } from '../workspace/rate-limits.service';
import { CredentialPlaces } from '../workspace/credential-places.service';
import { Credentials, type Credential } from '../workspace/credentials.service';
import { Passwords } from '../workspace/passwords.service';
import { PasswordStrength } from '../workspace/password-strength.service';
import { RegistrationAdmission } from '../workspace/registration-admission.service';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { emailAlreadyRegistered } from '../workspace/workspace.errors';
import { registrationOf } from '../workspace/registration';
import { RegisterWorkspace } from './register-workspace.command';

/** First the credential, which only one can put for an e-mail, then the facts. */
@CommandHandler(RegisterWorkspace)
export class RegisterWorkspaceHandler implements ICommandHandler<RegisterWorkspace> {
  constructor(
    private readonly limits: RateLimits,
    private readonly door: RegistrationAdmission,
    private readonly credentials: Credentials,
    private readonly places: CredentialPlaces,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly completion: RegistrationCompletion,
    private readonly installation: Installation,
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
    const credential = (await this.places.take(place, fresh))
      ? fresh
      : await this.unfinished(place, password, address).catch(async (refusal: unknown) => {
          await admission.letGo();
          throw refusal;
        });
    await this.completion.complete(place, credential);
    await admission.spend();
    const { workspaceId, memberId } = credential;
    const mustConfirmEmail = asksToConfirmEmail(this.installation);
    return { workspaceId, memberId, role: 'owner', mustConfirmEmail, ...(credential.pending ?? pending) };
  }

  /** A registration that was cut off is finished with its password. @throws email-already-registered */
  private async unfinished(place: string, password: string, address: string): Promise<Credential> {
    const there = await this.credentials.get(place);
    const isTheirs =
      there?.pending && (await this.passwords.matches(password, there.passwordHash ?? undefined, networkOf(address)));
    if (!there || !isTheirs) throw emailAlreadyRegistered();
    return there;
  }
}
