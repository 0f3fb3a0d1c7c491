import { Component, computed, inject, input } from '@angular/core';
import type { InvitationListItem, PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';
import { Icon, PlatformMark, Status, Time } from '@linkage/ui';
import { ServerClock } from '../base/server-clock';
import { causeLabels } from '../shared/words/causes';

/** Status and, below it, its cause. */
@Component({
  selector: 'app-invitation-status',
  imports: [Icon, PlatformMark, Status, Time],
  template: `
    @if (item().erased; as erased) {
      <span class="withdrawn"><lk-icon name="shield" [size]="14" />Erased</span>
      @if (erased.at; as at) {
        <span class="sub lk-clip">on <lk-time [at]="at" as="date" /></span>
      }
    } @else if (item().withdrawnAt; as at) {
      <span class="withdrawn"><lk-icon name="archive" [size]="14" />Withdrawn</span>
      <span class="sub lk-clip">Link does not work · <lk-time [at]="at" /></span>
    } @else {
      @switch (item().status) {
        @case ('action-needed') {
          <lk-status tone="warn" icon="alert" [filled]="true">Action Needed</lk-status>
        }
        @case ('active') {
          <lk-status tone="ok" icon="check">Active</lk-status>
        }
        @default {
          <lk-status tone="info" icon="send">Invited</lk-status>
        }
      }
      @if (item().trouble; as trouble) {
        <span class="sub lk-clip" [title]="cause()">{{ cause() }} · <lk-time [at]="trouble.since" /></span>
      } @else if (choosing(); as choice) {
        <span class="sub lk-clip" [title]="choice.words">{{ choice.words }} · <lk-time [at]="choice.at" /></span>
      } @else if (item().accounts.length > 0) {
        <span class="sub marks"
          >{{ accounts() }}
          @for (account of item().accounts; track account.accountId) {
            <lk-platform
              [platform]="account.platform"
              [bare]="true"
              [title]="platform(account.platform) + ': ' + account.username"
            />
          }
        </span>
      } @else if (tried(); as text) {
        <span class="sub lk-clip" [title]="text">{{ text }}</span>
      } @else if (item().opened?.at; as at) {
        <span class="sub lk-clip">Page opened <lk-time [at]="at" /></span>
      } @else {
        <span class="sub lk-clip">{{ waiting() }}</span>
      }
    }
  `,
  host: { class: 'cell' },
  styles: `
    :host {
      display: grid;
      justify-items: start;
      min-width: 0;
    }
    .sub {
      display: block;
      max-width: 100%;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
    lk-status {
      line-height: 18px;
    }
    .withdrawn {
      display: flex;
      align-items: center;
      gap: 6px;
      line-height: 18px;
      color: var(--lk-ink-2);
    }
    .marks {
      display: flex;
      align-items: center;
      gap: 6px;
    }
  `,
})
export class InvitationStatusCell {
  private readonly sendsMail = inject(ServerClock).sendsMail;
  readonly item = input.required<InvitationListItem>();
  protected readonly platform = (id: PlatformId): string => platforms[id].name;
  protected readonly cause = computed(() => {
    const trouble = this.item().trouble;
    return trouble === null ? '' : `${platforms[trouble.platform].name}: ${causeLabels[trouble.cause].toLowerCase()}`;
  });
  /** The creator is not done yet: the page waits for an answer. */
  protected readonly choosing = computed(() => {
    const [choice] = this.item().choosing;
    if (choice === undefined) return null;
    const waitsFor = choice.offered === 1 ? 'for a confirmation' : 'for a choice of accounts';
    return { at: choice.at, words: `${platforms[choice.platform].name}: waiting ${waitsFor}` };
  });
  protected readonly tried = computed(() => {
    const tries = this.item().tried.map(({ platform, times }) => `${platforms[platform].name} ${timesWords(times)}`);
    return tries.length === 0 ? '' : `Tried ${joined(tries)}, not connected`;
  });
  protected readonly waiting = computed(() => {
    const { opened, delivery, optedOut } = this.item();
    if (optedOut) return 'Wants no more e-mails';
    if (!this.sendsMail() && !isOver.has(delivery.state)) return 'Link to be sent by hand';
    const says = {
      waiting: 'E-mail waits for its turn',
      sending: 'E-mail on its way',
      retrying: 'E-mail is delayed',
      // Openings of an older invite were not told from its beginning.
      sent: opened === null ? 'No account connected yet' : 'Page not opened yet',
      'by-hand': 'Link to be sent by hand',
      failed: 'Needs another way to reach them',
      bounced: 'Needs another way to reach them',
    };
    return says[delivery.state];
  });
  protected readonly accounts = computed(() => {
    const { length } = this.item().accounts;
    return length === 1 ? '1 account' : `${length} accounts`;
  });
}

const isOver: ReadonlySet<string> = new Set(['sent', 'failed', 'bounced']);

const timesWords = (times: number): string => ['once', 'twice'][times - 1] ?? `${times} times`;

/** "Instagram twice", "YouTube once and Instagram twice". */
const joined = (parts: readonly string[]): string => new Intl.ListFormat('en').format(parts);
