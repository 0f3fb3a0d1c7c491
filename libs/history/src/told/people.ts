import type { MemberJoined, WorkspaceRegistered } from '@linkage/published-facts';
import { called, say, type Telling } from './telling';

export const workspaceRegistered: Telling<WorkspaceRegistered['data'], { name: string }> = {
  kind: 'people',
  subjects: ({ workspaceId }) => ({ workspaceId }),
  gist: ({ name }) => ({ name }),
  say: ({ name }, { actor }) => ({ sentence: say`${actor} registered the workspace ${name}`, tone: 'good' }),
};

export const memberJoined: Telling<MemberJoined['data'], { name: string; role: string }> = {
  kind: 'people',
  subjects: ({ memberId }) => ({ memberId }),
  gist: ({ name, role }) => ({ name, role }),
  say: ({ name, role }, { person }) => ({
    sentence: say`${called(person, name)} joined as ${role === 'owner' ? 'the owner' : 'a member'}`,
  }),
};
