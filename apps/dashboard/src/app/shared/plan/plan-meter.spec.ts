import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { stagingEnd, type Plan } from '@linkage/contracts';
import { PlanMeter } from './plan-meter';
import { PlanNotice } from './plan-notice';
import { PlanStore } from './plan-store';

const staging = (used: number, daysLeft: number, salesUrl: string | null = null): Plan => ({
  plan: 'staging',
  accounts: { used, limit: 25 },
  stagingEndsAt: '2026-02-14T09:00:00.000Z',
  daysLeft,
  salesUrl,
});
const production: Plan = {
  plan: 'production',
  accounts: { used: 80, limit: null },
  stagingEndsAt: null,
  daysLeft: null,
  salesUrl: null,
};

const shown = async (component: typeof PlanMeter | typeof PlanNotice, plan: Plan): Promise<HTMLElement> => {
  const store = {
    plan: signal(plan),
    end: signal(stagingEnd(plan)),
    isShort: signal(false),
    mayBeLimited: signal(plan.accounts.limit !== null),
  };
  TestBed.configureTestingModule({ providers: [{ provide: PlanStore, useValue: store }] });
  const fixture = TestBed.createComponent<PlanMeter | PlanNotice>(component);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

describe('staging access', () => {
  it.each([
    [staging(18, 12), '18 of 25 accounts · 12 days left'],
    [staging(24, 1), '24 of 25 accounts · 1 day left'],
    [staging(3, 0), '3 of 25 accounts · ended'],
  ])('shows how much of it is used: %j', async (plan, text) => {
    const page = await shown(PlanMeter, plan);
    expect(page.textContent).toContain(text);
    expect(page.querySelector('[role=meter]')?.getAttribute('aria-valuetext')).toBe(text);
    expect(page.querySelector('a')).toBeNull();
  });

  it('leads to sales where the installation says how', async () => {
    const page = await shown(PlanMeter, staging(18, 12, 'https://cal.example.com/sales'));
    expect(page.querySelector('a')?.href).toBe('https://cal.example.com/sales');
  });

  it('shows nothing with production access', async () =>
    expect((await shown(PlanMeter, production)).textContent?.trim()).toBe(''));

  it.each([
    [staging(25, 12), 'ends at 25 connected accounts'],
    [staging(3, 0), 'Staging access has ended'],
  ])('says before anything is typed why no creator can be invited: %j', async (plan, text) =>
    expect((await shown(PlanNotice, plan)).textContent).toContain(text),
  );

  it('says nothing while there is room', async () =>
    expect((await shown(PlanNotice, staging(24, 1))).textContent?.trim()).toBe(''));
});
