import { foldEmail, LONGEST_EMAIL } from '@linkage/contracts';
import { ERASED, projection } from '@linkage/event-sourcing';
import type { EmailChanged, InvitationIssued, MemberJoined, MemberRenamed, PersonErased } from './erasure.events';

/** A member or creator, as an operator looks for one. */
export interface PersonRow {
  readonly subject: string;
  readonly kind: 'creator' | 'member';
  readonly workspaceId: string;
  /** null: not known any more. */
  readonly name: string | null;
  /** The same. */
  readonly email: string | null;
  /** By which e-mails are compared. */
  readonly emailKey: string | null;
  readonly since: string;
  readonly erasedAt: string | null;
}

type Told = MemberJoined | MemberRenamed | EmailChanged | InvitationIssued | PersonErased;

const subjectOf = (fact: Told): string => {
  if (fact.type === 'InvitationIssued') return fact.data.invitationId;
  return fact.type === 'PersonErased' ? fact.data.subject : fact.data.memberId;
};

const keyOf = (email: string | null): string | null =>
  email === null || email.length > LONGEST_EMAIL ? null : foldEmail(email);

const unlessErased = (text: string): string | null => (text === ERASED ? null : text);

export const people = projection<PersonRow, Told>({
  name: 'people',
  version: 4,
  streams: ['workspace-', 'invitation-', 'erasure-'],
  on: ['MemberJoined', 'MemberRenamed', 'EmailChanged', 'InvitationIssued', 'PersonErased'],
  fields: { emailKey: 'text' },
  indexes: [['emailKey']],
  search: ['name'],
  searchParts: true,
  key: subjectOf,
  project: (row, fact, subject) => {
    if (fact.type === 'PersonErased')
      return row && { ...row, name: null, email: null, emailKey: null, erasedAt: fact.at };
    if (fact.type === 'MemberRenamed') return row && { ...row, name: unlessErased(fact.data.name) };
    if (fact.type === 'EmailChanged') {
      const email = unlessErased(fact.data.email);
      return row && { ...row, email, emailKey: keyOf(email) };
    }
    const [name, email] = [unlessErased(fact.data.name), unlessErased(fact.data.email)];
    return {
      subject,
      kind: fact.type === 'MemberJoined' ? 'member' : 'creator',
      workspaceId: fact.workspaceId,
      name,
      email,
      emailKey: keyOf(email),
      since: row?.since ?? fact.at,
      erasedAt: row?.erasedAt ?? null,
    };
  },
});
