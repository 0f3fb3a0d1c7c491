import { DomainError, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { AskingSessions } from '../session/asking-sessions.service';
import { EmailChanges } from '../workspace/email-changes.service';
import type { EmailChangeConfirmed, EmailChanged } from '../workspace/workspace.events';

const MONTH_MS = 30 * 24 * 3_600_000;

/** Finishes a change of e-mail that was cut off between the confirmation, the fact and the end of the sessions. */
@Injectable()
export class CompleteEmailChanges implements Reactor<EmailChangeConfirmed | EmailChanged> {
  readonly name = 'complete-email-changes';
  readonly streams = ['workspace-'];
  readonly on = ['EmailChangeConfirmed', 'EmailChanged'] as const;
  readonly maxAgeMs = MONTH_MS;

  constructor(
    private readonly changes: EmailChanges,
    private readonly sessions: AskingSessions,
  ) {}

  async react(fact: Recorded<EmailChangeConfirmed | EmailChanged>): Promise<void> {
    const { workspaceId, memberId, changeId } = fact.data;
    if (fact.type === 'EmailChanged') {
      await this.changes.tidyUp(fact.data);
      return this.sessions.endOthers(changeId, memberId);
    }
    await this.changes.complete(workspaceId, memberId, changeId).catch((error: unknown) => {
      // The new address has got an account meanwhile: the change is over, and there is nothing to repeat.
      if (!(error instanceof DomainError)) throw error;
    });
  }
}
