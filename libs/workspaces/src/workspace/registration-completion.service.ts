import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf, operatorContext } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { Credentials, type Credential } from './credentials.service';
import { registrationFacts, type Owner } from './registration-facts';
import { workspace, workspaceStream } from './workspace';

/**
 * The second half of a registration: the facts. Its first half, the credential, is durable before. Harmless when
 * repeated: a workspace that is registered stays as it is.
 */
@Injectable()
export class RegistrationCompletion {
  constructor(
    private readonly credentials: Credentials,
    private readonly commands: CommandHandling,
  ) {}

  async complete(
    place: string,
    { workspaceId, memberId, pending }: Credential,
    by: 'member' | 'operator' = 'member',
  ): Promise<void> {
    if (pending === null) return;
    const owner: Owner = { workspaceId, memberId, role: 'owner', ...pending };
    await this.commands.handle({
      stream: workspaceStream(workspaceId),
      decider: workspace,
      context: by === 'operator' ? operatorContext(workspaceId) : factContextOf(owner),
      decide: (state) => registrationFacts(owner, state),
    });
    await this.credentials.settle(place);
  }
}
