import type { MemberJoined, WorkspaceRegistered } from '@linkage/published-facts';
import { called, phrase, type FactSentence } from './fact-sentence';

export const workspaceRegistered: FactSentence<WorkspaceRegistered['data'], { name: string }> = {
  kind: 'people',
  subjects: ({ workspaceId }) => ({ workspaceId }),
  gist: ({ name }) => ({ name }),
  compose: ({ name }, { actor }) => ({ sentence: phrase`${actor} registered the workspace ${name}`, tone: 'good' }),
};

export const memberJoined: FactSentence<MemberJoined['data'], { name: string; role: string }> = {
  kind: 'people',
  subjects: ({ memberId }) => ({ memberId }),
  gist: ({ name, role }) => ({ name, role }),
  compose: ({ name, role }, { person }) => ({
    sentence: phrase`${called(person, name)} joined as ${role === 'owner' ? 'the owner' : 'a member'}`,
  }),
};
