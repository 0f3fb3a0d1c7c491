import type { AccountChoice, AttemptOutcome, ConnectedByAttempt, RefusedByAttempt } from '@linkage/contracts';
import { DomainError, ERASED, FactLog, fold, ReadModels, type Position } from '@linkage/event-sourcing';
import { AVATAR, Pictures } from '@linkage/pictures';
import { PlatformRegistry } from '@linkage/platforms';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { attempt, attemptStream, type StartedAttempt } from '../attempt/attempt';
import type { AttemptFact } from '../attempt/attempt.events';
import { asFailureReason } from '../attempt/failure-reason';
import { failureTextOf } from '../attempt/failure-texts';
import { permissionWords } from '../attempt/permission-words';
import { CreatorOfLink } from '../invited-creator/creator-of-link.service';
import {
  invitedCreators,
  type AccountOfCreator,
  type InvitedCreator,
} from '../invited-creator/invited-creators.projection';
import { OpenChoice } from './open-choice.service';

/** The page waits so long for the faces of its accounts. */
const PATIENCE_MS = 1_500;

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
    private readonly choice: OpenChoice,
    private readonly pictures: Pictures,
  ) {}

  /** Read from the log itself: the browser comes here straight from the callback. */
  async execute({ link, attemptId }: ShowAttemptOutcome): Promise<AttemptOutcome> {
    const creator = await this.creators.find(link);
    const facts = await this.log.readStream<AttemptFact>(attemptStream(attemptId));
    const state = fold(attempt, facts);
    if (state === null || state.invitationId !== creator.invitationId)
      throw new DomainError('not-found', 'not-found', 'There is no such attempt.');
    const last = facts.at(-1);
    const accounts = state.accountId !== null && last ? await this.accounts(state, last.position) : [];
    const choice = state.choosingUntil === null ? null : await this.choice.of(attemptId, creator);
    return { ...this.outcome(state, creator, accounts, choice), refused: await this.refused(state, creator) };
  }

  private async refused({ refused }: StartedAttempt, { creatorName }: InvitedCreator): Promise<RefusedByAttempt[]> {
    const facts = await Promise.all(refused.map((id) => this.log.readStream<AttemptFact>(attemptStream(id))));
    return facts.flat().flatMap((fact) => {
      if (fact.type !== 'AuthorizationFailed') return [];
      const { platform, otherAccount = null, otherEnded = false } = fact.data;
      const of = { creatorName, platform, missing: [], report: null, otherAccount, otherEmail: null, otherEnded };
      const { message } = failureTextOf(asFailureReason(fact.data.reason), of);
      return [{ username: otherAccount === ERASED ? null : otherAccount, message }];
    });
  }

  /** The first one first. */
  private async accounts(
    { invitationId, accountId, others, reconnected }: StartedAttempt,
    position: Position,
  ): Promise<readonly ConnectedByAttempt[]> {
    await this.readModels.reached(invitedCreators, position);
    const creator = await this.readModels.get(invitedCreators, invitationId);
    if (creator === undefined) return [];
    const known = [accountId, ...others].flatMap((id) => creator.accounts.find((each) => each.accountId === id) ?? []);
    const faces = await this.faces(creator, known);
    return known.map(({ accountId: id, username, displayName }, i) => ({
      accountId: id,
      username,
      displayName,
      avatarUrl: faces[i] ?? null,
      reconnected,
    }));
  }

  /** The first refresh may not have come so far yet. */
  private async faces(
    { invitationId: subject, workspaceId }: InvitedCreator,
    accounts: readonly AccountOfCreator[],
  ): Promise<readonly (string | null)[]> {
    const seen = accounts.map(({ accountId: account, platform, avatarUrl: address }) => ({
      account,
      what: AVATAR,
      address,
      platform,
      subject,
      workspaceId,
    }));
    this.pictures.seen(seen);
    await this.pictures.settled(seen, PATIENCE_MS);
    return this.pictures.addresses(seen);
  }

  private outcome(
    state: StartedAttempt,
    { creatorName }: InvitedCreator,
    [account, ...others]: readonly ConnectedByAttempt[],
    choice: AccountChoice | null,
  ): Omit<AttemptOutcome, 'refused'> {
    const { attemptId, platform, result, reason, reconnects } = state;
    const missing = permissionWords(this.registry.find(platform)?.permissions ?? [], state.missing);
    const labels = missing.map(({ label }) => label);
    const failed = {
      creatorName,
      platform,
      missing: labels,
      report: null,
      otherAccount: null,
      otherEmail: null,
      otherEnded: false,
    };
    return {
      attemptId,
      platform,
      result,
      account: account ?? null,
      others,
      reconnects,
      choice,
      reason,
      message: reason && failureTextOf(reason, failed).message,
      missing,
    };
  }
}
