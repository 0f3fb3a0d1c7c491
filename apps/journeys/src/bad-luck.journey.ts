import type { Browser, Page } from '@playwright/test';
import type { Installation } from './support/installation';
import {
  aBrand,
  confirm,
  connect,
  consent,
  invite,
  lettersTo,
  linkTo,
  pressOn,
  register,
  rowOf,
} from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const onWayBack = /\/api\/oauth\/\w+\/callback\?/;

/**
 * Agrees on the consent page that is open, but does not follow the platform back: gives the address it would lead to.
 */
const wayBackOf = async (page: Page): Promise<string> => {
  const scopes = await Promise.all((await page.locator('input[name=scope]').all()).map((box) => box.inputValue()));
  const answer = await page.request.post(page.url(), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
    data: `${scopes.map((scope) => `scope=${encodeURIComponent(scope)}`).join('&')}&decision=allow`,
  });
  expect(answer.headers()['location']).toMatch(onWayBack);
  return answer.headers()['location'] ?? '';
};

const aPhone = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();

/** Things that happen to people and machines during a connection. Each test has a creator of its own. */
test.describe('bad luck', () => {
  let dashboard: Page;
  let phone: Page;
  let email: string;
  let creators = 0;

  test.beforeAll(async ({ browser, linkage }) => {
    dashboard = await (await browser.newContext()).newPage();
    await register(dashboard, linkage, aBrand());
  });
  test.afterAll(() => dashboard.context().close());
  test.beforeEach(async ({ browser }) => {
    email = `unlucky${(creators += 1)}@creators.example`;
    phone = await aPhone(browser);
  });
  test.afterEach(() => phone.context().close());

  const invitedLink = async (linkage: Installation): Promise<string> => {
    await invite(dashboard, { name: `Unlucky ${creators}`, email });
    return linkTo(linkage, email);
  };
  const openLink = async (linkage: Installation): Promise<string> => {
    const link = await invitedLink(linkage);
    await phone.goto(link);
    await expect(phone.getByRole('heading', { name: 'Your accounts', exact: true })).toBeVisible();
    return link;
  };

  test('the server dies while the creator is on the consent page: the way back still ends in a connected account', async ({
    linkage,
  }) => {
    await openLink(linkage);
    await pressOn(phone, 'Instagram', /^Connect /);
    await phone.waitForURL((address) => address.href.startsWith(linkage.sandboxUrl));
    await linkage.crashAndRestart();
    await consent(phone, linkage, { as: 'Amélie Rousseau', decide: 'Allow' });
    await confirm(phone);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('atelier.amelie is connected', {
      ignoreCase: true,
    });
    await expect(rowOf(dashboard, email), 'the open dashboard finds the server again by itself').toContainText(
      'Active',
    );
    expect((await apiOf(dashboard, linkage).attempts(email)).items).toMatchObject([
      { result: 'succeeded', platform: 'instagram' },
    ]);
  });

  test('the server dies right after it took invites: each mail arrives, and once', async ({ linkage }) => {
    const api = apiOf(dashboard, linkage);
    const addresses = [1, 2, 3, 4, 5].map((n) => `${n}.${email}`);
    await Promise.all(addresses.map((address) => api.invite({ name: 'Sudden', email: address })));
    await linkage.crashAndRestart();
    for (const address of addresses) await lettersTo(linkage, address);
    // Mails go out in the order of the invites: once a later one is there, no earlier one is still to come.
    await api.invite({ name: 'Later', email });
    await lettersTo(linkage, email);
    for (const address of addresses) expect(await lettersTo(linkage, address), address).toHaveLength(1);
    await expect
      .poll(async () => (await Promise.all(addresses.map(api.invitations))).map(({ items }) => items[0]?.delivery))
      .toEqual(addresses.map(() => expect.objectContaining({ state: 'sent', count: 1 })));
  });

  test('a callback that is loaded twice leads to the same page and makes no second attempt or account', async ({
    linkage,
  }) => {
    await openLink(linkage);
    const callback = phone.waitForRequest(onWayBack);
    await connect(phone, linkage, 'Instagram', { as: 'Kwame Asante' });
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('is connected');
    const withoutFragment = (): string => phone.url().replace(/#.*$/, ''); // Instagram adds #_ to the way back
    const page = withoutFragment();
    const heading = await phone.getByRole('heading', { level: 1 }).textContent();
    const api = apiOf(dashboard, linkage);
    const before = [(await api.attempts(email)).items, (await api.accounts(email)).items.length];

    await phone.goto((await callback).url());
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(heading ?? '');
    expect(withoutFragment()).toBe(page);
    expect([(await api.attempts(email)).items, (await api.accounts(email)).items.length]).toEqual(before);
    expect(before[1]).toBe(1);
  });

  test('a callback in another browser is refused, does not give the link away, and is told in Failed Connections', async ({
    linkage,
    browser,
  }) => {
    const link = await openLink(linkage);
    await pressOn(phone, 'Instagram', /^Connect /);
    await phone.getByRole('link').filter({ hasText: 'Amélie Rousseau' }).click();
    const callback = await wayBackOf(phone);
    const other = await aPhone(browser);
    await other.goto(callback);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('This is another browser');
    expect(other.url()).not.toContain(new URL(link).pathname);
    await expect(other.getByRole('button', { name: 'Connect' })).toHaveCount(0);
    await other.context().close();

    await dashboard.getByRole('tab', { name: /^Failed/ }).click();
    await expect(rowOf(dashboard, email)).toContainText('in another browser');
    await dashboard.getByRole('tab', { name: /^All/ }).click();
    expect((await apiOf(dashboard, linkage).accounts(email)).items).toEqual([]);

    await phone.goto(callback);
    await expect(phone.getByText('in another browser'), 'the right browser, coming later, is told so').toBeVisible();
  });

  test('a tampered link, one of two halves and one of another workspace open nothing and record nothing', async ({
    linkage,
    browser,
  }) => {
    const link = await openLink(linkage);
    const [id = '', mac = ''] = link.split('/connect/')[1]?.split('.') ?? [];
    const rival = await (await browser.newContext()).newPage();
    await register(rival, linkage, aBrand('Rival Studio'));
    await apiOf(rival, linkage).invite({ name: 'Theirs', email });
    await expect.poll(async () => (await lettersTo(linkage, email)).length).toBe(2);
    const [foreignId = '', foreignMac = ''] = (await linkTo(linkage, email)).split('/connect/')[1]?.split('.') ?? [];

    const spoilt = `${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`;
    for (const wrong of [`${id}.${spoilt}`, `${id}.${foreignMac}`, `${foreignId}.${mac}`, id, `${id}.${mac}x`]) {
      await phone.goto(`${linkage.url}/connect/${wrong}`);
      await expect(phone.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible();
      await expect(phone.getByRole('button')).toHaveCount(0);
      expect(await apiOf(phone, linkage).post(`microsite/${wrong}/connections/instagram`)).toBe(404);
    }
    for (const brand of [dashboard, rival]) expect((await apiOf(brand, linkage).attempts(email)).items).toEqual([]);
    await rival.context().close();
  });

  test('opening the link 50 times by GET and HEAD, as mail scanners do, changes nothing', async ({ linkage }) => {
    const link = await invitedLink(linkage);
    const api = apiOf(dashboard, linkage);
    const seen = async () => ({
      invited: (await api.invitations(email)).items,
      attempts: (await api.attempts(email)).items,
      letters: (await lettersTo(linkage, email)).length,
    });
    await expect.poll(async () => (await seen()).invited[0]?.delivery.state).toBe('sent');
    const before = await seen();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        fetch(n % 4 < 2 ? link : link.replace('/connect/', '/api/microsite/'), { method: n % 2 ? 'GET' : 'HEAD' }),
      ),
    );
    expect(answers.map(({ status, headers }) => [status, headers.has('set-cookie')])).toEqual(
      answers.map(() => [200, false]),
    );
    expect(await seen()).toEqual(before);
    expect(before).toMatchObject({ invited: [{ status: 'invited', opened: { at: null } }], attempts: [], letters: 1 });
    const row = dashboard.getByRole('row').filter({ hasText: email });
    await expect(row).toContainText('Page not opened yet');
    await phone.goto(link);
    await expect(row).toContainText('Page opened');
  });

  test('three tabs connect at once: all come back well, and the account that two of them chose is one account', async ({
    linkage,
  }) => {
    const link = await openLink(linkage);
    const tabs = [
      [phone, 'Instagram', 'Sana Qureshi'],
      [await phone.context().newPage(), 'Instagram', 'Sana Qureshi'],
      [await phone.context().newPage(), 'YouTube', 'Kwame Asante'],
    ] as const;
    for (const [tab, platform] of tabs) {
      await tab.goto(link);
      await pressOn(tab, platform, /^Connect /);
      await tab.waitForURL((address) => address.href.startsWith(linkage.sandboxUrl));
    }
    await Promise.all(tabs.map(([tab, , as]) => consent(tab, linkage, { as, decide: 'Allow' })));
    await Promise.all(tabs.map(([tab]) => confirm(tab)));
    for (const [tab, platform] of tabs)
      await expect(tab.getByRole('heading', { level: 1 }), platform).toContainText('is connected');

    const api = apiOf(dashboard, linkage);
    await expect
      .poll(async () => (await api.accounts(email)).items.map(({ platform }) => platform).sort())
      .toEqual(['instagram', 'youtube']);
    expect((await api.attempts(email)).items.map(({ result }) => result)).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
    ]);
  });

  test('one permission left unticked: connected, and both sides are told in words what is missing', async ({
    linkage,
  }) => {
    await openLink(linkage);
    await connect(phone, linkage, 'YouTube', { as: 'Hidden Harbour', untick: 'YouTube Analytics' });
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('is connected');
    await expect(phone.getByText(/^Without .* stays? empty/)).toBeVisible();

    await expect(rowOf(dashboard, email)).toContainText('Active');
    await rowOf(dashboard, email).getByRole('link').first().click();
    const audience = dashboard.getByRole('region', { name: 'Audience' });
    await expect(audience.getByText('Permission missing')).toHaveCount(4);
    await expect(audience.getByText(/connects again with the same link/).first()).toBeVisible();
    await dashboard.goBack();
  });
});
