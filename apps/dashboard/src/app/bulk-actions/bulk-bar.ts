import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import { MOST_PICKED, type BulkActionName, type MatchingInvitations } from '@linkage/contracts';
import { Icon, Menu, formatExact } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Dialogs } from '../base/dialogs';
import { save } from '../base/save';
import { ServerClock } from '../base/server-clock';
import type { Selection } from '../shared/lists/selection';
import { Toasts } from '../shared/toasts/toasts';
import { BulkCommands } from './bulk-commands';
import { butLeft, invites } from './bulk-words';
import { BulkLinks } from './bulk-links';

/** A mail to more creators than this is asked about first; to fewer it is sent, and can be undone. */
const ASKS_ABOVE = 10;

/** What can be done with the selected invites. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Icon, Menu],
  template: `
    <div class="bar" role="region" aria-label="Selected invites">
      <b class="count" role="status">{{ counted() }}</b>
      @if (!selection().isMatching() && canSelectMore()) {
        <button type="button" class="all" (click)="selection().selectMatching()">{{ allLabel() }}</button>
      }
      <span class="line"></span>
      @if (!withdrawn()) {
        @if (sendsMail()) {
          <button type="button" class="lk-button quiet first" [disabled]="busy()" (click)="act('resend')"
            ><lk-icon name="mail" />Resend Invite</button
          >
        }
        <button type="button" class="lk-button quiet first" [disabled]="busy() || tooMany()" (click)="copyLinks()"
          ><lk-icon name="copy" />{{ copyLabel() }}</button
        >
        <button type="button" class="lk-button quiet desk" [disabled]="busy()" (click)="export()"
          ><lk-icon name="download" />Export</button
        >
        <button type="button" class="lk-button quiet bad desk" [disabled]="busy()" (click)="act('withdraw')"
          ><lk-icon name="archive" />Withdraw</button
        >
        <button
          type="button"
          class="lk-button quiet icon narrow"
          aria-label="More for the selected invites"
          [lkMenu]="more"
          ><lk-icon name="more"
        /></button>
      } @else {
        <button type="button" class="lk-button quiet" [disabled]="busy()" (click)="export()"
          ><lk-icon name="download" />Export</button
        >
      }
      <span class="line"></span>
      <button
        type="button"
        class="lk-button quiet icon clear"
        aria-label="Clear selection"
        (click)="selection().clear()"
        ><lk-icon name="close"
      /></button>
    </div>
    <ng-template #more>
      <button type="button" role="menuitem" class="lk-menu-item" (click)="export()"
        ><lk-icon name="download" />Export</button
      >
      <button type="button" role="menuitem" class="lk-menu-item danger" (click)="act('withdraw')"
        ><lk-icon name="archive" class="lk-bad" />Withdraw …</button
      >
    </ng-template>
  `,
  styleUrl: './bulk-bar.css',
})
export class BulkBar {
  private readonly api = inject(InvitationsApi);
  private readonly commands = inject(BulkCommands);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly links = inject(BulkLinks);
  private readonly page = inject(DOCUMENT);
  protected readonly sendsMail = inject(ServerClock).sendsMail;
  readonly selection = input.required<Selection>();
  /** How the list is narrowed. */
  readonly narrowing = input.required<MatchingInvitations>();
  readonly total = input.required<number | null>();
  /** Invites that are withdrawn: nothing is sent to their creators. */
  readonly withdrawn = input(false);
  protected readonly busy = signal(false);

  protected readonly counted = computed(() => {
    const count = this.selection().count();
    if (count === null) return `All that match${this.but()}`;
    return `${formatExact(count)} selected${this.selection().isFull() ? ', the most by hand' : ''}`;
  });
  protected readonly canSelectMore = computed(() => {
    const [count, total] = [this.selection().count(), this.total()];
    return total === null || (count !== null && count < total);
  });
  protected readonly allLabel = computed(() => {
    const total = this.total();
    return total === null ? 'Select all that match' : `Select all ${formatExact(total)}`;
  });
  protected readonly copyLabel = computed(() => {
    const count = this.selection().count();
    if (count === null) return 'Copy links';
    return count === 1 ? 'Copy link' : `Copy ${formatExact(count)} links`;
  });
  protected readonly tooMany = computed(() => (this.selection().count() ?? this.total() ?? 0) > MOST_PICKED);
  private readonly but = computed(() => {
    const selected = this.selection().selected();
    return selected.kind === 'matching' ? butLeft(selected.except.length) : '';
  });

  protected async act(action: BulkActionName): Promise<void> {
    const request = this.request();
    const count = this.selection().count();
    if (action === 'withdraw' || count === null || count > ASKS_ABOVE) {
      const what = count === null ? `all invites that match${this.but()}` : invites(count);
      if (!(await this.agreed(action, what))) return;
    }
    await this.during(async () => {
      if (await this.commands.start({ action, ...request })) this.selection().clear();
    });
  }

  protected copyLinks(): Promise<void> {
    return this.during(() => this.links.copy(this.request()));
  }

  protected export(): Promise<void> {
    return this.during(async () => {
      try {
        const file = await firstValueFrom(this.api.exportSelected(this.request()));
        save(file.content, file.name, this.page);
      } catch (error) {
        this.toasts.failed(`Nothing was exported. ${toApiError(error).message}`, () => void this.export());
      }
    });
  }

  private request(): { invitationIds: string[] } | { matching: MatchingInvitations } {
    const selected = this.selection().selected();
    if (selected.kind === 'picked') return { invitationIds: [...selected.ids] };
    return { matching: { ...this.narrowing(), ...(selected.except.length > 0 && { except: [...selected.except] }) } };
  }

  private async agreed(action: BulkActionName, what: string): Promise<boolean> {
    const load = () => import('./bulk-question').then(({ BulkQuestion }) => BulkQuestion);
    const answer = await this.dialogs.show<boolean>(load, 'bulk-title', {
      width: '440px',
      role: 'alertdialog',
      ariaDescribedBy: 'bulk-text',
      data: { action, what },
    });
    return answer === true;
  }

  private async during(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } finally {
      this.busy.set(false);
    }
  }
}
