import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import type { AccountProfile } from '@linkage/contracts';
import { Changes } from '../shared/changes/changes';
import { seeNothing } from '../testing/see-nothing';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { Profile } from './profile';

const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();
const seoyun: AccountProfile = {
  accountId: 'a1',
  invitationId: '1',
  creatorName: '김서윤',
  creatorEmail: 'seoyun@hanok.example',
  erased: null,
  platform: 'youtube',
  username: '@seoyun_hanok',
  displayName: '서윤의 한옥',
  avatarUrl: null,
  profileUrl: 'https://www.youtube.com/@seoyun_hanok',
  connectedAt: hours(600),
  lastUpdatedAt: hours(3.5),
  nextRefreshAt: hours(-20.2),
  refreshing: false,
  health: { state: 'ok' },
  missing: [],
  email: { is: 'permission-missing' },
  figures: [
    { name: 'followers', figure: { is: 'value', value: 57_800 } },
    { name: 'videos', figure: { is: 'value', value: 0 } },
    { name: 'playlists', figure: { is: 'not-yet' } },
    { name: 'watchTimeMinutes', figure: { is: 'value', value: 115_200_000 } },
  ],
};

const open = () => openPage(Profile, 'accounts/:accountId', '/accounts/a1');

describe('the profile of an account', () => {
  seeNothing();

  it('shows who it is, as of when, and what each figure is (R94–R101, R126–R128)', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush(seoyun);
    await until(() => expect(page.element.querySelector('h1')?.textContent).toBe('서윤의 한옥'));
    for (const part of [
      '@seoyun_hanok',
      'YouTube',
      'Last updated',
      'next in about 20 h',
      'Subscribers',
      '57.8K',
      'Videos',
      'Not fetched yet',
      '1.92M',
      'Permission missing',
    ])
      expect(page.text()).toContain(part);
    expect([...page.element.querySelectorAll('.parts a')].map(({ textContent }) => textContent)).toEqual([
      'Profile',
      'Audience',
      'Content',
      'History',
    ]);
    const tile = (name: string): string =>
      [...page.element.querySelectorAll('.tile')]
        .find(({ textContent }) => textContent?.includes(name))
        ?.querySelector('b')
        ?.textContent?.trim() ?? '';
    expect(tile('Videos')).toBe('0');
    expect(TestBed.inject(Title).getTitle()).toBe('@seoyun_hanok on YouTube · Linkage');
  });

  it('follows a refresh by itself (R93)', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush(seoyun);
    await until(() => expect(page.text()).toContain('57.8K'));
    TestBed.inject(Changes).announce('profile', 'somebody-else');
    TestBed.inject(Changes).announce('profile', 'a1');
    (await page.asked('/api/accounts/a1')).flush({
      ...seoyun,
      lastUpdatedAt: hours(0),
      figures: [{ name: 'followers', figure: { is: 'value', value: 60_100 } }],
    });
    await until(() => expect(page.text()).toContain('60.1K'));
    expect(page.text()).not.toContain('57.8K');
  });

  it.each([
    ['rate-limited', 'YouTube asked us to slow down. We keep trying. Figures are from'],
    [
      'permission-missing',
      'A permission is missing. It goes on once the creator connects the account again with the same link and leaves every permission ticked. Figures are from',
    ],
  ] as const)('says why it is late and what helps: %s', async (reason, said) => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush({ ...seoyun, health: { state: 'late', reason, since: hours(5) } });
    await until(() => expect(page.text()).toContain(said));
  });

  it('says what stopped the figures, and hands over the link', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush({
      ...seoyun,
      health: { state: 'action-needed', cause: 'permission-revoked', since: hours(48) },
    });
    await until(() =>
      expect(page.text()).toContain(
        'Permission revoked, noticed 2 d ago. It was removed in YouTube’s settings. Ask 김서윤 to reconnect with the same link.',
      ),
    );
    expect(page.button('Copy Link')).toBeDefined();
    page.button('Ask to reconnect').click();
    (await page.asked('/api/invitations/1/ask-to-reconnect')).flush({ position: '1' });
  });

  it('lets a member disconnect the account, and offers that once only', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush(seoyun);
    await until(() => expect(page.text()).toContain('57.8K'));
    page.button('More actions for @seoyun_hanok').click();
    const press = (name: string): void => {
      const all = [...document.querySelectorAll<HTMLButtonElement>('button')];
      const found = all.find((button) => button.textContent?.trim() === name);
      if (found === undefined) throw new Error(`There is no button "${name}"`);
      found.click();
      TestBed.tick();
    };
    await until(() => press('Disconnect account …'));
    await until(() => press('Disconnect account'));
    (await page.asked('/api/accounts/a1/disconnect')).flush({ position: '1' });
    (await page.asked('/api/accounts/a1')).flush({
      ...seoyun,
      health: { state: 'action-needed', cause: 'disconnected', since: hours(0) },
    });
    await until(() => expect(page.text()).toContain('Nothing is read any more.'));
    expect(() => page.button('More actions for @seoyun_hanok')).toThrow();
  });

  it('knows a missing account from one that could not be loaded', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush(unavailable, down);
    await until(() =>
      expect(page.element.querySelector('[role=alert]')?.textContent).toContain('The account could not be loaded.'),
    );
    page.button('Try again').click();
    (await page.asked('/api/accounts/a1')).flush(
      { code: 'not-found', detail: 'No.' },
      { status: 404, statusText: 'x' },
    );
    await until(() => expect(page.text()).toContain('This account does not exist.'));
  });
});
