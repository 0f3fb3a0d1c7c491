import type { AttemptResult, FailureReason } from '@linkage/contracts';
import type { Decider } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import type {
  AttemptFact,
  AuthorizationAbandoned,
  AuthorizationChoiceOffered,
  AuthorizationFailed,
  AuthorizationGivenBack,
  AuthorizationStarted,
  AuthorizationSucceeded,
} from './attempt.events';
import { asFailureReason } from './failure-reason';

/** How long a creator has on the platform's pages. After that the way back is closed. */
export const ATTEMPT_LIFE_MS = 30 * 60_000;

export const attemptStream = (attemptId: string): string => `attempt-${attemptId}`;

/** Held while the end of an attempt is found out and recorded. */
export const attemptLock = (attemptId: string): string => `attempt:${attemptId}`;

/** 1 page opened · 2 sent over · 3 signed in · 4 agreed */
export type Step = 1 | 2 | 3 | 4;

export interface StartedAttempt {
  readonly attemptId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  /** The account that was to be connected again; null: any. */
  readonly reconnects: string | null;
  readonly result: AttemptResult;
  readonly step: Step;
  /** Of the account, once it succeeded. */
  readonly accountId: string | null;
  readonly reconnected: boolean;
  /** Further accounts that the creator chose. */
  readonly others: readonly string[];
  /** Attempts that tell of the chosen accounts that could not be connected. */
  readonly refused: readonly string[];
  /** Until when the creator can say which accounts are meant, ISO UTC; null: there is nothing to choose. */
  readonly choosingUntil: string | null;
  readonly reason: FailureReason | null;
  /** Permissions that were left unticked, by the platform's names. */
  readonly missing: readonly string[];
  /** No token of the consent is kept any more. */
  readonly givenBack: boolean;
}

/** Only a choice that was left open gets as far as the last step. */
export const abandonedAt = (step: Step): FailureReason => (step === 4 ? 'not-chosen' : 'not-finished');

/** null: never started. */
export type Attempt = StartedAttempt | null;

export const attempt: Decider<Attempt, AttemptFact> = {
  initial: null,
  evolve(state, fact) {
    if (fact.type === 'AuthorizationStarted') {
      const { attemptId, invitationId, platform, reconnects = null } = fact.data;
      return {
        attemptId,
        invitationId,
        platform,
        reconnects,
        result: 'started',
        step: 2,
        accountId: null,
        reconnected: false,
        others: [],
        refused: [],
        choosingUntil: null,
        reason: null,
        missing: [],
        givenBack: false,
      };
    }
    if (state === null) return null;
    switch (fact.type) {
      case 'AuthorizationChoiceOffered':
        return { ...state, step: 4, choosingUntil: fact.data.until };
      case 'AuthorizationSucceeded':
        return {
          ...state,
          choosingUntil: null,
          others: fact.data.others ?? [],
          refused: fact.data.refused ?? [],
          result: 'succeeded',
          step: 4,
          reason: null,
          accountId: fact.data.accountId,
          reconnected: fact.data.reconnected ?? false,
          missing: fact.data.missing ?? [],
        };
      case 'AuthorizationFailed':
        return {
          ...state,
          choosingUntil: null,
          result: 'failed',
          step: fact.data.step,
          reason: asFailureReason(fact.data.reason),
          missing: fact.data.missing ?? [],
        };
      case 'AuthorizationAbandoned':
        return {
          ...state,
          choosingUntil: null,
          result: 'abandoned',
          step: fact.data.step,
          reason: abandonedAt(fact.data.step),
        };
      case 'AuthorizationGivenBack':
        return { ...state, givenBack: true };
    }
  },
};

const hasOutcome = (state: StartedAttempt): boolean => state.result === 'succeeded' || state.result === 'failed';

export type Success = Pick<StartedAttempt, 'reconnected' | 'missing'> & {
  readonly accountId: string;
  readonly others?: readonly string[];
  readonly refused?: readonly string[];
};

/** Nothing to add when the same start is repeated. */
export const startAuthorization = (
  asked: AuthorizationStarted['data'],
  state: Attempt,
): readonly AuthorizationStarted[] => (state === null ? [{ type: 'AuthorizationStarted', data: asked }] : []);

/** Nothing to add while a choice is open, or once the outcome is known. */
export const offerChoice = (
  offer: Pick<AuthorizationChoiceOffered['data'], 'offered' | 'until'>,
  state: Attempt,
): readonly AuthorizationChoiceOffered[] => {
  if (state === null || hasOutcome(state) || state.choosingUntil !== null) return [];
  const { attemptId, invitationId, platform } = state;
  return [{ type: 'AuthorizationChoiceOffered', data: { attemptId, invitationId, platform, ...offer } }];
};

/** Nothing to add once the outcome is known. An attempt taken for abandoned may still succeed: what happened counts. */
export const succeed = (outcome: Success, state: Attempt): readonly AuthorizationSucceeded[] => {
  if (state === null || hasOutcome(state)) return [];
  const { attemptId, invitationId, platform } = state;
  const { accountId, reconnected } = outcome;
  const { missing, others = [], refused = [] } = outcome;
  return [
    {
      type: 'AuthorizationSucceeded',
      data: {
        attemptId,
        invitationId,
        platform,
        accountId,
        reconnected,
        ...(others.length > 0 && { others: [...others] }),
        ...(missing.length > 0 && { missing: [...missing] }),
        ...(refused.length > 0 && { refused: [...refused] }),
      },
    },
  ];
};

export interface Failure {
  readonly reason: FailureReason;
  readonly step: Step;
  readonly missing?: readonly string[];
  /** Finds the log line of an unexpected error. */
  readonly report?: string;
  /** Username of the account that was refused, the other invitation it belongs to, and whether it has ended there. */
  readonly otherAccount?: string;
  readonly otherInvitationId?: string;
  readonly otherEnded?: boolean;
}

/** Nothing to add once the outcome is known, so a repeated callback says what the first one said. */
export const fail = (failure: Failure, state: Attempt): readonly AuthorizationFailed[] => {
  if (state === null || hasOutcome(state)) return [];
  const { attemptId, invitationId, platform } = state;
  const { missing, ...rest } = failure;
  return [
    {
      type: 'AuthorizationFailed',
      data: { attemptId, invitationId, platform, ...rest, ...(missing && { missing: [...missing] }) },
    },
  ];
};

/** Only for an attempt that is still open. */
export const abandon = (state: Attempt): readonly AuthorizationAbandoned[] => {
  if (state === null || state.result !== 'started') return [];
  const { attemptId, invitationId, platform, step } = state;
  return [{ type: 'AuthorizationAbandoned', data: { attemptId, invitationId, platform, step } }];
};

/** Once only: what is gone cannot be given back again. */
export const giveBack = (revoked: boolean | null, state: Attempt): readonly AuthorizationGivenBack[] => {
  if (state === null || state.givenBack) return [];
  const { attemptId, invitationId, platform } = state;
  return [{ type: 'AuthorizationGivenBack', data: { attemptId, invitationId, platform, revoked } }];
};
