import type { Recorded } from '@linkage/event-sourcing';
import {
  bulkActionFacts,
  connectionFacts,
  erasureFacts,
  ingestionFacts,
  invitationFacts,
  invitationImportFacts,
  messageTemplateFacts,
  preferencesFacts,
  savedViewFacts,
  workspaceFacts,
  type BulkActionFact,
  type ConnectionFact,
  type ErasureFact,
  type IngestionFact,
  type InvitationFact,
  type InvitationImportFact,
  type MessageTemplateFact,
  type PreferencesFact,
  type SavedViewFact,
  type WorkspaceFact,
} from '@linkage/published-facts';
import * as bulk from './bulk-actions';
import * as connections from './connections';
import * as erasures from './erasures';
import * as imports from './imports';
import * as figures from './figures';
import * as invites from './invites';
import * as messages from './messages';
import * as people from './people';
import * as refreshes from './refreshes';
import type { FactSentence } from './fact-sentence';

/** Everything that the contexts say. A fact type without a sentence does not compile. */
export type ContextFact =
  | WorkspaceFact
  | PreferencesFact
  | SavedViewFact
  | InvitationFact
  | InvitationImportFact
  | BulkActionFact
  | MessageTemplateFact
  | ConnectionFact
  | IngestionFact
  | ErasureFact;
export type RecordedContextFact = Recorded<ContextFact>;

export const contextFacts = {
  ...workspaceFacts,
  ...preferencesFacts,
  ...savedViewFacts,
  ...invitationFacts,
  ...invitationImportFacts,
  ...bulkActionFacts,
  ...messageTemplateFacts,
  ...connectionFacts,
  ...ingestionFacts,
  ...erasureFacts,
};

/** Beginnings of the streams that they stand in. */
export const contextStreams = [
  'workspace-',
  'preferences-',
  'views-',
  'invitation-',
  'visit-',
  'import-',
  'bulk-',
  'message-template-',
  'message-test-',
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
  ProductionGranted: people.productionGranted,
  StagingProlonged: people.stagingProlonged,
  MemberJoined: people.memberJoined,
  EmailConfirmationRequested: people.emailConfirmationRequested,
  EmailConfirmed: people.emailConfirmed,
  PreferencesChanged: people.preferencesChanged,
  ViewSaved: people.viewSaved,
  ViewDeleted: people.viewDeleted,
  MemberRenamed: people.memberRenamed,
  EmailChangeRequested: people.emailChangeRequested,
  EmailChangeMailRequested: people.emailChangeMailRequested,
  EmailChangeConfirmed: people.emailChangeConfirmed,
  EmailChangeStopped: people.emailChangeStopped,
  EmailChanged: people.emailChanged,
  PasswordResetRequested: people.passwordResetRequested,
  PasswordLinkMade: people.passwordLinkMade,
  PasswordChanged: people.passwordChanged,
  InvitationIssued: invites.invitationIssued,
  InvitationMailReleased: invites.invitationMailReleased,
  InvitationResendRequested: invites.invitationResendRequested,
  ReconnectRequested: invites.reconnectRequested,
  MailRequestUndone: invites.mailRequestUndone,
  InvitationEmailed: invites.invitationEmailed,
  InvitationEmailFailed: invites.invitationEmailFailed,
  InvitationEmailNotSent: invites.invitationEmailNotSent,
  InvitationEmailBounced: invites.invitationEmailBounced,
  InvitationEmailDelayed: invites.invitationEmailDelayed,
  CreatorOptedOut: invites.creatorOptedOut,
  CreatorOptedIn: invites.creatorOptedIn,
  InvitationWithdrawn: invites.invitationWithdrawn,
  InvitationWithdrawalUndone: invites.invitationWithdrawalUndone,
  InvitationImportStarted: imports.invitationImportStarted,
  InvitationImportFinished: imports.invitationImportFinished,
  BulkActionStarted: bulk.bulkActionStarted,
  BulkBatchDone: bulk.bulkBatchDone,
  BulkActionUndoAsked: bulk.bulkActionUndoAsked,
  BulkBatchUndone: bulk.bulkBatchUndone,
  MicrositeOpened: connections.micrositeOpened,
  MessageTemplateSaved: messages.messageTemplateSaved,
  MessageTemplateReset: messages.messageTemplateReset,
  MessageTestRequested: messages.messageTestRequested,
  AuthorizationStarted: connections.authorizationStarted,
  AuthorizationSucceeded: connections.authorizationSucceeded,
  AuthorizationFailed: connections.authorizationFailed,
  AuthorizationChoiceOffered: connections.authorizationChoiceOffered,
  AuthorizationAbandoned: connections.authorizationAbandoned,
  AuthorizationGivenBack: connections.authorizationGivenBack,
  SocialAccountConnected: connections.socialAccountConnected,
  SocialAccountReconnected: connections.socialAccountReconnected,
  SocialAccountDisconnected: connections.socialAccountDisconnected,
  SocialAccountAccessLost: connections.socialAccountAccessLost,
  SocialAccountAccessRegained: connections.socialAccountAccessRegained,
  RefreshStarted: refreshes.refreshStarted,
  RefreshCompleted: refreshes.refreshCompleted,
  RefreshFailed: refreshes.refreshFailed,
  RefreshGivenBack: refreshes.refreshGivenBack,
  AccountAnsweredAgain: refreshes.accountAnsweredAgain,
  ProfileCaptured: figures.profileCaptured,
  AudienceCaptured: figures.audienceCaptured,
  ContentDiscovered: figures.contentDiscovered,
  ContentChanged: figures.contentChanged,
  ContentDeleted: figures.contentDeleted,
  ContentRestored: figures.contentRestored,
  ContentMetricsCaptured: figures.contentMetricsCaptured,
  PersonErased: erasures.personErased,
};

export const contextFactTypes = Object.keys(sentences) as readonly ContextFact['type'][];

/** How a fact of this type is told. Its data and gist are those of the type. */
export const sentenceOf = (type: ContextFact['type']): FactSentence => sentences[type] as FactSentence;
