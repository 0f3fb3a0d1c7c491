import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { AccountProfile, AttemptList as Attempts, InvitationList as List } from '@linkage/contracts';
import { AttemptList } from './attempts/attempt-list';
import { Changes } from './shared/changes/changes';
import { Creators } from './creators/creators';
import { InvitationList } from './invitations/invitation-list';
import { Profile } from './profile/profile';
import { seeNothing } from './testing/see-nothing';
import { openPage, until } from './testing/open-page';
import { AsOf } from './shared/as-of/as-of';

const then = '2026-01-15T09:00:00.000Z';
const before = '2026-01-13T09:00:00.000Z';
const list = (all: number): List => ({
  items:
    all === 0
      ? []
      : [
          {
            invitationId: '1',
            name: 'Amélie Rousseau',
            email: 'amelie@rousseau.example',
            avatarUrl: null,
            invitedAt: before,
            status: 'active',
            statusSince: before,
            optedOut: false,
            trouble: null,
            withdrawnAt: null,
            erased: null,
            accounts: [{ accountId: 'a1', platform: 'instagram', username: 'x', cause: null }],
            opened: null,
            tried: [],
            choosing: [],
            delivery: {
              state: 'sent',
              about: 'invite',
              reason: null,
              words: null,
              nextTry: null,
              at: before,
              count: 1,
            },
          },
        ],
  next: null,
  previous: null,
  total: all,
  counts: { all, invited: 0, active: all, 'action-needed': 0, withdrawn: 0, waiting: 0 },
  stuckMail: null,
});
const profile: AccountProfile = {
  accountId: 'a1',
  invitationId: '1',
  creatorName: 'Amélie',
  creatorEmail: 'a@example.com',
  erased: null,
  platform: 'instagram',
  username: 'atelier',
  displayName: 'A',
  avatarUrl: null,
  profileUrl: null,
  connectedAt: before,
  lastUpdatedAt: before,
  nextRefreshAt: null,
  refreshing: false,
  health: { state: 'action-needed', cause: 'disconnected', since: before },
  missing: [],
  email: { is: 'not-offered' },
  figures: [],
};
const labels = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('button')].map((button) => button.textContent?.trim() ?? '');

describe('a list as of a moment', () => {
  const open = () => openPage(InvitationList, 'creators', `/creators?asOf=${then}`);

  it('asks for the moment and shows nothing that could change something', async () => {
    const page = await open();
    const asked = await page.asked('/api/invitations');
    expect(asked.request.params.get('asOf')).toBe(then);
    asked.flush(list(1));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    expect(
      labels(page.element).filter((label) => /Copy Link|Resend|Withdraw|Invite (a|again|Creators)/u.test(label)),
    ).toEqual([]);
    expect(page.element.querySelector('td.actions, th.actions')).toBeNull();
    expect(page.element.querySelector('tbody a')?.getAttribute('href')).toBe(
      `/accounts/a1?asOf=${encodeURIComponent(then).replaceAll('%3A', ':')}`,
    );
  });

  it('says that there was nothing yet, and leads back', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(0));
    await until(() => expect(page.text()).toContain('Nothing here yet on that day'));
    page.button('Back to now').click();
    expect((await page.asked('/api/invitations')).request.params.has('asOf')).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/creators');
  });

  it('takes the rows of another moment away while it loads', async () => {
    const page = await open();
    (await page.asked('/api/invitations')).flush(list(1));
    await until(() => expect(page.text()).toContain('Amélie Rousseau'));
    void TestBed.inject(AsOf).go(before);
    const asked = await page.asked('/api/invitations');
    expect(asked.request.params.get('asOf')).toBe(before);
    await until(() => expect(page.element.querySelector('tbody[appSkeletonRows]')).not.toBeNull());
    expect(page.text()).not.toContain('Amélie Rousseau');
  });

  it('hears of no changes: the past stands still', async () => {
    await open();
    const heard: unknown[] = [];
    TestBed.inject(Changes)
      .of('invitations')
      .subscribe((ids) => heard.push(ids));
    TestBed.inject(Changes).announce('invitations', '1');
    await TestBed.inject(AsOf).go(null);
    TestBed.inject(Changes).announce('invitations', '2');
    expect(heard).toEqual([['2']]);
  });

  it('offers no link to send in Failed Connections, either', async () => {
    const page = await openPage(AttemptList, 'creators/failed', `/creators/failed?asOf=${then}`);
    const counts = { all: 1, open: 1, failed: 1, abandoned: 0, succeeded: 0, started: 0 };
    const failed: Attempts = {
      items: [
        {
          attemptId: 't',
          invitationId: '1',
          creatorName: 'Amélie',
          creatorEmail: 'a@example.com',
          avatarUrl: null,
          platform: 'instagram',
          startedAt: before,
          result: 'failed',
          step: 2,
          reason: 'consent-denied',
          what: 'Pressed Cancel',
          help: 'Tell them.',
          tries: 3,
          connectedSince: null,
        },
      ],
      next: null,
      previous: null,
      total: 1,
      counts,
    };
    (await page.asked('/api/attempts')).flush(failed);
    await until(() => expect(page.text()).toContain('Pressed Cancel'));
    expect(page.text()).toContain('Tried 3 times');
    expect(labels(page.element).filter((label) => /Copy Link|Resend/u.test(label))).toEqual([]);
  });
});

describe('the page around the lists', () => {
  it('says which moment it shows, has no way to invite, and goes back to now', async () => {
    const page = await openPage(Creators, 'creators', `/creators?asOf=${then}`);
    await until(() =>
      expect(page.text()).toMatch(
        /You see everything as it was on 15 Jan 2026, \d\d:00 \S+\. Nothing can be changed here\./u,
      ),
    );
    expect(labels(page.element)).not.toContain('Invite Creators');
    page.button('Back to now').click();
    await until(() => expect(labels(page.element)).toContain('Invite Creators'));
    expect(page.text()).not.toContain('You see everything');
  });

  it('offers usual moments and any other that has been', async () => {
    const page = await openPage(Creators, 'creators', '/creators');
    page.element.querySelector<HTMLButtonElement>('app-as-of-control button')?.click();
    await until(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    const dialog = document.querySelector('[role=dialog]') as HTMLElement;
    expect(labels(dialog)).toEqual(['Now', '1 hour ago', 'Yesterday', '7 days ago', '30 days ago', 'Show']);
    const [date, time] = [...dialog.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    const fill = (field: HTMLInputElement, value: string): void => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    fill(date, '2999-01-01');
    await until(() => expect(dialog.textContent).toContain('This is in the future.'));
    expect([...dialog.querySelectorAll('button')].at(-1)?.disabled).toBe(true);
    fill(date, '2026-01-15');
    fill(time, '09:00');
    await until(() => expect([...dialog.querySelectorAll('button')].at(-1)?.disabled).toBe(false));
    dialog.querySelector('form')?.dispatchEvent(new Event('submit'));
    dialog.dispatchEvent(new Event('submit'));
    await until(() => expect(page.text()).toContain('You see everything as it was on 15 Jan 2026, 09:00'));
  });
});

describe('a profile as of a moment', () => {
  seeNothing();
  const open = () => openPage(Profile, 'accounts/:accountId', `/accounts/a1?asOf=${then}`);

  it('asks for the moment, offers to compare it with now, and not to send the link', async () => {
    const page = await open();
    const asked = await page.asked('/api/accounts/a1');
    expect(asked.request.params.get('asOf')).toBe(then);
    asked.flush(profile);
    await until(() => expect(page.text()).toContain('Disconnected, noticed 10 mo ago.'));
    expect((await page.asked('/api/accounts/a1/audience')).request.params.get('asOf')).toBe(then);
    expect((await page.asked('/api/accounts/a1/content')).request.params.get('asOf')).toBe(then);
    expect(labels(page.element)).not.toContain('Copy Link');
    const compare = [...page.element.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'Compare with now',
    );
    expect(decodeURIComponent(compare?.getAttribute('href') ?? '')).toBe(`/accounts/a1/compare?from=${then}`);
  });

  it('says that the account was not connected yet', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1')).flush(
      { code: 'not-found', detail: 'No.' },
      { status: 404, statusText: 'x' },
    );
    await until(() => expect(page.text()).toContain('This account was not connected yet on 15 Jan 2026'));
  });
});
