import { TestBed } from '@angular/core/testing';
import type { ConsumerOverview } from '@linkage/contracts';
import { ServerClock } from '../base/server-clock';
import { down, openPage, unavailable, until, type OpenPage } from '../testing/open-page';
import { Operator } from './operator';

const list: ConsumerOverview = {
  name: 'invitation-list',
  kind: 'projection',
  version: 3,
  state: 'running',
  position: '1234',
  behind: true,
  lag: { amount: 12, unit: 'facts' },
  factsPerSecond: 4.2,
  parked: 0,
  rows: 1_500,
  lastError: null,
  build: null,
};
const mails: ConsumerOverview = {
  ...list,
  name: 'email-invitation',
  kind: 'reactor',
  version: null,
  rows: null,
  behind: false,
};
const path = '/api/operator/consumers';
const open = (): Promise<OpenPage> => openPage(Operator, 'operator', '/operator');
const showing = async (...consumers: ConsumerOverview[]): Promise<OpenPage> => {
  const page = await open();
  (await page.asked(path)).flush({ now: '2026-01-15T09:00:00.000Z', consumers });
  await until(() => expect(page.element.querySelector('tbody td[data-label=State] lk-status')).not.toBeNull());
  return page;
};

describe('the operator page', () => {
  it('asks for the key, and says when it is the wrong one', async () => {
    const page = await open();
    (await page.asked(path)).flush(
      { code: 'not-signed-in', detail: 'You are not signed in.' },
      { status: 401, statusText: 'Unauthorized' },
    );
    await until(() => expect(page.text()).toContain('Operator key'));
    page.button('Sign in').click();
    await until(() => expect(page.text()).toContain('Enter the operator key.'));
    const input = page.element.querySelector('input') as HTMLInputElement;
    input.value = 'a key';
    page.button('Sign in').click();
    const asked = await page.asked('/api/operator/session');
    expect(asked.request.body).toEqual({ key: 'a key' });
    asked.flush(
      { code: 'wrong-credentials', detail: 'This is not the operator key.' },
      { status: 401, statusText: 'Unauthorized' },
    );
    await until(() => expect(page.text()).toContain('This is not the operator key.'));
    page.button('Sign in').click();
    (await page.asked('/api/operator/session')).flush(null, { status: 204, statusText: 'No Content' });
    (await page.asked(path)).flush({ now: '2026-01-15T09:00:00.000Z', consumers: [list] });
    await until(() => expect(page.text()).toContain('invitation-list'));
  }, 20_000);

  it('shows how each stands', async () => {
    const page = await showing(list, mails);
    for (const part of [
      'All 2 are running',
      'Read model, version 3',
      '12 facts',
      '4.2',
      '1,500',
      '1234',
      'Running',
      'Reaction',
      'up to date',
      'none',
    ])
      expect(page.text()).toContain(part);
    expect(page.element.querySelectorAll('td.actions button')).toHaveLength(1);
    // Times on the page count from the server's clock, also without a session.
    expect(new Date(TestBed.inject(ServerClock).now()).toISOString()).toContain('2026-01-15T09:00:');
  });

  it('says at which fact one stands still, and lets it be tried again', async () => {
    const lastError = {
      message: 'closing was forgotten',
      at: '2026-01-15T09:00:00.000Z',
      fact: { id: 'f1', type: 'InvitationWithdrawn', stream: 'invitation-1', position: '99' },
    };
    const page = await showing({ ...list, state: 'stopped', lastError });
    for (const part of ['Stopped', 'closing was forgotten', 'InvitationWithdrawn', 'invitation-1', '99', '1 stopped'])
      expect(page.text()).toContain(part);
    page.button('Try again: invitation-list').click();
    const asked = await page.asked('/api/operator/retries');
    expect(asked.request.body).toEqual({ consumer: 'invitation-list' });
    asked.flush(null, { status: 204, statusText: 'No Content' });
    (await page.asked(path)).flush({ now: '2026-01-15T09:00:00.000Z', consumers: [list] });
    await until(() => expect(page.text()).not.toContain('Stopped'));
  });

  it('shows what a reaction gave up, and has it tried again after a question', async () => {
    const page = await showing({ ...mails, parked: 2 });
    expect(page.text()).toContain('2 facts could not be worked on in time and are parked');
    const dialog = (): HTMLElement => document.querySelector('mat-dialog-container') as HTMLElement;
    const fact = {
      id: 'f1',
      type: 'InvitationIssued',
      stream: 'invitation-1',
      position: '7',
      recordedAt: '2026-01-14T09:00:00.000Z',
      parkedAt: '2026-01-15T08:00:00.000Z',
      attempts: 12,
      lastError: 'The vault is away.',
    };
    page.button('Replay what email-invitation could not process').click();
    (await page.asked('/api/operator/reactions/email-invitation/parked')).flush({
      reaction: 'email-invitation',
      total: 102,
      facts: [fact, { ...fact, id: 'f2', attempts: null }],
    });
    for (const part of [
      'InvitationIssued',
      'The vault is away.',
      'after 12 tries',
      'mails may go out',
      'And 100 facts more.',
    ])
      await until(() => expect(dialog().textContent).toContain(part));
    const yes = [...dialog().querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === 'Replay 102 facts',
    );
    yes?.click();
    const asked = await page.asked('/api/operator/replays');
    expect(asked.request.body).toEqual({ reaction: 'email-invitation' });
    asked.flush({ replayed: 102 }, { status: 202, statusText: 'Accepted' });
    (await page.asked(path)).flush({ now: '2026-01-15T09:00:00.000Z', consumers: [mails] });
    await until(() => expect(page.text()).not.toContain('parked'));
    await until(() => expect(document.body.textContent).toContain('102 facts given to email-invitation again.'));
  });

  it('offers no replay of what could not be loaded', async () => {
    const page = await showing({ ...mails, parked: 2 });
    page.button('Replay what email-invitation could not process').click();
    (await page.asked('/api/operator/reactions/email-invitation/parked')).flush(unavailable, down);
    await until(() =>
      expect(document.querySelector('mat-dialog-container [role=alert]')?.textContent).toContain(
        'What is parked could not be loaded.',
      ),
    );
    const replay = [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container footer button')].at(-1);
    expect([replay?.textContent?.trim(), replay?.disabled]).toEqual(['Replay', true]);
  });

  it('shows a bar while one is rebuilt, and does not offer it again', async () => {
    const build = {
      state: 'building' as const,
      share: 0.427,
      facts: 42_700,
      factsPerSecond: 21_350,
      secondsLeft: 3,
      error: null,
    };
    const page = await showing({ ...list, build });
    expect(page.element.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('42');
    expect(page.text()).toContain('42%, 42,700 facts, 21,350 per second, about 3 s left');
    expect(page.button('Rebuild invitation-list').disabled).toBe(true);
    expect(page.button('Rebuild all').disabled).toBe(true);
  });

  it('says why a rebuild failed, and that nothing was lost by it', async () => {
    const error = {
      message: 'No catalog names the fact type InvitationPainted',
      at: '2026-01-15T09:00:00.000Z',
      fact: null,
    };
    const page = await showing({
      ...list,
      build: { state: 'failed', share: null, facts: 7, factsPerSecond: 7, secondsLeft: null, error },
    });
    for (const part of ['The rebuild failed; what served before still does.', 'InvitationPainted'])
      expect(page.text()).toContain(part);
  });

  it('keeps what it showed when the server does not answer, and says so', async () => {
    const page = await showing(list);
    const next = await vi.waitFor(() => page.asked(path), { timeout: 10_000 });
    next.flush(unavailable, down);
    await until(() => expect(page.text()).toContain('What is shown is from before.'));
    expect(page.text()).toContain('invitation-list');
  });

  it('has a sentence for a process that reads nothing', async () => {
    const page = await open();
    (await page.asked(path)).flush({ now: '2026-01-15T09:00:00.000Z', consumers: [] });
    await until(() => expect(page.text()).toContain('Nothing reads the log in this process'));
  });
});
