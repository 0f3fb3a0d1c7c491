import type { AccessGrant, PlatformTrouble } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';

/** Asks a platform to take access back. */
export abstract class Revocations {
  /** `trouble`: why it was not done; null: it was, or the platform cannot be asked. */
  abstract ask(
    platform: PlatformId,
    grant: AccessGrant,
  ): Promise<{ readonly done: boolean; readonly trouble: PlatformTrouble | null }>;
}
