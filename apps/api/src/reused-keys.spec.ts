import { eventually } from '@linkage/event-sourcing/testing';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const noa = { name: 'Noa', email: 'noa@example.com' };
const reused = {
  status: 422,
  body: {
    code: 'idempotency-key-reused',
    detail: expect.stringContaining('a key of its own'),
    errors: [{ field: 'Idempotency-Key' }],
  },
};

describe('an Idempotency-Key that comes again', () => {
  let linkage: ServerUnderTest;
  let member: Awaited<ReturnType<ServerUnderTest['member']>>;
  let invitationId: string;
  const key = { 'idempotency-key': 'key-of-noa' };
  beforeAll(async () => {
    linkage = await serverUnderTest();
    member = await linkage.member();
    const answer = await member.post('/api/invitations', noa, key);
    expect(answer.status).toBe(201);
    invitationId = answer.body.invitationId;
  });
  afterAll(() => linkage.close());

  const others = (): readonly (readonly [string, unknown])[] => [
    ['/api/invitations', { ...noa, name: 'Another Noa' }],
    ['/api/invitations', { name: 'Misaki', email: 'misaki@example.com' }],
    [`/api/invitations/${invitationId}/resend`, {}],
    [`/api/invitations/${invitationId}/withdraw`, {}],
  ];
  const expectNothingElseDone = async (): Promise<void> => {
    const { items, counts } = (await member.get('/api/invitations')).body;
    expect(items).toMatchObject([{ ...noa, withdrawnAt: null, delivery: { count: 1 } }]);
    expect(counts).toMatchObject({ all: 1, withdrawn: 0 });
  };

  it('with the same request is answered as before', async () => {
    const again = await member.post('/api/invitations', noa, key);
    expect(again).toMatchObject({ status: 201, body: { invitationId } });
    const inAnotherOrder = await member.post('/api/invitations', { email: noa.email, name: noa.name }, key);
    expect(inAnotherOrder).toMatchObject({ status: 201, body: { invitationId } });
  });

  it('with another body, or to another address, is refused, and nothing is done', async () => {
    for (const [path, body] of others()) expect(await member.post(path, body, key)).toMatchObject(reused);
    await eventually(expectNothingElseDone);
  });

  it('is still refused after a restart', async () => {
    await linkage.restart();
    await eventually(async () => expect((await member.get('/health/ready')).status).toBe(200));
    for (const [path, body] of others()) expect(await member.post(path, body, key)).toMatchObject(reused);
    expect(await member.post('/api/invitations', noa, key)).toMatchObject({ status: 201, body: { invitationId } });
    await expectNothingElseDone();
  });

  it('is no matter in another workspace', async () => {
    const stranger = await linkage.member('Stranger');
    expect(await stranger.post('/api/invitations', { ...noa, name: 'Her Noa' }, key)).toMatchObject({ status: 201 });
  });
});
