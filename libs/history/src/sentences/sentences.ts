import type { Recorded } from '@linkage/event-sourcing';
import {
  connectionFacts,
  erasureFacts,
  ingestionFacts,
  invitationFacts,
  workspaceFacts,
  type ConnectionFact,
  type ErasureFact,
  type IngestionFact,
  type InvitationFact,
  type WorkspaceFact,
} from '@linkage/published-facts';
import * as connections from './connections';
import * as erasures from './erasures';
import * as figures from './figures';
import * as invites from './invites';
import * as people from './people';
import * as refreshes from './refreshes';
import type { FactSentence } from './fact-sentence';

/** Everything that the contexts say. A fact type without a sentence does not compile. */
export type ContextFact = WorkspaceFact | InvitationFact | ConnectionFact | IngestionFact | ErasureFact;
export type RecordedContextFact = Recorded<ContextFact>;

export const contextFacts = {
  ...workspaceFacts,
  ...invitationFacts,
  ...connectionFacts,
  ...ingestionFacts,
  ...erasureFacts,
};

/** Beginnings of the streams that they stand in. */
export const contextStreams = [
  'workspace-',
  'invitation-',
  'attempt-',
  'account-',
  'refresh-',
  'figures-',
  'erasure-',
] as const;

const sentences: {
  readonly [Type in ContextFact['type']]: FactSentence<Extract<ContextFact, { type: Type }>['data']>;
} = {
  WorkspaceRegistered: people.workspaceRegistered,
  MemberJoined: people.memberJoined,
  InvitationIssued: invites.invitationIssued,
  InvitationResendRequested: invites.invitationResendRequested,
  InvitationEmailed: invites.invitationEmailed,
  InvitationEmailFailed: invites.invitationEmailFailed,
  InvitationEmailNotSent: invites.invitationEmailNotSent,
  InvitationWithdrawn: invites.invitationWithdrawn,
  InvitationWithdrawalUndone: invites.invitationWithdrawalUndone,
  AuthorizationStarted: connections.authorizationStarted,
  AuthorizationSucceeded: connections.authorizationSucceeded,
  AuthorizationFailed: connections.authorizationFailed,
  AuthorizationAbandoned: connections.authorizationAbandoned,
  SocialAccountConnected: connections.socialAccountConnected,
  SocialAccountReconnected: connections.socialAccountReconnected,
  SocialAccountDisconnected: connections.socialAccountDisconnected,
  SocialAccountAccessLost: connections.socialAccountAccessLost,
  RefreshStarted: refreshes.refreshStarted,
  RefreshCompleted: refreshes.refreshCompleted,
  RefreshFailed: refreshes.refreshFailed,
  RefreshGivenBack: refreshes.refreshGivenBack,
  ProfileCaptured: figures.profileCaptured,
  AudienceCaptured: figures.audienceCaptured,
  ContentDiscovered: figures.contentDiscovered,
  ContentMetricsCaptured: figures.contentMetricsCaptured,
  PersonErased: erasures.personErased,
};

export const contextFactTypes = Object.keys(sentences) as readonly ContextFact['type'][];

/** How a fact of this type is told. Its data and gist are those of the type. */
export const sentenceOf = (type: ContextFact['type']): FactSentence => sentences[type] as FactSentence;
