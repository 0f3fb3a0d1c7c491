import { Erasures } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { connectedCreator, type Creator } from '../testing/connected-creator';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

const key = 'an operator key of more than thirty-two characters';
const bearer = { authorization: `Bearer ${key}` };

describe('erasing a person over HTTP', () => {
  let linkage: ServerUnderTest;
  let noa: Creator;
  const post = (path: string, body: unknown) => linkage.browser().post(`/api/operator/${path}`, body, bearer);
  const look = (subject: string) => linkage.browser().get(`/api/operator/erasures/${subject}`, bearer);
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: key });
    noa = await connectedCreator(linkage, await linkage.member(), 'Noa');
  });
  afterAll(() => linkage.close());

  it('finds by e-mail or id, also that of an account, and tells nothing of the person', async () => {
    const found = await post('people', { email: 'NOA@example.com' });
    expect(found).toMatchObject({ status: 200, body: { people: [{ subject: noa.invitationId, kind: 'creator' }] } });
    expect(found.headers.get('cache-control')).toContain('no-store');
    expect(found.text).not.toMatch(/noa/i);
    for (const id of [noa.invitationId, noa.accountId]) expect((await post('people', { id })).body).toEqual(found.body);
    const named = await post('people', { name: 'noa' });
    expect(named.body).toEqual({ people: [{ ...found.body.people[0], emailHint: 'n…@example.com' }] });
    expect((await post('people', { name: 'noa', workspace: 'another' })).body).toEqual({ people: [] });
    expect((await post('people', { id: 'unknown' })).body).toEqual({ people: [] });
    expect(await post('people', {})).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } });
    expect(await post('people', { email: 'x'.repeat(255) })).toMatchObject({ status: 400 });
  });

  it('erases no person who is not there, and gives no certificate for one who was not erased', async () => {
    expect(await post('erasures', { subject: 'unknown' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await post('erasures', {})).toMatchObject({ status: 400, body: { errors: [{ field: 'subject' }] } });
    expect(await look(noa.invitationId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('says what went wrong before anything was erased, and goes on when it is asked again', async () => {
    const [step] = linkage.server.app.get(Erasures, { strict: false }).steps;
    if (!step) throw new Error('Nothing has to be done before a person is erased.');
    const leave = jest.spyOn(step, 'leave').mockRejectedValue(new Error('the disk is full'));
    expect(await post('erasures', { subject: noa.invitationId })).toMatchObject({
      status: 202,
      body: { subject: noa.invitationId, certificate: null },
    });
    await eventually(async () =>
      expect((await look(noa.invitationId)).body).toMatchObject({ state: 'failed', trouble: 'the disk is full' }),
    );
    leave.mockRestore();
    await post('erasures', { subject: noa.invitationId });
    const { body } = await eventually(async () => {
      const answer = await look(noa.invitationId);
      expect(answer.body).toMatchObject({ state: 'certified' });
      return answer;
    });
    expect(body.certificate).toMatchObject({ subject: noa.invitationId, kind: 'creator' });
    expect(JSON.stringify(body)).not.toMatch(/noa\b/i);
    expect((await post('erasures', { subject: noa.invitationId })).body).toMatchObject({ state: 'certified' });
  });
});
