import type { FactContext } from '@linkage/event-sourcing';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, freshConnections, ingrid, invitationOf } from '../connections.harness';

const person = { kind: 'creator', subject: invitationOf.misaki, workspaceId: ingrid.workspaceId, email: null } as const;
const context: FactContext = {
  workspaceId: ingrid.workspaceId,
  actor: { kind: 'operator', id: 'operator' },
  correlationId: ingrid.memberId,
  causationId: null,
};

describe('what an erased creator leaves in connections', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
  });
  afterEach(() => close());

  const offered = async (...accounts: string[]): Promise<string> => {
    const { authorizeUrl, cookie, attemptId } = await under.start(link);
    await under.comeBack(under.instagram.agree(authorizeUrl, { accounts }), cookie);
    await kernel.settled();
    return attemptId;
  };

  it('is told before, and then nothing: a choice that waits keeps no token, and the access is given back', async () => {
    const attemptId = await offered('brot', 'rad');
    expect(await under.accountsLeaving.foretell(person)).toEqual([
      'What was offered on Instagram and not chosen yet is forgotten.',
    ]);
    const { done } = await under.accountsLeaving.leave(person, context);
    expect(done.join()).toContain('had not chosen yet was forgotten');
    expect(under.instagram.revoked).toHaveLength(1);
    expect(await vault.secrets.get('pending-choice', attemptId, kernel.clock.now())).toBeUndefined();
    await kernel.settled();
    expect(await under.accountsLeaving.foretell(person)).toEqual([]);
  });

  it('is not found by a log-in any more', async () => {
    const attemptId = await offered('brot', 'rad');
    const body = { accounts: ['id-of-brot', 'id-of-rad'] };
    await under.ask('POST', `/api/microsite/${link}/attempts/${attemptId}/choice`, { body });
    await kernel.settled();
    await under.accountsLeaving.leave(person, context);
    expect(await vault.secrets.get('accounts-of-login', 'instagram:login-1', kernel.clock.now())).toMatchObject({
      accountIds: [],
      former: [],
    });
  });
});
