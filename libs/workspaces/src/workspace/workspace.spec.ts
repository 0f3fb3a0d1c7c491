import { fold } from '@linkage/event-sourcing';
import { registrationFacts } from './registration-facts';
import { workspace } from './workspace';
import { memberId, ownerJoined, workspaceId, workspaceRegistered } from './workspace.fixtures';

const owner = {
  workspaceId,
  workspaceName: 'Bright Brands',
  memberId,
  name: 'Ana Lima',
  email: 'Ana@Example.com',
  role: 'owner' as const,
};

describe('a workspace', () => {
  it('has its name and its owner after registration', () => {
    expect(fold(workspace, [workspaceRegistered, ownerJoined])).toEqual({
      name: 'Bright Brands',
      members: [
        {
          memberId,
          name: 'Ana Lima',
          email: 'Ana@Example.com',
          role: 'owner',
          emailConfirmed: false,
          emailChange: null,
        },
      ],
      plan: 'staging',
      stagingUntil: null,
    });
  });

  it('given nothing, when registered, then it is there with its owner', () => {
    expect(registrationFacts(owner, workspace.initial)).toEqual([workspaceRegistered, ownerJoined]);
  });

  it('given a registered one, when registered again, then nothing happens', () => {
    expect(registrationFacts(owner, fold(workspace, [workspaceRegistered, ownerJoined]))).toEqual([]);
  });
});
