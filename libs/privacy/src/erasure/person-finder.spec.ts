import { connectionFacts, erasureFacts, invitationFacts, workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { PrivacyModule } from '../privacy.module';
import { accountId, connected, context, erased, ingridId, invited, joined, misakiId } from './erasure.fixtures';
import { PersonFinder } from './person-finder.service';

describe('whom an id stands for', () => {
  let kernel: TestKernel;
  let finder: PersonFinder;
  beforeEach(() => {
    const facts = [workspaceFacts, invitationFacts, connectionFacts, erasureFacts];
    kernel = testKernel({ facts, projections: PrivacyModule.parts.projections });
    finder = new PersonFinder(kernel.readModels, kernel.log, kernel.erasures);
  });
  afterEach(() => kernel.close());

  const foundBy = async (id: string) =>
    (await finder.find({ id })).map(({ subject, kind, erasedAt }) => [subject, kind, erasedAt !== null]);
  const recordMisaki = async (): Promise<void> => {
    await kernel.log.append({ stream: `invitation-${misakiId}`, facts: [invited()], expected: 'any', context });
    await kernel.log.append({ stream: 'account-1', facts: [connected], expected: 'any', context });
  };

  it('a member, or a creator by the invitation', async () => {
    await recordMisaki();
    await kernel.log.append({ stream: 'workspace-1', facts: [joined()], expected: 'any', context });
    expect(await foundBy(ingridId)).toEqual([[ingridId, 'member', false]]);
    expect(await foundBy(misakiId)).toEqual([[misakiId, 'creator', false]]);
    expect(await foundBy('unknown')).toEqual([]);
  });

  it('a creator by an account, as the log line of a request to delete names them, also once erased', async () => {
    await recordMisaki();
    expect(await foundBy(accountId)).toEqual([[misakiId, 'creator', false]]);
    await kernel.keys.erase(misakiId);
    await kernel.log.append({ stream: `erasure-${misakiId}`, facts: [erased()], expected: 'any', context });
    expect(await foundBy(accountId)).toEqual([[misakiId, 'creator', true]]);
  });
});
