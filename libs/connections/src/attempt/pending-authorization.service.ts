import { createHash } from 'node:crypto';
import type { PlatformId } from '@linkage/published-facts';
import { ATTEMPT_LIFE_MS } from './attempt';

/** Kind of the secret in the vault. */
export const PENDING_AUTHORIZATION = 'pending-authorization';

/** What must be remembered while a creator is on the platform's pages. It never leaves the vault. */
export interface PendingAuthorization {
  readonly attemptId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly linkVersion: number;
  readonly platform: PlatformId;
  /** null where the platform has no PKCE. */
  readonly codeVerifier: string | null;
  readonly redirectUri: string;
  /** Id of the account that is to be connected again; null: any. */
  readonly reconnects: string | null;
  /** Hash of the cookie that binds the attempt to one browser. */
  readonly binding: string;
  /** ISO UTC. */
  readonly expiresAt: string;
  /** The state came back; it works once. */
  readonly taken: boolean;
}

/** SHA-256, base64url. */
export const hashed = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Under which a state is kept: who reads the vault's index learns no state that works. */
export const pendingId = (state: string): string => hashed(state);

/** Until when the way back is open. */
export const lifeEnd = (now: Date): Date => new Date(now.getTime() + ATTEMPT_LIFE_MS);

/** Kept longer than it works, here and in the browser, so that coming too late, or twice, is told as such. */
export const KEPT_MS = 24 * 3_600_000;
export const keptUntil = (now: Date): Date => new Date(now.getTime() + KEPT_MS);
