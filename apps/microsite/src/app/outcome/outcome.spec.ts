import { aProblem, aSite, anAccount, anOutcome } from '../testing/site';
import { Page } from '../testing/page';

const back = '/connect/the-link?attempt=attempt-1';
const path = 'the-link/attempts/attempt-1';

const returned = async (changes: Parameters<typeof anOutcome>[0]): Promise<Page> => {
  const page = new Page(back);
  await page.answer('the-link', aSite());
  await page.answer(path, anOutcome(changes));
  if (changes.result !== 'started') await page.answer('the-link', aSite({ instagram: [anAccount('darya')] }));
  return page;
};
const darya = {
  accountId: 'id-of-darya',
  username: 'darya',
  displayName: 'Darya Pechet',
  avatarUrl: null,
  reconnected: false,
};

describe('coming back from the platform', () => {
  it('shows the page’s shape until the outcome is known', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    expect(page.all('.lk-skeleton').length).toBeGreaterThan(6);
  });

  it('says which account is connected and what happens next', async () => {
    const page = await returned({ account: darya });
    expect(page.heading).toBe('@darya is connected');
    expect(page.text).toContain('Darya Pechet');
    expect(page.text).toContain('Your figures are fetched within a few minutes, then once a day.');
    expect(page.text).toContain('Nordlys Agency sees them.');
    await page.press('Connect another account');
    expect(page.heading).toBe('Hi Darya, connect your accounts');
    expect(page.lines[0]).toMatch(/Connected as @darya/);
    expect(window.location.search).toBe('');
  });

  it('says that an account is connected again, and which permission is missing', async () => {
    const page = await returned({ account: { ...darya, reconnected: true }, missing: ['See your reports'] });
    expect(page.heading).toBe('@darya is connected again');
    expect(page.text).toContain('Without “See your reports” some of your figures stay empty.');
  });

  it('offers to disconnect an account that was not meant', async () => {
    const page = await returned({ account: darya });
    await page.press('Not mine');
    expect(page.all('[role=group]')[0]?.textContent).toContain('Disconnect @darya?');
  });

  it('ends when the creator is done, and goes on when not', async () => {
    const page = await returned({ account: darya });
    await page.press('I am done');
    expect(page.heading).toBe('Thank you');
    await page.press('Back to your accounts');
    expect(page.heading).toBe('Hi Darya, connect your accounts');
  });

  it('meets a refused consent with what is taken and what is not', async () => {
    const page = await returned({
      result: 'failed',
      reason: 'consent-denied',
      message: 'You pressed “Cancel” on Instagram’s page. Nothing was stored.',
    });
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(
      /Instagram was not connected\.\s*You pressed “Cancel” on Instagram’s page\. Nothing was stored\./,
    );
    expect(page.heading).toBe('Worried about something?');
    expect(page.text).toContain('We never post');
    expect(page.text).toContain('Ingrid can see that it did not work');
    await page.press('Try Instagram again');
    await page.answer(
      'the-link/connections/instagram',
      { attemptId: 'attempt-2', authorizeUrl: 'https://platform.example/a' },
      'POST',
    );
    expect(page.left).toEqual(['https://platform.example/a']);
  });

  it.each(['failed', 'abandoned'] as const)('says why it %s and what was left unticked', async (result) => {
    const page = await returned({
      result,
      reason: 'permission-unticked',
      platform: 'youtube',
      message: 'One permission was left unticked.',
      missing: ['See your reports'],
    });
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(
      /YouTube was not connected\.\s*One permission was left unticked\./,
    );
    expect(page.all('.missing li').map((item) => item.textContent?.trim())).toEqual(['See your reports']);
    expect(page.text).not.toContain('Worried');
    await page.press('Choose another platform');
    expect(page.heading).toBe('Hi Darya, connect your accounts');
  });

  it('says why trying again could not start', async () => {
    const page = await returned({
      result: 'failed',
      reason: 'platform-down',
      message: 'Instagram did not answer in time.',
    });
    await page.press('Try Instagram again');
    await page.refuse('the-link/connections/instagram', aProblem({ detail: 'It broke.' }), 'POST');
    expect(page.all('[role=alert]').map((alert) => alert.textContent?.trim())).toContain('It broke.');
  });

  it('looks again by itself while the attempt runs, and stops at some point', async () => {
    const page = await returned({ result: 'started' });
    expect(page.heading).toBe('Not finished yet');
    for (let looks = 1; looks < 15; looks++) {
      expect(page.text).toContain('This page looks again by itself.');
      await vi.waitFor(() => page.answer(path, anOutcome({ result: 'started' })));
    }
    expect(page.text).toContain('If you closed its page, start again; nothing was stored.');
    page.http.verify();
    await page.press('Look again');
    await page.answer(path, anOutcome({ account: darya }));
    expect(page.heading).toBe('@darya is connected');
  });

  it('says when the outcome could not be read, and reads it on request', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.refuse(path, aProblem({ status: 503, code: 'unavailable', detail: 'Linkage is busy.' }));
    expect(page.heading).toBe('The last step is not known yet');
    expect(page.text).toContain('Linkage is busy. Nothing is lost.');
    await page.press('Look again');
    await page.answer(path, anOutcome({ account: darya }));
    expect(page.heading).toBe('@darya is connected');
  });

  it('shows the accounts for an attempt that is not this creator’s', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.refuse(path, aProblem({ status: 404, code: 'not-found', detail: 'There is no such attempt.' }));
    expect(page.heading).toBe('Hi Darya, connect your accounts');
    expect(window.location.search).toBe('');
  });
});
