/**
 * Invitations: a brand asks a creator to connect accounts. One invitation per e-mail and workspace; its mail, its link
 * and its status live here. The status is a projection of the facts that Connections publishes; no context calls back.
 * A context that wants to know of an invitation listens to `InvitationIssued` and its kin in
 * `@linkage/published-facts`.
 */
export { InvitationsModule } from './invitations.module';
