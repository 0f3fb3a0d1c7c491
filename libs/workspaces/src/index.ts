/**
 * Workspaces: who may use Linkage. A brand or agency registers a workspace, signs in and out; every other route is bound to the
 * workspace of the session. Passwords and sessions live in the vault, never in a fact.
 */
export { WorkspacesModule } from './workspaces.module';
