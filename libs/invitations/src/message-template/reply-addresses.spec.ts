import type { Installation } from '@linkage/http';
import { workspaceFacts, type WorkspaceFact } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { ReplyAddresses } from './reply-addresses.service';

const [workspaceId, memberId] = ['01936000-0000-7000-8000-0000000000ff', '01936000-0000-7000-8000-00000000aaaa'];
const email = 'ingrid@nordlys.example';
const joined: WorkspaceFact = {
  type: 'MemberJoined',
  data: { workspaceId, memberId, name: 'Ingrid', email, role: 'owner' },
};
const confirmed: WorkspaceFact = { type: 'EmailConfirmed', data: { workspaceId, memberId } };
const changed: WorkspaceFact = {
  type: 'EmailChanged',
  data: { workspaceId, memberId, changeId: 'c', email: 'ingrid@berg.example', former: email },
};

describe('where answers to a mail go', () => {
  let kernel: TestKernel;
  beforeEach(() => (kernel = testKernel({ facts: workspaceFacts })));
  afterEach(() => kernel.close());

  const of = async (mode: Installation['mode'], facts: WorkspaceFact[], id: string | null = memberId) => {
    const context = {
      workspaceId,
      actor: { kind: 'member', id: memberId },
      correlationId: 'c',
      causationId: null,
    } as const;
    await kernel.log.append({ stream: `workspace-${workspaceId}`, facts, expected: 'no-stream', context });
    const installation: Installation = {
      publicUrl: 'https://linkage.example',
      mode,
      registration: 'open',
      salesUrl: null,
      sendsMail: true,
    };
    return new ReplyAddresses(kernel.log, installation).of(workspaceId, id);
  };

  it.each([
    ['a member whose address is confirmed', 'production', [joined, confirmed], email],
    ['a member who signs in with another one', 'production', [joined, changed], 'ingrid@berg.example'],
    ['a member whose address is not', 'production', [joined], null],
    ['a member where addresses are not confirmed', 'demo', [joined], email],
    ['a person of another workspace', 'production', [], null],
  ] as const)('of %s', async (_who, mode, facts, expected) => {
    const other: WorkspaceFact = { type: 'WorkspaceRegistered', data: { workspaceId, name: 'Nordlys' } };
    expect(await of(mode, [other, ...facts])).toBe(expected);
  });

  it('of no member', async () => expect(await of('demo', [joined], null)).toBeNull());

  it('of a member who was erased', async () => {
    await of('demo', [joined]);
    await kernel.keys.erase(memberId);
    expect(await new ReplyAddresses(kernel.log, { mode: 'demo' } as Installation).of(workspaceId, memberId)).toBeNull();
  });
});
