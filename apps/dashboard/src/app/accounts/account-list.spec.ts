import type { AccountList as List, ConnectedAccountItem } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { AccountList } from './account-list';

const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();
const atelier: ConnectedAccountItem = {
  accountId: 'a1',
  invitationId: '1',
  creatorName: 'Amélie Rousseau',
  creatorEmail: 'amelie@rousseau.example',
  platform: 'instagram',
  username: 'atelier.amelie',
  displayName: 'Amélie',
  avatarUrl: null,
  connectedAt: hours(50),
  lastUpdatedAt: hours(3),
  followers: 41_702,
  followersMissing: null,
  awaitsFigures: false,
  health: { state: 'ok' },
};
const list = (...items: ConnectedAccountItem[]): List => ({
  items,
  next: null,
  previous: null,
  total: items.length,
  counts: { all: items.length, instagram: items.length },
});
const open = (address = '/creators/connected') => openPage(AccountList, 'creators/connected', address);

describe('the tab Connected Accounts', () => {
  it('says why there is no number of followers, as the profile does', async () => {
    const page = await open();
    const hidden = { ...atelier, followers: null, followersMissing: 'not-offered' } as const;
    (await page.asked('/api/accounts')).flush(
      list(
        { ...hidden, platform: 'youtube' },
        { ...hidden, accountId: 'a2', platform: 'tiktok', followersMissing: 'permission-missing' },
        { ...hidden, accountId: 'a3', followersMissing: null, lastUpdatedAt: null },
      ),
    );
    await until(() => expect(page.text()).toContain('atelier.amelie'));
    expect([...page.element.querySelectorAll('td.number')].map(({ textContent }) => textContent?.trim())).toEqual([
      'Hidden by the creator',
      'Permission missing',
      'Not yet',
    ]);
  });

  it('shows creator, account, platform, followers, age and health, and leads to the profile (R63–R69)', async () => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(list(atelier));
    await until(() => expect(page.text()).toContain('atelier.amelie'));
    for (const part of [
      'Amélie Rousseau',
      'amelie@rousseau.example',
      'Instagram',
      '41.7K',
      '41,702',
      '3 h ago',
      'Up to date',
    ])
      expect(page.text()).toContain(part);
    expect(page.element.querySelector('tbody a')?.getAttribute('href')).toBe('/accounts/a1');
  });

  it('has a head for each column, also for the menu of a row', async () => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(list(atelier));
    await until(() => expect(page.text()).toContain('atelier.amelie'));
    const count = (selector: string): number => page.element.querySelectorAll(selector).length;
    expect([count('col'), count('thead th')]).toEqual([count('tbody td'), count('tbody td')]);
  });

  it.each([
    [
      { health: { state: 'action-needed', cause: 'password-changed', since: hours(5) } },
      'Password changed',
      'Noticed 5 h ago',
    ],
    [{ health: { state: 'late', reason: 'rate-limited', since: hours(5) } }, 'Late', 'Instagram asked us to slow down'],
    [{ lastUpdatedAt: null, followers: null, awaitsFigures: true }, 'First refresh runs', 'Not yet'],
    [{ awaitsFigures: true }, 'New figures on their way', '3 h ago'],
  ] as [Partial<ConnectedAccountItem>, string, string][])('says what is wrong and why', async (change, state, why) => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(list({ ...atelier, ...change }));
    await until(() => expect(page.text()).toContain(state));
    expect(page.text()).toContain(why);
  });

  it('offers only platforms that are there, and asks for the chosen one', async () => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(list(atelier));
    await until(() =>
      expect([...page.element.querySelectorAll('.lk-chip')].map(({ textContent }) => textContent?.trim())).toEqual([
        'All 1',
        'Instagram 1',
      ]),
    );
    page.element.querySelectorAll<HTMLButtonElement>('.lk-chip')[1]!.click();
    expect((await page.asked('/api/accounts')).request.urlWithParams).toBe('/api/accounts?limit=50&platform=instagram');
  });

  it('has a sentence for nothing yet and one for nothing that matches', async () => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(list());
    await until(() => expect(page.text()).toContain('No account is connected yet'));
  });

  it('says which platform has none', async () => {
    const page = await open('/creators/connected?platform=twitch');
    (await page.asked('/api/accounts')).flush({ ...list(), counts: { all: 4, instagram: 4 } });
    await until(() => expect(page.text()).toContain('No account of Twitch is connected.'));
    expect(page.button('Clear filters')).toBeDefined();
  });

  it('shows a failure with its cause', async () => {
    const page = await open();
    (await page.asked('/api/accounts')).flush(unavailable, down);
    await until(() =>
      expect(page.text()).toContain('Connected accounts could not be loaded. The read store does not answer.'),
    );
  });
});
