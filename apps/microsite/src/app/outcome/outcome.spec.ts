import type { AccountChoice, OfferedChoice } from '@linkage/contracts';
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
const reports = { label: 'See your reports', without: 'your audience stays empty' };
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
    const page = await returned({ account: { ...darya, reconnected: true }, missing: [reports] });
    expect(page.heading).toBe('@darya is connected again');
    expect(page.text).toContain('Without “See your reports” your audience stays empty.');
  });

  it('offers to add what was left out, and says why that could not start', async () => {
    const page = await returned({ account: darya, missing: [reports] });
    expect(page.text).not.toContain('You need not do anything more.');
    await page.press('Connect Instagram once more');
    await page.refuse('the-link/connections/instagram', aProblem({ detail: 'It broke.' }), 'POST');
    expect(page.all('[role=alert]').map((alert) => alert.textContent?.trim())).toContain('It broke.');
    await page.press('Connect another account');
    expect(page.heading).toBe('Hi Darya, connect your accounts');
  });

  it('adds it to the same account', async () => {
    const page = await returned({ account: darya, missing: [reports] });
    await page.press('Connect Instagram once more');
    expect(page.request('the-link/connections/instagram', 'POST').request.body).toEqual({ reconnects: 'id-of-darya' });
  });

  it('says which of the chosen accounts was not connected, and why', async () => {
    const message = '@brot is already connected through another invite of the same brand.';
    const page = await returned({ account: darya, refused: [{ username: 'brot', message }] });
    expect(page.heading).toBe('@darya is connected');
    expect(page.text).toMatch(/@brot was not connected\.\s*@brot is already connected/);
    expect(page.text).not.toContain('You need not do anything more.');
  });

  it('tries the same account again that was to be reconnected', async () => {
    const page = await returned({ result: 'failed', reason: 'platform-down', reconnects: 'id-of-darya' });
    await page.press('Try Instagram again');
    expect(page.request('the-link/connections/instagram', 'POST').request.body).toEqual({ reconnects: 'id-of-darya' });
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
    expect(page.text).toMatch(/Was “Cancel” the only button\? ?Only creator or business accounts can be connected\./);
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
      missing: [reports],
    });
    expect(page.all('[role=alert]')[0]?.textContent).toMatch(
      /YouTube was not connected\.\s*One permission was left unticked\./,
    );
    expect(page.all('.missing li').map((item) => item.textContent?.trim().replace(/\s+/g, ' '))).toEqual([
      'See your reports your audience stays empty',
    ]);
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

const offered = (id: string, changes: Partial<OfferedChoice> = {}): OfferedChoice => ({
  id,
  username: id,
  displayName: `Page ${id}`,
  avatarUrl: null,
  followers: 41_700,
  missing: [],
  standing: 'new',
  takesSeat: true,
  ...changes,
});

describe('an account that came back', () => {
  const asked = (
    changes: Partial<OfferedChoice> = {},
    instead: AccountChoice['instead'] = null,
    seatsLeft: number | null = null,
  ) =>
    anOutcome({
      result: 'started',
      platform: 'youtube',
      choice: { until: '2026-01-16T09:00:00.000Z', instead, seatsLeft, accounts: [offered('darya', changes)] },
    });
  const askedPage = async (...of: Parameters<typeof asked>): Promise<Page> => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.answer(path, asked(...of));
    return page;
  };

  it('is shown before it is saved, with what a missing permission costs, and is connected with one press', async () => {
    const page = await askedPage({ missing: [reports] });
    expect(page.heading).toBe('You are connecting @darya');
    expect(page.text).toContain('41,700 subscribers');
    expect(page.text).toContain('Without “See your reports” your audience stays empty.');
    expect(page.text).not.toContain('This is not');
    await page.press('Yes, connect @darya');
    expect(page.button('Connecting…').disabled).toBe(true);
    const request = page.request(`${path}/choice`, 'POST');
    expect(request.request.body).toEqual({ accounts: ['darya'] });
    request.flush({ position: '1' });
    await page.settle();
    await page.answer(path, anOutcome({ account: darya }));
    await page.answer('the-link', aSite());
    expect(page.heading).toBe('@darya is connected');
  });

  it('that is not the one meant is changed on the platform', async () => {
    const page = await askedPage({ followers: 1 });
    expect(page.text).toContain('1 subscriber');
    await page.press('Not you? Switch account');
    const request = page.request('the-link/connections/youtube', 'POST');
    expect(request.request.body).toEqual({ insteadOf: 'attempt-1' });
    request.flush({ attemptId: 'attempt-2', authorizeUrl: 'https://platform.example/choose' });
    await page.settle();
    expect(page.left).toEqual(['https://platform.example/choose']);
  });

  it.each([
    ['new', 'Confirming adds @darya'],
    ['yours', 'Confirming renews its access'],
  ] as const)('in the place of another one is said so (%s)', async (standing, says) => {
    const page = await askedPage({ standing, followers: null }, { username: 'noor' });
    expect(page.all('[role=alert]')[0]?.textContent).toContain('This is not @noor.');
    expect(page.all('[role=alert]')[0]?.textContent?.replace(/[\u2068\u2069]/g, '')).toContain(says);
  });

  it('waits in the list when the page was left', async () => {
    const page = new Page(back);
    const site = aSite();
    const platforms = site.platforms.map((each) =>
      each.platform === 'youtube' ? { ...each, choosing: 'attempt-1', offered: 1 } : each,
    );
    await page.answer('the-link', { ...site, platforms });
    await page.answer(path, asked());
    await page.press('Decide later');
    expect(page.text).toContain('Waiting for your yes');
    await page.press('Confirm your account on YouTube');
    await page.answer(path, asked());
    expect(page.heading).toBe('You are connecting @darya');
  });

  it('is not asked about where the plan has no seat left for it, before the creator says yes', async () => {
    const page = await askedPage({}, null, 0);
    expect(page.heading).toBe('@darya cannot be connected now');
    expect(page.text).toContain('Nordlys Agency has connected as many accounts as its plan allows');
    expect(page.all('button').map(({ textContent }) => textContent?.trim())).not.toContain('Yes, connect @darya');
    await page.press('Look again');
    await page.answer(path, asked({}, null, 1));
    expect(page.heading).toBe('You are connecting @darya');
    page.button('Yes, connect @darya');
  });

  it('has its seat when it was connected before', async () => {
    const page = await askedPage({ standing: 'yours', takesSeat: false }, { username: 'noor' }, 0);
    page.button('Yes, connect @darya');
  });

  it('says why it could not be connected', async () => {
    const page = await askedPage();
    await page.press('Yes, connect @darya');
    const late = aProblem({ status: 422, code: 'choice-over', detail: 'It is too late.' });
    await page.refuse(`${path}/choice`, late, 'POST');
    expect(page.all('[role=alert]')[0]?.textContent).toContain('It is too late.');
  });
});

describe('a consent that gives access to several accounts', () => {
  const choice = {
    until: '2026-01-16T09:00:00.000Z',
    instead: null,
    seatsLeft: null,
    accounts: [
      offered('brot'),
      offered('rad', { missing: [{ label: 'Read insights', without: 'your reach stays empty' }] }),
      offered('gone', { standing: 'taken', takesSeat: false }),
    ],
  };
  const asked = { result: 'started', platform: 'facebook', choice } as const;
  const boxes = (page: Page): HTMLInputElement[] => page.all('input[type=checkbox]') as HTMLInputElement[];

  it('asks which are meant, and connects what was chosen', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.answer(path, anOutcome(asked));
    expect(page.heading).toBe('Which accounts on Facebook do you mean?');
    expect(page.text).toContain('41,700 followers');
    expect(page.text).toContain('Not granted: Read insights; your reach stays empty');
    expect(boxes(page).map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(page.button('Choose at least one').disabled).toBe(true);
    boxes(page)[0]?.click();
    boxes(page)[1]?.click();
    await page.settle();
    await page.press('Connect 2 accounts');
    const request = page.request(`${path}/choice`, 'POST');
    expect(request.request.body).toEqual({ accounts: ['brot', 'rad'] });
    request.flush({ position: '1' });
    await page.settle();
    await page.answer(path, anOutcome({ account: darya, others: [{ ...darya, accountId: 'b', username: 'rad' }] }));
    await page.answer('the-link', aSite());
    expect(page.heading).toBe('2 accounts on Instagram are connected');
    expect(page.all('.card')).toHaveLength(2);
  });

  it('says that the account that was to be reconnected is not among them', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.answer(path, anOutcome({ ...asked, choice: { ...choice, instead: { username: 'darya' } } }));
    expect(page.all('[role=alert]')[0]?.textContent).toContain(
      'You wanted to reconnect @darya, which is not among the',
    );
  });

  it('lets no more be chosen than there are seats, and says so before', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    const accounts = [...choice.accounts, offered('mine', { standing: 'yours', takesSeat: false })];
    await page.answer(path, anOutcome({ ...asked, choice: { ...choice, seatsLeft: 1, accounts } }));
    expect(page.text).toContain('The plan of Nordlys Agency has room for 1 more account.');
    const free = () => boxes(page).map(({ disabled }) => !disabled);
    expect(free()).toEqual([true, true, false, true]);
    boxes(page)[1]?.click();
    await page.settle();
    expect(free()).toEqual([false, true, false, true]);
    boxes(page)[1]?.click();
    boxes(page)[3]?.click();
    await page.settle();
    expect(free()).toEqual([true, true, false, true]);
  });

  it('says why nothing could be connected, and leaves the choice as it is', async () => {
    const page = new Page(back);
    await page.answer('the-link', aSite());
    await page.answer(path, anOutcome(asked));
    boxes(page)[0]?.click();
    await page.settle();
    await page.press('Connect 1 account');
    await page.refuse(
      `${path}/choice`,
      aProblem({ status: 422, code: 'choice-over', detail: 'It is too late.' }),
      'POST',
    );
    expect(page.all('[role=alert]')[0]?.textContent).toContain('It is too late.');
    expect(page.button('Connect 1 account').disabled).toBe(false);
  });

  it('can be left and come back to', async () => {
    const page = new Page(back);
    const left = aSite();
    const site = {
      ...left,
      platforms: left.platforms.map((each) =>
        each.platform === 'facebook' ? { ...each, available: true, choosing: 'attempt-1' } : each,
      ),
    };
    await page.answer('the-link', site);
    await page.answer(path, anOutcome(asked));
    await page.press('Choose later');
    expect(page.text).toContain('You still have to choose which');
    await page.press('Choose your accounts on Facebook');
    await page.answer(path, anOutcome(asked));
    expect(page.heading).toBe('Which accounts on Facebook do you mean?');
    expect(window.location.search).toBe('?attempt=attempt-1');
  });
});
