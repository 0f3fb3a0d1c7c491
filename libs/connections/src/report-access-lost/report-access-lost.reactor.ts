import { CommandHandling, FactLog, ReadModels, type Reactor, type Recorded } from '@linkage/event-sourcing';
import { systemContext } from '@linkage/http';
import type { RefreshFact, RefreshFailed } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { socialAccount } from '../social-account/social-account';
import { causeOf, reportAccessLost } from '../social-account/report-access-lost';

/** A refresh that was told "the access is gone" breaks the connection, once. */
@Injectable()
export class ReportAccessLost implements Reactor<RefreshFailed> {
  readonly name = 'report-access-lost';
  readonly streams = ['refresh-'];
  readonly on = ['RefreshFailed'] as const;
  readonly maxAgeMs = 7 * 24 * 3_600_000;
  /** The platform is not asked again by itself: an account that nothing says this of would wait for ever. */
  readonly lateToo = true;

  constructor(
    private readonly log: FactLog,
    private readonly readModels: ReadModels,
    private readonly commands: CommandHandling,
  ) {}

  async react(fact: Recorded<RefreshFailed>): Promise<void> {
    const cause = causeOf(fact.data);
    if (cause === null) return;
    const { accountId, invitationId } = fact.data;
    if (!(await this.readModels.reached(invitedCreators, fact.position)))
      throw new Error('invited-creators is behind; try again');
    const account = (await this.readModels.get(invitedCreators, invitationId))?.accounts.find(
      (known) => known.accountId === accountId,
    );
    if (account === undefined || account.connectedAt > (await this.startedAt(fact))) return;
    await this.commands.handle({
      stream: account.stream,
      decider: socialAccount,
      context: systemContext(fact.workspaceId, 'connections', fact),
      idempotencyKey: { value: fact.id },
      decide: (state) => reportAccessLost(cause, state),
    });
  }

  /** A refresh that set out before the account was connected again speaks of the old access. */
  private async startedAt(failed: Recorded<RefreshFailed>): Promise<string> {
    const run = await this.log.readStream<RefreshFact>(failed.stream, {
      backwards: true,
      from: failed.revision,
      limit: 20,
    });
    return (
      run.find((fact) => fact.type === 'RefreshStarted' && fact.data.refreshId === failed.data.refreshId)?.at ??
      failed.at
    );
  }
}
