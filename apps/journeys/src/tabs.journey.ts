import type { Browser, BrowserContext, Page, Request } from '@playwright/test';
import type { Installation } from './support/installation';
import { aBrand, register, rowOf, type Brand } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

/** The live lines that the tabs of a browser hold at this moment. */
const linesOf = (context: BrowserContext): Set<Request> => {
  const open = new Set<Request>();
  const isLine = (request: Request): boolean => new URL(request.url()).pathname === '/api/live';
  context.on('request', (request) => (isLine(request) ? open.add(request) : undefined));
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
  return open;
};

/** What it is sent by other tabs never arrives: it was asleep. */
const deaf = `Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });`;

const typeInvite = async (page: Page, email: string): Promise<void> => {
  await page.getByRole('button', { name: 'Invite Creators' }).first().click();
  await page.getByLabel('Name').fill('Half A. Name');
  await page.getByRole('dialog').getByLabel('E-mail').fill(email);
};

const signIn = async (page: Page, { email, password }: Brand): Promise<void> => {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
};

/** Two brands, and two tabs of one browser that show the first. */
const twoTabs = async (
  browser: Browser,
  linkage: Installation,
): Promise<{ a: Page; b: Page; nordlys: Brand; fjord: Brand }> => {
  const context = await browser.newContext();
  const [a, b] = [await context.newPage(), await context.newPage()];
  const [fjord, nordlys] = [aBrand('Fjord & Friends'), aBrand('Nordlys Agency')];
  await register(b, linkage, fjord);
  await signOut(b);
  await register(b, linkage, nordlys);
  return { a, b, nordlys, fjord };
};

test.describe('two brands in one browser', () => {
  test('a tab that shows one is told when another tab signs in to the other; what was typed is kept', async ({
    browser,
    linkage,
  }) => {
    const { a, b, nordlys, fjord } = await twoTabs(browser, linkage);
    await a.goto(`${linkage.url}/creators`);
    await typeInvite(a, 'kept@tabs.example');
    await signOut(b);
    await expect(a.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
    await signIn(b, fjord);
    const told = a.getByRole('dialog', { name: 'You are signed in to Fjord & Friends now' });
    await expect(told).toContainText('This tab still shows Nordlys Agency, so nothing is sent from it.');
    await told.getByRole('button', { name: 'Go to Fjord & Friends' }).click();
    await expect(a.getByText('You signed in to Fjord & Friends in another tab.')).toBeVisible();
    await expect(a.getByTitle('Fjord & Friends')).toBeVisible();

    await a.getByRole('button', { name: 'Invite Creators' }).first().click();
    await expect(a.getByRole('dialog').getByLabel('E-mail'), 'typed for another brand').toHaveValue('');
    await a.keyboard.press('Escape');
    await signOut(b);
    await expect(a, 'signed out in every tab').toHaveURL(/\/sign-in/);
    await signIn(b, nordlys);
    await expect(a.getByTitle('Nordlys Agency'), 'signed in in every tab').toBeVisible();
    await a.getByRole('button', { name: 'Invite Creators' }).first().click();
    await expect(a.getByRole('dialog').getByLabel('E-mail')).toHaveValue('kept@tabs.example');
    await a.context().close();
  });

  test('an invite from a tab that has not noticed is refused, and the tab says so', async ({ browser, linkage }) => {
    const { a, b, fjord } = await twoTabs(browser, linkage);
    await a.addInitScript(deaf);
    await a.route('**/api/live', (route) => route.abort());
    await a.goto(`${linkage.url}/creators`);
    await typeInvite(a, 'wrong@tabs.example');
    await signOut(b);
    await signIn(b, fjord);
    await expect(b.getByTitle('Fjord & Friends')).toBeVisible();
    // By an event: a list that was read again may have noticed, and then the dialog lies above.
    await a.getByRole('button', { name: 'Send invite' }).dispatchEvent('click');
    await expect(a.getByRole('dialog', { name: 'You are signed in to Fjord & Friends now' })).toBeVisible();
    expect((await apiOf(b, linkage).invitations('wrong@tabs.example')).items).toEqual([]);
    await a.context().close();
  });
});

test.describe('a session that ends', () => {
  test('while an invite is typed: sign-in comes over it, and the invite goes out as it was typed', async ({
    browser,
    linkage,
  }) => {
    const page = await (await browser.newContext()).newPage();
    const brand = aBrand();
    await register(page, linkage, brand);
    await typeInvite(page, 'interrupted@tabs.example');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Send invite' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await expect(again.getByLabel('E-mail')).toHaveValue(brand.email);
    await again.getByLabel('Password', { exact: true }).fill('not this one');
    await again.getByRole('button', { name: 'Sign in' }).click();
    await expect(again.getByRole('alert')).toBeVisible();
    await again.getByLabel('Password', { exact: true }).fill(brand.password);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole('dialog').getByLabel('E-mail')).toHaveValue('interrupted@tabs.example');
    await page.getByRole('button', { name: 'Send invite' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rowOf(page, 'interrupted@tabs.example'), 'and changes are heard again').toContainText('Invited');
    await page.context().close();
  });

  test('with nothing open leads to sign-in and back', async ({ browser, linkage }) => {
    const page = await (await browser.newContext()).newPage();
    const brand = aBrand();
    await register(page, linkage, brand);
    await page.goto(`${linkage.url}/history`);
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
    await page.request.delete(`${linkage.url}/api/session`, { headers: { origin: linkage.url } });
    await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fhistory/);
    await signIn(page, brand);
    await expect(page).toHaveURL(/\/history/);
    await page.context().close();
  });
});

test.describe('a tab that is older than the server', () => {
  /** The parts that a page loads when they are needed are gone until the page itself is loaded again. */
  const takePartsAway = async (page: Page): Promise<void> => {
    let gone = true;
    page.on('request', (request) => (gone &&= !request.isNavigationRequest()));
    await page.route(/\/chunk-[\w-]+\.js$/, (route) =>
      gone ? route.fulfill({ status: 404, body: 'not found' }) : route.continue(),
    );
  };

  test('leads on when the parts of its pages are gone, with what was typed', async ({ browser, linkage }) => {
    const page = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
    await typeInvite(page, 'older@tabs.example');
    await page.reload(); // the dialog is closed, what was typed is kept
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Invite your first creator')).toBeVisible();
    await takePartsAway(page);
    const history = page.getByRole('link', { name: 'History', exact: true }).first();
    // A part of this page may be missing first: a click at the moment in which it is loaded again reaches neither.
    await expect(async () => {
      await history.click();
      await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await page.getByRole('link', { name: 'Creators', exact: true }).click();
    await expect(page.getByText('Invite your first creator')).toBeVisible();
    await takePartsAway(page);
    const inviteCreators = page.getByRole('button', { name: 'Invite Creators' }).first();
    await Promise.all([page.waitForRequest((request) => request.isNavigationRequest()), inviteCreators.click()]);
    const email = page.getByRole('dialog').getByLabel('E-mail');
    // The first click may have reached the page that came.
    await expect(async () => {
      if ((await email.count()) === 0) await inviteCreators.click({ timeout: 2_000 });
      await expect(email).toHaveValue('older@tabs.example', { timeout: 5_000 });
    }).toPass();
    await page.context().close();
  });

  test('says so when the server is away as well, and tries again', async ({ browser, linkage }) => {
    const page = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
    await page.route(/\/(chunk-[\w-]+\.js|api\/.*)$/, (route) => route.abort());
    await page.getByRole('link', { name: 'History', exact: true }).first().click();
    await expect(page.getByText('That could not be opened.')).toBeVisible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const history = page.getByRole('heading', { level: 1, name: 'History' });
    // The page may have found the server again by itself.
    await page.getByRole('button', { name: 'Try again' }).or(history).first().click();
    await expect(history).toBeVisible();
    await page.context().close();
  });

  test('hears of a new version by itself', async ({ browser, linkage }) => {
    const page = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
    // Without the live line, whose answer does not end.
    const answers = ({ pathname }: URL): boolean => pathname.startsWith('/api/') && pathname !== '/api/live';
    await page.route(answers, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-linkage-build': 'a-newer-one' } });
    });
    await page.getByRole('tab', { name: /^Connected/ }).click();
    await expect(page.getByText('Linkage was updated.')).toBeVisible();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByText('Linkage was updated.')).toHaveCount(0);
    await expect(page).toHaveURL(/\/creators\/connected$/);
    await page.context().close();
  });
});

test.describe('many tabs in one browser', () => {
  test('ten tabs answer and show what changes, over one line; another tab takes it over', async ({
    browser,
    linkage,
  }) => {
    const context = await browser.newContext();
    const lines = linesOf(context);
    const tabs: Page[] = [await context.newPage()];
    await register(tabs[0] as Page, linkage, aBrand());
    while (tabs.length < 10) {
      const tab = await context.newPage();
      tabs.push(tab);
      await tab.goto(`${linkage.url}/creators`);
      await expect(tab.getByRole('button', { name: 'Invite Creators' }).first(), `tab ${tabs.length}`).toBeVisible();
    }
    const api = apiOf(tabs[9] as Page, linkage);
    const inAll = async (email: string): Promise<void> => {
      for (const [number, tab] of tabs.entries())
        await expect(rowOf(tab, email), `tab ${number + 1} of ${tabs.length}`).toBeVisible();
    };
    await api.invite({ name: 'Tabea Zehn', email: 'tabea@tabs.example' });
    await inAll('tabea@tabs.example');
    expect(lines.size, 'lines to the server').toBe(1);

    for (const email of ['second@tabs.example', 'third@tabs.example']) {
      const [holder] = lines;
      const closing = tabs.findIndex((tab) => tab === holder?.frame().page());
      await tabs[closing]?.close();
      tabs.splice(closing, 1);
      await api.invite({ name: 'Tabea Zehn', email });
      await inAll(email);
    }
    for (const tab of tabs.slice(0, 7)) {
      await tab.getByRole('tab', { name: /^Connected/ }).click();
      await expect(tab).toHaveURL(/\/creators\/connected$/);
      await expect(
        tab
          .getByText('No account connected yet')
          .or(tab.getByRole('heading', { level: 2 }))
          .first(),
      ).toBeVisible();
    }
    await context.close();
  });
});
