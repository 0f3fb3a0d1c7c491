import type { BulkActionProgress, InvitationListItem } from '@linkage/contracts';
import { InMemorySubjectKeys, TestClock, eventually } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from './invitations.harness';

const bulkId = '01936000-0000-4000-8000-000000000042';
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };

describe('one action on many invitations', () => {
  const clock = new TestClock();
  const keys = new InMemorySubjectKeys();
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;

  const open = async (quotas: Parameters<typeof invitationsUnderTest>[3] = null): Promise<void> => {
    kernel = testKernel({ facts: workspaceFacts }, { folder, clock, keys });
    under = await invitationsUnderTest(kernel, openVault({ directory: vault.directory }), mail, quotas);
    await kernel.consumers.start();
  };
  const close = async (): Promise<void> => {
    await kernel.stop();
    await under.close();
    await kernel.close();
  };
  beforeEach(() => {
    folder = temporaryFolder();
    vault = testVault();
    mail = new ScriptedMailServer();
  });
  afterEach(async () => {
    await close();
    vault.remove();
    folder.remove();
  });

  const invite = async (count: number, from = 0): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = from; index < from + count; index += 1) {
      const body = { name: `Creator ${index}`, email: `creator${index}@example.org` };
      ids.push((await under.ask('POST', '/invitations', { body })).body.invitationId);
    }
    await kernel.settled();
    clock.advance(60_000);
    return ids;
  };
  const start = (more: object, as = ingrid) =>
    under.ask('POST', '/invitations/bulk', { body: { bulkId, ...more }, as });
  const progress = async (as = ingrid): Promise<BulkActionProgress | undefined> =>
    (await under.ask('GET', '/invitations/bulk', { as })).body.actions[0];
  const is = (state: BulkActionProgress['state']) =>
    eventually(async () => expect((await progress())?.state).toBe(state));
  const undo = () => under.ask('POST', `/invitations/bulk/${bulkId}/undo`);
  const list = async (query = ''): Promise<InvitationListItem[]> =>
    (await under.ask('GET', `/invitations?limit=200${query}`)).body.items;
  const counts = async () => (await under.ask('GET', '/invitations')).body.counts;
  const factsOf = async (type: string): Promise<number> => {
    const { facts } = await kernel.log.port.readAll({ limit: 5_000, prefixes: ['invitation-'] });
    return facts.filter((fact) => fact.type === type).length;
  };

  it('resends the picked ones, each once, however often it is asked for', async () => {
    await open();
    const [one, two] = await invite(3);
    expect(await start({ action: 'resend', invitationIds: [one, two, one] })).toMatchObject({
      status: 202,
      body: { rows: 2, position: expect.any(String) },
    });
    await is('finished');
    expect((await start({ action: 'resend', invitationIds: [one, two] })).body).toMatchObject({ rows: 2 });
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(5);
    expect(await progress()).toMatchObject({ bulkId, action: 'resend', mine: true, rows: 2, done: 2, passedOver: [] });
  });

  it('withdraws all that match but those left out, also when they are more than a page and a batch', async () => {
    await open();
    const [kept] = await invite(2);
    const id = '01936000-0000-4000-8000-000000000050';
    const rows = Array.from({ length: 204 }, (_, n) => ({
      line: n + 2,
      name: `Row ${n}`,
      email: `row${n}@example.org`,
    }));
    await under.ask('PUT', `/invitations/imports/${id}/parts/0`, { body: { rows } });
    await under.ask('POST', `/invitations/imports/${id}/start`, { body: { fileName: 'a.csv', parts: 1 } });
    await eventually(async () => expect((await counts()).all).toBe(206));
    expect((await start({ action: 'withdraw', matching: { except: [kept] } })).body.rows).toBe(205);
    await is('finished');
    await eventually(async () => expect(await counts()).toMatchObject({ all: 1, withdrawn: 205 }));
    expect(await progress()).toMatchObject({ done: 205, passedOver: [] });
    expect(await factsOf('InvitationWithdrawn')).toBe(205);
  });

  it('takes a search and a status as the list does', async () => {
    await open();
    await invite(3);
    expect((await start({ action: 'withdraw', matching: { search: 'creator1', status: 'invited' } })).body.rows).toBe(
      1,
    );
    await is('finished');
    await eventually(async () => expect((await counts()).withdrawn).toBe(1));
  });

  it('says which ones it passed over, and why', async () => {
    await open();
    const [one, two, three] = await invite(3);
    await under.ask('POST', `/invitations/${one}/withdraw`, { body: {} });
    await under.ask('POST', `/invitations/${two}/resend`);
    await start({ action: 'resend', invitationIds: [one, two, three, 'unknown'] });
    await is('finished');
    const { passedOver, done } = (await progress()) ?? {};
    expect(done).toBe(1);
    expect(passedOver).toEqual(
      expect.arrayContaining([
        { reason: 'invitation-withdrawn', count: 1 },
        { reason: 'mail-asked-recently', count: 1 },
        { reason: 'not-found', count: 1 },
      ]),
    );
    expect((await under.ask('GET', `/invitations/bulk/${bulkId}/passed-over`)).body).toEqual({
      total: 3,
      items: [
        { invitationId: one, name: 'Creator 0', email: 'creator0@example.org', reason: 'invitation-withdrawn' },
        { invitationId: two, name: 'Creator 1', email: 'creator1@example.org', reason: 'mail-asked-recently' },
        { invitationId: 'unknown', name: '', email: '', reason: 'not-found' },
      ],
    });
  });

  it('asks for no more mails than may go out', async () => {
    await open({
      workspaceHour: 4,
      workspaceDay: 100,
      invitationDay: 10,
      invitationPauseSeconds: 60,
      installationHour: 100,
    });
    const ids = await invite(3);
    await start({ action: 'resend', invitationIds: ids });
    await is('finished');
    expect(await progress()).toMatchObject({ done: 1, passedOver: [{ reason: 'mail-quota-exceeded', count: 2 }] });
  });

  it('undone: the list is as before, and the log has both', async () => {
    await open();
    const ids = await invite(3);
    await under.ask('POST', `/invitations/${ids[0]}/withdraw`, { body: {} });
    const before = await list();
    await start({ action: 'withdraw', invitationIds: ids });
    await is('finished');
    expect((await undo()).status).toBe(202);
    expect((await undo()).status).toBe(202);
    await is('undone');
    expect(await progress()).toMatchObject({ done: 2, undone: 2, notUndone: [], undoUntil: null });
    await eventually(async () => expect(await list()).toEqual(before));
    expect([await factsOf('InvitationWithdrawn'), await factsOf('InvitationWithdrawalUndone')]).toEqual([3, 2]);
  });

  it('undone within ten seconds: no mail leaves, and each is as before', async () => {
    await open();
    const ids = await invite(3);
    const before = await list();
    await start({ action: 'resend', invitationIds: ids });
    await is('finished');
    clock.advance(9_000);
    await undo();
    await is('undone');
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(3);
    await eventually(async () => expect(await list()).toEqual(before));
  });

  it('cannot be undone once the mails have left, nor after seven days', async () => {
    await open();
    const ids = await invite(1);
    await start({ action: 'resend', invitationIds: ids });
    await is('finished');
    clock.advance(13_000);
    await kernel.settled();
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'undo-over' } });
    expect(await progress()).toMatchObject({ undoUntil: null });
  });

  it('leaves alone what was changed since', async () => {
    await open();
    const [one, two] = await invite(2);
    await start({ action: 'withdraw', invitationIds: [one, two] });
    await is('finished');
    await under.ask('POST', '/invitations', { body: { name: 'Creator 0', email: 'creator0@example.org' } });
    await undo();
    await is('undone');
    expect(await progress()).toMatchObject({ undone: 1, notUndone: [{ reason: 'conflict', count: 1 }] });
  });

  it('goes on after a restart, and can be undone after one', async () => {
    await open();
    const ids = await invite(2);
    await start({ action: 'withdraw', invitationIds: ids });
    await close();
    await open();
    await is('finished');
    await close();
    await open();
    await undo();
    await is('undone');
    await eventually(async () => expect(await counts()).toMatchObject({ all: 2, withdrawn: 0 }));
  });

  it.each([
    ['nothing', {}],
    ['an empty list', { invitationIds: [] }],
    ['both', { invitationIds: ['a'], matching: {} }],
    ['a filter that is none', { matching: { limit: 3 } }],
    ['too many', { invitationIds: Array.from({ length: 1_001 }, (_, n) => `i${n}`) }],
    ['what matches nothing', { matching: { search: 'nothing like this' } }],
  ])('refuses %s', async (_what, more) => {
    await open();
    expect(await start({ action: 'withdraw', ...more })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
    expect(await progress()).toBeUndefined();
  });

  it('sends nothing for a member who has to confirm the own e-mail first', async () => {
    await open();
    const ids = await invite(1);
    const unconfirmed = { ...ingrid, mustConfirmEmail: true };
    expect(await start({ action: 'resend', invitationIds: ids }, unconfirmed)).toMatchObject({
      status: 422,
      body: { code: 'email-not-confirmed' },
    });
  });

  it('touches nothing of another workspace', async () => {
    await open();
    const ids = await invite(1);
    await start({ action: 'withdraw', invitationIds: ids }, other);
    await eventually(async () =>
      expect(await progress(other)).toMatchObject({ done: 0, passedOver: [{ reason: 'not-found', count: 1 }] }),
    );
    expect(await progress()).toBeUndefined();
    expect((await undo()).status).toBe(404);
    expect((await under.ask('GET', `/invitations/bulk/${bulkId}/passed-over`)).status).toBe(404);
    expect(
      (await under.ask('POST', '/invitations/links', { body: { invitationIds: ids }, as: other })).body.links,
    ).toEqual([]);
    expect(await counts()).toMatchObject({ all: 1 });
  });

  it('gives the links of the open ones, the same as one by one', async () => {
    await open();
    const [one, two, three] = await invite(3);
    await under.ask('POST', `/invitations/${two}/withdraw`, { body: {} });
    const { links } = (await under.ask('POST', '/invitations/links', { body: { invitationIds: [three, two, one] } }))
      .body;
    const urlOf = async (id: string | undefined) => (await under.ask('GET', `/invitations/${id}/link`)).body.url;
    expect(links).toEqual([
      { invitationId: three, name: 'Creator 2', url: await urlOf(three) },
      { invitationId: one, name: 'Creator 0', url: await urlOf(one) },
    ]);
  });
});
