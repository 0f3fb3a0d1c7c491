import { CommandHandling, derivedId, type Position } from '@linkage/event-sourcing';
import { creatorContext } from '@linkage/http';
import { PlatformRegistry, type OfferedAccount } from '@linkage/platforms';
import type { PlatformId } from '@linkage/published-facts';
import { Injectable } from '@nestjs/common';
import {
  attempt,
  attemptStream,
  fail,
  startAuthorization,
  succeed,
  type Attempt,
  type Failure,
} from '../attempt/attempt';
import { accountFailure } from '../attempt/account-failure';
import { missingPermissions } from '../attempt/missing-permissions';
import { PendingChoices, type ChosenAccount, type PendingChoice } from '../attempt/pending-choices.service';
import { UnusedAccess } from '../attempt/unused-access.service';
import type { InvitedCreator } from '../invited-creator/invited-creators.projection';
import { AccountConnection } from '../social-account/account-connection.service';

interface RefusedAccount {
  /** Where it stands among those on offer. */
  readonly at: number;
  readonly failure: Failure;
}

/**
 * Connects what a creator has chosen, one after the other, and records what came of the attempt. Hold the attempt's
 * lock.
 */
@Injectable()
export class ChosenAccounts {
  constructor(
    private readonly choices: PendingChoices,
    private readonly unused: UnusedAccess,
    private readonly registry: PlatformRegistry,
    private readonly accounts: AccountConnection,
    private readonly commands: CommandHandling,
  ) {}

  /** Goes on where a stop left it. An account that cannot be connected does not keep the others from it. */
  async finish(choice: PendingChoice, creator: InvitedCreator): Promise<Position | null> {
    const connected: ChosenAccount[] = [...choice.connected];
    const failures: RefusedAccount[] = [];
    for (const offered of this.left(choice)) {
      const outcome = await this.connect(choice, offered, creator);
      if ('reason' in outcome) failures.push({ at: choice.offered.indexOf(offered), failure: outcome });
      else {
        connected.push(outcome);
        await this.choices.noteConnected(choice.attemptId, outcome);
      }
    }
    const position = await this.record(choice, connected, failures, creator);
    if (connected.length > 0) await this.choices.forget(choice);
    else await this.unused.giveBack(choice, creatorContext(creator.workspaceId, creator.invitationId));
    return position;
  }

  private left({ offered, chosen, connected }: PendingChoice): readonly OfferedAccount[] {
    const done = connected.map(({ platformAccountId }) => platformAccountId);
    return offered.filter(
      ({ identity: { platformAccountId: id } }) => (chosen ?? []).includes(id) && !done.includes(id),
    );
  }

  /** @throws what is no matter of the account */
  private async connect(
    { attemptId, platform }: PendingChoice,
    { identity, grant }: OfferedAccount,
    { workspaceId, invitationId, creatorName, creatorEmail }: InvitedCreator,
  ): Promise<ChosenAccount | Failure> {
    const { granted } = grant;
    const consented = { attemptId, invitationId, platform, identity, granted, creatorName, creatorEmail };
    try {
      const account = await this.accounts.connect(consented, grant, creatorContext(workspaceId, invitationId));
      return { platformAccountId: identity.platformAccountId, ...account };
    } catch (error) {
      return { otherAccount: identity.username, ...accountFailure(error, identity.username) };
    }
  }

  private async record(
    { attemptId, workspaceId, invitationId, platform, offered }: PendingChoice,
    [first, ...others]: readonly ChosenAccount[],
    failures: readonly RefusedAccount[],
    creator: InvitedCreator,
  ): Promise<Position | null> {
    const ids = [first, ...others].map((account) => account?.platformAccountId);
    const granted = offered.filter(({ identity }) => ids.includes(identity.platformAccountId));
    const missing = granted.flatMap(
      ({ grant }) => missingPermissions(this.registry.find(platform)?.permissions ?? [], grant.granted).optional,
    );
    // Where nothing was connected, the attempt itself tells of the first.
    const failure = first === undefined ? failures[0]?.failure : undefined;
    const refused = (first === undefined ? failures.slice(1) : failures).map((each) => ({
      ...each,
      attemptId: derivedId(attemptId, 'refused', each.at),
    }));
    const context = creatorContext(workspaceId, invitationId);
    const { position } = await this.commands.handle({
      stream: attemptStream(attemptId),
      decider: attempt,
      context: first ? { ...context, causationId: first.factId } : context,
      decide: (state) => {
        if (first === undefined) return failure === undefined ? [] : fail(failure, state);
        const also = others.map(({ accountId }) => accountId);
        const told = refused.map((each) => each.attemptId);
        return succeed({ ...first, missing: [...new Set(missing)], others: also, refused: told }, state);
      },
    });
    for (const each of refused) await this.recordRefused(each.attemptId, each.failure, platform, creator);
    return position;
  }

  /** An attempt of its own, which begins and fails, so that the brand sees each account that was refused, and why. */
  private async recordRefused(
    attemptId: string,
    failure: Failure,
    platform: PlatformId,
    { workspaceId, invitationId, creatorName, creatorEmail }: InvitedCreator,
  ): Promise<void> {
    const asked = { attemptId, invitationId, platform, creatorName, creatorEmail };
    const context = creatorContext(workspaceId, invitationId);
    for (const decide of [
      (state: Attempt) => startAuthorization(asked, state),
      (state: Attempt) => fail(failure, state),
    ])
      await this.commands.handle({ stream: attemptStream(attemptId), decider: attempt, context, decide });
  }
}
