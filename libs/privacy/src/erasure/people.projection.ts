import { foldEmail, LONGEST_EMAIL } from '@linkage/contracts';
import { ERASED, projection } from '@linkage/event-sourcing';
import type { InvitationIssued, MemberJoined, PersonErased } from './erasure.events';

/** A member or creator, as an operator looks for one. */
export interface PersonRow {
  readonly subject: string;
  readonly kind: 'creator' | 'member';
  readonly workspaceId: string;
  /** null: not known any more. */
  readonly email: string | null;
  /** By which e-mails are compared. */
  readonly emailKey: string | null;
  readonly since: string;
  readonly erasedAt: string | null;
}

type Told = MemberJoined | InvitationIssued | PersonErased;

const subjectOf = (fact: Told): string => {
  if (fact.type === 'MemberJoined') return fact.data.memberId;
  return fact.type === 'InvitationIssued' ? fact.data.invitationId : fact.data.subject;
};

export const people = projection<PersonRow, Told>({
  name: 'people',
  version: 1,
  streams: ['workspace-', 'invitation-', 'erasure-'],
  on: ['MemberJoined', 'InvitationIssued', 'PersonErased'],
  fields: { emailKey: 'text' },
  indexes: [['emailKey']],
  key: subjectOf,
  project: (row, fact, subject) => {
    if (fact.type === 'PersonErased') return row && { ...row, email: null, emailKey: null, erasedAt: fact.at };
    const email = fact.data.email === ERASED ? null : fact.data.email;
    return {
      subject,
      kind: fact.type === 'MemberJoined' ? 'member' : 'creator',
      workspaceId: fact.workspaceId,
      email,
      emailKey: email === null || email.length > LONGEST_EMAIL ? null : foldEmail(email),
      since: row?.since ?? fact.at,
      erasedAt: row?.erasedAt ?? null,
    };
  },
});
