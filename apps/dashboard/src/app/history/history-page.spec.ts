import type { HistoryItem } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { HistoryPage } from './history-page';
import { aList, anItem } from './history.fixtures';

const open = (address = '/history') => openPage(HistoryPage, 'history', address);
const LIST = '/api/history';

describe('the page History', () => {
  it('shows who did what, by day, with names that lead somewhere', async () => {
    const page = await open();
    (await page.asked(LIST)).flush(
      aList([
        anItem('f1'),
        anItem('f2', {
          tone: 'warn',
          detail: 'The link stopped working.',
          actor: { kind: 'system', id: 'x', name: 'Linkage' },
        }),
      ]),
    );
    await until(() => expect(page.text()).toContain('Ingrid invited נועה לוי (f1)'));
    for (const part of [
      'Today, ',
      'The link stopped working.',
      'Linkage · just now',
      'This is where it begins.',
      'Invites3',
      'People and connections7',
      'Everything12',
    ])
      expect(page.text()).toContain(part);
    const links = [...page.element.querySelectorAll('app-sentence a')].map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual(['/history?actor=m1', '/creators?history=i1']);
    expect(page.button('Show the fact: Ingrid invited נועה לוי (f1)')).toBeDefined();
  });

  it('asks for what the address says, and exports the same', async () => {
    const page = await open('/history?kind=invites&person=i1&search=noa');
    const asked = await page.asked(`${LIST}?person=i1&kind=invites&grouped=1&search=noa&limit=50`);
    asked.flush(aList([anItem('f1')], { counts: null, names: { actor: null, person: 'נועה לוי', subject: null } }));
    await until(() => expect(page.text()).toContain('About נועה לוי'));
    expect(page.button('Person: About נועה לוי')).toBeDefined();
    page.button('Export').click();
    await until(() =>
      expect(document.querySelector('a[download]')?.getAttribute('href')).toBe(
        '/api/history/export?person=i1&kind=invites&search=noa&format=csv&bom=1',
      ),
    );
  });

  it('changes the address by chips, and clears it', async () => {
    const page = await open();
    (await page.asked(LIST)).flush(aList([anItem('f1')]));
    await until(() => expect(page.text()).toContain('Figures'));
    page.button('Refreshes5').click();
    (await page.asked(`${LIST}?kind=refreshes&grouped=1&limit=50`)).flush(aList([]));
    await until(() => expect(page.text()).toContain('Nothing matches'));
    page.button('Clear filters').click();
    await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&limit=50`);
  });

  it('shows the facts of a refresh under its line, and hides them again', async () => {
    const page = await open('/history?kind=all');
    const refresh: Partial<HistoryItem> = {
      type: 'RefreshCompleted',
      kind: 'refreshes',
      facts: 3,
      sentence: [{ text: '@noa.makes was refreshed: +202 followers' }],
      subjects: { invitationId: 'i1', accountId: 'a1', attemptId: null },
      correlationId: 'c9',
    };
    (await page.asked(`${LIST}?grouped=1&limit=50`)).flush(aList([anItem('f3', refresh)]));
    await until(() => expect(page.text()).toContain('+202 followers'));
    page.button('@noa.makes was refreshed: +202 followers: 3 facts').click();
    (await page.asked(`${LIST}?correlation=c9&subject=a1&limit=100`)).flush(aList([anItem('f2'), anItem('f1')]));
    await until(() => expect(page.text()).toContain('(f1)'));
    const button = page.button('@noa.makes was refreshed: +202 followers: 3 facts');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    button.click();
    await until(() => expect(page.text()).not.toContain('(f1)'));
  });

  it('shows the way to a connection and its first refresh under its line, newest first', async () => {
    const page = await open('/history');
    const connected: Partial<HistoryItem> = {
      type: 'SocialAccountConnected',
      kind: 'connections',
      facts: 4,
      sentence: [{ text: 'Noa connected @noa.makes' }],
      subjects: { invitationId: 'i1', accountId: 'a1', attemptId: 't1' },
      correlationId: 'c9',
    };
    (await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&limit=50`)).flush(
      aList([anItem('f2', connected)]),
    );
    await until(() => expect(page.text()).toContain('connected @noa.makes'));
    page.button('Noa connected @noa.makes: 4 facts').click();
    const minute = (minutes: number) => ({ at: `2026-01-15T09:0${minutes}:00.000Z` });
    (await page.asked(`${LIST}?correlation=c9&subject=a1&limit=100`)).flush(
      aList([anItem('f4', minute(4)), anItem('f2', minute(2))]),
    );
    (await page.asked(`${LIST}?subject=t1&limit=100`)).flush(aList([anItem('f3', minute(3)), anItem('f1', minute(1))]));
    await until(() => expect(page.text()).toMatch(/\(f4\).*\(f3\).*\(f2\).*\(f1\)/u));
  });

  it('shows the accepted e-mail of an invite under its line', async () => {
    const page = await open('/history');
    (await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&limit=50`)).flush(
      aList([anItem('f3', { facts: 2 })]),
    );
    await until(() => expect(page.text()).toContain('(f3)'));
    page.button('Ingrid invited נועה לוי (f3): 2 facts').click();
    (await page.asked(`${LIST}?correlation=c1&person=i1&limit=100`)).flush(aList([anItem('f4'), anItem('f3')]));
    await until(() => expect(page.text()).toContain('(f4)'));
  });

  it('loads older facts on demand', async () => {
    const page = await open();
    (await page.asked(LIST)).flush(aList([anItem('f1')], { next: 'older' }));
    await until(() => expect(page.text()).toContain('Load older'));
    page.button('Load older').click();
    (await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&limit=50&cursor=older`)).flush(
      aList([anItem('f0')]),
    );
    await until(() => expect(page.text()).toContain('(f0)'));
    expect(page.text()).toContain('This is where it begins.');
  });

  it('says so when a search names too many', async () => {
    const page = await open('/history?search=a');
    (await page.asked(LIST)).flush(aList([anItem('f1')], { broad: true }));
    await until(() => expect(page.text()).toContain('Many people match “a”'));
  });

  it('ends at the moment that is shown, says so, exports the same, and leads back to now', async () => {
    const page = await open('/history?asOf=2026-01-15T09:00:00.000Z&kind=invites');
    (await page.asked(`${LIST}?kind=invites&grouped=1&to=2026-01-15T09:00:00.001Z&limit=50`)).flush(
      aList([anItem('f1')], { counts: null }),
    );
    await until(() => expect(page.text()).toContain('You see everything as it was on 15 Jan 2026'));
    expect(page.element.querySelector('app-sentence a')?.getAttribute('href')).toBe(
      '/history?actor=m1&asOf=2026-01-15T09:00:00.000Z',
    );
    page.button('Export').click();
    await until(() =>
      expect(document.querySelector('a[download]')?.getAttribute('href')).toContain('to=2026-01-15T09%3A00%3A00.001Z'),
    );
    page.button('Clear filters').click();
    (await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&to=2026-01-15T09:00:00.001Z&limit=50`)).flush(
      aList([]),
    );
    await until(() => expect(page.text()).toContain('Nothing here yet on that day'));
    expect(page.text()).not.toContain('Invite a creator');
    page.button('Back to now').click();
    await page.asked(`${LIST}?kind=invites,connections,people&grouped=1&limit=50`);
    await until(() => expect(page.text()).not.toContain('You see everything'));
  });

  it('invites when nothing has happened yet', async () => {
    const page = await open();
    (await page.asked(LIST)).flush(aList([]));
    await until(() => expect(page.text()).toContain('Nothing has happened yet'));
  });

  it('shows a failure with its cause and a way to try again', async () => {
    const page = await open();
    (await page.asked(LIST)).flush(unavailable, down);
    await until(() =>
      expect(page.text()).toContain('The history could not be loaded. The read store does not answer.'),
    );
    expect(page.text()).toContain('Reference 7F3K-92QD');
    page.button('Try again').click();
    (await page.asked(LIST)).flush(aList([anItem('f1')]));
    await until(() => expect(page.text()).toContain('(f1)'));
  });
});
