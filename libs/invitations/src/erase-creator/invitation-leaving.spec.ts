import { type LeavingPerson, ReadModels, ReadStoreUnavailable } from '@linkage/event-sourcing';
import { invitationFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { invitationDirectory } from '../invitation/invitation-directory.projection';
import { invitationId, issued } from '../invitation/invitation.fixtures';
import { InvitationLeaving } from './invitation-leaving.handler';

const person = { kind: 'creator', subject: invitationId } as LeavingPerson;
const context = {
  workspaceId: 'w',
  actor: { kind: 'member', id: 'm' },
  correlationId: 'c',
  causationId: null,
} as const;

describe('the invitation of a creator who is erased, while its read model lags', () => {
  let kernel: TestKernel;
  beforeEach(async () => {
    kernel = testKernel({ facts: invitationFacts, projections: [invitationDirectory] }, { asleep: true });
    await kernel.log.append({ stream: 'invitation-1', facts: [issued()], expected: 'no-stream', context });
  });
  afterEach(() => kernel.close());
  const leaving = ({ readModels }: Pick<TestKernel, 'readModels'> = kernel): InvitationLeaving =>
    new InvitationLeaving(kernel.erasures, readModels, kernel.log, kernel.commands);

  it('is withdrawn once the read model has caught up', async () => {
    const left = leaving().leave(person, context);
    kernel.consumers.start();
    expect(await left).toEqual({ done: ['The invitation was withdrawn.'], remains: [] });
  });

  it('is not passed over: the erasure is tried again', async () => {
    const late = { get: async () => undefined, reached: async () => false } as unknown as ReadModels;
    await expect(leaving({ readModels: late }).leave(person, context)).rejects.toThrow(ReadStoreUnavailable);
    await expect(leaving({ readModels: late }).foretell(person)).rejects.toThrow(ReadStoreUnavailable);
  });
});
