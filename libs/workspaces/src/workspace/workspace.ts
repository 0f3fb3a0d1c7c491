import { type Decider, ERASED } from '@linkage/event-sourcing';
import type { WorkspaceFact } from './workspace.events';

export interface Member {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'member';
}

export interface Workspace {
  /** null: not registered yet. */
  readonly name: string | null;
  readonly members: readonly Member[];
}

export const workspaceStream = (workspaceId: string): string => `workspace-${workspaceId}`;

export const workspace: Decider<Workspace, WorkspaceFact> = {
  initial: { name: null, members: [] },
  evolve(state, fact) {
    switch (fact.type) {
      case 'WorkspaceRegistered':
        return { ...state, name: fact.data.name };
      case 'MemberJoined': {
        const { memberId, name, email, role } = fact.data;
        // A person who was erased is no member any more.
        if (email === ERASED) return state;
        return { ...state, members: [...state.members, { memberId, name, email, role }] };
      }
    }
  },
};
