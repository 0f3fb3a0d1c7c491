import type { OneTimeLink, WorkspaceCreated } from '@linkage/contracts';
import type { CommandHandling } from '@linkage/event-sourcing';
import type { Installation } from '@linkage/http';
import type { Vault } from '@linkage/vault';
import type { CreateWorkspace } from './create-workspace/create-workspace.command';
import { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler';
import type { InviteToRegister } from './invite-to-register/invite-to-register.command';
import { InviteToRegisterHandler } from './invite-to-register/invite-to-register.handler';
import { Credentials } from './workspace/credentials.vault';
import { OneTimeLinks } from './workspace/one-time-links.vault';
import { Passwords } from './workspace/passwords.argon2';
import { PasswordStrength } from './workspace/passwords.strength';
import { RegistrationCompletion } from './workspace/registrations.completion';

/** What the operator's command line does where no server runs. */
export interface WorkspacesByHand {
  create(command: CreateWorkspace): Promise<WorkspaceCreated>;
  invite(command: InviteToRegister): Promise<OneTimeLink>;
}

export const workspacesByHand = (
  { hashes, secrets }: Pick<Vault, 'hashes' | 'secrets'>,
  commands: CommandHandling,
  installation: Installation,
): WorkspacesByHand => {
  const credentials = new Credentials(hashes, secrets);
  const links = new OneTimeLinks(secrets, installation);
  const completion = new RegistrationCompletion(credentials, commands);
  const created = new CreateWorkspaceHandler(credentials, new Passwords(), new PasswordStrength(), completion, links);
  const invited = new InviteToRegisterHandler(installation, links);
  return { create: (command) => created.execute(command), invite: (command) => invited.execute(command) };
};
