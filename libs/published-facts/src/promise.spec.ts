import { personalFieldsOf } from '@linkage/event-sourcing';
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
} from './index';

/**
 * Facts are for ever. Personal fields stand person by person. This table changes only by adding: a new type, or a
 * higher version together with an upcast.
 */
const promised = {
  WorkspaceRegistered: '1',
  ProductionGranted: '1',
  StagingProlonged: '1',
  MemberJoined: '1 personal: name, email',
  EmailConfirmationRequested: '1',
  EmailConfirmed: '1',
  PreferencesChanged: '1 personal: timeZone',
  ViewSaved: '1 personal: name, query',
  ViewDeleted: '1',
  MemberRenamed: '1 personal: name, former',
  EmailChangeRequested: '1 personal: email',
  EmailChangeMailRequested: '1',
  EmailChangeConfirmed: '1',
  EmailChangeStopped: '1',
  EmailChanged: '1 personal: email, former',
  PasswordResetRequested: '1',
  PasswordLinkMade: '1',
  PasswordChanged: '1',
  InvitationIssued: '5 personal: name, email, message; invitedBy',
  InvitationMailReleased: '1',
  InvitationResendRequested: '2 personal: message',
  ReconnectRequested: '1',
  MailRequestUndone: '1',
  InvitationEmailed: '1',
  InvitationEmailFailed: '3 personal: reason, words',
  InvitationEmailNotSent: '1',
  InvitationEmailBounced: '1 personal: reason, words',
  InvitationEmailDelayed: '1 personal: reason, words',
  CreatorOptedOut: '1',
  CreatorOptedIn: '1',
  InvitationWithdrawn: '1',
  InvitationWithdrawalUndone: '1',
  MessageTemplateSaved: '1',
  MessageTemplateReset: '1',
  MessageTestRequested: '1',
  InvitationImportStarted: '2 personal: fileName, invitedBy, message',
  InvitationImportFinished: '1',
  BulkActionStarted: '1 personal: message',
  BulkBatchDone: '1',
  BulkActionUndoAsked: '1',
  BulkBatchUndone: '1',
  AuthorizationStarted: '1 personal: creatorName, creatorEmail',
  AuthorizationSucceeded: '1',
  AuthorizationFailed: '1 personal: otherAccount; otherAccount',
  AuthorizationChoiceOffered: '1',
  AuthorizationAbandoned: '1',
  AuthorizationGivenBack: '1',
  MicrositeOpened: '1',
  SocialAccountConnected: '1 personal: platformAccountId, username, displayName, avatarUrl, creatorName, creatorEmail',
  SocialAccountReconnected: '1 personal: platformAccountId, username, displayName, avatarUrl',
  SocialAccountDisconnected: '1',
  SocialAccountAccessLost: '1',
  SocialAccountAccessRegained: '1',
  RefreshStarted: '1',
  RefreshCompleted: '2',
  RefreshFailed: '1',
  RefreshGivenBack: '1',
  AccountAnsweredAgain: '1',
  ProfileCaptured: '1 personal: profile',
  AudienceCaptured: '2 personal: audience',
  ContentDiscovered: '1 personal: items',
  ContentMetricsCaptured: '2 personal: metrics',
  ContentChanged: '1 personal: changes',
  ContentDeleted: '1 personal: contentIds',
  ContentRestored: '1 personal: contentIds',
  PersonErased: '1',
};

const catalogs = {
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

describe('published facts', () => {
  it('keep the names, versions and personal fields that were promised', () => {
    const said = Object.entries(catalogs).map(([type, definition]) => {
      const fields = personalFieldsOf(definition).map((personal) => personal.fields.join(', '));
      return [type, [definition.version, ...(fields.length > 0 ? [`personal: ${fields.join('; ')}`] : [])].join(' ')];
    });
    expect(Object.fromEntries(said)).toEqual(promised);
  });

  it('have an upcast for every step up to their version', () => {
    for (const { version, upcast } of Object.values(catalogs)) {
      expect(Object.keys(upcast ?? {}).map(Number)).toEqual(
        Array.from({ length: version - 1 }, (_, index) => index + 1),
      );
    }
  });

  it('name a data subject that is not itself personal', () => {
    const marked = { invitationId: 'the creator', memberId: 'the member', otherInvitationId: 'another creator' };
    const by = { kind: 'member', id: 'the member who acts' } as const;
    for (const definition of Object.values(catalogs)) {
      for (const { subject, fields } of personalFieldsOf(definition)) {
        expect([...Object.values(marked), by.id]).toContain(subject(marked, by));
        expect(Object.keys(marked).filter((id) => (fields as readonly string[]).includes(id))).toEqual([]);
      }
    }
  });
});
