import type { InvitationListItem } from '@linkage/contracts';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';

const zoe = { name: 'Zoë', email: 'zoe@meermakers.example' };
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };

describe('a creator who wants no more e-mails', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let invitationId: string;

  beforeEach(async () => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    mail = new ScriptedMailServer();
    under = await invitationsUnderTest(kernel, vault, mail);
    invitationId = (await under.ask('POST', '/invitations', { body: zoe })).body.invitationId;
    await kernel.settled();
    kernel.clock.advance(60_000);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const path = (index = 0): string => new URL(mail.accepted[index]?.optOutUrl ?? '').pathname;
  const page = (method: 'GET' | 'HEAD' | 'POST', at = path(), form?: string) => under.page(method, at, form);
  const row = async (): Promise<InvitationListItem> => {
    await kernel.settled();
    return (await under.ask('GET', '/invitations')).body.items[0];
  };
  const refused = { status: 422, body: { code: 'creator-opted-out' } };

  it('says so with one click of the mail program (RFC 8058), and gets none, until they take it back', async () => {
    expect(await page('POST', path(), 'List-Unsubscribe=One-Click')).toMatchObject({ status: 200 });
    expect(await row()).toMatchObject({ optedOut: true });
    expect(await under.ask('POST', `/invitations/${invitationId}/resend`)).toMatchObject(refused);
    await under.ask('POST', `/invitations/${invitationId}/withdraw`);
    expect(
      await under.ask('POST', '/invitations', { body: { ...zoe, email: 'ZOE@meermakers.example' } }),
    ).toMatchObject({
      ...refused,
      body: { errors: [{ field: 'email' }] },
    });
    const known = await under.ask('POST', '/invitations/invited-before', {
      body: { emails: ['a@b.example', zoe.email] },
    });
    expect(known.body).toEqual({ invited: [], optedOut: [1] });
    expect((await under.ask('POST', '/invitations', { body: zoe, as: other })).status).toBe(201);
    expect((await page('POST', path(), 'mails=again')).status).toBe(303);
    expect((await under.ask('POST', '/invitations', { body: zoe })).status).toBe(201);
    expect(await row()).toMatchObject({ optedOut: false });
  });

  it.each([
    [
      'multipart/form-data; boundary=X',
      '--X\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--X--\r\n',
    ],
    ['text/plain', 'List-Unsubscribe=One-Click'],
    ['application/json', '{"mails":"again"}'],
    ['application/json', 'List-Unsubscribe=One-Click'],
    ['', 'List-Unsubscribe=One-Click'],
  ])('says so in whatever a mail program sends: %s %s', async (type, body) => {
    expect(await under.page('POST', path(), body, type)).toMatchObject({ status: 200 });
    expect(await row()).toMatchObject({ optedOut: true });
  });

  it('is not heard with a body beyond all bounds', async () => {
    expect(await under.page('POST', path(), 'x'.repeat(20_000), 'text/plain')).toMatchObject({ status: 413 });
    expect(await row()).toMatchObject({ optedOut: false });
  });

  it('is asked on a page that changes nothing when it is looked at, however often', async () => {
    for (const method of ['GET', 'HEAD', 'GET'] as const) expect((await page(method)).status).toBe(200);
    expect((await page('GET')).text).toContain('Stop <span>e-mails</span> from <bdi>Nordlys Agency</bdi>?');
    expect((await page('GET', `${path()}.`)).status).toBe(200);
    expect(await row()).toMatchObject({ optedOut: false });
    expect(await page('POST', path(), 'mails=stop')).toMatchObject({ status: 303, location: path() });
    expect((await page('GET')).text).toContain('You get no more <span>e-mails</span> from <bdi>Nordlys Agency</bdi>');
    expect((await kernel.log.port.readAll({ limit: 99 })).facts.map(({ type }) => type)).toEqual([
      'InvitationIssued',
      'InvitationEmailed',
      'CreatorOptedOut',
    ]);
  });

  it('gets no mail that was asked for before', async () => {
    await under.ask('POST', `/invitations/${invitationId}/resend`);
    await page('POST', path(), 'mails=stop');
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(1);
    expect((await row()).delivery).toMatchObject({ state: 'failed', reason: 'This creator wants no more e-mails.' });
  });

  it('needs the link: one that was made up is a page that says so, and changes nothing', async () => {
    const made = `/no-more-mails/${'0'.repeat(44)}`;
    expect(await page('GET', made)).toMatchObject({ status: 404, text: expect.stringContaining('does not work') });
    expect((await page('POST', made, 'mails=stop')).status).toBe(404);
    expect(await row()).toMatchObject({ optedOut: false });
  });
});
