import type { Fact, FactCatalog } from '@linkage/event-sourcing';
import type { CreatorNameAndEmail, PlatformId } from './platform';

/**
 * One attempt to connect, stream `attempt-<attemptId>`. How far it got: 1 page opened (the creator pressed Connect),
 * 2 sent over to the platform, 3 signed in there (the platform sent the creator back), 4 agreed (permissions were granted).
 */
export type AuthorizationStarted = Fact<
  'AuthorizationStarted',
  { attemptId: string; invitationId: string; platform: PlatformId } & CreatorNameAndEmail
>;
/** `reconnected`: the account was known already; `missing` names the permissions, none of them required, that were left unticked. */
export type AuthorizationSucceeded = Fact<
  'AuthorizationSucceeded',
  {
    attemptId: string;
    invitationId: string;
    platform: PlatformId;
    accountId: string;
    reconnected?: boolean;
    missing?: string[];
  }
>;
/**
 * `reason` is a code of `failureReasons` in `@linkage/contracts`; `missing` names permissions left unticked; `report` finds the log line of an
 * unexpected error; `otherAccount` and `otherInvitationId` say which account belongs to which other invitation.
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
  }
>;
/** The creator never came back from the platform within the life of the attempt. */
export type AuthorizationAbandoned = Fact<
  'AuthorizationAbandoned',
  { attemptId: string; invitationId: string; platform: PlatformId; step: 1 | 2 | 3 | 4 }
>;

export type AttemptFact = AuthorizationStarted | AuthorizationSucceeded | AuthorizationFailed | AuthorizationAbandoned;

/** What an account is called on its platform. `platformAccountId` never changes; the rest may. */
export interface AccountIdentity {
  platformAccountId: string;
  username: string;
  displayName: string;
  avatarUrl: string | null;
}

/**
 * One social account in one workspace, stream `account-<HMAC of platform and platform account id under the workspace's key>`,
 * so that it can be connected once only. `granted` lists the permissions the creator gave, `attemptId` is the attempt that led to it.
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
/** The platform said that the access is gone. Only a re-authorise-class answer leads here, never a rate limit, a 5xx or a time-out. */
export type SocialAccountAccessLost = Fact<
  'SocialAccountAccessLost',
  { accountId: string; invitationId: string; platform: PlatformId; cause: AccessLostCause }
>;

/** Only Meta tells the three apart; the others can only say that the access is no longer valid. */
export type AccessLostCause =
  'password-changed' | 'permission-revoked' | 'expired' | 'no-longer-valid' | 'account-gone';

export type SocialAccountFact =
  SocialAccountConnected | SocialAccountReconnected | SocialAccountDisconnected | SocialAccountAccessLost;
export type ConnectionFact = AttemptFact | SocialAccountFact;

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
  AuthorizationAbandoned: { version: 1 },
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
};
