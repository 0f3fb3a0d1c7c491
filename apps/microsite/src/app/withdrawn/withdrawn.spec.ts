import type { Microsite } from '@linkage/contracts';
import { aProblem, aSite, anAccount } from '../testing/site';
import { Page } from '../testing/page';

const accounts = { instagram: [anAccount('darya.pechet')], youtube: [anAccount('@bakes', 'password-changed')] };
const withdrawn = (of: Parameters<typeof aSite>[0] = accounts): Microsite => {
  const { platforms, ...site } = aSite(of, { withdrawn: true });
  return {
    ...site,
    platforms: platforms
      .filter((platform) => platform.accounts.length > 0)
      .map((platform) => ({ ...platform, available: false })),
  };
};

describe('the page of a withdrawn invitation', () => {
  it('shows what is still connected and how to stop it, and nothing else', async () => {
    const page = new Page();
    await page.answer('the-link', withdrawn());
    expect(page.heading).toBe('Nordlys Agency withdrew this invite');
    expect(page.text).toContain('still sees the figures of the accounts below');
    expect(page.lines).toEqual([
      expect.stringMatching(/^Instagram ?@darya.pechet ?Disconnect$/),
      expect.stringMatching(/^YouTube ?@bakes ?Password changed ?Disconnect$/),
    ]);
    for (const gone of ['Connect your accounts', 'How connecting works', 'We read', 'Reconnect', 'Not available'])
      expect(page.text).not.toContain(gone);
    expect(page.text).toContain('Privacy');
    expect(document.title.replace(/[\u2068\u2069]/g, '')).toBe('Your accounts · Nordlys Agency');
  });

  it('says so when nothing is connected any more', async () => {
    const page = new Page();
    await page.answer('the-link', withdrawn({}));
    expect(page.heading).toBe('Nordlys Agency withdrew this invite');
    expect(page.text).toContain('None of your accounts is connected. You can close this page.');
    expect(page.lines).toEqual([]);
  });

  it('disconnects after it has asked, says what is kept, and goes on with the rest', async () => {
    const page = new Page();
    await page.answer('the-link', withdrawn());
    await page.press('Disconnect @darya.pechet on Instagram');
    expect(page.all('[role=group]')[0]?.textContent).toMatch(
      /Disconnect @darya\.pechet\?\s*Nordlys Agency gets no new figures from it\. Figures read so far are kept\./,
    );
    expect(page.text).not.toContain('connect it again here');
    expect(document.activeElement).toBe(page.button('Keep it'));
    await page.press('Disconnect');
    await page.answer('the-link/accounts/id-of-darya.pechet/disconnect', { position: '7' }, 'POST');
    await page.answer('the-link', withdrawn({ youtube: accounts.youtube }));
    expect(page.text).toContain('@darya.pechet is disconnected.');
    expect(page.lines).toHaveLength(1);
    expect(document.activeElement?.textContent).toContain('@darya.pechet is disconnected.');
  });

  it('gives the focus back to the button when nothing was disconnected', async () => {
    const page = new Page();
    await page.answer('the-link', withdrawn());
    await page.press('Disconnect @bakes on YouTube');
    await page.press('Keep it');
    expect(page.all('[role=group]')).toEqual([]);
    expect(document.activeElement).toBe(page.button('Disconnect @bakes on YouTube'));
  });

  it('keeps the question open when disconnecting failed, and says why', async () => {
    const page = new Page();
    await page.answer('the-link', withdrawn());
    await page.press('Disconnect @darya.pechet on Instagram');
    await page.press('Disconnect');
    await page.refuse('the-link/accounts/id-of-darya.pechet/disconnect', aProblem({ detail: 'It broke.' }), 'POST');
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(/@darya\.pechet could not be disconnected\.\s*It broke\./);
    expect(page.button('Disconnect').disabled).toBe(false);
  });

  it('takes the place of the list when the invitation is withdrawn meanwhile', async () => {
    const page = new Page();
    await page.answer('the-link', aSite(accounts));
    await page.press('Options for @darya.pechet on Instagram');
    await page.press('Connect another account');
    const detail = 'This invitation was withdrawn.';
    await page.refuse(
      'the-link/connections/instagram',
      aProblem({ status: 422, code: 'invitation-withdrawn', detail }),
      'POST',
    );
    await page.answer('the-link', withdrawn());
    expect(page.heading).toBe('Nordlys Agency withdrew this invite');
    expect(page.all('[role=alert]')[0]?.textContent).toContain(detail);
  });

  it('also after the way back from a platform, of which there is nothing to say any more', async () => {
    const page = new Page('/connect/the-link?attempt=attempt-1');
    page.request('the-link').flush(withdrawn());
    await page.refuse('the-link/attempts/attempt-1', aProblem({ status: 422, code: 'invitation-withdrawn' }));
    expect(page.heading).toBe('Nordlys Agency withdrew this invite');
    expect(page.all('[role=alert]')).toEqual([]);
  });
});
