import { randomBytes } from 'node:crypto';
import { SecretStore } from '@linkage/vault';
import type { Clock } from '@linkage/event-sourcing';
import { Inject, Injectable } from '@nestjs/common';
import { MemberSessions, type SessionOwner, type StoredSession } from './member-sessions.service';
import { SESSION_CLOCK } from './session-clock';
import { SESSION, SessionEnds, hashOf } from './session-ends.service';
import { sessionEnd, usedAt } from './session-life';

const tokenShape = /^[\w-]{43}$/;

/**
 * Sessions in the vault under the hash of their token. The token itself (256 bits) is in the browser's cookie and
 * nowhere else.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly secrets: SecretStore,
    private readonly ends: SessionEnds,
    private readonly ofMember: MemberSessions,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers with the token and how long the session lasts unless it is used. */
  async start({ workspaceId, memberId }: SessionOwner, browser = ''): Promise<{ token: string; lastsMs: number }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now().getTime();
    const session: StoredSession = { workspaceId, memberId, browser, startedAt: now, renewedAt: now };
    await this.secrets.put(SESSION, hashOf(token), session, { expiresAt: new Date(sessionEnd(session)) });
    await this.ofMember.remember(memberId, token);
    return { token, lastsMs: sessionEnd(session) - now };
  }

  /** undefined: no such session, or it has ended. */
  async find(token: string): Promise<StoredSession | undefined> {
    if (!tokenShape.test(token)) return undefined;
    const session = await this.secrets.get<StoredSession>(SESSION, hashOf(token), this.clock.now());
    return session && (await this.ofMember.holds(token, session)) ? session : undefined;
  }

  /** The same. `lastsMs`: how long it lasts now, when this use made it longer. */
  async use(token: string): Promise<{ owner: SessionOwner; lastsMs?: number } | undefined> {
    const now = this.clock.now();
    const session = await this.find(token);
    if (!session) return undefined;
    const life = usedAt(session, now.getTime());
    if (!life) return { owner: session };
    const renewed = { ...session, ...life };
    const kept = await this.secrets.update<StoredSession>(
      SESSION,
      hashOf(token),
      now,
      (current) => current && renewed,
      {
        expiresAt: new Date(sessionEnd(renewed)),
      },
    );
    return kept && { owner: kept, lastsMs: sessionEnd(renewed) - now.getTime() };
  }

  async end(token: string): Promise<void> {
    if (tokenShape.test(token)) await this.secrets.remove(SESSION, hashOf(token));
    this.ends.tell(token);
  }
}
