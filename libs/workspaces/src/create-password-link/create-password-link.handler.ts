import type { OneTimeLink } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { operatorContext } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CredentialPlaces } from '../workspace/credential-places.service';
import { Credentials, passwordMark } from '../workspace/credentials.service';
import { OneTimeLinks } from '../workspace/one-time-links.service';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { memberNotFound } from '../workspace/workspace.errors';
import { workspace, workspaceStream } from '../workspace/workspace';
import { CreatePasswordLink } from './create-password-link.command';
import { createPasswordLink } from './create-password-link';

const DAYS = 1;

/** First the fact: the workspace's history shows each link that the operator could use. */
@CommandHandler(CreatePasswordLink)
export class CreatePasswordLinkHandler implements ICommandHandler<CreatePasswordLink> {
  constructor(
    private readonly credentials: Credentials,
    private readonly places: CredentialPlaces,
    private readonly completion: RegistrationCompletion,
    private readonly commands: CommandHandling,
    private readonly links: OneTimeLinks,
  ) {}

  async execute({ email }: CreatePasswordLink): Promise<OneTimeLink> {
    const found = await this.places.find(await this.credentials.placeOf(email));
    if (!found) throw memberNotFound();
    const { place, credential } = found;
    await this.completion.complete(place, credential, 'operator');
    await this.commands.handle({
      stream: workspaceStream(credential.workspaceId),
      decider: workspace,
      context: operatorContext(credential.workspaceId),
      decide: (state) => createPasswordLink(credential, state),
    });
    if (credential.passwordHash === null) return this.links.make('set-password', { days: DAYS, place });
    const mark = passwordMark(credential);
    return this.links.make('reset-password', { days: DAYS, place, mark, byOperator: true });
  }
}
