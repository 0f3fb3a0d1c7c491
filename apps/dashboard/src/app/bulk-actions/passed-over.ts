import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { PassedOverList } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { reasonText } from './bulk-words';

/** Which invites an action passed over, and why. */
@Component({
  selector: 'app-passed-over',
  imports: [MatDialogClose],
  template: `
    <div class="dialog">
      <header><h2 id="passed-over-title">Passed over</h2></header>
      <div class="body" [attr.aria-busy]="list() === null && error() === null">
        @if (error(); as text) {
          <p role="alert">{{ text }}</p>
        }
        @if (list(); as list) {
          <ul tabindex="0" aria-label="Invites that were passed over">
            @for (item of list.items; track item.invitationId) {
              <li
                ><span class="person"
                  ><b
                    ><bdi>{{ item.name || 'Erased person' }}</bdi></b
                  ><span>{{ item.email }}</span></span
                ><span class="why">{{ reason(item.reason) }}</span></li
              >
            }
          </ul>
          @if (list.total > list.items.length) {
            <p>and {{ exact(list.total - list.items.length) }} more</p>
          }
        }
      </div>
      <footer
        ><span class="lk-space"></span>
        @if (error() !== null) {
          <button type="button" class="lk-button secondary" (click)="load()">Try again</button>
        }
        <button type="button" class="lk-button secondary" mat-dialog-close>Close</button></footer
      >
    </div>
  `,
  styleUrl: '../base/dialog.css',
  styles: `
    ul {
      overflow: auto;
      max-height: 50dvh;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px var(--lk-4);
      padding: var(--lk-2) 0;
      border-bottom: 1px solid var(--lk-line);
      font: var(--lk-small);
    }
    .person {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .person span,
    .why {
      font: var(--lk-caption);
      color: var(--lk-ink-2);
    }
    b {
      font-weight: 500;
    }
  `,
})
export class PassedOver {
  private readonly api = inject(InvitationsApi);
  private readonly bulkId = inject<string>(MAT_DIALOG_DATA);
  protected readonly list = signal<PassedOverList | null>(null);
  protected readonly error = signal<string | null>(null);
  protected readonly reason = reasonText;
  protected readonly exact = formatExact;

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.error.set(null);
    try {
      this.list.set(await firstValueFrom(this.api.passedOver(this.bulkId)));
    } catch (error) {
      this.error.set(toApiError(error).message);
    }
  }
}
