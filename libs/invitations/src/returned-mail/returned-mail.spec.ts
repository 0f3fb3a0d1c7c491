import type { InvitationListItem } from '@linkage/contracts';
import { ReturnedMails, type ReturnedRecipient } from '@linkage/mail';
import type { TestKernel } from '@linkage/stores/testing';
import { invitationsOnStores, type InvitationsUnderTest, type ScriptedMailServer } from '../invitations.harness';

const recipient: ReturnedRecipient = {
  address: 'zoe@meermakers.example',
  action: 'failed',
  status: '5.2.2',
  words: 'over quota',
  reason: 'The mailbox is full (5.2.2).',
};

describe('a report about a mail, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ kernel, mail, under, close } = await invitationsOnStores());
    await under.ask('POST', '/invitations', { body: { name: 'Zoë', email: recipient.address } });
    await kernel.settled();
  });
  afterEach(() => close());

  const report = async (action: ReturnedRecipient['action'], token: string | undefined): Promise<void> => {
    await under.get(ReturnedMails).tell({ token: token ?? '', recipients: [{ ...recipient, action }] });
    await kernel.settled();
  };
  const delivery = async (): Promise<InvitationListItem['delivery']> =>
    (await under.ask('GET', '/invitations')).body.items[0].delivery;

  it('makes the row say Bounced, in the words of the mail server; a new mail is a new chance', async () => {
    await report('failed', mail.accepted[0]?.returnToken);
    expect(await delivery()).toMatchObject({ state: 'bounced', reason: recipient.reason, words: 'over quota' });
    kernel.clock.advance(60_000);
    const { invitationId } = (await under.ask('GET', '/invitations')).body.items[0];
    await under.ask('POST', `/invitations/${invitationId}/resend`);
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect(await delivery()).toMatchObject({ state: 'sent', reason: null, words: null });
    await report('failed', mail.accepted[0]?.returnToken);
    expect(await delivery()).toMatchObject({ state: 'sent' });
    await report('failed', mail.accepted[1]?.returnToken);
    expect(await delivery()).toMatchObject({ state: 'bounced' });
  });

  it('about a mail to a person who was erased says nothing of the one who is invited now', async () => {
    const [{ invitationId: erased }] = (await under.ask('GET', '/invitations')).body.items;
    await under.ask('POST', `/invitations/${erased}/withdraw`);
    await kernel.erasures.erase(erased);
    const invited = await under.ask('POST', '/invitations', { body: { name: 'Ada', email: recipient.address } });
    expect(invited).toMatchObject({ status: 201 });
    await kernel.settled();
    await report('failed', mail.accepted[0]?.returnToken);
    const { facts } = await kernel.log.port.readAll({ limit: 99 });
    expect(facts.map(({ type }) => type)).not.toContain('InvitationEmailBounced');
  });

  it('makes it say Delayed while another mail server goes on trying', async () => {
    await report('delayed', mail.accepted[0]?.returnToken);
    expect(await delivery()).toMatchObject({ state: 'retrying', nextTry: null });
  });

  it('counts for nothing without a token that was made here', async () => {
    const token = mail.accepted[0]?.returnToken ?? '';
    const turned = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    for (const made of [turned, 'zoe', '']) await report('failed', made);
    expect(await delivery()).toMatchObject({ state: 'sent' });
  });
});
