import type { AttemptItem, AttemptList as List } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { AttemptList } from './attempt-list';

const refused: AttemptItem = {
  attemptId: 't1',
  invitationId: '1',
  creatorName: 'נועה לוי',
  creatorEmail: 'noa@studio.example',
  avatarUrl: '/pictures/noa',
  platform: 'instagram',
  startedAt: new Date().toISOString(),
  result: 'failed',
  step: 2,
  reason: 'consent-denied',
  what: 'Noa pressed “Cancel” on Instagram’s page',
  help: 'Tell Noa what is read and that nothing is ever posted.',
  tries: 2,
  connectedSince: null,
};
const list = (...items: AttemptItem[]): List => ({
  items,
  next: null,
  previous: null,
  total: items.length,
  counts: { all: 3, open: items.length, started: 0, succeeded: 2, failed: items.length, abandoned: 0 },
});
const open = (address = '/creators/failed') => openPage(AttemptList, 'creators/failed', address);

describe('the tab Failed Connections', () => {
  it('opens on the open ones and shows who, where, how far, why and what to do (R71–R76)', async () => {
    const page = await open();
    const asked = await page.asked('/api/attempts');
    expect(asked.request.urlWithParams).toBe('/api/attempts?limit=50&result=open');
    asked.flush(list(refused));
    await until(() => expect(page.text()).toContain('Noa pressed “Cancel” on Instagram’s page'));
    for (const part of [
      'נועה לוי',
      'Instagram',
      '2 of 4 · On Instagram’s page',
      'Tell Noa what is read',
      'Tried 2 times',
    ])
      expect(page.text()).toContain(part);
    expect(page.element.querySelector('lk-step-bar')?.getAttribute('aria-label')).toBe('Step 2 of 4');
    expect(page.element.querySelector('lk-avatar img')?.getAttribute('src')).toBe('/pictures/noa');
    expect(page.button('Copy Link of נועה לוי')).toBeDefined();
  });

  it('leads from each row to the history of its invite, or to the accounts that came of it', async () => {
    const page = await open('/creators/failed?result=all');
    (await page.asked('/api/attempts')).flush(
      list(
        refused,
        { ...refused, attemptId: 't2', connectedSince: '2025-10-28T12:50:00.000Z' },
        { ...refused, attemptId: 't3', result: 'succeeded' },
      ),
    );
    await until(() => expect(page.element.querySelectorAll('tbody a')).toHaveLength(3));
    const [first, ...others] = [...page.element.querySelectorAll('tbody a')];
    expect(first!.getAttribute('href')).toBe('/creators/failed?result=all&history=1');
    expect(first!.textContent).toContain('history of the invite');
    for (const other of others) {
      expect(other.getAttribute('href')).toBe('/creators/connected?search=noa@studio.example');
      expect(other.textContent).toContain('connected accounts');
    }
  });

  it('has nothing to do about an attempt that succeeded', async () => {
    const page = await open('/creators/failed?result=succeeded');
    (await page.asked('/api/attempts?limit=50&result=succeeded')).flush(
      list({ ...refused, result: 'succeeded', step: 4, what: null, help: null }),
    );
    await until(() => expect(page.text()).toContain('Connected'));
    expect(page.element.querySelector('td.actions button')).toBeNull();
  });

  it('is glad when nothing has failed', async () => {
    const page = await open();
    (await page.asked('/api/attempts')).flush(list());
    await until(() => expect(page.text()).toContain('No connection has failed'));
  });

  it('says so when all that failed was made good, and leads to the attempts', async () => {
    const page = await open();
    const { counts, ...none } = list();
    (await page.asked('/api/attempts')).flush({ ...none, counts: { ...counts, failed: 2 } });
    await until(() => expect(page.text()).toContain('No connection is stuck'));
    page.button('All attempts').click();
    await page.asked('/api/attempts?limit=50&result=all');
  });

  it('offers to clear a search without results', async () => {
    const page = await open('/creators/failed?search=zzz');
    (await page.asked('/api/attempts')).flush(list());
    await until(() => expect(page.text()).toContain('No attempts match'));
    page.button('Clear filters').click();
    await page.asked('/api/attempts?limit=50&result=open');
  });

  it('says of an attempt that was made good when that was, and advises nothing any more', async () => {
    const page = await open('/creators/failed?result=failed');
    const asked = await page.asked('/api/attempts?limit=50&result=failed');
    asked.flush(list({ ...refused, connectedSince: '2025-10-28T12:50:00.000Z' }));
    await until(() => expect(page.text()).toContain('Connected since · 28 Oct'));
    expect(page.text()).toContain('Noa pressed “Cancel” on Instagram’s page');
    expect(page.text()).not.toContain('Tell Noa what is read');
    expect(page.element.querySelector('tbody tr')?.classList).toContain('settled');
    expect(page.element.querySelector('td.actions button')).toBeNull();
  });

  it('shows a failure with its cause', async () => {
    const page = await open();
    (await page.asked('/api/attempts')).flush(unavailable, down);
    await until(() => expect(page.text()).toContain('Connection attempts could not be loaded.'));
  });
});
