/**
 * Connections: what creators do. Behind an invitation's link they see who asks and connect their accounts; each attempt
 * is kept with its result and reason, each account with its condition. Access grants live in the vault and never in a
 * fact. A context that wants to know listens to `SocialAccountConnected` and its kin in `@linkage/published-facts`.
 */
export { ConnectionsModule } from './connections.module';
