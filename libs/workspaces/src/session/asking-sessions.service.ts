import type { Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { MemberSessions } from './member-sessions.service';
import { SESSION_CLOCK } from './session-clock';

const KIND = 'email-change-session';

interface AskingSession {
  /** It opens nothing. */
  readonly sessionId: string | null;
}

/** In which session a change of e-mail was asked for: it goes on when the others end. */
@Injectable()
export class AskingSessions {
  constructor(
    private readonly secrets: SecretStore,
    private readonly sessions: MemberSessions,
    @Inject(SESSION_CLOCK) private readonly clock: Clock,
  ) {}

  async remember(changeId: string, token: string | null, expiresAt: Date): Promise<void> {
    const session: AskingSession = { sessionId: token === null ? null : MemberSessions.idOf(token) };
    await this.secrets.put(KIND, changeId, session, { expiresAt });
  }

  /** Once for each change; a session that begins afterwards is not touched when this is repeated. */
  async endOthers(changeId: string, memberId: string): Promise<void> {
    const asking = await this.secrets.get<AskingSession>(KIND, changeId, this.clock.now());
    if (!asking) return;
    await this.sessions.endAllBut(memberId, asking.sessionId);
    await this.secrets.remove(KIND, changeId);
  }
}
