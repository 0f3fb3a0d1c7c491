/**
 * Workspaces: who may use Linkage. A brand or agency registers a workspace, signs in and out; every other route is
 * bound to the workspace of the session. Passwords and sessions live in the vault, never in a fact. The commands and
 * the query are the operator's, whose door is the application's.
 */
export { WorkspacesModule } from './workspaces.module';
export { ChangePlan, type PlanChange } from './change-plan/change-plan.command';
export { ListWorkspaces } from './list-workspaces/list-workspaces.query';
export { CreatePasswordLink } from './create-password-link/create-password-link.command';
export { CreateWorkspace } from './create-workspace/create-workspace.command';
export { InviteToRegister } from './invite-to-register/invite-to-register.command';
export { workspacesByHand, type WorkspacesByHand } from './workspaces-by-hand';
