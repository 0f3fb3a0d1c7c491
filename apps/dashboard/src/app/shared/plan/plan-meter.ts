import { Component, computed, inject } from '@angular/core';
import { STAGING } from '@linkage/contracts';
import { Icon, InfoTip } from '@linkage/ui';
import { PlanStore } from './plan-store';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How much of staging access is used, and the way to more; nothing with production access. */
@Component({
  selector: 'app-plan-meter',
  imports: [Icon, InfoTip],
  templateUrl: './plan-meter.html',
  styleUrl: './plan-meter.css',
  host: { '[class.short]': 'store.isShort()', '[class.room]': 'store.mayBeLimited()' },
})
export class PlanMeter {
  protected readonly store = inject(PlanStore);
  protected readonly staging = computed(() => {
    const plan = this.store.plan();
    if (!plan || plan.accounts.limit === null || plan.daysLeft === null) return null;
    const { used, limit } = plan.accounts;
    return {
      used,
      limit,
      share: Math.min(100, (used / limit) * 100),
      text: `${used} of ${counted(limit, 'account')} · ${plan.daysLeft === 0 ? 'ended' : `${counted(plan.daysLeft, 'day')} left`}`,
      salesUrl: plan.salesUrl,
    };
  });
  protected readonly meaning = `Staging access: ${STAGING.accounts} accounts for ${STAGING.days} days. Accounts count that are connected or need action; disconnected accounts and open invites do not. At the end, no new creators can be invited; everything else goes on.`;
}
