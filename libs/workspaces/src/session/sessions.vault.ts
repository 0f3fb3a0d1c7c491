import { createHash, randomBytes } from 'node:crypto';
import { SecretStore } from '@linkage/vault';
import type { Clock } from '@linkage/event-sourcing';
import { Inject, Injectable } from '@nestjs/common';
import { sessionEnd, usedAt, type SessionLife } from './session-life';

const KIND = 'session';
const tokenShape = /^[\w-]{43}$/;

/** Real time: moving the demo clock by weeks must not sign anybody out. */
export const SESSION_CLOCK = Symbol('SessionClock');

export interface SessionOwner {
  readonly workspaceId: string;
  readonly memberId: string;
}

export interface StoredSession extends SessionOwner, SessionLife {}

/** Sessions in the vault under the hash of their token. The token itself (256 bits) is in the browser's cookie and nowhere else. */
@Injectable()
export class Sessions {
  constructor(
    private readonly secrets: SecretStore,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers with the token and how long the session lasts unless it is used. */
  async start({ workspaceId, memberId }: SessionOwner): Promise<{ token: string; lastsMs: number }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now().getTime();
    const session: StoredSession = { workspaceId, memberId, startedAt: now, renewedAt: now };
    await this.secrets.put(KIND, hashOf(token), session, { expiresAt: new Date(sessionEnd(session)) });
    return { token, lastsMs: sessionEnd(session) - now };
  }

  /** undefined: no such session, or it has ended. `lastsMs`: how long it lasts now, when this use made it longer. */
  async use(token: string): Promise<{ owner: SessionOwner; lastsMs?: number } | undefined> {
    if (!tokenShape.test(token)) return undefined;
    const now = this.clock.now();
    const session = await this.secrets.get<StoredSession>(KIND, hashOf(token), now);
    if (!session) return undefined;
    const life = usedAt(session, now.getTime());
    if (!life) return { owner: session };
    const renewed = { ...session, ...life };
    const kept = await this.secrets.update<StoredSession>(KIND, hashOf(token), now, (current) => current && renewed, {
      expiresAt: new Date(sessionEnd(renewed)),
    });
    return kept && { owner: kept, lastsMs: sessionEnd(renewed) - now.getTime() };
  }

  async end(token: string): Promise<void> {
    if (tokenShape.test(token)) await this.secrets.remove(KIND, hashOf(token));
  }
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
