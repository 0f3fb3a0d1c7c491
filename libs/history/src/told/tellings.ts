import type { Recorded } from '@linkage/event-sourcing';
import {
  connectionFacts,
  ingestionFacts,
  invitationFacts,
  workspaceFacts,
  type ConnectionFact,
  type IngestionFact,
  type InvitationFact,
  type WorkspaceFact,
} from '@linkage/published-facts';
import * as connections from './connections';
import * as figures from './figures';
import * as invites from './invites';
import * as people from './people';
import * as refreshes from './refreshes';
import type { Telling } from './telling';

/** Everything that the contexts say. A fact type without a sentence does not compile. */
export type ToldFact = WorkspaceFact | InvitationFact | ConnectionFact | IngestionFact;
export type Told = Recorded<ToldFact>;

export const toldFacts = { ...workspaceFacts, ...invitationFacts, ...connectionFacts, ...ingestionFacts };

/** Beginnings of the streams that they stand in. */
export const toldStreams = ['workspace-', 'invitation-', 'attempt-', 'account-', 'refresh-', 'figures-'] as const;

const tellings: { readonly [Type in ToldFact['type']]: Telling<Extract<ToldFact, { type: Type }>['data']> } = {
  WorkspaceRegistered: people.workspaceRegistered,
  MemberJoined: people.memberJoined,
  InvitationIssued: invites.invitationIssued,
  InvitationResendRequested: invites.invitationResendRequested,
  InvitationEmailed: invites.invitationEmailed,
  InvitationEmailFailed: invites.invitationEmailFailed,
  InvitationEmailNotSent: invites.invitationEmailNotSent,
  InvitationWithdrawn: invites.invitationWithdrawn,
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
};

export const toldTypes = Object.keys(tellings) as readonly ToldFact['type'][];

/** How a fact of this type is told. Its data and gist are those of the type. */
export const tellingOf = (type: ToldFact['type']): Telling => tellings[type] as Telling;
