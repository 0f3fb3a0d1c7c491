import { PlatformError, PlatformRegistry, type AccessGrant, type PlatformTrouble } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Injectable, Logger } from '@nestjs/common';

export interface Revoked {
  readonly done: boolean;
  /** Why it was not done; null: the platform has no such call, or cannot be asked. */
  readonly trouble: PlatformTrouble | null;
}

/** Asks a platform to take access back. Best effort: what is kept here is not its matter. */
@Injectable()
export class Revocation {
  private readonly logger = new Logger('connections');

  constructor(private readonly registry: PlatformRegistry) {}

  /** Never rejects for what the platform did. */
  async ask(platform: PlatformId, grant: AccessGrant): Promise<Revoked> {
    const connector = this.registry.find(platform);
    if (connector === undefined || !connector.canRevoke) return { done: false, trouble: null };
    try {
      await connector.revoke(grant);
      return { done: true, trouble: null };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const { trouble } = error;
      this.logger.warn({ msg: 'the platform did not take the revocation', platform, outcome: trouble.outcome });
      return { done: false, trouble };
    }
  }
}
