import type { Fact, FactCatalog } from '@linkage/event-sourcing';
import type { CreatorNameAndEmail, PlatformId } from './platform';

/**
 * One attempt to connect, stream `attempt-<attemptId>`; `reconnects`: the account that was to be connected again. How
 * far it got: 1 page opened (the creator pressed Connect), 2
 * sent over to the platform, 3 signed in there (the platform sent the creator back), 4 agreed (permissions were
 * granted).
 */
export type AuthorizationStarted = Fact<
  'AuthorizationStarted',
  { attemptId: string; invitationId: string; platform: PlatformId; reconnects?: string } & CreatorNameAndEmail
>;
/**
 * `reconnected`: the account was known already; `others`: further accounts that the creator chose; `missing` names the
 * permissions, none of them required, that were left unticked; `refused`: attempts of their own tell of those that were
 * chosen, too, and could not be connected.
 */
export type AuthorizationSucceeded = Fact<
  'AuthorizationSucceeded',
  {
    attemptId: string;
    invitationId: string;
    platform: PlatformId;
    accountId: string;
    reconnected?: boolean;
    others?: string[];
    missing?: string[];
    refused?: string[];
  }
>;
/**
 * `reason` is a code of `failureReasons` in `@linkage/contracts`; `missing` names permissions left unticked; `report`
 * finds the log line of an unexpected error; `otherAccount` is the account that could not be connected,
 * `otherInvitationId` the other invitation it belongs to, `otherEnded`: it is disconnected there.
 */
export type AuthorizationFailed = Fact<
  'AuthorizationFailed',
  {
    attemptId: string;
    invitationId: string;
    platform: PlatformId;
    reason: string;
    step: 1 | 2 | 3 | 4;
    missing?: string[];
    report?: string;
    otherAccount?: string;
    otherInvitationId?: string;
    otherEnded?: boolean;
  }
>;
/**
 * The consent gives access to so many accounts: until `until` the creator can say which are meant. What they are stands
 * in the vault only.
 */
export type AuthorizationChoiceOffered = Fact<
  'AuthorizationChoiceOffered',
  { attemptId: string; invitationId: string; platform: PlatformId; offered: number; until: string }
>;
/** The creator never came back from the platform within the life of the attempt. */
export type AuthorizationAbandoned = Fact<
  'AuthorizationAbandoned',
  { attemptId: string; invitationId: string; platform: PlatformId; step: 1 | 2 | 3 | 4 }
>;

/**
 * The access that a consent gave and that no account was connected with: no token of it is kept. `revoked`: the
 * platform took it back; false: it has no such call, or did not; null: it was not asked, since accounts of the same
 * log-in, or another choice, live on that access.
 */
export type AuthorizationGivenBack = Fact<
  'AuthorizationGivenBack',
  { attemptId: string; invitationId: string; platform: PlatformId; revoked: boolean | null }
>;

/** How far an attempt got, and how it ended. */
export type AttemptProgress =
  | AuthorizationStarted
  | AuthorizationChoiceOffered
  | AuthorizationSucceeded
  | AuthorizationFailed
  | AuthorizationAbandoned;
export type AttemptFact = AttemptProgress | AuthorizationGivenBack;

/**
 * The creator's page was on the screen of a browser that ran it, which a mail scanner does not do; stream
 * `visit-<invitationId>`. At most one in four hours for each version of the link.
 */
export type MicrositeOpened = Fact<'MicrositeOpened', { invitationId: string; linkVersion: number; openedAt: string }>;

/** What an account is called on its platform. `platformAccountId` never changes; the rest may. */
export interface AccountIdentity {
  platformAccountId: string;
  username: string;
  displayName: string;
  avatarUrl: string | null;
}

/**
 * One social account in one workspace, stream `account-<HMAC of platform and platform account id under the workspace's
 * key>`, so that it can be connected once only. `granted` lists the permissions the creator gave, `attemptId` is the
 * attempt that led to it.
 */
export type SocialAccountConnected = Fact<
  'SocialAccountConnected',
  {
    accountId: string;
    attemptId?: string;
    invitationId: string;
    platform: PlatformId;
    granted: string[];
  } & AccountIdentity &
    CreatorNameAndEmail
>;
/** The same account again through the same invitation: in place, its history goes on. */
export type SocialAccountReconnected = Fact<
  'SocialAccountReconnected',
  {
    accountId: string;
    attemptId?: string;
    invitationId: string;
    platform: PlatformId;
    granted: string[];
  } & AccountIdentity
>;
export type SocialAccountDisconnected = Fact<
  'SocialAccountDisconnected',
  { accountId: string; invitationId: string; platform: PlatformId; by: 'creator' | 'member' | 'operator' }
>;
/**
 * The platform said that the access is gone. Only a re-authorise-class answer leads here, never a rate limit, a 5xx or
 * a time-out.
 */
export type SocialAccountAccessLost = Fact<
  'SocialAccountAccessLost',
  { accountId: string; invitationId: string; platform: PlatformId; cause: AccessLostCause }
>;

/**
 * The platform named this account again, with the access that it had refused (`AccountAnsweredAgain`): the loss was a
 * slip, or has passed. The creator has nothing to do any more.
 */
export type SocialAccountAccessRegained = Fact<
  'SocialAccountAccessRegained',
  { accountId: string; invitationId: string; platform: PlatformId }
>;

/** Only Meta tells the three apart; the others can only say that the access is no longer valid. */
export type AccessLostCause =
  'password-changed' | 'permission-revoked' | 'expired' | 'no-longer-valid' | 'account-gone';

export type SocialAccountFact =
  | SocialAccountConnected
  | SocialAccountReconnected
  | SocialAccountDisconnected
  | SocialAccountAccessLost
  | SocialAccountAccessRegained;
export type ConnectionFact = AttemptFact | MicrositeOpened | SocialAccountFact;

const ofTheCreator = (data: { invitationId: string }): string => data.invitationId;

export const connectionFacts: FactCatalog<ConnectionFact> = {
  AuthorizationStarted: { version: 1, personal: { subject: ofTheCreator, fields: ['creatorName', 'creatorEmail'] } },
  AuthorizationSucceeded: { version: 1 },
  // The account is the one of the creator who tried, and of the creator who has connected it already.
  AuthorizationFailed: {
    version: 1,
    personal: [
      { subject: ofTheCreator, fields: ['otherAccount'] },
      { subject: ({ otherInvitationId }) => otherInvitationId, fields: ['otherAccount'] },
    ],
  },
  AuthorizationChoiceOffered: { version: 1 },
  AuthorizationAbandoned: { version: 1 },
  AuthorizationGivenBack: { version: 1 },
  MicrositeOpened: { version: 1 },
  SocialAccountConnected: {
    version: 1,
    personal: {
      subject: ofTheCreator,
      fields: ['platformAccountId', 'username', 'displayName', 'avatarUrl', 'creatorName', 'creatorEmail'],
    },
  },
  SocialAccountReconnected: {
    version: 1,
    personal: { subject: ofTheCreator, fields: ['platformAccountId', 'username', 'displayName', 'avatarUrl'] },
  },
  SocialAccountDisconnected: { version: 1 },
  SocialAccountAccessLost: { version: 1 },
  SocialAccountAccessRegained: { version: 1 },
};
