import type { OneTimeLink, OperatorWorkspace, PlanChanged, WorkspaceCreated } from '@linkage/contracts';
import { type CommandHandling, type FactLog, type ReadModels, systemClock } from '@linkage/event-sourcing';
import type { Installation } from '@linkage/http';
import type { Vault } from '@linkage/vault';
import type { ChangePlan } from './change-plan/change-plan.command';
import { ChangePlanHandler } from './change-plan/change-plan.handler';
import type { CreatePasswordLink } from './create-password-link/create-password-link.command';
import { CreatePasswordLinkHandler } from './create-password-link/create-password-link.handler';
import type { CreateWorkspace } from './create-workspace/create-workspace.command';
import { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler';
import type { InviteToRegister } from './invite-to-register/invite-to-register.command';
import { InviteToRegisterHandler } from './invite-to-register/invite-to-register.handler';
import { type ListWorkspaces, ListWorkspacesHandler } from './list-workspaces/list-workspaces.query';
import { CredentialPlaces } from './workspace/credential-places.service';
import { Credentials } from './workspace/credentials.service';
import { OneTimeLinks } from './workspace/one-time-links.service';
import { Passwords } from './workspace/passwords.service';
import { PasswordStrength } from './workspace/password-strength.service';
import { RegistrationCompletion } from './workspace/registration-completion.service';

/** What the operator's command line does where no server runs. */
export interface WorkspacesByHand {
  create(command: CreateWorkspace): Promise<WorkspaceCreated>;
  passwordLink(command: CreatePasswordLink): Promise<OneTimeLink>;
  invite(command: InviteToRegister): Promise<OneTimeLink>;
  list(query: ListWorkspaces): Promise<OperatorWorkspace[]>;
  changePlan(command: ChangePlan): Promise<PlanChanged>;
}

export const workspacesByHand = (
  { hashes, secrets }: Pick<Vault, 'hashes' | 'secrets'>,
  {
    log,
    commands,
    readModels,
  }: { readonly log: FactLog; readonly commands: CommandHandling; readonly readModels: ReadModels },
  installation: Installation,
): WorkspacesByHand => {
  const credentials = new Credentials(hashes, secrets);
  const places = new CredentialPlaces(credentials, log);
  const links = new OneTimeLinks(secrets, installation);
  const completion = new RegistrationCompletion(credentials, commands);
  const [passwords, strength] = [new Passwords(), new PasswordStrength()];
  const created = new CreateWorkspaceHandler(credentials, places, passwords, strength, completion, links);
  const passwordLink = new CreatePasswordLinkHandler(credentials, places, completion, commands, links);
  const invited = new InviteToRegisterHandler(installation, links);
  const listed = new ListWorkspacesHandler(readModels);
  const changed = new ChangePlanHandler(commands, systemClock);
  return {
    create: (command) => created.execute(command),
    passwordLink: (command) => passwordLink.execute(command),
    invite: (command) => invited.execute(command),
    list: (query) => listed.execute(query),
    changePlan: (command) => changed.execute(command),
  };
};
