import type { InvitationList as List, InvitationListItem, PlatformId } from '@linkage/contracts';
import { TestBed } from '@angular/core/testing';
import { ServerClock } from '../base/server-clock';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { InvitationList } from './invitation-list';

const since = new Date(Date.now() - 2 * 86_400_000).toISOString();
const amelie: InvitationListItem = {
  invitationId: '1',
  name: 'Amélie Rousseau',
  email: 'amelie@rousseau.example',
  avatarUrl: null,
  invitedAt: since,
  status: 'invited',
  statusSince: since,
  withdrawnAt: null,
  erased: null,
  optedOut: false,
  trouble: null,
  accounts: [],
  opened: { at: null },
  tried: [],
  choosing: [],
  delivery: { state: 'sending', about: 'invite', reason: null, words: null, nextTry: null, at: null, count: 0 },
};
const list = (...items: InvitationListItem[]): List => ({
  items,
  next: null,
  previous: null,
  total: items.length,
  counts: { all: items.length, withdrawn: 0, waiting: 0, invited: items.length, active: 0, 'action-needed': 0 },
  stuckMail: null,
});
const open = (address = '/creators') => openPage(InvitationList, 'creators', address);

describe('the tab All', () => {
  it('shows where rows will be while it loads', async () => {
    const page = await open();
    await until(() => expect(page.element.querySelector('tbody[appSkeletonRows]')).not.toBeNull());
    expect(page.element.querySelector('[role=status]')?.textContent).toBe('Loading invites');
  });

  it('shows the face of a creator who has connected, and initials of the others', async () => {
    const page = await open();
    const face = { ...amelie, avatarUrl: '/pictures/amelie' };
    (await page.asked('/api/invitations')).flush(list(face, { ...amelie, invitationId: '2', name: 'Noa Levi' }));
    await until(() => expect(page.text()).toContain('Noa Levi'));
    const faces = [...page.element.querySelectorAll('lk-avatar')];
    expect(faces.map((each) => each.querySelector('img')?.getAttribute('src') ?? each.textContent?.trim())).toEqual([
      '/pictures/amelie',
      'NL',
    ]);
  });

  it('shows name, e-mail, time, status, delivery and actions of an invite (R42–R47)', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    for (const part of ['amelie@rousseau.example', '2 d ago', 'Invited', 'E-mail on its way', 'Sending', '1–1 of 1'])
      expect(page.text()).toContain(part);
    expect(page.button('Copy Link of Amélie Rousseau')).toBeDefined();
    const story = page.element.querySelector('tbody a');
    expect(story?.getAttribute('href'), 'before the first account, what happened so far').toContain('history=1');
    expect(story?.textContent).toContain('history of the invite');
    expect(page.button('Resend Invite: Amélie Rousseau')).toBeDefined();
  });

  it('says under Invited what is known: tried in vain, page opened or not, and nothing that is not known', async () => {
    const page = await open();
    const sent = {
      state: 'sent',
      about: 'invite',
      reason: null,
      words: null,
      nextTry: null,
      at: since,
      count: 1,
    } as const;
    const row = { ...amelie, delivery: sent };
    const tries = (times: number, platform: PlatformId = 'instagram') => ({ platform, times, at: since });
    (await page.asked('/api/invitations')).flush(
      list(
        { ...row, opened: { at: since }, tried: [tries(2)] },
        { ...row, invitationId: '2', tried: [tries(1)] },
        { ...row, invitationId: '3', tried: [tries(3, 'youtube'), tries(1)] },
        { ...row, invitationId: '9', tried: [tries(1)], choosing: [{ platform: 'facebook', offered: 3, at: since }] },
        { ...row, invitationId: '10', choosing: [{ platform: 'youtube', offered: 1, at: since }] },
        { ...row, invitationId: '4', opened: { at: since } },
        { ...row, invitationId: '8' },
        { ...row, invitationId: '5', opened: null },
        { ...amelie, invitationId: '6', delivery: { ...sent, state: 'failed', reason: 'No mailbox.' } },
        { ...amelie, invitationId: '7', opened: { at: since }, delivery: { ...sent, state: 'failed' } },
      ),
    );
    await until(() => expect(page.text()).toContain('Tried Instagram twice, not connected'));
    expect(
      [...page.element.querySelectorAll('app-invitation-status .sub')].map(({ textContent }) => textContent?.trim()),
    ).toEqual([
      'Tried Instagram twice, not connected',
      'Tried Instagram once, not connected',
      'Tried YouTube 3 times and Instagram once, not connected',
      'Facebook: waiting for a choice of accounts · 2 d ago',
      'YouTube: waiting for a confirmation · 2 d ago',
      'Page opened 2 d ago',
      'Page not opened yet',
      'No account connected yet',
      'Needs another way to reach them',
      'Page opened 2 d ago',
    ]);
  });

  it('names the cause of Action Needed, and leads to the account', async () => {
    const page = await open();
    const trouble = { accountId: 'a1', platform: 'facebook', cause: 'permission-revoked', since } as const;
    (await page.asked('/api/invitations')).flush(
      list({
        ...amelie,
        status: 'action-needed',
        trouble,
        accounts: [{ accountId: 'a1', platform: 'facebook', username: 'x', cause: 'permission-revoked' }],
      }),
    );
    await until(() => expect(page.text()).toContain('Facebook: permission revoked · 2 d ago'));
    expect(page.element.querySelector('tbody a')?.getAttribute('href')).toBe('/accounts/a1');
  });

  it('asks to reconnect where access was lost, and says that it did', async () => {
    const page = await open();
    const accounts: InvitationListItem['accounts'] = [
      { accountId: 'a1', platform: 'instagram', username: 'x', cause: 'password-changed' },
    ];
    const row = { ...amelie, status: 'action-needed', accounts } as const;
    (await page.asked('/api/invitations')).flush(list(row));
    await until(() => expect(page.text()).toContain('Ask to reconnect'));
    expect(page.text()).not.toContain('Resend Invite');
    page.button('Ask to reconnect: Amélie Rousseau').click();
    (await page.asked('/api/invitations/1/ask-to-reconnect')).flush({ position: '1' });
    (await page.asked('/api/invitations')).flush(
      list({
        ...row,
        delivery: { state: 'sent', about: 'reconnect', reason: null, words: null, nextTry: null, at: since, count: 2 },
      }),
    );
    await until(() => expect(page.text()).toContain('Asked to reconnect'));
  });

  it('sends one mail however often the button is pressed, and takes it back on Undo', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(
      list({ ...amelie, delivery: { ...amelie.delivery, state: 'sent', count: 1 } }),
    );
    await until(() => expect(page.button('Resend Invite: Amélie Rousseau')).toBeDefined());
    page.button('Resend Invite: Amélie Rousseau').click();
    page.button('Resend Invite: Amélie Rousseau').click();
    const asked = await page.asked('/api/invitations/1/resend');
    await until(() => expect(page.button('Resend Invite: Amélie Rousseau').getAttribute('aria-busy')).toBe('true'));
    asked.flush({ position: '1' });
    await until(() => expect(document.body.textContent).toContain('Invite sent again to Amélie Rousseau.'));
    expect(page.button('Resend Invite: Amélie Rousseau').getAttribute('aria-busy')).toBeNull();
    const undo = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Undo');
    undo?.click();
    (await page.asked('/api/invitations/1/undo-mail')).flush({ position: '2' });
    await until(() => expect(document.body.textContent).toContain('The e-mail to Amélie Rousseau is not sent.'));
  });

  it('leaves nothing to press in rows of another filter', async () => {
    const page = await open();
    const rows = (): HTMLElement => page.element.querySelector<HTMLElement>('tbody:not([appSkeletonRows])')!;
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(rows().inert).toBe(false));
    page.button('Active 0').click();
    await until(() => expect(rows().inert).toBe(true));
    (await page.asked('/api/invitations?limit=50&status=active')).flush(list(amelie));
    await until(() => expect(rows().inert).toBe(false));
  });

  it('says why a mail is refused, without offering the same again', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.button('Resend Invite: Amélie Rousseau')).toBeDefined());
    page.button('Resend Invite: Amélie Rousseau').click();
    (await page.asked('/api/invitations/1/resend')).flush(
      { code: 'mail-asked-recently', detail: 'It can be sent again in 40 seconds.' },
      { status: 429, statusText: 'x' },
    );
    await until(() => expect(document.body.textContent).toContain('It can be sent again in 40 seconds.'));
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent?.trim())).not.toContain(
      'Try again',
    );
  });

  it('offers the invite again where a creator disconnected on purpose', async () => {
    const page = await open();
    const accounts: InvitationListItem['accounts'] = [
      { accountId: 'a1', platform: 'instagram', username: 'x', cause: 'disconnected' },
    ];
    (await page.asked('/api/invitations')).flush(list({ ...amelie, status: 'action-needed', accounts }));
    await until(() => expect(page.button('Resend Invite: Amélie Rousseau')).toBeDefined());
  });

  it('leads to all accounts of a creator who has several', async () => {
    const page = await open();
    const accounts = (['instagram', 'youtube'] as const).map((platform) => ({
      accountId: platform,
      platform,
      username: 'x',
      cause: null,
    }));
    (await page.asked('/api/invitations')).flush(list({ ...amelie, status: 'active', accounts }));
    await until(() => expect(page.text()).toContain('2 accounts'));
    expect(page.element.querySelector('tbody a')?.getAttribute('href')).toBe(
      '/creators/connected?search=amelie@rousseau.example',
    );
  });

  it('says why a mail was not sent, and sends it now when asked to', async () => {
    const page = await open();
    const reason = 'It waited for too long. The mail server could not be reached.';
    (await page.asked('/api/invitations')).flush(
      list({
        ...amelie,
        delivery: { state: 'failed', about: 'invite', reason, words: null, nextTry: null, at: since, count: 0 },
      }),
    );
    await until(() => expect(page.text()).toContain('Not sent'));
    expect(page.text()).toContain(reason);
    expect(page.text()).not.toContain('Resend Invite');
    page.button('Send now: Amélie Rousseau').click();
    (await page.asked('/api/invitations/1/resend')).flush({ position: '1' });
    await page.asked('/api/invitations');
  });

  it('says that a mail is delayed, why, and when it is tried again', async () => {
    const page = await open();
    const delivery = {
      state: 'retrying',
      about: 'invite',
      reason: 'The mail server is busy.',
      words: 'Greylisted, come back later',
      nextTry: since,
      at: since,
      count: 0,
    } as const;
    (await page.asked('/api/invitations')).flush(list({ ...amelie, delivery }));
    await until(() => expect(page.text()).toContain('DelayedThe mail server is busy.'));
    expect(page.element.querySelector('app-delivery .state')?.getAttribute('title')).toMatch(
      /^The mail server is busy\. “Greylisted, come back later” Tried again at .*, for three days in all\.$/,
    );
    expect(page.text()).toContain('E-mail is delayed');
  });

  it('says that a mail bounced, in whose words, and lets the address be corrected in a new invite', async () => {
    const page = await open();
    const reason = 'The receiving mail server does not know this address (550 5.1.1).';
    const delivery = { ...amelie.delivery, state: 'bounced', reason, words: 'User unknown', at: since } as const;
    (await page.asked('/api/invitations')).flush(list({ ...amelie, delivery }));
    await until(() => expect(page.text()).toContain('Bounced'));
    expect(page.element.querySelector('app-delivery .sub')?.getAttribute('title')).toContain('“User unknown” Correct');
    expect(page.button('Send now: Amélie Rousseau')).toBeDefined();
    page.element.querySelector<HTMLElement>('[aria-label^="More actions"]')?.click();
    await until(() => expect(document.body.textContent).toContain('Correct the e-mail …'));
  });

  it('says that a link is to be copied where no mail goes out, and offers no mail', async () => {
    const page = await open();
    const about = TestBed.inject(ServerClock).load();
    (await page.asked('/api/about')).flush({ sendsMail: false, now: new Date().toISOString(), clockMovedBy: 0 });
    await about;
    const byHand = { ...amelie, delivery: { ...amelie.delivery, state: 'by-hand' } } as const;
    (await page.asked('/api/invitations')).flush(list(byHand, { ...amelie, invitationId: '2', name: 'Noa Levi' }));
    await until(() => expect(page.text()).toContain('Noa Levi'));
    expect(
      [...page.element.querySelectorAll('app-delivery')].map(({ textContent }) =>
        textContent?.replace(/\s+/g, ' ').trim(),
      ),
    ).toEqual(['Link not sentCopy it, and send it yourself', 'Link not sentCopy it, and send it yourself']);
    expect(page.button('Copy Link of Amélie Rousseau')).toBeDefined();
    expect(page.element.querySelector('[aria-label^="Resend"], [aria-label^="Send now"]')).toBeNull();
    page.element.querySelector<HTMLElement>('.pick-box')?.click();
    await until(() => expect(page.text()).toContain('1 selected'));
    expect(page.element.querySelector('app-bulk-bar')?.textContent).toContain('Copy link');
    expect(page.element.querySelector('app-bulk-bar')?.textContent).not.toContain('Resend');
  });

  it('says that a creator opted out, and asks for no mail', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list({ ...amelie, optedOut: true }));
    await until(() => expect(page.text()).toContain('Opted out'));
    const button = page.button('Resend Invite: Amélie Rousseau');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    button.click();
    await until(() => expect(document.body.textContent).toContain('This creator wants no more e-mails'));
  });

  it('shows one tick for what the mail server took: two would say that it was read', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(
      list({
        ...amelie,
        delivery: { state: 'sent', about: 'invite', reason: null, words: null, nextTry: null, at: since, count: 1 },
      }),
    );
    await until(() => expect(page.text()).toContain('Sent'));
    expect(page.element.querySelector('app-delivery path')?.getAttribute('d')).toBe('M20 6 9 17l-5-5');
  });

  it('invites to invite when there is nothing yet', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list());
    await until(() => expect(page.element.querySelector('h2')?.textContent).toBe('Invite your first creator'));
    expect(page.button('Invite a creator')).toBeDefined();
  });

  it('offers to clear filters when nothing matches', async () => {
    const page = await open('/creators?status=active&search=zzz');
    const asked = await page.asked('/api/invitations');
    expect(asked.request.urlWithParams).toBe('/api/invitations?limit=50&search=zzz&status=active');
    asked.flush({ ...list(), counts: { all: 3, withdrawn: 0, waiting: 2, invited: 3, active: 0, 'action-needed': 0 } });
    await until(() => expect(page.text()).toContain('No invites match'));
    page.button('Clear filters').click();
    expect((await page.asked('/api/invitations')).request.urlWithParams).toBe('/api/invitations?limit=50');
  });

  it('shows what waits, of any status, and asks for it by the address', async () => {
    const page = await open();
    const counts = { all: 3, withdrawn: 0, waiting: 2, invited: 2, active: 0, 'action-needed': 1 };
    (await page.asked('/api/invitations')).flush({ ...list(amelie), counts });
    await until(() => expect(page.text()).toContain('Waiting 2'));
    const chip = page.button('Waiting 2');
    expect(chip.getAttribute('aria-description')).toContain('has not gone out yet');
    chip.click();
    const asked = await page.asked('/api/invitations');
    expect(asked.request.urlWithParams).toBe('/api/invitations?limit=50&waiting=true');
    asked.flush({ ...list(), counts: { ...counts, waiting: 0 } });
    await until(() => expect(page.text()).toContain('No invite is waiting.'));
    expect(page.button('Waiting 0').getAttribute('aria-pressed')).toBe('true');
  });

  it.each([
    [
      { cause: 'no-answer', count: 1, most: null },
      '1 e-mail has not gone out. The mail server does not answer. Linkage tries again by itself; if this lasts, tell the operator.',
    ],
    [
      { cause: 'limits', count: 1_200, most: { workspaceHour: 200, workspaceDay: 1_000 } },
      '1,200 e-mails have not gone out. They go out by themselves, at most 200 in an hour and 1,000 in a day. The operator can allow more.',
    ],
    [{ cause: 'limits', count: 2, most: null }, '2 e-mails have not gone out. They go out by themselves. The operator'],
    [
      { cause: 'no-mail-server', count: 2, most: null },
      '2 e-mails have not gone out. There is no mail server any more.',
    ],
  ] as const)('says which e-mails do not go out: %j', async (stuckMail, sentence) => {
    const page = await open();
    (await page.asked('/api/invitations')).flush({ ...list(amelie), stuckMail });
    await until(() => expect(page.text()).toContain(sentence));
    page.button('Show them').click();
    const asked = await page.asked('/api/invitations');
    expect(asked.request.urlWithParams).toBe('/api/invitations?limit=50&waiting=true');
    asked.flush({ ...list(amelie), stuckMail });
    await until(() => expect(page.text()).not.toContain('Show them'));
  });

  it('keeps quiet of withdrawn invites where there are none', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    expect(page.text()).not.toContain('Withdrawn');
  });

  it('shows what was withdrawn when asked, with the way back', async () => {
    const page = await open('/creators?status=withdrawn');
    const asked = await page.asked('/api/invitations');
    expect(asked.request.urlWithParams).toBe('/api/invitations?limit=50&withdrawn=true');
    asked.flush({
      ...list({ ...amelie, withdrawnAt: since }),
      counts: { all: 0, withdrawn: 1, waiting: 0, invited: 0, active: 0, 'action-needed': 0 },
    });
    await until(() => expect(page.text()).toContain('Link does not work · 2 d ago'));
    expect(page.text()).not.toContain('Copy Link');
    page.button('Invite again: Amélie Rousseau').click();
    const again = await page.asked('/api/invitations');
    expect(again.request.body).toEqual({ name: 'Amélie Rousseau', email: 'amelie@rousseau.example' });
    again.flush({ invitationId: '1', position: '1' });
    await page.asked('/api/invitations');
  });

  it('shows cause and reference of a failure, and tries again', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(unavailable, down);
    await until(() =>
      expect(page.element.querySelector('[role=alert]')?.textContent).toContain('Invites could not be loaded.'),
    );
    for (const part of ['The read store does not answer.', 'Nothing is lost', '7F3K-92QD'])
      expect(page.text()).toContain(part);
    page.button('Try again').click();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
  });

  it('writes what it is sorted by into the address', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    expect(page.element.querySelector('th[aria-sort]')?.textContent).toContain('Status');
    page.button('Invited').click();
    expect((await page.asked('/api/invitations')).request.urlWithParams).toBe(
      '/api/invitations?limit=50&sort=invitedAt&direction=desc',
    );
    await until(() => expect(page.element.querySelector('th[aria-sort=descending]')?.textContent).toContain('Invited'));
  });
});
