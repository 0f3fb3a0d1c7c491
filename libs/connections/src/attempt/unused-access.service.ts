import { CommandHandling, type FactContext } from '@linkage/event-sourcing';
import type { AccessGrant, OfferedAccount, PlatformTrouble } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';
import { attempt, attemptStream, giveBack } from './attempt';
import { LogIns } from './log-ins.port';
import { Revocations } from './revocations.port';
import { loginOf, PendingChoices, type PendingChoice } from './pending-choices.service';

interface Unused {
  readonly attemptId: string;
  readonly platform: PlatformId;
  readonly offered: readonly OfferedAccount[];
}

/** What passes by itself: the platform can be asked again. */
const passes = (trouble: PlatformTrouble | null): boolean =>
  trouble?.outcome === 'platform-down' || trouble?.outcome === 'rate-limited';

/**
 * Access that a creator gave and that no account was connected with: the platform is asked to take it back, and it is
 * forgotten here. A log-in that other accounts or another open choice live on keeps its access: on most platforms
 * taking back one token ends all of them.
 */
@Injectable()
export class UnusedAccess {
  constructor(
    private readonly choices: PendingChoices,
    private readonly logins: LogIns,
    private readonly revocations: Revocations,
    private readonly commands: CommandHandling,
  ) {}

  /** False: nothing was done, since the platform does not answer now. */
  async tryToGiveBack(choice: PendingChoice, context: FactContext): Promise<boolean> {
    return this.end(choice, context, true);
  }

  async giveBack(choice: PendingChoice, context: FactContext): Promise<void> {
    await this.end(choice, context, false);
  }

  /** Of accounts that were never kept. */
  async giveBackAtOnce(unused: Unused, context: FactContext): Promise<void> {
    await this.record(unused.attemptId, (await this.revoke(unused)).revoked, context);
  }

  private async end(choice: PendingChoice, context: FactContext, mayWait: boolean): Promise<boolean> {
    await this.choices.letGo(choice);
    const { revoked, isToWait } = await this.revoke(choice);
    if (isToWait && mayWait) return false;
    await this.record(choice.attemptId, revoked, context);
    await this.choices.forget(choice);
    return true;
  }

  /** `revoked`, as in the fact. */
  private async revoke({ platform, offered }: Unused): Promise<{ revoked: boolean | null; isToWait: boolean }> {
    const byLogin = new Map<string, AccessGrant>(offered.map((each) => [loginOf(each), each.grant]));
    const asked: { done: boolean; trouble: PlatformTrouble | null }[] = [];
    for (const [loginId, grant] of byLogin)
      if (!(await this.logins.isNeeded(platform, loginId))) asked.push(await this.revocations.ask(platform, grant));
    return {
      revoked: asked.length === 0 ? null : asked.every(({ done }) => done),
      isToWait: asked.some(({ trouble }) => passes(trouble)),
    };
  }

  private async record(attemptId: string, revoked: boolean | null, context: FactContext): Promise<void> {
    const decide = (state: Parameters<typeof giveBack>[1]) => giveBack(revoked, state);
    await this.commands.handle({ stream: attemptStream(attemptId), decider: attempt, context, decide });
  }
}
