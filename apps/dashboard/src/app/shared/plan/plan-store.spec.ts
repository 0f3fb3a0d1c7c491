import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { InvitationsApi } from '@linkage/api-client';
import type { Plan } from '@linkage/contracts';
import { of, Subject } from 'rxjs';
import { ServerClock } from '../../base/server-clock';
import { Changes } from '../changes/changes';
import { SessionStore } from '../session/session-store';
import { PlanStore } from './plan-store';

const DAY = 86_400_000;
const start = Date.parse('2026-02-01T09:00:00.000Z');

const storeOf = (plan: Partial<Plan>) => {
  const now = signal(start);
  const answer: Plan = {
    plan: 'staging',
    accounts: { used: 3, limit: 25 },
    stagingEndsAt: new Date(start + 12 * DAY).toISOString(),
    daysLeft: 12,
    salesUrl: null,
    ...plan,
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ServerClock, useValue: { now } },
      { provide: InvitationsApi, useValue: { plan: () => of(answer) } },
      { provide: Changes, useValue: { of: () => new Subject() } },
      { provide: SessionStore, useValue: { session: signal({ workspace: { workspaceId: 'w' } }) } },
    ],
  });
  const store = TestBed.inject(PlanStore);
  TestBed.tick();
  const shown = () => [store.plan()?.daysLeft, store.isShort(), store.end()];
  return { now, shown };
};

describe('what is left of staging access', () => {
  it('gets less while the page is open, until it has ended', () => {
    const { now, shown } = storeOf({});
    expect(shown()).toEqual([12, false, undefined]);
    now.set(start + 6 * DAY);
    expect(shown()).toEqual([6, true, undefined]);
    now.set(start + 12 * DAY - 1);
    expect(shown()).toEqual([1, true, undefined]);
    now.set(start + 12 * DAY);
    expect(shown()).toEqual([0, true, 'staging-expired']);
  });

  it('is nothing that is counted with production access', () => {
    const unlimited = { accounts: { used: 80, limit: null }, stagingEndsAt: null, daysLeft: null };
    const { now, shown } = storeOf({ plan: 'production', ...unlimited });
    now.set(start + 400 * DAY);
    expect(shown()).toEqual([null, false, undefined]);
  });
});
