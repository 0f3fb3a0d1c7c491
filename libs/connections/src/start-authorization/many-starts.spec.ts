import { ConnectionsUnderTest, invitationOf, freshConnections } from '../connections.harness';

describe('one link that starts many connections', () => {
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ under, close } = await freshConnections());
  });
  afterEach(() => close());

  it('is refused after ten, says when to go on, and keeps no other creator from connecting', async () => {
    const link = await under.invite(invitationOf.misaki);
    const start = (of: string) => under.ask('POST', `/api/microsite/${of}/connections/instagram`);
    const answers = await Promise.all(Array.from({ length: 40 }, () => start(link)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status !== 201);
    for (const { status, headers, body } of refused) {
      expect([status, body.code]).toEqual([429, 'too-many-attempts']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body.detail).toMatch(/^Connect was pressed very often with this link\. Try again in \d+ seconds?\.$/);
    }
    expect(await under.inLog('attempt-')).toHaveLength(10);
    expect((await start(await under.invite(invitationOf.marcus, 'Marcus'))).status).toBe(201);
  });
});
