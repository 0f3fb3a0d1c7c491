import { type Decider, ERASED } from '@linkage/event-sourcing';
import type { WorkspaceFact } from './workspace.events';

export interface Member {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'member';
  readonly emailConfirmed: boolean;
  /** Asked for, and not decided yet; it may be too late for it. */
  readonly emailChange: EmailChange | null;
}

/** From the present e-mail of a member to another one. */
export interface EmailChange {
  readonly changeId: string;
  readonly email: string;
  readonly confirmsFormer: boolean;
  /** ISO UTC: from then on the reader of the former address is not waited for. */
  readonly aloneFrom: string;
  /** ISO UTC: afterwards it is given up. */
  readonly until: string;
  readonly confirmed: readonly ('former' | 'new' | 'member')[];
}

export interface Workspace {
  /** null: not registered yet. */
  readonly name: string | null;
  readonly members: readonly Member[];
  readonly plan: 'staging' | 'production';
  /** ISO UTC. null: as long as staging lasts. */
  readonly stagingUntil: string | null;
}

export const workspaceStream = (workspaceId: string): string => `workspace-${workspaceId}`;

const withMember = (state: Workspace, memberId: string, change: (member: Member) => Partial<Member>): Workspace => ({
  ...state,
  members: state.members.map((member) => (member.memberId === memberId ? { ...member, ...change(member) } : member)),
});

export const workspace: Decider<Workspace, WorkspaceFact> = {
  initial: { name: null, members: [], plan: 'staging', stagingUntil: null },
  evolve(state, fact) {
    switch (fact.type) {
      case 'WorkspaceRegistered':
        return { ...state, name: fact.data.name };
      case 'ProductionGranted':
        return { ...state, plan: 'production' };
      case 'StagingProlonged':
        return { ...state, stagingUntil: fact.data.until };
      case 'MemberJoined': {
        const { memberId, name, email, role } = fact.data;
        // A person who was erased is no member any more.
        if (email === ERASED) return state;
        return {
          ...state,
          members: [...state.members, { memberId, name, email, role, emailConfirmed: false, emailChange: null }],
        };
      }
      case 'EmailConfirmed':
        return withMember(state, fact.data.memberId, () => ({ emailConfirmed: true }));
      case 'MemberRenamed':
        return withMember(state, fact.data.memberId, () => ({ name: fact.data.name }));
      case 'EmailChangeRequested': {
        const { changeId, email, confirmsFormer, aloneFrom, until } = fact.data;
        const emailChange = { changeId, email, confirmsFormer, aloneFrom, until, confirmed: [] };
        return withMember(state, fact.data.memberId, () => ({ emailChange }));
      }
      case 'EmailChangeConfirmed':
        return withMember(state, fact.data.memberId, ({ emailChange }) => ({
          emailChange: emailChange && { ...emailChange, confirmed: [...emailChange.confirmed, fact.data.side] },
        }));
      case 'EmailChangeStopped':
        return withMember(state, fact.data.memberId, () => ({ emailChange: null }));
      case 'EmailChanged':
        return withMember(state, fact.data.memberId, () => ({
          email: fact.data.email,
          emailConfirmed: true,
          emailChange: null,
        }));
      case 'EmailChangeMailRequested':
      case 'EmailConfirmationRequested':
      case 'PasswordResetRequested':
      case 'PasswordLinkMade':
      case 'PasswordChanged':
        return state;
    }
  },
};

export const memberOf = ({ members }: Workspace, memberId: string): Member | undefined =>
  members.find((member) => member.memberId === memberId);
