import type { FactContext } from '@linkage/event-sourcing';
import type {
  InvitationIssued,
  MemberJoined,
  PersonErased,
  SocialAccountConnected,
  WorkspaceRegistered,
} from './erasure.events';

/** Facts for specs: Ingrid invites Misaki, who asks to be erased. */
export const misakiId = '01936000-0000-7000-8000-000000000001';
export const ingridId = '01936000-0000-7000-8000-00000000aaaa';
export const workspaceId = '01936000-0000-7000-8000-0000000000ff';
export const accountId = '01936000-0000-7000-8000-00000000acc0';

export const context: FactContext = {
  workspaceId,
  actor: { kind: 'member', id: ingridId },
  correlationId: 'c',
  causationId: null,
};

export const registered: WorkspaceRegistered = {
  type: 'WorkspaceRegistered',
  data: { workspaceId, name: 'Nordlýs Agency' },
};
export const joined = (email = 'Ingrid@Nordlys.example'): MemberJoined => ({
  type: 'MemberJoined',
  data: { workspaceId, memberId: ingridId, name: 'Ingrid Solheim', email, role: 'owner' },
});
export const invited = (email = 'misaki.tanaka@hinata.example'): InvitationIssued => ({
  type: 'InvitationIssued',
  data: {
    invitationId: misakiId,
    name: '田中 美咲',
    email,
    brandName: 'Nordlýs Agency',
    invitedBy: 'Ingrid Solheim',
    linkVersion: 1,
  },
});
export const connected: SocialAccountConnected = {
  type: 'SocialAccountConnected',
  data: {
    accountId,
    invitationId: misakiId,
    platform: 'instagram',
    granted: [],
    platformAccountId: '17841400000000001',
    username: 'misaki.bakes',
    displayName: 'Misaki',
    avatarUrl: null,
    creatorName: '田中 美咲',
    creatorEmail: 'misaki.tanaka@hinata.example',
  },
};
export const erased = (data: Partial<PersonErased['data']> = {}): PersonErased => ({
  type: 'PersonErased',
  data: {
    subject: misakiId,
    kind: 'creator',
    facts: { SocialAccountConnected: 2, InvitationIssued: 1 },
    openFacts: {},
    done: ['The invitation was withdrawn.'],
    remains: [],
    ...data,
  },
});
