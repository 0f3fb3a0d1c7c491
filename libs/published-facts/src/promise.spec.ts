import { connectionFacts, ingestionFacts, invitationFacts, workspaceFacts } from './index';

/** Facts are for ever. This table changes only by adding: a new type, or a higher version together with an upcast. */
const promised = {
  WorkspaceRegistered: '1',
  MemberJoined: '1 personal: name, email',
  InvitationIssued: '1 personal: name, email, invitedBy',
  InvitationResendRequested: '1',
  InvitationEmailed: '1',
  InvitationEmailFailed: '1',
  InvitationWithdrawn: '1',
  AuthorizationStarted: '1 personal: creatorName, creatorEmail',
  AuthorizationSucceeded: '1',
  AuthorizationFailed: '1 personal: otherAccount',
  AuthorizationAbandoned: '1',
  SocialAccountConnected: '1 personal: platformAccountId, username, displayName, avatarUrl, creatorName, creatorEmail',
  SocialAccountReconnected: '1 personal: platformAccountId, username, displayName, avatarUrl',
  SocialAccountDisconnected: '1',
  SocialAccountAccessLost: '1',
  RefreshStarted: '1',
  RefreshCompleted: '1',
  RefreshFailed: '1',
  RefreshGivenBack: '1',
  ProfileCaptured: '1 personal: profile',
  AudienceCaptured: '1',
  ContentDiscovered: '1 personal: items',
  ContentMetricsCaptured: '1',
};

const catalogs = { ...workspaceFacts, ...invitationFacts, ...connectionFacts, ...ingestionFacts };

describe('published facts', () => {
  it('keep the names, versions and personal fields that were promised', () => {
    const said = Object.entries(catalogs).map(([type, { version, personal }]) => [
      type,
      personal ? `${version} personal: ${personal.fields.join(', ')}` : `${version}`,
    ]);
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
    const marked = { invitationId: 'the invitation', memberId: 'the member' };
    for (const { personal } of Object.values(catalogs)) {
      if (!personal) continue;
      const subjectOf = personal.subject as (data: object) => string;
      expect(Object.values(marked)).toContain(subjectOf(marked));
      expect(personal.fields).not.toContain('invitationId');
      expect(personal.fields).not.toContain('memberId');
    }
  });
});
