import type { PlatformSetupShown } from '@linkage/contracts';
import { down, openPage, until } from '../testing/open-page';
import { PlatformSetups } from './platform-setups';

const path = '/api/operator/platforms';
const setup = (change: Partial<PlatformSetupShown>): PlatformSetupShown => ({
  platform: 'tiktok',
  state: 'own-app',
  missing: [],
  redirectUri: 'https://linkage.example/api/oauth/tiktok/callback',
  calls: null,
  webhook: null,
  dataAge: { accounts: 0, late: 0, oldest: null },
  ...change,
});
const showing = async (...platforms: PlatformSetupShown[]) => {
  const page = await openPage(PlatformSetups, 'x', '/x');
  (await page.asked(path)).flush({ platforms });
  await until(() => expect(page.element.querySelectorAll('li')).toHaveLength(platforms.length));
  return page;
};

describe('the platforms on the operator page', () => {
  it('say what is missing, what to register and which permissions to ask for', async () => {
    const page = await showing(
      setup({}),
      setup({
        platform: 'twitch',
        state: 'missing',
        missing: ['LINKAGE_TWITCH_CLIENT_ID', 'LINKAGE_TWITCH_CLIENT_SECRET'],
        redirectUri: 'https://linkage.example/api/oauth/twitch/callback',
      }),
    );
    const [tiktok, twitch] = page.element.querySelectorAll('li');
    for (const part of [
      'Your app',
      'developers.tiktok.com, products "Login Kit" and "Display API"',
      'https://linkage.example/api/oauth/tiktok/callback',
      'user.info.stats',
      'video.list',
    ])
      expect(tiktok?.textContent?.replace(/\s+/gu, ' ')).toContain(part);
    for (const part of ['Not offered to creators', 'LINKAGE_TWITCH_CLIENT_SECRET', 'user:read:email'])
      expect(twitch?.textContent).toContain(part);
    expect(twitch?.querySelector('button[aria-label^="Test"]')).toBeNull();
  });

  it('say how many calls are left of a budget, and that refreshes wait for more', async () => {
    const budget = { most: 9_000, everyMs: 86_400_000 };
    const page = await showing(
      setup({ calls: { ...budget, left: 8_200, refreshesFrom: null } }),
      setup({ platform: 'youtube', calls: { ...budget, left: 12, refreshesFrom: '2026-11-30T09:40:00Z' } }),
    );
    const [tiktok, youtube] = page.element.querySelectorAll('li');
    expect(tiktok?.textContent).toContain('8,200 of 9,000 left in a day.');
    expect(tiktok?.textContent).not.toContain('wait');
    expect(youtube?.textContent).toMatch(
      /12 of 9,000 left in a day. They are used up: refreshes wait until Mon,? \d\d:\d\d/u,
    );
  });

  it.each([
    [{ accounts: 0, late: 0, oldest: null }, /No account is refreshed\./u],
    [{ accounts: 1, late: 0, oldest: null }, /100% of 1 account younger than 26 h/u],
    [
      { accounts: 1_240, late: 3, oldest: '2026-11-28T06:00:00Z' },
      /99\.7% of 1,240 accounts younger than 26 h\. The oldest are from 28 Nov,? \d\d:\d\d\./u,
    ],
    [{ accounts: 1_000, late: 11, oldest: '2026-11-28T06:00:00Z' }, /98\.9% of 1,000 .*\(99% wanted\)/u],
  ])('say how old the figures of their accounts are: %o', async (dataAge, words) => {
    const page = await showing(setup({ dataAge }));
    expect(page.element.querySelector('li')?.textContent?.replace(/\s+/gu, ' ')).toMatch(words);
  });

  it('say whether a platform tells by itself what a creator did there, and which setting it takes', async () => {
    const setting = 'LINKAGE_TWITCH_WEBHOOK_SECRET';
    const page = await showing(
      setup({}),
      setup({ platform: 'twitch', webhook: { setting, isSet: false } }),
      setup({ platform: 'twitch', webhook: { setting, isSet: true } }),
    );
    const [tiktok, without, withIt] = [...page.element.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(tiktok).not.toContain('Webhook');
    for (const part of ['Not set up', setting, 'Twitch says at once']) expect(without).toContain(part);
    expect(withIt).toContain('Set up');
    expect(withIt).not.toContain(setting);
  });

  it.each([
    [{ verdict: 'good', report: null }, 'TikTok accepts the app.'],
    [{ verdict: 'refused', report: 'ab12' }, 'TikTok does not accept the app.'],
    [{ verdict: 'refused', report: 'ab12' }, 'Report ab12 in the log has the answer.'],
    [{ verdict: 'down', report: null }, 'TikTok does not answer.'],
  ])('are asked whether they accept the app: %o', async (answer, words) => {
    const page = await showing(setup({}));
    page.button('Test TikTok').click();
    await until(() => expect(page.text()).toContain('Asking …'));
    (await page.asked(`${path}/tiktok/test`)).flush({ platform: 'tiktok', ...answer });
    await until(() => expect(page.text()).toContain(words));
  });

  it('can be asked for again when the server was away', async () => {
    const page = await openPage(PlatformSetups, 'x', '/x');
    (await page.asked(path)).flush(null, down);
    await until(() => expect(page.text()).toContain('The platforms could not be loaded.'));
    page.button('Try again').click();
    (await page.asked(path)).flush({ platforms: [setup({})] });
    await until(() => expect(page.element.querySelectorAll('li')).toHaveLength(1));
  });
});
