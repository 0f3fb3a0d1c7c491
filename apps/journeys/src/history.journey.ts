import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, connect, invite, lettersTo, linkTo, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const noor = { name: 'نور الهادي', email: 'noor@darkroom.example' };
const account = 'noor.alhadi';

/** An auditor replays what happened to one invitation: invited, mailed, connected, refreshed, disconnected. */
test.describe.serial('history', () => {
  let page: Page;
  let phone: BrowserContext;
  let microsite: Page;
  let complaints: string[];

  const fact = (text: string | RegExp) =>
    page.locator('app-history-list li:not(.under)').filter({ hasText: text }).first();
  const drawer = (name: string) => page.getByRole('dialog', { name });
  const wide = (): Promise<void> => page.setViewportSize({ width: 1280, height: 800 });

  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext({ acceptDownloads: true })).newPage();
    complaints = complaintsOf(page);
    phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    microsite = await phone.newPage();
  });
  test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
  test.afterAll(async () => {
    await page.context().close();
    await phone.close();
  });

  test('begins with the workspace', async ({ linkage }) => {
    await register(page, linkage, aBrand());
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();
    await expect(fact('Ingrid Solheim registered the workspace Nordlys Agency')).toBeVisible();
    await expect(fact('Ingrid Solheim joined as the owner')).toBeVisible();
  });

  test('what happens meanwhile waits behind a pill; invitation and connection are one line each, with their facts under them', async ({
    linkage,
  }) => {
    await page.goto(`${linkage.url}/creators`);
    await invite(page, noor);
    await lettersTo(linkage, noor.email);
    await page.goto(`${linkage.url}/history`);
    const invited = fact(`Ingrid Solheim invited ${noor.name}`);
    await expect(invited.getByRole('button', { name: /: 2 facts$/ }), 'the e-mail is under it').toBeVisible();
    await expect(fact('was accepted by the mail server')).toBeHidden();
    await invited.getByRole('button', { name: /: 2 facts$/ }).click();
    await expect(fact(`The e-mail to ${noor.name} was accepted by the mail server`)).toBeVisible();
    await invited.getByRole('button', { name: /: 2 facts$/ }).click();

    await microsite.goto(await linkTo(linkage, noor.email));
    await connect(microsite, linkage, 'Instagram', { as: noor.name });
    const pill = page.getByRole('button', { name: /^\d+\+? new – show$/ });
    await expect(pill).toBeVisible();
    await expect(fact('connected Instagram')).toBeHidden();
    await page.getByRole('button', { name: /^Everything/ }).click();
    // The first refresh goes on for a moment: it stands in the line of the connection once it is complete.
    const connected = fact(`${noor.name} connected Instagram @${account}`);
    await expect(async () => {
      if (await pill.isVisible()) await pill.click();
      await expect(connected).toContainText(/First refresh: [\d,]+ followers, [\d,]+ new posts\./, { timeout: 1_000 });
    }).toPass();
    await expect(fact('started connecting'), 'the way there is under it').toBeHidden();
    await expect(fact(/was refreshed|The first refresh of/), 'so is the refresh').toBeHidden();
    await connected.getByRole('button', { name: /\d+ facts$/ }).click();
    for (const text of [
      `${noor.name} started connecting Instagram`,
      `${noor.name} gave permission on Instagram: @${account}`,
      `The first refresh of @${account} started`,
      `@${account} was refreshed`,
      /has [\d,]+ followers/,
    ]) {
      await expect(fact(text)).toBeVisible();
    }
    await expect(page.getByRole('heading', { level: 3, name: /^Today, / })).toHaveCount(1);
  });

  test('a fact opens as it was recorded, and leads to its cause and its effects', async () => {
    await fact(`The first refresh of @${account} started`)
      .getByRole('button', { name: /^Show the fact/ })
      .click();
    const shown = drawer('Fact');
    await expect(shown.getByLabel('The fact as recorded')).toContainText('"type": "RefreshStarted"');
    await expect(shown.getByText('automatically (ingestion)')).toBeVisible();
    await shown.getByRole('button', { name: new RegExp(`connected Instagram @${account}`) }).click();
    await expect(shown.getByLabel('The fact as recorded')).toContainText('"type": "SocialAccountConnected"');
    await expect(shown.getByLabel('The fact as recorded')).toContainText(`"username": "${account}"`);
    await expect(shown.getByText(/^Personal, and encrypted in the log: .*username/)).toBeVisible();
    await expect(shown.getByRole('heading', { name: 'Led to' })).toBeVisible();
    await shown.getByRole('button', { name: 'Back to the fact before' }).click();
    await expect(shown.getByLabel('The fact as recorded')).toContainText('"type": "RefreshStarted"');
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
    await expect(
      fact(`The first refresh of @${account} started`).getByRole('button', { name: /^Show the fact/ }),
    ).toBeFocused();
  });

  test('kind, person, date and search narrow it, stand in the address and survive a reload', async ({ linkage }) => {
    await page.getByRole('button', { name: /^Invites/ }).click();
    await expect(page).toHaveURL(/kind=invites/);
    await expect(fact('connected Instagram')).toBeHidden();
    await expect(fact('Ingrid Solheim invited')).toBeVisible();
    await page.getByRole('button', { name: /^Everything/ }).click();

    await page.getByRole('button', { name: 'Person: anyone' }).click();
    const people = page.getByRole('dialog', { name: 'Choose a person' });
    await people.getByRole('searchbox', { name: 'Find a person' }).fill('noor');
    await people.getByRole('button', { name: new RegExp(noor.name) }).click();
    await expect(page).toHaveURL(/person=/);
    await expect(fact('registered the workspace')).toBeHidden();
    await page.reload();
    await expect(page.getByRole('button', { name: `Person: About ${noor.name}` })).toBeVisible();
    await expect(fact('connected Instagram')).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).click();

    await page.getByRole('searchbox', { name: 'Search the history' }).fill(`${account} connected`);
    await expect(page).toHaveURL(/search=/);
    await expect(fact(`${noor.name} connected Instagram @${account}`)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the history' }).fill('zebra');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    await page.goBack();
    await page.goto(`${linkage.url}/history?kind=gossip&from=yesterday&person=../x`);
    await expect(fact('registered the workspace')).toBeVisible();
  });

  test('what is filtered leaves as a file', async ({ linkage }) => {
    await page.goto(`${linkage.url}/history?kind=invites`);
    await expect(fact('Ingrid Solheim invited')).toBeVisible();
    for (const [choice, ending, line] of [
      [/CSV/, '.csv', /,invites,Ingrid Solheim invited/],
      [/NDJSON/, '.ndjson', /"type":"InvitationIssued"/],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: choice }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^history-nordlys-agency-\\d{4}-\\d\\d-\\d\\d\\${ending}$`));
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toMatch(line);
      expect(text).not.toContain('connected Instagram');
    }
  });

  test('the account has its own history, and the invitation its whole story', async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators/connected`);
    await rowOf(page, account).getByRole('link').first().click();
    await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'History' }).click();
    await expect(fact(`${noor.name} connected Instagram @${account}`)).toBeVisible();
    await expect(fact('Ingrid Solheim invited')).toBeHidden();

    await page.goto(`${linkage.url}/creators`);
    await page.getByRole('button', { name: `More actions for ${noor.name}` }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await expect(page).toHaveURL(/\?history=/);
    const story = drawer('History of the invite');
    await expect(story.getByText('Ingrid Solheim invited')).toBeVisible();
    await expect(story.getByText(`@${account}`).first()).toBeVisible();
    await expect(story.getByText(/^First refresh: /)).toBeVisible();
    await page.reload();
    await expect(story.getByText('Ingrid Solheim invited')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(story).toBeHidden();
    await expect(page).not.toHaveURL(/history=/);
  });

  test('a day later: the refresh by itself, then the creator disconnects', async ({ linkage }) => {
    await sandboxOf(linkage).moveClock(24);
    await page.goto(`${linkage.url}/history?kind=refreshes`);
    await expect(async () => {
      const pill = page.getByRole('button', { name: /new – show$/ });
      if (await pill.isVisible()) await pill.click();
      await expect(page.getByText(/was refreshed/)).toHaveCount(2, { timeout: 1_000 });
    }).toPass();

    await microsite.goto(await linkTo(linkage, noor.email));
    await microsite.getByRole('button', { name: /^Options for/ }).click();
    await microsite.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await microsite.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(microsite.getByText(`@${account} is disconnected.`)).toBeVisible();
    await page.goto(`${linkage.url}/history?kind=connections`);
    await expect(fact(`${noor.name} disconnected Instagram @${account}`)).toContainText('Earlier figures are kept.');
    await fact(`${noor.name} disconnected`)
      .getByRole('link', { name: `@${account}` })
      .click();
    await expect(page).toHaveURL(/\/accounts\//);
  });

  test('fits every width, with a name for every control', async ({ linkage }) => {
    await page.goto(`${linkage.url}/history`);
    await expect(fact('disconnected Instagram')).toBeVisible();
    await expectSound(page, 'history');
    await fact('disconnected Instagram')
      .getByRole('button', { name: /^Show the fact/ })
      .click();
    await expect(drawer('Fact').getByLabel('The fact as recorded')).toBeVisible();
    await expectSound(page, 'a fact');
    await wide();
  });
});
