import type { InvitationList as List, InvitationListItem } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../testing/pages';
import { InvitationList } from './invitation-list';

const since = new Date(Date.now() - 2 * 86_400_000).toISOString();
const amelie: InvitationListItem = {
  invitationId: '1',
  name: 'Amélie Rousseau',
  email: 'amelie@rousseau.example',
  invitedAt: since,
  status: 'invited',
  statusSince: since,
  withdrawnAt: null,
  trouble: null,
  accounts: [],
  delivery: { state: 'sending', reason: null, at: null, count: 0 },
};
const list = (...items: InvitationListItem[]): List => ({
  items,
  next: null,
  previous: null,
  total: items.length,
  counts: { all: items.length, withdrawn: 0, invited: items.length, active: 0, 'action-needed': 0 },
});
const open = (address = '/creators') => openPage(InvitationList, 'creators', address);

describe('the tab All', () => {
  it('shows where rows will be while it loads', async () => {
    const page = await open();
    await until(() => expect(page.element.querySelector('tbody[appSkeletonRows]')).not.toBeNull());
    expect(page.element.querySelector('[role=status]')?.textContent).toBe('Loading invites');
  });

  it('shows name, e-mail, time, status, delivery and actions of an invite (R42–R47)', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(amelie));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    for (const part of ['amelie@rousseau.example', '2 d ago', 'Invited', 'Mail on its way', 'Sending', '1–1 of 1'])
      expect(page.text()).toContain(part);
    expect(page.button('Copy Link')).toBeDefined();
    expect(page.button('Resend Invite')).toBeDefined();
    expect(page.element.querySelector('tbody a')).toBeNull();
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
      list({ ...amelie, delivery: { state: 'failed', reason, at: since, count: 0 } }),
    );
    await until(() => expect(page.text()).toContain('Not sent'));
    expect(page.text()).toContain(reason);
    expect(page.text()).not.toContain('Resend Invite');
    page.button('Send now').click();
    (await page.asked('/api/invitations/1/resend')).flush({ position: '1' });
    await page.asked('/api/invitations');
  });

  it('says that a mail is tried again by itself', async () => {
    const page = await open();
    const delivery = { state: 'retrying', reason: 'The mail server is busy.', at: since, count: 0 } as const;
    (await page.asked('/api/invitations')).flush(list({ ...amelie, delivery }));
    await until(() => expect(page.text()).toContain('WaitingThe mail server is busy.'));
    expect(page.element.querySelector('app-delivery .state')?.getAttribute('title')).toBe(
      'Linkage tries again by itself, for a day.',
    );
    expect(page.text()).toContain('Mail on its way');
  });

  it('shows one tick for what the mail server took: two would say that it was read', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(
      list({ ...amelie, delivery: { state: 'sent', reason: null, at: since, count: 1 } }),
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
    asked.flush({ ...list(), counts: { all: 3, withdrawn: 0, invited: 3, active: 0, 'action-needed': 0 } });
    await until(() => expect(page.text()).toContain('No invites match'));
    page.button('Clear filters').click();
    expect((await page.asked('/api/invitations')).request.urlWithParams).toBe('/api/invitations?limit=50');
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
      counts: { all: 0, withdrawn: 1, invited: 0, active: 0, 'action-needed': 0 },
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
