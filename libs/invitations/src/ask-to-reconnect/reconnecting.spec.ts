import type { InvitationListItem } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import { connectionFacts, workspaceFacts, type SocialAccountFact } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';

const quotas = {
  workspaceHour: 50,
  workspaceDay: 80,
  invitationDay: 30,
  invitationPauseSeconds: 60,
  installationHour: 70,
};
const amelie = { name: 'Amélie', email: 'amelie@atelier.example' };

describe('asking to reconnect, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let invitationId: string;

  beforeEach(async () => {
    kernel = testKernel({ facts: [workspaceFacts, connectionFacts] });
    vault = testVault();
    mail = new ScriptedMailServer();
    under = await invitationsUnderTest(kernel, vault, mail, quotas);
    invitationId = (await under.ask('POST', '/invitations', { body: amelie })).body.invitationId;
    kernel.clock.advance(3_600_000);
    await tell(connected('a1'));
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const account = (accountId: string) => ({ accountId, invitationId, platform: 'instagram' }) as const;
  const identity = (username: string) => ({
    platformAccountId: username,
    username,
    displayName: 'Amélie',
    avatarUrl: null,
    granted: [],
  });
  const connected = (id: string, username = 'atelier.amelie'): SocialAccountFact => ({
    type: 'SocialAccountConnected',
    data: { ...account(id), ...identity(username), creatorName: amelie.name, creatorEmail: amelie.email },
  });
  const reconnected = (id: string): SocialAccountFact => ({
    type: 'SocialAccountReconnected',
    data: { ...account(id), ...identity('atelier.amelie') },
  });
  const disconnected = (id: string): SocialAccountFact => ({
    type: 'SocialAccountDisconnected',
    data: { ...account(id), by: 'creator' },
  });
  const lost = (id: string): SocialAccountFact => ({
    type: 'SocialAccountAccessLost',
    data: { ...account(id), cause: 'password-changed' },
  });
  const regained = (id: string): SocialAccountFact => ({ type: 'SocialAccountAccessRegained', data: account(id) });
  const append = (fact: SocialAccountFact) =>
    kernel.log.append({
      stream: `account-${fact.data.accountId}`,
      facts: [fact],
      expected: 'any',
      context: {
        workspaceId: ingrid.workspaceId,
        actor: { kind: 'system', id: 'connections' },
        correlationId: 'c',
        causationId: null,
      },
    });
  const tell = async (...facts: SocialAccountFact[]): Promise<void> => {
    for (const fact of facts) await append(fact);
    await kernel.settled();
  };
  const subjects = () => mail.accepted.slice(1).map(({ subject }) => subject);
  const row = async (): Promise<InvitationListItem> => (await under.ask('GET', '/invitations')).body.items[0];
  const ask = () => under.ask('POST', `/invitations/${invitationId}/ask-to-reconnect`);
  const inLog = async () => (await kernel.log.port.readAll({ limit: 500 })).facts;

  it('is done once by itself when access is lost, with the same link, and the row says so', async () => {
    await tell(lost('a1'));
    expect(subjects()).toEqual(['Your Instagram @atelier.amelie has stopped: the password was changed']);
    expect(mail.accepted[1]?.to.address).toBe(amelie.email);
    const { url } = (await under.ask('GET', `/invitations/${invitationId}/link`)).body;
    expect(mail.accepted[1]?.text).toContain(url);
    expect((await row()).delivery).toMatchObject({ state: 'sent', about: 'reconnect', count: 2 });
    const asked = (await inLog()).find(({ type }) => type === 'ReconnectRequested');
    expect(asked).toMatchObject({ meta: { actor: { kind: 'system', id: 'invitations' } } });
  });

  it('is done again for another loss, not for the same one', async () => {
    await tell(lost('a1'));
    await tell(reconnected('a1'));
    kernel.clock.advance(3_600_000);
    await tell(lost('a1'));
    expect(subjects()).toHaveLength(2);
    await tell(regained('a1'));
    expect((await row()).status).toBe('active');
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'nothing-to-reconnect' } });
    kernel.clock.advance(3_600_000);
    await tell(lost('a1'));
    expect(subjects()).toHaveLength(3);
  });

  it('names all that is lost in one mail', async () => {
    await tell(connected('a2', 'amelie.bakes'));
    await append(lost('a2'));
    await append(lost('a1'));
    kernel.clock.advance(61_000);
    await kernel.settled();
    kernel.clock.advance(61_000);
    await kernel.settled();
    expect(mail.accepted.at(-1)?.text).toContain('@amelie.bakes');
    expect(subjects().length).toBeLessThanOrEqual(2);
  });

  it('waits while a mail was asked for a moment ago, and is no trouble', async () => {
    await under.ask('POST', `/invitations/${invitationId}/resend`);
    await append(lost('a1'));
    kernel.clock.advance(61_000);
    await kernel.settled();
    expect(subjects()).toEqual([
      expect.stringContaining('invites you'),
      'Your Instagram @atelier.amelie has stopped: the password was changed',
    ]);
    expect((await kernel.operations.status()).map(({ lastError }) => lastError).filter(Boolean)).toEqual([]);
  });

  describe.each([
    ['was reconnected', () => reconnected('a1')],
    ['was disconnected by the creator', () => disconnected('a1')],
    ['has regained its access', () => regained('a1')],
  ])('when the account %s meanwhile', (_what, fact) => {
    it('is not done', async () => {
      await under.ask('POST', `/invitations/${invitationId}/resend`);
      await append(lost('a1'));
      await append(fact());
      kernel.clock.advance(61_000);
      await kernel.settled();
      expect((await inLog()).map(({ type }) => type)).not.toContain('ReconnectRequested');
    });

    it('sends no mail that waits for the mail server, and the row is as before', async () => {
      const before = (await row()).delivery;
      mail.answers.push(
        ...Array.from({ length: 50 }, () => ({ accepted: false, temporary: true, reason: 'Busy.' }) as const),
      );
      await append(lost('a1'));
      await eventually(async () => expect((await row()).delivery).toMatchObject({ state: 'retrying' }));
      await append(fact());
      mail.answers.length = 0;
      kernel.clock.advance(15_000);
      await kernel.settled();
      expect(subjects()).toEqual([]);
      expect((await row()).delivery).toEqual(before);
    });
  });

  it('is done at once when a member asks, who is its cause', async () => {
    await tell(lost('a1'));
    expect(await ask()).toMatchObject({ status: 429, body: { detail: expect.stringContaining('a moment ago') } });
    kernel.clock.advance(61_000);
    expect((await ask()).status).toBe(202);
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect(subjects()).toHaveLength(2);
    expect((await inLog()).findLast(({ type }) => type === 'ReconnectRequested')).toMatchObject({
      meta: { actor: { kind: 'member', id: ingrid.memberId } },
    });
  });

  it('is refused when nothing is lost, withdrawn ones included', async () => {
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'nothing-to-reconnect' } });
    await tell(disconnected('a1'));
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'nothing-to-reconnect' } });
    await under.ask('POST', `/invitations/${invitationId}/withdraw`);
    await tell(lost('a1'));
    expect(subjects()).toEqual([]);
    expect(await ask()).toMatchObject({ status: 422, body: { code: 'invitation-withdrawn' } });
  });
});
