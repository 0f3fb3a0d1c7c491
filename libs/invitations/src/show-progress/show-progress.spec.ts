import type { TestKernel } from '@linkage/stores/testing';
import {
  ingrid,
  invitationsOnStores,
  type InvitationsUnderTest,
  type ScriptedMailServer,
} from '../invitations.harness';

describe('the funnel, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ kernel, mail, under, close } = await invitationsOnStores());
  });
  afterEach(() => close());

  const counts = async (query = '', as = ingrid) => {
    const { body } = await under.ask('GET', `/invitations/funnel${query}`, { as });
    return [...body.steps.map(({ count }: { count: number }) => count), body.bounced];
  };

  it('counts invites by how far they got, of all times or of a month, of this workspace alone', async () => {
    mail.answers.push({ accepted: false, temporary: false, reason: 'The mailbox is full (552).', words: 'full' });
    const ids: string[] = [];
    for (const name of ['Ada', 'Bo', 'Cleo']) {
      const body = { name, email: `${name}@meermakers.example` };
      ids.push((await under.ask('POST', '/invitations', { body })).body.invitationId);
      await kernel.settled();
    }
    expect(await counts()).toEqual([3, 2, 0, 0, 0, 1]);
    const month = kernel.clock.now().toISOString().slice(0, 7);
    expect(await counts(`?month=${month}`)).toEqual([3, 2, 0, 0, 0, 1]);
    expect(await counts('?month=1999-12')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await counts('', { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee' })).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
    expect((await under.ask('GET', '/invitations/funnel?month=soon')).status).toBe(400);
    const at = kernel.clock.now().toISOString();
    expect((await under.ask('GET', `/invitations/${ids[0]}/progress`)).body).toEqual({
      steps: [
        { step: 'queued', at },
        { step: 'accepted', at: null },
        { step: 'opened', at: null },
        { step: 'started', at: null },
        { step: 'connected', at: null },
      ],
      trouble: { kind: 'bounced', at, reason: 'The mailbox is full (552).', words: 'full' },
    });
  });
});
