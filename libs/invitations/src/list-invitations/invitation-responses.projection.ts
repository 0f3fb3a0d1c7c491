import type { InvitationListItem } from '@linkage/contracts';
import { projection, type Recorded } from '@linkage/event-sourcing';
import type { AttemptProgress, InvitationIssued, MicrositeOpened, PlatformId } from '@linkage/published-facts';

interface Tries {
  readonly platform: PlatformId;
  /** Attempts that failed or were left unfinished, since one succeeded last. */
  readonly unsuccessful: number;
  /** When the last of them ended, ISO UTC; '': there is none. */
  readonly at: string;
  /** When one succeeded last, ISO UTC; null: never. */
  readonly succeededAt: string | null;
  /** When each that has not ended yet was started, by its id. */
  readonly underWay: Readonly<Record<string, string>>;
  /** What the creator has yet to choose from or confirm, by the attempt's id: how many accounts, and since when. */
  readonly choices: Readonly<Record<string, Choice>>;
}

interface Choice {
  readonly offered: number;
  /** ISO UTC. */
  readonly at: string;
}

/** What a creator has done with an invite so far. Issued again, it begins anew. */
export interface InvitationResponses {
  /** Whether openings of the page have been told from the beginning. */
  readonly visitsTold: boolean;
  readonly openedAt: string | null;
  readonly tries: readonly Tries[];
}

const afterAttempt = (tries: Tries, fact: Recorded<AttemptProgress>): Tries => {
  const { [fact.data.attemptId]: startedAt = fact.at, ...others } = tries.underWay;
  const { [fact.data.attemptId]: _open, ...choices } = tries.choices;
  switch (fact.type) {
    case 'AuthorizationStarted':
      return { ...tries, underWay: { ...tries.underWay, [fact.data.attemptId]: fact.at } };
    case 'AuthorizationChoiceOffered': {
      const choice = { offered: fact.data.offered, at: fact.at };
      return { ...tries, choices: { ...choices, [fact.data.attemptId]: choice } };
    }
    case 'AuthorizationSucceeded':
      return { ...tries, unsuccessful: 0, at: '', succeededAt: fact.at, underWay: others, choices };
    case 'AuthorizationFailed':
    case 'AuthorizationAbandoned': {
      // An attempt may be given up long after a later one has succeeded.
      const madeGood = tries.succeededAt !== null && tries.succeededAt >= startedAt;
      const counted = madeGood ? tries : { ...tries, unsuccessful: tries.unsuccessful + 1, at: fact.at };
      return { ...counted, underWay: others, choices };
    }
  }
};

const withAttempt = (row: InvitationResponses, fact: Recorded<AttemptProgress>): InvitationResponses => {
  const { platform } = fact.data;
  const tries = row.tries.find((each) => each.platform === platform) ?? {
    platform,
    unsuccessful: 0,
    at: '',
    succeededAt: null,
    underWay: {},
    choices: {},
  };
  const others = row.tries.filter((each) => each.platform !== platform);
  // Where openings were not told yet, a connection that was started tells one.
  const openedAt = fact.type === 'AuthorizationStarted' ? fact.at : row.openedAt;
  return { ...row, openedAt, tries: [...others, afterAttempt(tries, fact)] };
};

/**
 * For the line under a status: whether the page was opened, what was tried without success, and what waits for a
 * choice.
 */
export const invitationResponses = projection<
  InvitationResponses,
  InvitationIssued | MicrositeOpened | AttemptProgress
>({
  name: 'invitation-responses',
  version: 2,
  streams: ['invitation-', 'visit-', 'attempt-'],
  on: [
    'InvitationIssued',
    'MicrositeOpened',
    'AuthorizationStarted',
    'AuthorizationChoiceOffered',
    'AuthorizationSucceeded',
    'AuthorizationFailed',
    'AuthorizationAbandoned',
  ],
  fields: {},
  key: ({ data }) => data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') return { visitsTold: fact.data.visits === 'told', openedAt: null, tries: [] };
    if (row === undefined) return undefined;
    if (fact.type === 'MicrositeOpened') return { ...row, openedAt: fact.at };
    return withAttempt(row, fact);
  },
});

/** As a list shows it. */
export const openedBy = (row: InvitationResponses | undefined): InvitationListItem['opened'] =>
  row === undefined || (row.openedAt === null && !row.visitsTold) ? null : { at: row.openedAt };

/** Platforms that were tried without success since, the newest first. */
export const unsuccessfulTries = (row: InvitationResponses | undefined): InvitationListItem['tried'] =>
  (row?.tries ?? [])
    .filter(({ unsuccessful }) => unsuccessful > 0)
    .sort(newestFirst)
    .map(({ platform, unsuccessful, at }) => ({ platform, times: unsuccessful, at }));

/** Platforms on which the creator has signed in and has yet to choose or confirm accounts, the newest first. */
export const openChoices = (row: InvitationResponses | undefined): InvitationListItem['choosing'] =>
  (row?.tries ?? [])
    .flatMap(({ platform, choices }) =>
      Object.values(choices)
        .sort(newestFirst)
        .slice(0, 1)
        .map(({ offered, at }) => ({ platform, offered, at })),
    )
    .sort(newestFirst);

const newestFirst = (one: { readonly at: string }, other: { readonly at: string }): number =>
  one.at < other.at ? 1 : -1;
