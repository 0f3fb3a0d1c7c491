import type { Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { SESSION_CLOCK } from './session-clock';
import { hashOf, SESSION, SessionEnds } from './session-ends.service';
import type { SessionLife } from './session-life';
import { SignedInCache } from './signed-in-cache.service';

const KIND = 'member-sessions';
/** Those that began longest ago leave the list, and end with it when all are ended. */
const MOST = 200;

interface StoredList {
  /** Keys under which the sessions are kept. */
  readonly open: readonly string[];
  /** ms since 1970. One that began before and is not in the list has ended. */
  readonly endedBefore: number;
}

export interface SessionOwner {
  readonly workspaceId: string;
  readonly memberId: string;
}

export interface StoredSession extends SessionOwner, SessionLife {
  /** What the browser calls itself, in a few words; absent in sessions of before. */
  readonly browser?: string;
}

export interface OpenSession {
  /** Names the session; it is no secret and opens nothing. */
  readonly sessionId: string;
  readonly browser: string;
  readonly startedAt: number;
  readonly usedAt: number;
}

/** The sessions of each member, so that they can be seen and ended one by one or all together. */
@Injectable()
export class MemberSessions {
  constructor(
    private readonly secrets: SecretStore,
    private readonly ends: SessionEnds,
    private readonly cache: SignedInCache,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  static idOf(token: string): string {
    return hashOf(token);
  }

  async remember(memberId: string, token: string): Promise<void> {
    await this.change(memberId, ({ open, endedBefore }) => ({
      open: [...open, hashOf(token)].slice(-MOST),
      endedBefore,
    }));
  }

  /** Whether it was not ended together with all others. */
  async holds(token: string, { memberId, startedAt }: StoredSession): Promise<boolean> {
    const list = await this.secrets.get<StoredList>(KIND, memberId, this.clock.now());
    return list === undefined || startedAt >= list.endedBefore || list.open.includes(hashOf(token));
  }

  /** Those that can be used now, the one that was used last first. */
  async list(memberId: string): Promise<readonly OpenSession[]> {
    const now = this.clock.now();
    const { open = [] } = (await this.secrets.get<StoredList>(KIND, memberId, now)) ?? {};
    const sessions = await Promise.all(open.map((id) => this.secrets.get<StoredSession>(SESSION, id, now)));
    return sessions
      .flatMap((kept, index) => {
        const sessionId = open[index];
        if (kept?.memberId !== memberId || sessionId === undefined) return [];
        return [{ sessionId, browser: kept.browser ?? '', startedAt: kept.startedAt, usedAt: kept.renewedAt }];
      })
      .sort((one, other) => other.usedAt - one.usedAt);
  }

  /** False: the member has no such session. */
  async end(memberId: string, sessionId: string): Promise<boolean> {
    const isTheirs = (await this.list(memberId)).some((session) => session.sessionId === sessionId);
    if (isTheirs) await this.endNow(sessionId);
    return isTheirs;
  }

  /** All of the member's but that of `token`; null: all. Those of before this list was kept end, too. */
  endOthers(memberId: string, token: string | null): Promise<void> {
    return this.endAllBut(memberId, token === null ? null : hashOf(token));
  }

  /** The same, where the one that stays is known by its id. */
  async endAllBut(memberId: string, sessionId: string | null): Promise<void> {
    const stays = sessionId === null ? [] : [sessionId];
    const now = this.clock.now().getTime();
    const ended = (await this.list(memberId)).filter((session) => !stays.includes(session.sessionId));
    await this.change(memberId, ({ open }) => ({
      // One that began since the list was read is not in it.
      open: [
        ...stays,
        ...open.filter((id) => !stays.includes(id) && !ended.some((session) => session.sessionId === id)),
      ],
      endedBefore: now,
    }));
    for (const session of ended) await this.endNow(session.sessionId);
    this.cache.forgetMember(memberId);
  }

  private async endNow(sessionId: string): Promise<void> {
    await this.secrets.remove(SESSION, sessionId);
    this.cache.forgetHash(sessionId);
    this.ends.tellHash(sessionId);
  }

  private async change(memberId: string, change: (list: StoredList) => StoredList): Promise<void> {
    const now = this.clock.now();
    await this.secrets.update<StoredList>(KIND, memberId, now, (list) => change(list ?? { open: [], endedBefore: 0 }));
  }
}
