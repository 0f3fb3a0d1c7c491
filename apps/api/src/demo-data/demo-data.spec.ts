import { eventually } from '@linkage/event-sourcing/testing';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

describe('demo data', () => {
  let linkage: ServerUnderTest;
  afterEach(() => linkage.close());

  it('is not asked for yet in a new workspace, and refused where creators were invited', async () => {
    linkage = await serverUnderTest();
    const member = await linkage.member();
    const none = { state: 'none', creators: 30, done: 0, problem: null };
    expect((await member.get('/api/demo-data')).body).toEqual(none);
    await member.post('/api/invitations', { name: 'Amélie Rousseau', email: 'amelie@rousseau.example' });
    expect(await member.post('/api/demo-data')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await member.get('/api/demo-data')).body).toEqual(none);
  });

  it('says why it ended early, where there are no platforms to connect on', async () => {
    linkage = await serverUnderTest();
    const member = await linkage.member();
    expect(await member.post('/api/demo-data')).toMatchObject({ status: 202, body: { state: 'running', done: 0 } });
    await eventually(async () =>
      expect((await member.get('/api/demo-data')).body).toMatchObject({ state: 'failed', problem: expect.any(String) }),
    );
  });

  it('needs a session', async () => {
    linkage = await serverUnderTest();
    expect((await linkage.browser().post('/api/demo-data')).status).toBe(401);
  });

  it('is not there in production', async () => {
    linkage = await serverUnderTest({ mode: 'production' });
    const member = await linkage.member();
    expect((await member.get('/api/demo-data')).status).toBe(404);
    expect((await member.post('/api/demo-data')).status).toBe(404);
  });
});
