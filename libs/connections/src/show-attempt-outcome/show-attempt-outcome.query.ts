import type { AttemptOutcome } from '@linkage/contracts';
import { DomainError, FactLog, fold, ReadModels, type Position } from '@linkage/event-sourcing';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { attempt, attemptStream, type StartedAttempt } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { failureTextOf } from '../attempt/failure-texts';
import { permissionLabels } from '../attempt/permission-labels';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import { invitedCreators, type InvitedCreator } from '../invited-creator/invited-creators.projection';

/** What came of one attempt, for the creator who made it. */
export class ShowAttemptOutcome extends Query<AttemptOutcome> {
  constructor(
    readonly link: string,
    readonly attemptId: string,
  ) {
    super();
  }
}

@QueryHandler(ShowAttemptOutcome)
export class ShowAttemptOutcomeHandler implements IQueryHandler<ShowAttemptOutcome> {
  constructor(
    private readonly creators: CreatorOfLink,
    private readonly log: FactLog,
    private readonly readModels: ReadModels,
    private readonly registry: PlatformRegistry,
  ) {}

  /** Read from the log itself: the browser comes here straight from the callback. */
  async execute({ link, attemptId }: ShowAttemptOutcome): Promise<AttemptOutcome> {
    const creator = await this.creators.find(link);
    const facts = await this.log.readStream<AttemptFact>(attemptStream(attemptId));
    const state = fold(attempt, facts);
    if (state === null || state.invitationId !== creator.invitationId)
      throw new DomainError('not-found', 'not-found', 'There is no such attempt.');
    const last = facts.at(-1);
    const account = state.accountId !== null && last ? await this.account(state, last.position) : null;
    return this.outcome(state, creator, account);
  }

  private async account(
    { invitationId, accountId, reconnected }: StartedAttempt,
    position: Position,
  ): Promise<AttemptOutcome['account']> {
    await this.readModels.reached(invitedCreators, position);
    const creator = await this.readModels.get(invitedCreators, invitationId);
    const account = creator?.accounts.find((known) => known.accountId === accountId);
    if (account === undefined) return null;
    const { username, displayName, avatarUrl } = account;
    return { accountId: account.accountId, username, displayName, avatarUrl, reconnected };
  }

  private outcome(
    state: StartedAttempt,
    { creatorName }: InvitedCreator,
    account: AttemptOutcome['account'],
  ): AttemptOutcome {
    const { attemptId, platform, result, reason } = state;
    const missing = permissionLabels(this.registry.find(platform)?.permissions ?? [], state.missing);
    const failed = { creatorName, platform, missing, report: null, otherAccount: null, otherEmail: null };
    return {
      attemptId,
      platform,
      result,
      account,
      reason,
      message: reason && failureTextOf(reason, failed).message,
      missing,
    };
  }
}
