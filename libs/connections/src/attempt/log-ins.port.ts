import type { PlatformId } from '@linkage/published-facts';

/** Log-ins on platforms that gave access, and what lives on each. */
export abstract class LogIns {
  /** An account, or a choice that is open, lives on it. */
  abstract isNeeded(platform: PlatformId, loginId: string): Promise<boolean>;
  abstract hold(platform: PlatformId, loginId: string, attemptId: string, until: Date): Promise<void>;
  abstract letGo(platform: PlatformId, loginId: string, attemptId: string): Promise<void>;
}
