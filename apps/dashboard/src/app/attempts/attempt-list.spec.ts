import type { AttemptItem, AttemptList as List } from '@linkage/contracts';
import { down, openPage, unavailable, until } from '../testing/pages';
import { AttemptList } from './attempt-list';

const refused: AttemptItem = {
  attemptId: 't1',
  invitationId: '1',
  creatorName: 'נועה לוי',
  creatorEmail: 'noa@studio.example',
  platform: 'instagram',
  startedAt: new Date().toISOString(),
  result: 'failed',
  step: 2,
  reason: 'consent-denied',
  what: 'Noa pressed “Cancel” on Instagram’s page',
  help: 'Tell Noa what is read and that nothing is ever posted.',
  tries: 2,
};
const list = (...items: AttemptItem[]): List => ({
  items,
  next: null,
  previous: null,
  total: items.length,
  counts: { all: 3, started: 0, succeeded: 2, failed: items.length, abandoned: 0 },
});
const open = (address = '/creators/failed') => openPage(AttemptList, 'creators/failed', address);

describe('the tab Failed Connections', () => {
  it('opens on the failed ones and shows who, where, how far, why and what to do (R71–R76)', async () => {
    const page = await open();
    const asked = await page.asked('/api/attempts');
    expect(asked.request.urlWithParams).toBe('/api/attempts?limit=50&result=failed');
    asked.flush(list(refused));
    await until(() => expect(page.text()).toContain('Noa pressed “Cancel” on Instagram’s page'));
    for (const part of ['נועה לוי', 'Instagram', '2 of 4 · Sent over', 'Tell Noa what is read', 'Tried 2 times'])
      expect(page.text()).toContain(part);
    expect(page.element.querySelector('lk-step-bar')?.getAttribute('aria-label')).toBe('Step 2 of 4');
    expect(page.button('Copy Link')).toBeDefined();
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

  it('offers to clear a search without results', async () => {
    const page = await open('/creators/failed?search=zzz');
    (await page.asked('/api/attempts')).flush(list());
    await until(() => expect(page.text()).toContain('No attempts match'));
    page.button('Clear filters').click();
    await page.asked('/api/attempts?limit=50&result=failed');
  });

  it('shows a failure with its cause', async () => {
    const page = await open();
    (await page.asked('/api/attempts')).flush(unavailable, down);
    await until(() => expect(page.text()).toContain('Connection attempts could not be loaded.'));
  });
});
