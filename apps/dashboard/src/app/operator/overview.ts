import { Component, computed, inject } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import type { ConsumerOverview } from '@linkage/contracts';
import { Banner, Icon, formatExact } from '@linkage/ui';
import { EmptyState } from '@linkage/ui/empty-state';
import { Dialogs } from '../base/dialogs';
import { SkeletonRows } from '../shared/lists/skeleton-rows';
import { PageHeading } from '../shared/shell/page-heading';
import { Toasts } from '../shared/toasts/toasts';
import { ConsumerState } from './consumer-state';
import { OperatorState } from './operator-state';
import { countedFacts, lagInWords, summaryOf } from './words';

/** In a request to rebuild it means each read model. */
const ALL = 'all';

/** Everything that reads the log: how it stands, what is wrong with it, what can be done. */
@Component({
  selector: 'app-overview',
  imports: [Banner, EmptyState, Icon, ConsumerState, PageHeading, SkeletonRows],
  templateUrl: './overview.html',
  styles: `
    :host {
      flex: 1;
      display: flex;
      flex-direction: column;
      min-width: 0;
      max-width: 1440px;
      padding-bottom: 48px;
    }
    .head {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      gap: var(--lk-3);
      padding: var(--lk-5) var(--lk-6) var(--lk-4);
    }
    h1 {
      outline: none;
    }
    .strip {
      border-width: 1px 0;
      border-radius: 0;
      padding: 8px var(--lk-6);
    }
    .state {
      width: 32%;
    }
    .behind {
      width: 104px;
    }
    .rate {
      width: 128px;
    }
    .rows {
      width: 96px;
    }
    .position {
      width: 128px;
    }
    .do {
      width: 212px;
    }
    .list td {
      padding-top: 8px;
      padding-bottom: 8px;
      line-height: 18px;
      vertical-align: top;
    }
    .list td.actions {
      padding-top: 3px;
      padding-bottom: 3px;
    }
    .position-cell .sub,
    .number .sub {
      line-height: 18px;
    }
    .position-cell {
      padding-left: 24px;
    }
    @media (min-width: 960px) and (max-width: 1199px) {
      .position {
        width: 96px;
      }
      .rate {
        width: 120px;
      }
      .do {
        width: 152px;
      }
      .state {
        width: 30%;
      }
    }
    @media (max-width: 959px) {
      .head {
        padding: var(--lk-4);
      }
      .strip {
        padding: 8px var(--lk-4);
      }
      .list td {
        padding: 0;
      }
      .list td.actions {
        padding: 2px var(--lk-2);
      }
      .strip {
        margin-bottom: var(--lk-3);
      }
      .position-cell {
        padding-left: 0;
      }
      .position-cell .sub {
        font: var(--lk-small);
      }
    }
  `,
})
export class Overview {
  protected readonly state = inject(OperatorState);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly exact = formatExact;
  protected readonly lag = lagInWords;
  protected readonly summary = computed(() => summaryOf(this.state.consumers()));

  protected underWay({ build }: ConsumerOverview): boolean {
    return build?.state === 'building' || build?.state === 'waiting';
  }

  /** @param name null: all of them */
  protected async rebuild(name: string | null): Promise<void> {
    const options = { data: name, role: 'alertdialog', ariaDescribedBy: 'rebuild-text' } as const;
    const load = () => import('./confirm-rebuild').then(({ ConfirmRebuild }) => ConfirmRebuild);
    const yes = await this.dialogs.show<boolean, string | null>(load, 'rebuild-title', options);
    if (yes) await this.attempt(() => this.state.rebuild(name ?? ALL));
  }

  protected retry(name: string): void {
    void this.attempt(() => this.state.retry(name));
  }

  /** Shows what is parked and asks first: what the reaction then does is done for real. */
  protected async replay(name: string): Promise<void> {
    const options = { data: name, role: 'alertdialog', ariaDescribedBy: 'parked-text' } as const;
    const load = () => import('./parked-facts').then(({ ParkedFacts }) => ParkedFacts);
    const yes = await this.dialogs.show<boolean, string>(load, 'parked-title', options);
    if (!yes) return;
    await this.attempt(async () =>
      this.toasts.show(`${countedFacts(await this.state.replay(name))} given to ${name} again.`),
    );
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.toasts.failed(toApiError(error).message, () => void this.attempt(work));
    }
  }
}
