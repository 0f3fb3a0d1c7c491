import { Component, computed, input } from '@angular/core';
import type { ConnectedAccountItem } from '@linkage/contracts';
import { partLabel, platforms } from '@linkage/platform-guide';
import { Status, Time } from '@linkage/ui';
import { causeLabels } from '../shared/words/causes';
import { about, lateReasons } from '../shared/words/trouble-help';

/** Whether figures still come in and, if not, why and since when. */
@Component({
  selector: 'app-health',
  imports: [Status, Time],
  template: `
    @if (item().health; as health) {
      @switch (health.state) {
        @case ('action-needed') {
          <lk-status tone="warn" icon="alert" [filled]="true">{{ causes[health.cause] }}</lk-status>
          <span class="sub lk-clip">Noticed <lk-time [at]="health.since" /></span>
        }
        @case ('late') {
          <lk-status tone="warn" icon="clock">Late</lk-status>
          <span class="sub lk-clip" [title]="reason()">{{ reason() }}</span>
        }
        @case ('partial') {
          <lk-status tone="warn" icon="eye-off">In part</lk-status>
          <span class="sub lk-clip" [title]="without()">{{ without() }}</span>
        }
        @default {
          @if (item().awaitsFigures) {
            <lk-status tone="info" icon="refresh">{{
              item().lastUpdatedAt === null ? 'First refresh runs' : 'New figures on their way'
            }}</lk-status>
          } @else {
            <lk-status tone="quiet" icon="check">Up to date</lk-status>
          }
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .sub {
      display: block;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
  `,
})
export class Health {
  readonly item =
    input.required<Pick<ConnectedAccountItem, 'health' | 'platform' | 'lastUpdatedAt' | 'awaitsFigures'>>();
  protected readonly causes = causeLabels;
  /** What refresh after refresh is without. */
  protected readonly without = computed(() => {
    const { health, platform } = this.item();
    if (health.state !== 'partial') return '';
    return `Without ${health.parts.map(({ section, part }) => partLabel(platform, section, part)).join(', ')}`;
  });
  protected readonly reason = computed(() => {
    const { health, platform } = this.item();
    return health.state === 'late' ? about(platforms[platform].name, lateReasons[health.reason]) : '';
  });
}
