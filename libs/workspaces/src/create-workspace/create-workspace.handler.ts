import type { WorkspaceCreated } from '@linkage/contracts';
import { newId } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CredentialPlaces } from '../workspace/credential-places.service';
import { Credentials, type Credential } from '../workspace/credentials.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { Passwords } from '../workspace/passwords.service';
import { PasswordStrength } from '../workspace/password-strength.service';
import { registrationOf } from '../workspace/registration';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { emailAlreadyRegistered } from '../workspace/workspace.errors';
import { CreateWorkspace } from './create-workspace.command';

/** How long the link to choose a password opens. */
const PASSWORD_LINK_DAYS = 3;

/**
 * First the credential, then the facts, as when a visitor registers. Repeated before a password was chosen, it gives a
 * new link.
 */
@CommandHandler(CreateWorkspace)
export class CreateWorkspaceHandler implements ICommandHandler<CreateWorkspace> {
  constructor(
    private readonly credentials: Credentials,
    private readonly places: CredentialPlaces,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly completion: RegistrationCompletion,
    private readonly links: OneTimeLinks,
  ) {}

  async execute({ asked, password }: CreateWorkspace): Promise<WorkspaceCreated> {
    const pending = registrationOf(asked);
    if (password !== undefined)
      await this.strength.expectStrong(password, [pending.email, pending.name, pending.workspaceName]);
    const place = await this.credentials.placeOf(pending.email);
    const fresh: Credential = {
      workspaceId: newId(),
      memberId: newId(),
      passwordHash: password === undefined ? null : await this.passwords.hash(password, 'operator'),
      pending,
    };
    const credential = (await this.places.take(place, fresh)) ? fresh : await this.withoutPassword(place, fresh);
    await this.completion.complete(place, credential, 'operator');
    return {
      workspaceId: credential.workspaceId,
      memberId: credential.memberId,
      passwordLink:
        credential.passwordHash === null
          ? await this.links.make('set-password', { days: PASSWORD_LINK_DAYS, place })
          : null,
    };
  }

  /** One that was made before and never signed in with. @throws email-already-registered */
  private async withoutPassword(place: string, { passwordHash }: Credential): Promise<Credential> {
    const there = await this.credentials.get(place);
    if (!there || there.passwordHash !== null) throw emailAlreadyRegistered();
    if (passwordHash !== null) await this.credentials.setPassword(place, passwordHash);
    return { ...there, passwordHash };
  }
}
