import type { Page } from '@playwright/test';
import { aBrand, connect, consent, invite, lettersTo, pressOn, register, rowOf } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const shared = { name: 'Lucía Fern', email: 'lucia@shared.example' };

/** Two brands at once, in two browsers; one creator works with both. */
test.describe('two workspaces', () => {
  test('invite the same creator, and neither sees anything of the other', async ({ linkage, browser }) => {
    const open = async (): Promise<Page> => (await browser.newContext()).newPage();
    const [nordlys, fjord, creator] = [await open(), await open(), await open()];
    await register(nordlys, linkage, aBrand('Nordlys Agency'));
    await register(fjord, linkage, aBrand('Fjord & Friends'));

    await test.step('each gets a row and each sends a mail with a link of its own', async () => {
      await Promise.all([invite(nordlys, shared), invite(fjord, shared)]);
      for (const brand of [nordlys, fjord]) await expect(rowOf(brand, shared.email)).toContainText('Invited');
    });
    const letters = await lettersTo(linkage, shared.email, 2);
    const linkFrom = (brand: string): string =>
      letters.find(({ text }) => text.includes(brand))?.links.find((url) => url.includes('/connect/')) ?? '';
    expect(letters).toHaveLength(2);
    expect(linkFrom('Nordlys Agency')).not.toBe(linkFrom('Fjord & Friends'));

    await test.step('the creator refuses once and connects once, through the link of one brand', async () => {
      await creator.goto(linkFrom('Nordlys Agency'));
      await expect(creator.getByText('Fjord')).toHaveCount(0);
      await pressOn(creator, 'YouTube', /^Connect /);
      await consent(creator, linkage, { as: 'Glitter Frog', decide: 'Cancel' });
      await creator.waitForURL(/\?attempt=/);
      await creator.goto(linkFrom('Nordlys Agency'));
      await connect(creator, linkage, 'Instagram', { as: 'El Faro Radio' });
      await expect(rowOf(nordlys, shared.email)).toContainText('Active');
    });

    await test.step('the other brand’s page of the same creator knows nothing of it', async () => {
      await creator.goto(linkFrom('Fjord & Friends'));
      await expect(
        creator
          .getByRole('listitem')
          .filter({ hasText: 'Instagram' })
          .getByRole('button', { name: /^Connect / }),
      ).toBeVisible();
      await expect(creator.getByText('el.faro.radio')).toHaveCount(0);
    });

    await test.step('nor do the other brand’s lists', async () => {
      await expect(rowOf(fjord, shared.email)).toContainText('Invited');
      await fjord.getByRole('tab', { name: /^Connected/ }).click();
      await expect(fjord.getByText('No account is connected yet')).toBeVisible();
      await fjord.getByRole('tab', { name: /^Failed/ }).click();
      await expect(fjord.getByText('No connection has failed')).toBeVisible();
      const api = apiOf(fjord, linkage);
      for (const list of [await api.accounts(''), await api.attempts('')])
        expect([list.items, list.counts.all]).toEqual([[], 0]);
      expect((await api.invitations('')).items).toHaveLength(1);
    });

    await test.step('the address of an account, or an id of anything, of the one is not found by the other', async () => {
      await nordlys.getByRole('tab', { name: /^Connected/ }).click();
      await rowOf(nordlys, 'el.faro.radio').getByRole('link').first().click();
      await expect(nordlys.getByRole('heading', { level: 1 })).toContainText('El Faro Radio');
      await fjord.goto(nordlys.url());
      await expect(fjord.getByText('This account does not exist.')).toBeVisible();
      await expect(fjord.getByText('El Faro')).toHaveCount(0);

      const [account] = (await apiOf(nordlys, linkage).accounts('')).items;
      const api = apiOf(fjord, linkage);
      for (const part of ['', '/audience', '/content'])
        expect(await api.status(`accounts/${account?.accountId}${part}`), part).toBe(404);
      expect(await api.status(`invitations/${account?.invitationId}/link`)).toBe(404);
      for (const command of ['resend', 'withdraw'])
        expect(await api.post(`invitations/${account?.invitationId}/${command}`), command).toBe(404);
    });

    await test.step('the same account may be connected for both, as two', async () => {
      await creator.goto(linkFrom('Fjord & Friends'));
      await connect(creator, linkage, 'Instagram', { as: 'El Faro Radio' });
      await fjord.goto(`${linkage.url}/creators`);
      await expect(rowOf(fjord, shared.email)).toContainText('Active');
      const [[here], [there]] = [
        (await apiOf(nordlys, linkage).accounts('')).items,
        (await apiOf(fjord, linkage).accounts('')).items,
      ];
      expect(here?.accountId).not.toBe(there?.accountId);
    });
    for (const page of [nordlys, fjord, creator]) await page.context().close();
  });
});
