/**
 * Workspaces: who may use Linkage. A brand or agency registers a workspace, signs in and out; every other route is bound to the
 * workspace of the session. Passwords and sessions live in the vault, never in a fact.
 * The two commands are those of the operator, whose door is the application's.
 */
export { WorkspacesModule } from './workspaces.module';
export { CreateWorkspace } from './create-workspace/create-workspace.command';
export { InviteToRegister } from './invite-to-register/invite-to-register.command';
export { workspacesByHand, type WorkspacesByHand } from './workspaces-by-hand';
