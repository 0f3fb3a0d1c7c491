import type { CreatorRow, ImportProgress, InvitationListItem } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { CommandBus } from '@nestjs/cqrs';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from './invitations.harness';
import { ReleaseWaitingMails } from './release-waiting-mails/release-waiting-mails.command';

const id = '01936000-0000-4000-8000-000000000042';
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };
const creators = (count: number, from = 0): CreatorRow[] =>
  Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    name: `Creator ${from + index}`,
    email: `creator${from + index}@example.org`,
  }));

describe('an import of creators', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  const open = async (quotas: Parameters<typeof invitationsUnderTest>[3] = null) => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    mail = new ScriptedMailServer();
    under = await invitationsUnderTest(kernel, vault, mail, quotas);
    await kernel.consumers.start();
  };
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const upload = async (parts: readonly CreatorRow[][], importId = id, as = ingrid): Promise<void> => {
    for (const [part, rows] of parts.entries())
      expect(await under.ask('PUT', `/invitations/imports/${importId}/parts/${part}`, { body: { rows }, as })).toEqual({
        status: 204,
        body: undefined,
      });
  };
  const start = (parts: number, more: object = {}, importId = id, as = ingrid) =>
    under.ask('POST', `/invitations/imports/${importId}/start`, {
      body: { fileName: 'spring.csv', parts, ...more },
      as,
    });
  const progress = async (as = ingrid): Promise<ImportProgress> =>
    (await under.ask('GET', '/invitations/imports', { as })).body.imports[0];
  const rows = async (): Promise<InvitationListItem[]> => (await under.ask('GET', '/invitations?limit=200')).body.items;
  const issuedInLog = async (): Promise<number> => {
    const { facts } = await kernel.log.port.readAll({ limit: 5_000, prefixes: ['invitation-'] });
    return facts.filter(({ type }) => type === 'InvitationIssued').length;
  };
  const allSent = (count: number) =>
    eventually(async () => expect((await progress()).states).toMatchObject({ sent: count, sending: 0 }));

  it('makes one invitation and one mail of each row, and says how far it is (R23)', async () => {
    await open();
    await upload([creators(30), creators(12, 30)]);
    expect(await start(2)).toMatchObject({ status: 202, body: { rows: 42, skipped: 0, position: expect.any(String) } });
    await allSent(42);
    expect(await progress()).toMatchObject({
      importId: id,
      fileName: 'spring.csv',
      rows: 42,
      already: 0,
      finishedAt: expect.any(String),
    });
    expect(mail.accepted.map(({ to }) => to.address).sort()).toEqual(
      creators(42)
        .map(({ email }) => email)
        .sort(),
    );
    expect(await rows()).toHaveLength(42);
  });

  it('started or uploaded again sends nothing twice', async () => {
    await open();
    await upload([creators(5)]);
    const first = await start(1);
    await allSent(5);
    expect((await start(1)).body).toMatchObject({ rows: 5, skipped: 0 });
    expect(first.status).toBe(202);
    const again = '01936000-0000-4000-8000-000000000043';
    await upload([creators(5)], again);
    expect(await start(1, {}, again)).toMatchObject({ status: 422, body: { code: 'rows-refused' } });
    expect(await start(1, { leaveOutFaulty: true }, again)).toMatchObject({
      status: 422,
      body: { detail: 'None of the rows can be sent. Nothing was uploaded.' },
    });
    await kernel.settled();
    expect([mail.accepted.length, await issuedInLog()]).toEqual([5, 5]);
  });

  it.each([
    ['a missing name', { name: '  ' }, 'rows.1.name', 'Line 3: Name is missing.'],
    ['a missing e-mail', { email: '' }, 'rows.1.email', 'Line 3: E-mail is missing.'],
    ['a bad e-mail', { email: 'creator1@example' }, 'rows.1.email', 'Line 3: This e-mail is not complete.'],
    [
      'an e-mail that is in it twice',
      { email: 'CREATOR0@example.org' },
      'rows.1.email',
      'Line 3: Same e-mail as line 2.',
    ],
    [
      'an e-mail that was invited',
      { email: 'known@example.org' },
      'rows.1.email',
      'Line 3: This email already exists; try using another email.',
    ],
  ])('with %s is refused as a whole, and says why (R24–R30)', async (_what, fault, field, message) => {
    await open();
    await under.ask('POST', '/invitations', { body: { name: 'Known', email: 'Known@Example.org' } });
    await upload([creators(3).map((row, index) => (index === 1 ? { ...row, ...fault } : row))]);
    const { status, body } = await start(1);
    expect([status, body.code]).toEqual([422, 'rows-refused']);
    expect(body.errors).toEqual([{ field, message: expect.stringContaining(message) }]);
    await kernel.settled();
    expect([mail.accepted.length, await issuedInLog(), await progress()]).toEqual([1, 1, undefined]);
  });

  it('leaves faulty rows out when that is asked for in so many words', async () => {
    await open();
    await upload([[...creators(3), { line: 5, name: '', email: 'x@example.org' }]]);
    expect(await start(1, { leaveOutFaulty: true })).toMatchObject({ status: 202, body: { rows: 3, skipped: 1 } });
    await allSent(3);
    expect(await progress()).toMatchObject({ rows: 3, skipped: 1 });
  });

  it('names the part that has not arrived, and knows nothing of the rows of another workspace', async () => {
    await open();
    await upload([creators(1)]);
    expect(await start(2)).toMatchObject({
      status: 422,
      body: { code: 'rows-missing', errors: [{ field: 'parts.1' }] },
    });
    expect(await start(1, {}, id, other)).toMatchObject({ status: 422, body: { code: 'rows-missing' } });
    await upload([creators(2)], id, other);
    expect((await start(1, {}, id, other)).status).toBe(202);
    expect((await start(1)).status).toBe(202);
    await eventually(async () => expect((await progress(other)).states.sent).toBe(2));
    await allSent(1);
  });

  it('keeps names, e-mails and the name of the file out of the log as it is stored', async () => {
    await open();
    await upload([creators(2)]);
    await start(1);
    await allSent(2);
    const { facts } = await kernel.log.port.readAll({ limit: 100 });
    expect(JSON.stringify(facts)).not.toMatch(/creator \d|creator\d@|spring|ingrid solheim/i);
  });

  it('waits with what is beyond the quota, says so at the row, and sends it when it may', async () => {
    await open({
      workspaceHour: 3,
      workspaceDay: 100,
      invitationDay: 5,
      invitationPauseSeconds: 60,
      installationHour: 100,
    });
    await upload([creators(8)]);
    expect((await start(1)).status).toBe(202);
    await eventually(async () => expect((await progress()).states).toMatchObject({ sent: 3, waiting: 5 }));
    expect((await rows()).filter(({ delivery }) => delivery.state === 'waiting')).toHaveLength(5);
    expect((await rows()).find(({ delivery }) => delivery.state === 'waiting')?.delivery.reason).toMatch(/by itself/);
    const { body } = await under.ask('POST', '/invitations', { body: { name: 'A', email: 'a@example.org' } });
    expect(body.code).toBe('mail-quota-exceeded');
    const release = () => under.get(CommandBus).execute(new ReleaseWaitingMails());
    expect(await release()).toBe(0);
    kernel.clock.advance(62 * 60_000);
    expect(await release()).toBe(3);
    expect(await release()).toBe(0);
    await eventually(async () => expect((await progress()).states).toMatchObject({ sent: 6, waiting: 2 }));
    kernel.clock.advance(62 * 60_000);
    expect(await release()).toBe(2);
    await allSent(8);
    expect(mail.accepted).toHaveLength(8);
  });

  it('lets no more mails go to one address in a day than may, from all workspaces together', async () => {
    await open({
      workspaceHour: 9,
      workspaceDay: 9,
      invitationDay: 1,
      invitationPauseSeconds: 60,
      installationHour: 9,
    });
    await upload([creators(2)], id, other);
    await start(1, {}, id, other);
    await eventually(async () => expect((await progress(other)).states.sent).toBe(2));
    await upload([creators(3)]);
    await start(1);
    await eventually(async () => expect((await progress()).states).toMatchObject({ sent: 1, waiting: 2 }));
    const release = () => under.get(CommandBus).execute(new ReleaseWaitingMails());
    expect(await release()).toBe(0);
    kernel.clock.advance(25 * 3_600_000);
    expect(await release()).toBe(2);
    await allSent(3);
  });

  it('is not started by a member who has to confirm the e-mail first', async () => {
    await open();
    const unconfirmed = { ...ingrid, mustConfirmEmail: true };
    await upload([creators(1)], id, unconfirmed);
    expect(await start(1, {}, id, unconfirmed)).toMatchObject({ status: 422, body: { code: 'email-not-confirmed' } });
  });

  it('tells which e-mails were invited before', async () => {
    await open();
    await under.ask('POST', '/invitations', { body: { name: 'Known', email: 'known@müller.example' } });
    const emails = ['new@example.org', 'KNOWN@xn--mller-kva.example', 'nonsense', 'known@müller.example'];
    const asked = { body: { emails } };
    expect(await under.ask('POST', '/invitations/invited-before', asked)).toEqual({
      status: 200,
      body: { invited: [1, 3], optedOut: [] },
    });
    expect((await under.ask('POST', '/invitations/invited-before', { ...asked, as: other })).body).toEqual({
      invited: [],
      optedOut: [],
    });
  });

  it.each([
    ['PUT', '/invitations/imports/nonsense/parts/0', { rows: creators(1) }, 404],
    ['PUT', `/invitations/imports/${id}/parts/50`, { rows: creators(1) }, 404],
    ['PUT', `/invitations/imports/${id}/parts/0`, { rows: [] }, 400],
    ['PUT', `/invitations/imports/${id}/parts/0`, { rows: [{ line: 1, name: 'A' }] }, 400],
    ['PUT', `/invitations/imports/${id}/parts/0`, { rows: creators(1_001) }, 400],
    ['POST', `/invitations/imports/${id}/start`, { fileName: '', parts: 1 }, 400],
    ['POST', `/invitations/imports/${id}/start`, { fileName: 'a.csv', parts: 51 }, 400],
    ['POST', '/invitations/invited-before', { emails: 'a@example.org' }, 400],
  ] as const)('refuses %s %s with %.40j', async (method, path, body, status) => {
    await open();
    expect((await under.ask(method, path, { body })).status).toBe(status);
  });
});
