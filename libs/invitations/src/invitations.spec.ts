import type { InvitationListItem } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from './invitations.harness';

const zoe = { name: 'Zoë van der Meer', email: 'Zoe@Meermakers.example' };
const stranger = {
  ...ingrid,
  memberId: '01936000-0000-7000-8000-00000000bbbb',
  workspaceId: '01936000-0000-7000-8000-0000000000ee',
  workspaceName: 'Other',
};

describe('invitations, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  const ask: InvitationsUnderTest['ask'] = (...request) => under.ask(...request);

  beforeEach(async () => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    mail = new ScriptedMailServer();
    under = await invitationsUnderTest(kernel, vault, mail);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const invite = async (who = zoe): Promise<string> =>
    (await ask('POST', '/invitations', { body: who })).body.invitationId;
  const rows = async (query = ''): Promise<InvitationListItem[]> =>
    (await ask('GET', `/invitations${query}`)).body.items;
  const inLog = async () => (await kernel.log.port.readAll({ limit: 500 })).facts;
  const linkOf = async (id: string): Promise<string> => (await ask('GET', `/invitations/${id}/link`)).body.url;
  const linkIn = (index: number): string => /http:\S+connect\/\S+/.exec(mail.accepted[index]?.text ?? '')?.[0] ?? '';

  it('issues: the answer lets the writer read the row, and the creator gets one mail', async () => {
    const { status, body } = await ask('POST', '/invitations', { body: zoe });
    expect(status).toBe(201);
    expect(body).toEqual({ invitationId: expect.stringMatching(/^[0-9a-f-]{36}$/), position: expect.any(String) });
    const { body: list } = await ask('GET', '/invitations', { headers: { 'x-linkage-position': body.position } });
    expect(list).toEqual({
      items: [
        {
          invitationId: body.invitationId,
          name: zoe.name,
          email: zoe.email,
          avatarUrl: null,
          invitedAt: kernel.clock.now().toISOString(),
          status: 'invited',
          statusSince: kernel.clock.now().toISOString(),
          withdrawnAt: null,
          erased: null,
          optedOut: false,
          trouble: null,
          accounts: [],
          opened: { at: null },
          tried: [],
          choosing: [],
          delivery: expect.objectContaining({ reason: null }),
        },
      ],
      next: null,
      previous: null,
      total: 1,
      counts: { all: 1, withdrawn: 0, waiting: expect.any(Number), invited: 1, active: 0, 'action-needed': 0 },
      stuckMail: null,
    });
    await kernel.settled();
    expect((await rows())[0]?.delivery).toEqual({
      state: 'sent',
      about: 'invite',
      reason: null,
      words: null,
      nextTry: null,
      at: kernel.clock.now().toISOString(),
      count: 1,
    });
    expect(mail.accepted).toEqual([
      expect.objectContaining({
        to: { name: zoe.name, address: zoe.email },
        fromName: 'Nordlys Agency',
        subject: '“Nordlys Agency” invites you to share your channel figures',
      }),
    ]);
    expect(linkIn(0)).toBe(await linkOf(body.invitationId));
  });

  it('refuses an e-mail that was invited before, in any spelling, word for word, and leaves the first one as it was', async () => {
    await invite();
    await kernel.settled();
    const before = await inLog();
    const { status, body } = await ask('POST', '/invitations', {
      body: { name: 'Somebody else', email: 'zoe@meermakers.EXAMPLE' },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'email-already-invited',
      detail: 'This email already exists; try using another email.',
      errors: [{ field: 'email', message: 'This email already exists; try using another email.' }],
    });
    await kernel.settled();
    expect(await inLog()).toEqual(before);
    expect(mail.accepted).toHaveLength(1);
    expect((await rows())[0]?.name).toBe(zoe.name);
  });

  it('lets another workspace invite the same e-mail', async () => {
    await invite();
    expect((await ask('POST', '/invitations', { body: zoe, as: stranger })).status).toBe(201);
  });

  it('makes of many invitations to one e-mail at the same instant exactly one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask('POST', '/invitations', { body: { ...zoe, email: n % 2 ? zoe.email : zoe.email.toUpperCase() } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    await kernel.settled();
    expect((await inLog()).map(({ type }) => type)).toEqual(['InvitationIssued', 'InvitationEmailed']);
    expect(mail.accepted).toHaveLength(1);
  });

  it('answers a repeated command as the first time and adds nothing', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await ask('POST', '/invitations', { body: zoe, headers });
    const again = await ask('POST', '/invitations', { body: zoe, headers });
    expect(again).toEqual(first);
    kernel.clock.advance(60_000);
    const resend = await ask('POST', `/invitations/${first.body.invitationId}/resend`, {
      headers: { 'idempotency-key': 'k-2' },
    });
    expect(
      await ask('POST', `/invitations/${first.body.invitationId}/resend`, { headers: { 'idempotency-key': 'k-2' } }),
    ).toEqual(resend);
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect((await inLog()).filter(({ type }) => type !== 'InvitationEmailed').map(({ type }) => type)).toEqual([
      'InvitationIssued',
      'InvitationResendRequested',
    ]);
  });

  it.each([
    [{ name: '', email: zoe.email }, 'name'],
    [{ name: ' \t', email: zoe.email }, 'name'],
    [{ name: 'Ann\r\nBcc: spy@evil.example', email: zoe.email }, 'name'],
    [{ name: 'x'.repeat(300), email: zoe.email }, 'name'],
    [{ name: 7, email: zoe.email }, 'name'],
    [{ name: zoe.name, email: 'zoe@' }, 'email'],
    [{ name: zoe.name, email: ['a@example.org'] }, 'email'],
  ])('refuses %.60j, says which field, and leaves nothing behind', async (body, field) => {
    const answer = await ask('POST', '/invitations', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ field, message: expect.any(String) }] },
    });
    expect(await inLog()).toEqual([]);
  });

  it.each(['<b>Bold</b>', '=1+1', '田中 美咲', 'محمد الفاروق'])('takes the name %s as typed', async (name) => {
    await invite({ name, email: zoe.email });
    await kernel.settled();
    expect((await rows())[0]?.name).toBe(name);
  });

  it('keeps names and e-mails out of the log as it is stored, stream names included', async () => {
    await invite();
    await kernel.settled();
    expect(JSON.stringify(await inLog())).not.toMatch(/zoë|zoe@|meermakers|ingrid/i);
    expect(JSON.stringify(await inLog())).not.toContain(linkIn(0).split('/').at(-1));
  });

  it('resends: one mail more with the same link, no second row', async () => {
    const id = await invite();
    await kernel.settled();
    kernel.clock.advance(60_000);
    const { status, body } = await ask('POST', `/invitations/${id}/resend`);
    expect([status, Object.keys(body)]).toEqual([202, ['position']]);
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(2);
    expect(linkIn(1)).toBe(linkIn(0));
    expect(mail.accepted[1]?.messageId).not.toBe(mail.accepted[0]?.messageId);
    expect((await rows()).map(({ delivery }) => delivery.count)).toEqual([2]);
  });

  it('withdraws: the row leaves the list and the link dies; the e-mail can be invited again, with a new link', async () => {
    const id = await invite();
    const oldLink = await linkOf(id);
    const { status } = await ask('POST', `/invitations/${id}/withdraw`);
    expect(status).toBe(202);
    await kernel.settled();
    expect((await ask('GET', '/invitations')).body).toMatchObject({
      items: [],
      total: 0,
      counts: { all: 0, withdrawn: 1, invited: 0 },
    });
    const withdrawn = (await ask('GET', '/invitations?withdrawn=true&status=active')).body;
    expect(withdrawn).toMatchObject({
      items: [{ invitationId: id, withdrawnAt: kernel.clock.now().toISOString() }],
      total: 1,
    });
    expect(await ask('GET', `/invitations/${id}/link`)).toMatchObject({
      status: 422,
      body: { code: 'invitation-withdrawn' },
    });
    expect(await ask('POST', `/invitations/${id}/resend`)).toMatchObject({
      status: 422,
      body: { code: 'invitation-withdrawn' },
    });
    expect((await ask('POST', `/invitations/${id}/withdraw`)).status).toBe(202);
    expect(await invite()).toBe(id);
    await kernel.settled();
    expect((await rows()).map(({ invitationId }) => invitationId)).toEqual([id]);
    expect(await rows('?withdrawn=true')).toEqual([]);
    expect(await linkOf(id)).not.toBe(oldLink);
  });

  it('withdraws with the accounts, says so in the fact, and takes nothing else for an answer', async () => {
    const id = await invite();
    expect(await ask('POST', `/invitations/${id}/withdraw`, { body: { accounts: 'burn' } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'accounts', message: 'Say "keep" or "disconnect".' }] },
    });
    expect((await ask('POST', `/invitations/${id}/withdraw`, { body: { accounts: 'disconnect' } })).status).toBe(202);
    expect((await inLog()).at(-1)).toMatchObject({
      type: 'InvitationWithdrawn',
      data: { accounts: 'disconnect' },
    });
  });

  it('undoes a withdrawal: the row is back, and the link is the one from before', async () => {
    const id = await invite();
    const link = await linkOf(id);
    await kernel.settled();
    await ask('POST', `/invitations/${id}/withdraw`);
    expect((await ask('POST', `/invitations/${id}/undo-withdrawal`)).status).toBe(202);
    expect((await ask('POST', `/invitations/${id}/undo-withdrawal`)).status).toBe(202);
    await kernel.settled();
    expect((await rows()).map(({ invitationId, withdrawnAt }) => [invitationId, withdrawnAt])).toEqual([[id, null]]);
    expect(await linkOf(id)).toBe(link);
    expect(mail.accepted).toHaveLength(1);
  });

  it('knows nothing of an id that is unknown or of another workspace', async () => {
    const id = await invite();
    for (const [foreign, as] of [
      [id, stranger],
      ['01936000-0000-7000-8000-00000000dead', ingrid],
      ['..%2f..', ingrid],
    ] as const) {
      for (const [method, path] of [
        ['POST', 'resend'],
        ['POST', 'withdraw'],
        ['POST', 'undo-withdrawal'],
        ['GET', 'link'],
      ] as const) {
        expect(await ask(method, `/invitations/${foreign}/${path}`, { as })).toMatchObject({
          status: 404,
          body: { code: 'not-found' },
        });
      }
    }
    expect((await ask('GET', '/invitations', { as: stranger })).body).toMatchObject({ items: [], counts: { all: 0 } });
  });

  it('lists by page, filter, order and search; what it does not understand is ignored', async () => {
    for (const name of ['Ébène', 'anna', 'Zoë', 'Bob']) {
      kernel.clock.advance(1_000);
      await invite({ name, email: `${name.normalize('NFD').replace(/\P{ASCII}/gu, '')}@example.org` });
    }
    await kernel.settled();
    const names = async (query: string) => (await rows(query)).map(({ name }) => name);
    expect(await names('')).toEqual(['Bob', 'Zoë', 'anna', 'Ébène']);
    expect(await names('?sort=name')).toEqual(['anna', 'Bob', 'Ébène', 'Zoë']);
    expect(await names('?sort=invitedAt&direction=asc')).toEqual(['Ébène', 'anna', 'Zoë', 'Bob']);
    expect(await names('?status=active')).toEqual([]);
    expect(await names('?search=ebe')).toEqual(['Ébène']);
    expect(await names('?status=nonsense&sort=password&limit=-3&direction=sideways&search=')).toHaveLength(4);
    expect(await names('?search=a&search=b')).toHaveLength(4);
    expect(await names('?search=%20')).toHaveLength(4);
    expect(await names('?search=%25')).toEqual([]);

    const first = (await ask('GET', '/invitations?limit=3')).body;
    expect([first.items.length, first.total, first.previous]).toEqual([3, 4, null]);
    const second = (await ask('GET', `/invitations?limit=3&cursor=${first.next}`)).body;
    expect([second.items.map(({ name }: InvitationListItem) => name), second.next]).toEqual([['Ébène'], null]);
    expect((await ask('GET', '/invitations?search=zo')).body.total).toBeNull();
    expect(await ask('GET', '/invitations?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  });

  describe('when the mail server is in trouble', () => {
    const busy = {
      accepted: false,
      temporary: true,
      reason: 'The mail server asks to try again later (450).',
    } as const;
    const delivery = async () => (await rows())[0]?.delivery;

    it('says so, tries again by itself, and then says that it was sent', async () => {
      mail.answers.push(busy, busy);
      await invite();
      await kernel.settled();
      expect(await delivery()).toMatchObject({ state: 'retrying', reason: busy.reason });
      for (const seconds of [15, 60]) {
        kernel.clock.advance(seconds * 1_000);
        await kernel.settled();
      }
      expect(await delivery()).toMatchObject({ state: 'sent', reason: null, count: 1 });
      const types = (await inLog()).map(({ type }) => type);
      expect(types).toEqual([
        'InvitationIssued',
        'InvitationEmailFailed',
        'InvitationEmailFailed',
        'InvitationEmailed',
      ]);
    });

    it('counts and lists it as waiting until it was sent', async () => {
      mail.answers.push(busy);
      const id = await invite();
      await kernel.settled();
      await invite({ name: 'Bo', email: 'bo@example.org' });
      await kernel.settled();
      const waiting = async () => {
        const { items, total, counts } = (await ask('GET', '/invitations?waiting=true')).body;
        return [items.map(({ invitationId }: InvitationListItem) => invitationId), total, counts.waiting, counts.all];
      };
      expect(await waiting()).toEqual([[id], 1, 1, 2]);
      const file = (await under.file('GET', '/invitations/export?waiting=true')).text;
      expect([file.includes(zoe.name), file.includes('Bo')]).toEqual([true, false]);
      const stuck = { cause: 'no-answer', count: 1, most: null };
      expect((await ask('GET', '/invitations')).body.stuckMail).toEqual(stuck);
      expect((await ask('GET', '/invitations', { as: stranger })).body.stuckMail).toBeNull();
      kernel.clock.advance(15_000);
      await kernel.settled();
      expect(await waiting()).toEqual([[], 0, 0, 2]);
    });

    it('shows meanwhile that it is tried again', async () => {
      mail.answers.push(...Array.from({ length: 50 }, () => busy));
      await invite();
      await eventually(async () =>
        expect(await delivery()).toMatchObject({ state: 'retrying', reason: busy.reason, count: 0 }),
      );
    });

    it('gives up after three days, says so, parks it, and sends it once the operator has it tried again', async () => {
      mail.answers.push(...Array.from({ length: 50 }, () => busy));
      await invite();
      await eventually(async () => expect(await delivery()).toMatchObject({ state: 'retrying' }));
      kernel.clock.advance(72.1 * 3_600_000);
      await kernel.settled();
      expect((await inLog()).map(({ type, data }) => [type, data['final'] ?? data['reason']])).toEqual([
        ['InvitationIssued', undefined],
        ['InvitationEmailFailed', false],
        ['InvitationEmailNotSent', 'waited-too-long'],
      ]);
      expect(await delivery()).toMatchObject({ state: 'failed', reason: `It waited for too long. ${busy.reason}` });
      expect(await kernel.operations.parked('email-invitation')).toHaveLength(1);
      mail.answers.length = 0;
      await kernel.operations.replayParked('email-invitation');
      await kernel.settled();
      expect(await delivery()).toMatchObject({ state: 'sent', reason: null, count: 1 });
    });

    it('does not try again what was refused for good', async () => {
      mail.answers.push({ accepted: false, temporary: false, reason: 'The mailbox is full (552).' });
      await invite();
      await kernel.settled();
      expect(await delivery()).toMatchObject({ state: 'bounced', reason: 'The mailbox is full (552).', count: 0 });
      expect(mail.accepted).toEqual([]);
    });
  });
});
