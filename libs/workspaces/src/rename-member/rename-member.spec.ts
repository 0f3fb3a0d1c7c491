import { fold } from '@linkage/event-sourcing';
import { memberOf, workspace } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';
import { memberId, ownerJoined, workspaceId, workspaceRegistered } from '../workspace/workspace.fixtures';
import { renameMember } from './rename-member';

const registered = [workspaceRegistered, ownerJoined];
const renamed = (name: string, former = 'Ana Lima'): WorkspaceFact => ({
  type: 'MemberRenamed',
  data: { workspaceId, memberId, name, former },
});

describe('change the name of a member', () => {
  const whenRenamed = (name: string, given: readonly WorkspaceFact[] = registered, who = memberId) =>
    renameMember({ workspaceId, memberId: who, name }, fold(workspace, given));

  it('given a member: renamed, tidily', () =>
    expect(whenRenamed('  Ana María Lima ')).toEqual([renamed('Ana María Lima')]));
  it('given the same name: nothing', () => expect(whenRenamed('Ana Lima')).toEqual([]));
  it('given one who was renamed: back to the first name', () =>
    expect(whenRenamed('Ana Lima', [...registered, renamed('Ana M.')])).toEqual([renamed('Ana Lima', 'Ana M.')]));
  it('given a person who is no member: nothing', () => expect(whenRenamed('Ben', registered, 'another')).toEqual([]));
  it.each(['', '  ', 'evil.com', 'a\nb', 'x'.repeat(201)])('refuses %j', (name) =>
    expect(() => whenRenamed(name)).toThrow(expect.objectContaining({ code: 'invalid-request' })),
  );
  it('is the name from then on', () =>
    expect(memberOf(fold(workspace, [...registered, renamed('Ana M.')]), memberId)?.name).toBe('Ana M.'));
});
