import type { AccountDifferences } from '@linkage/contracts';
import { accountId } from '../account/account.fixtures';
import { differencesFile } from './differences-file.service';

const differences = (change: Partial<AccountDifferences> = {}): AccountDifferences => ({
  accountId,
  platform: 'instagram',
  from: '2026-11-16T09:00:00.000Z',
  to: '2026-11-23T09:00:00.000Z',
  connectedThen: true,
  names: [
    { name: 'creatorName', then: '=HYPERLINK("https://evil.example")', now: '=HYPERLINK("https://evil.example")' },
    { name: 'username', then: '@noa', now: 'noa, new' },
  ],
  email: { then: { is: 'not-offered' }, now: { is: 'value', value: 'noa@example.com' } },
  health: {
    then: { state: 'ok' },
    now: { state: 'action-needed', cause: 'permission-revoked', since: '2026-11-20T09:00:00.000Z' },
  },
  lastUpdatedAt: { then: null, now: '2026-11-20T06:00:00.000Z' },
  figures: [
    { name: 'followers', then: { is: 'value', value: 1_000 }, now: { is: 'value', value: 940 }, change: -60 },
    { name: 'reach28d', then: { is: 'permission-missing' }, now: { is: 'value', value: 0 }, change: null },
  ],
  audience: [
    {
      part: 'countries',
      then: 'value',
      now: 'value',
      shares: [{ key: 'FR', label: 'France', then: 0.3, now: 0.1, change: 0.1 - 0.3 }],
    },
    { part: 'cities', then: 'below-threshold', now: 'not-offered', shares: [] },
    {
      part: 'ages',
      then: 'not-yet',
      now: 'value',
      shares: [{ key: '18-24', label: '18–24', then: null, now: 1, change: null }],
    },
  ],
  posts: {
    types: [{ name: 'reels', then: 4, now: 5, change: 1 }],
    total: { name: 'all', then: 4, now: 5, change: 1 },
    appeared: {
      count: 1,
      items: [
        {
          contentId: 'p5',
          type: 'reels',
          publishedAt: '2026-11-18T10:00:00.000Z',
          title: '+1 "snow"\nday',
          url: 'https://www.instagram.com/p/p5/',
        },
      ],
    },
    vanished: {
      count: 1,
      items: [{ contentId: 'p1', type: 'reels', publishedAt: '2026-11-17T10:00:00.000Z', title: 'gone', url: null }],
    },
  },
  ...change,
});

describe('the file of what is different between two moments', () => {
  it('has a line for everything, values as they are, and reasons where there are none; no spreadsheet runs it', () => {
    expect(differencesFile(differences()).split('\r\n')).toEqual([
      'part,name,then,now,change',
      'moments,moment,2026-11-16T09:00:00.000Z,2026-11-23T09:00:00.000Z,',
      'profile,followers,1000,940,-60',
      'profile,reach28d,permission-missing,0,',
      'connection,health,ok,action-needed: permission-revoked,',
      'connection,lastUpdatedAt,,2026-11-20T06:00:00.000Z,',
      `names,creatorName,"'=HYPERLINK(""https://evil.example"")","'=HYPERLINK(""https://evil.example"")",`,
      `names,username,'@noa,"noa, new",`,
      'names,email,not-offered,noa@example.com,',
      'audience countries,France,0.3,0.1,-0.2',
      'audience cities,all,below-threshold,not-offered,',
      'audience ages,18–24,not-yet,1,',
      'posts,reels,4,5,1',
      'posts,all,4,5,1',
      `posts that appeared,"'+1 ""snow""\nday",,https://www.instagram.com/p/p5/,`,
      'posts that are gone,gone,p1,,',
      '',
    ]);
  });

  it('says that there was no account yet', () => {
    const fresh = differencesFile(
      differences({
        connectedThen: false,
        health: { then: null, now: { state: 'late', reason: 'rate-limited', since: '2026-11-20T09:00:00.000Z' } },
      }),
    );
    for (const line of [
      'profile,reach28d,not-connected-yet,0,',
      'connection,health,not-connected-yet,late: rate-limited,',
      'audience cities,all,not-connected-yet,not-offered,',
      'audience ages,18–24,not-connected-yet,1,',
    ])
      expect(fresh).toContain(line);
  });
});
