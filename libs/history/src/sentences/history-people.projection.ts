import { projection, sortKey, type Recorded } from '@linkage/event-sourcing';
import type {
  EmailChanged,
  InvitationIssued,
  MemberJoined,
  MemberRenamed,
  ProfileCaptured,
  SocialAccountConnected,
  SocialAccountReconnected,
} from '@linkage/published-facts';
import { handle } from './fact-sentence';

/** A member or creator by the names known now, with what their accounts are called. */
export interface PersonRow {
  readonly personId: string;
  readonly workspaceId: string;
  readonly is: 'member' | 'creator';
  readonly name: string;
  readonly email: string;
  /** For sorting: no case, no accents. */
  readonly nameKey: string;
  /** Account id → handle. */
  readonly accounts: Readonly<Record<string, string>>;
  /** The handles, for search: also those that accounts had before. */
  readonly handles: string;
}

type Told =
  | MemberJoined
  | MemberRenamed
  | EmailChanged
  | InvitationIssued
  | SocialAccountConnected
  | SocialAccountReconnected
  | ProfileCaptured;

const known = (
  fact: Extract<Recorded<Told>, { type: 'MemberJoined' | 'InvitationIssued' }>,
  before: PersonRow | undefined,
): PersonRow => {
  const { name, email } = fact.data;
  const [personId, is] =
    fact.type === 'MemberJoined'
      ? [fact.data.memberId, 'member' as const]
      : [fact.data.invitationId, 'creator' as const];
  return {
    personId,
    workspaceId: fact.workspaceId,
    is,
    name,
    email,
    nameKey: sortKey(name),
    accounts: before?.accounts ?? {},
    handles: before?.handles ?? '',
  };
};

/** Of former handles so many are kept: they stand in the search only. */
const mostFormer = 10;

const withAccount = (row: PersonRow, accountId: string, username: string): PersonRow => {
  const accounts = { ...row.accounts, [accountId]: handle(username) };
  const now = new Set(Object.values(accounts));
  const former = row.handles.split(' ').filter((each) => each !== '' && !now.has(each));
  return { ...row, accounts, handles: [...now, ...former.slice(0, mostFormer)].join(' ') };
};

/** One row per person, so that a sentence can name whom its fact only points at. */
export const historyPeople = projection<PersonRow, Told>({
  name: 'history-people',
  version: 4,
  streams: ['workspace-', 'invitation-', 'account-', 'figures-'],
  on: [
    'MemberJoined',
    'MemberRenamed',
    'EmailChanged',
    'InvitationIssued',
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'ProfileCaptured',
  ],
  fields: { workspaceId: 'text', nameKey: 'text' },
  indexes: [['workspaceId', 'nameKey']],
  search: ['name', 'email', 'handles'],
  searchParts: true,
  key: (fact) => ('memberId' in fact.data ? fact.data.memberId : fact.data.invitationId),
  project: (row, fact) => {
    if (fact.type === 'MemberJoined' || fact.type === 'InvitationIssued') return known(fact, row);
    if (row === undefined) return undefined;
    if (fact.type === 'MemberRenamed') return { ...row, name: fact.data.name, nameKey: sortKey(fact.data.name) };
    if (fact.type === 'EmailChanged') return { ...row, email: fact.data.email };
    if (fact.type !== 'ProfileCaptured') return withAccount(row, fact.data.accountId, fact.data.username);
    const profile: typeof fact.data.profile | string = fact.data.profile;
    return typeof profile === 'string' ? row : withAccount(row, fact.data.accountId, profile.username);
  },
});
