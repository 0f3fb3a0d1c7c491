import { Component, computed, inject, input } from '@angular/core';
import type { AccountProfile } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';
import { Avatar, Icon, NOW, PlatformMark, Time, duration } from '@linkage/ui';
import { Freshness } from '@linkage/ui/figures';
import { AsOf } from '../shared/as-of/as-of';
import { PageHeading } from '../shared/shell/page-heading';

/** Name, platform, and as of when (R94). */
@Component({
  selector: 'app-profile-head',
  imports: [Avatar, Freshness, Icon, PlatformMark, Time, PageHeading],
  template: `
    <lk-avatar size="big" [name]="account().displayName || account().username" [src]="account().avatarUrl" />
    <div class="person">
      <h1 appPageHeading
        ><bdi>{{ account().displayName || account().username }}</bdi></h1
      >
      <p class="meta"
        ><span class="lk-strong"
          ><bdi>{{ account().username }}</bdi></span
        ><lk-platform [platform]="account().platform" />
        @if (account().profileUrl; as url) {
          <a class="lk-link" [href]="url" target="_blank" rel="noopener noreferrer"
            >Open on {{ platform() }}<lk-icon name="external" [size]="14" /><span class="lk-hidden"
              >, opens in new tab</span
            ></a
          >
        }
      </p>
      <p class="lk-caption"
        >Invited as <bdi>{{ account().creatorName }}</bdi>, {{ account().creatorEmail }} · connected
        <lk-time [at]="account().connectedAt" as="date"
      /></p>
    </div>
    <div class="updated" role="group" aria-label="Last updated">
      <span>Last updated</span>
      @if (account().lastUpdatedAt; as at) {
        <b
          ><lk-freshness [refreshedAt]="at" [late]="account().health.state !== 'ok'" /><lk-time [at]="at" as="exact"
        /></b>
      } @else {
        <b>Not yet</b>
      }
      <span>{{ next() }}</span>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      gap: 16px;
    }
    .person {
      flex: 1;
      min-width: 0;
    }
    h1 {
      outline: none;
      overflow-wrap: anywhere;
    }
    .meta {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      margin: 2px 0;
      font: var(--lk-small);
      color: var(--lk-ink-2);
    }
    .meta a {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-height: 24px;
    }
    .lk-caption {
      overflow-wrap: anywhere;
    }
    .updated {
      display: grid;
      justify-items: end;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
      white-space: nowrap;
    }
    .updated b {
      display: flex;
      align-items: center;
      gap: 6px;
      font: 500 13px/20px var(--lk-font);
      color: var(--lk-ink);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 959px) {
      :host {
        flex-wrap: wrap;
      }
      .person {
        flex-basis: calc(100% - 80px);
      }
      .updated {
        order: -1;
        flex: 1 1 100%;
        grid-template-columns: 1fr auto;
        justify-items: start;
        align-items: center;
      }
      .updated span:last-child {
        display: none;
      }
      .meta a {
        margin: -12px 0;
        padding: 12px 0;
      }
    }
  `,
})
export class ProfileHead {
  readonly account = input.required<AccountProfile>();
  private readonly now = inject(NOW);
  private readonly asOf = inject(AsOf);
  protected readonly platform = computed(() => platforms[this.account().platform].name);
  protected readonly next = computed(() => {
    if (this.asOf.on()) return '';
    const { refreshing, nextRefreshAt, lastUpdatedAt } = this.account();
    if (refreshing) return lastUpdatedAt === null ? 'first refresh runs' : 'refreshing now';
    if (nextRefreshAt === null) return '';
    const left = Date.parse(nextRefreshAt) - this.now();
    return left <= 60_000 ? 'next is due' : `next in about ${duration(left)}`;
  });
}
